/** Zero-width and directional marks that pages put between characters; they carry no meaning for reading. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu;

/** Folds runs of white space (NBSP and ideographic space too) into one space, removes invisible marks, trims. */
export function normalizeSpace(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** Removes all white space and invisible marks, for comparing short words such as `类 型`. */
export function withoutSpace(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, '');
}

/** Cuts to `length` code points and marks the cut with `…`; never splits a surrogate pair. */
export function truncate(text: string, length: number): string {
  const points = Array.from(text);
  return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join('')}…`;
}
