/**
 * Readers for parsed JSON of unknown origin. Written by hand because this runs in the bundle's own page too, where a schema library
 * would be most of the script. Each gives null for anything else.
 */
export type JsonObject = Record<string, unknown>;

/** Parses JSON text; null when it is none. */
export function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function asString(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A whole number from 0 up that a number holds exactly. */
export function asCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Every element read by `read`; null as soon as one is unreadable. */
export function asList<Item>(value: unknown, read: (element: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null;
  const items: Item[] = [];
  for (const element of value) {
    const item = read(element);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}
