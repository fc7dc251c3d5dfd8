import type { PixelBox } from '../evidence/covered.ts';
import type { TextBoxes } from '../evidence/types.ts';
import { SOFT_BREAK } from './fold.ts';

type TextBox = TextBoxes['frames'][number]['boxes'][number];

/** The words of one picture as one text, and where its characters are. */
export interface FrameText {
  text: string;
  /** The boxes that cover a part of the text (indices into it), in CSS pixels. */
  boxesOf: (start: number, end: number) => PixelBox[];
}

/** Two boxes with less than this many heights between them belong to one line, without a blank below the second number. */
const SAME_LINE_GAP = 3;
const NO_BLANK_GAP = 0.2;
/** Lines with less than this many heights between them may be one paragraph. */
const NEXT_LINE_GAP = 1;

/** Joins the boxes of a frame in their order; a word that goes on in the next box or line can be found. */
export function frameText(boxes: readonly TextBox[]): FrameText {
  const runs: { start: number; box: TextBox }[] = [];
  let text = '';
  let before: TextBox | undefined;
  for (const box of boxes) {
    if (before) text += joint(before, box);
    runs.push({ start: text.length, box });
    text += box[4];
    before = box;
  }
  const boxesOf = (start: number, end: number) =>
    runs.flatMap(({ start: from, box }) => {
      const first = Math.max(start - from, 0);
      const last = Math.min(end - from, box[4].length);
      return first < last ? [partOf(box, first, last)] : [];
    });
  return { text, boxesOf };
}

function joint([left, top, width, height]: TextBox, [nextLeft, nextTop, , nextHeight]: TextBox): string {
  const overlap = Math.min(top + height, nextTop + nextHeight) - Math.max(top, nextTop);
  const gap = nextLeft - (left + width);
  if (overlap > Math.min(height, nextHeight) / 2 && gap > -height) {
    if (gap < NO_BLANK_GAP * height) return '';
    return gap < SAME_LINE_GAP * height ? ' ' : '\n';
  }
  const below = nextTop - (top + height);
  const isNext = below > -height / 2 && below < NEXT_LINE_GAP * height && nextLeft <= left + width;
  return isNext ? SOFT_BREAK : '\n';
}

/** Shares of a hanzi's width, in most fonts a bit less. */
function widthOf(char: string): number {
  if (/[\u2E80-\uFFEF]/u.test(char) || char > '\uFFFF') return 1;
  if (/[\s.,:;'|!iljI()[\]-]/u.test(char)) return 0.32;
  return /[A-Zmw@%]/u.test(char) ? 0.72 : 0.56;
}

/** How far an estimated edge may be off: half a character, and a share of the way from the nearer end of the line. */
const EDGE = 0.5;
const DRIFT = 0.1;
/** Letters reach above and below their line. */
const OVERHANG = 0.12;

function partOf([left, top, width, height, text]: TextBox, first: number, last: number): PixelBox {
  const widths = Array.from({ length: text.length }, (_, index) => widthOf(text[index] ?? ''));
  const sum = (from: number, to: number) => widths.slice(from, to).reduce((total, one) => total + one, 0);
  const scale = width / (sum(0, text.length) || 1);
  const edge = (index: number) => ({
    at: left + sum(0, index) * scale,
    slack: EDGE * height + DRIFT * scale * Math.min(sum(0, index), sum(index, text.length)),
  });
  const [from, to] = [edge(first), edge(last)];
  const start = Math.max(left, from.at - from.slack);
  const end = Math.min(left + width, to.at + to.slack);
  const overhang = OVERHANG * height + 1;
  return { left: start - 2, top: top - overhang, width: end - start + 4, height: height + 2 * overhang };
}
