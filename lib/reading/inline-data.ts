import { type Literal, parseLiteral } from './literal.ts';

/** Real pages stay under 1 MB; anything much larger is not order data and would only cost time. */
const MAX_SCRIPT_LENGTH = 4_000_000;
/** A page assigns its data a few times; a hostile one could make us start over at every byte. */
const MAX_ATTEMPTS = 40;

/**
 * Finds `name = {…}` or `name = JSON.parse('…')` in the inline scripts of a page and its same-origin frames and reads the
 * values without running them. Works from a content script's isolated world, where page globals are out of reach.
 * @returns every value that is an object, in the order of the page; names such as `data` are used more than once.
 */
export function findInlineData(documents: readonly Document[], name: string): { [key: string]: Literal }[] {
  const assignment = new RegExp(`(?:^|[^\\w$.])(?:window\\.|self\\.)?${name}\\s*=(?!=)\\s*(?=[{[J])`, 'gm');
  const found: { [key: string]: Literal }[] = [];
  let attempts = 0;
  for (const script of documents.flatMap((document) => Array.from(document.scripts))) {
    const source = script.textContent ?? '';
    if (script.src || source.length > MAX_SCRIPT_LENGTH || !source.includes(name)) continue;
    for (const match of source.matchAll(assignment)) {
      if (attempts === MAX_ATTEMPTS) return found;
      attempts += 1;
      const data = tryParse(source, match.index + match[0].length);
      if (isRecord(data)) found.push(data);
    }
  }
  return found;
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
