/**
 * 避头尾 after GB/T 15834: closing marks do not start a line, opening marks do not end one, 破折号 and 省略号 are not
 * torn apart, Latin words and numbers stay whole while they fit.
 */

const OPENING_FULL = '（［｛〔〈《「『【〖‘“';
const CLOSING_FULL = '，。、；：！？）］｝〕〉》」』】〗’”';
const NO_START = new Set(`${CLOSING_FULL}．·…‥—～％‰℃°ー々ゝゞ,.:;?!)]}/%›»`);
const NO_END = new Set(`${OPENING_FULL}([{$¥￥£€#＃№‹«`);
const OPENING = new Set(OPENING_FULL);
const CLOSING = new Set(CLOSING_FULL);
/** In addresses and file names a line may end after these. */
const SOFT_AFTER = new Set('/?&=-_.:,;%#+~@|');
const WORD = /^[\u0021-\u007E\u00A1-\u024F\u2010\u2011\u2032\u2033]/u;
const NO_BREAK = /^[\u00A0\u202F\u2060]/u;
const SPACE = /^[ \u2002-\u200A\u3000]$/u;

/** How good a place between two clusters is for the end of a line; higher is better. */
export const BREAK = { never: 0, emergency: 1, soft: 2, free: 3 } as const;
export type BreakQuality = (typeof BREAK)[keyof typeof BREAK];

/** Quality of a line end between clusters `before` and `after`. */
export function breakBetween(before: string, after: string): BreakQuality {
  if (NO_BREAK.test(before) || NO_BREAK.test(after) || isSpace(after)) return BREAK.never;
  if (NO_START.has(after) || !mayEndLine(before)) return BREAK.never;
  if (isInWord(before, after)) return SOFT_AFTER.has(before) ? BREAK.soft : BREAK.emergency;
  return BREAK.free;
}

/** True between two characters of a Latin word, number or address, which are never spaced out. */
export function isInWord(before: string, after: string): boolean {
  return WORD.test(before) && WORD.test(after);
}

export function isSpace(cluster: string): boolean {
  return SPACE.test(cluster);
}

/** Opening marks do not end a line, also when a space follows them. */
export function mayEndLine(cluster: string): boolean {
  return !NO_END.has(cluster);
}

/** Full-width opening marks carry their white half in front, closing marks behind. */
function isOpening(cluster: string): boolean {
  return OPENING.has(cluster);
}

function isClosing(cluster: string): boolean {
  return CLOSING.has(cluster);
}

/** The white half of a full-width mark. */
const HALF = 0.5;
/** Two em dashes of Noto Sans SC leave this gap between them; as 破折号 they are one line. */
const DASH_GAP = 0.093;

/** 标点挤压: how much closer (em, negative) two neighbours are set because their white halves meet. */
export function squeezeBetween(before: string, after: string): number {
  if (before === '—' && after === '—') return -DASH_GAP;
  if (isClosing(before) && (isClosing(after) || isOpening(after))) return -HALF;
  if (isOpening(before) && isOpening(after)) return -HALF;
  return 0;
}

/** White (em) that may be cut off in front of a cluster at the start of a line. */
export function whiteBefore(cluster: string): number {
  return isOpening(cluster) ? HALF : 0;
}

/** White (em) that may stand out over the end of a line behind a cluster. */
export function whiteAfter(cluster: string): number {
  return isClosing(cluster) ? HALF : 0;
}
