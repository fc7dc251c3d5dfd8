/**
 * Marks that pages put between characters and that carry no meaning for reading: zero-width and directional ones, and
 * the private-use characters of icon fonts.
 */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\uE000-\uF8FF]/gu;

/** Folds runs of white space (NBSP and ideographic space too) into one space, removes invisible marks, trims. */
export function normalizeSpace(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/**
 * Text for recognising labels, numbers, dates and amounts: spaces normalised, full-width digits, letters and punctuation
 * as ASCII (`订单编号：９１` → `订单编号:91`). Never for words that are shown.
 */
export function plainText(text: string): string {
  return normalizeSpace(text).replace(/[！-～∶︰﹕]/gu, (char) =>
    char < '！' ? ':' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
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

/** Text that stands in HTML as itself, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
