import { type Literal, parseLiteral } from './literal.ts';

/** Real pages stay under 1 MB; anything much larger is not order data and would only cost time. */
const MAX_SCRIPT_LENGTH = 8_000_000;

/**
 * Finds `name = {…}` or `name = JSON.parse('…')` in the inline scripts of a page and reads the value without running it.
 * Works from a content script's isolated world, where page globals are out of reach.
 * @returns the first value that is an object, or null.
 */
export function findInlineData(document: Document, name: string): { [key: string]: Literal } | null {
  const assignment = new RegExp(`(?:^|[^\\w$.])(?:window\\.|self\\.)?${name}\\s*=(?!=)\\s*(?=[{[J])`, 'gm');
  for (const script of document.scripts) {
    const source = script.textContent ?? '';
    if (script.src || source.length > MAX_SCRIPT_LENGTH || !source.includes(name)) continue;
    for (const match of source.matchAll(assignment)) {
      const data = tryParse(source, match.index + match[0].length);
      if (isRecord(data)) return data;
    }
  }
  return null;
}

function tryParse(source: string, start: number): Literal {
  try {
    return parseLiteral(source, start);
  } catch {
    return null; // A half-loaded script: the other layers read what the page shows.
  }
}

/** The value at a path of keys and indexes, or null where the data has another shape. */
export function at(value: Literal | undefined, ...path: (string | number)[]): Literal {
  let current: Literal = value ?? null;
  for (const key of path) {
    if (Array.isArray(current) && typeof key === 'number') current = current[key] ?? null;
    else if (isRecord(current) && typeof key === 'string') current = current[key] ?? null;
    else return null;
  }
  return current;
}

/** Text of a string or number, trimmed; null for everything else and for the empty string. */
export function textAt(value: Literal | undefined, ...path: (string | number)[]): string | null {
  const found = at(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' ? found.trim() || null : null;
}

/** The list at a path; empty where there is none. */
export function listAt(value: Literal | undefined, ...path: (string | number)[]): Literal[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function isRecord(value: Literal | undefined): value is { [key: string]: Literal } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
