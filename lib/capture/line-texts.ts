import { type Rect, rectOf } from './clip.ts';

interface TextLine {
  rect: Rect;
  text: string;
}

/**
 * The lines in which a text is laid out, each with its own words, as far as they are seen. Where a line ends is searched by
 * halving, so that a long text costs few measurements.
 * @param range over the whole text; it is moved.
 */
export function lineTexts(node: Text, range: Range, isSeen: (rect: Rect) => boolean): TextLine[] {
  const rects = linesOf(range);
  const [only] = rects;
  if (only && rects.length === 1) return [{ rect: only, text: node.data }];
  const lines: TextLine[] = [];
  let start: number | null = 0;
  for (const [index, rect] of rects.entries()) {
    const before = rects[index - 1];
    if (!isSeen(rect)) {
      start = null;
      continue;
    }
    start ??= before ? firstBelow(node, range, { from: 0, line: { ...before, top: Number.NEGATIVE_INFINITY } }) : 0;
    const end: number = index === rects.length - 1 ? node.length : firstBelow(node, range, { from: start, line: rect });
    lines.push({ rect, text: node.data.slice(start, end) });
    start = end;
  }
  return lines;
}

/** Boxes of one line that touch are one: browsers divide lines where writing directions or fonts change. */
function linesOf(range: Range): Rect[] {
  const lines: Rect[] = [];
  for (const rect of Array.from(range.getClientRects(), rectOf)) {
    const last = lines.at(-1);
    if (rect.right <= rect.left) continue;
    if (last && isSameLine(last, rect)) {
      last.left = Math.min(last.left, rect.left);
      last.right = Math.max(last.right, rect.right);
    } else lines.push(rect);
  }
  return lines;
}

function isSameLine(line: Rect, rect: Rect): boolean {
  const middle = (rect.top + rect.bottom) / 2;
  return middle > line.top && middle < line.bottom && rect.left >= line.left;
}

/** The first character from `from` on that does not stand in the line. */
function firstBelow(node: Text, range: Range, { from, line }: { from: number; line: Rect }): number {
  let low = from;
  let high = node.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isInLine(node, range, middle, line)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** White space that takes no room belongs to the character before it. */
function isInLine(node: Text, range: Range, at: number, line: Rect): boolean {
  for (let index = at; index >= 0; index -= 1) {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0 && index > 0) continue;
    const middle = (rect.top + rect.bottom) / 2;
    return middle < line.bottom && (middle > line.top || rect.width === 0);
  }
  return true;
}
