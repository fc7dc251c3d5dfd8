import { LINE_BREAK } from './clusters.ts';
import {
  BREAK,
  type BreakQuality,
  breakBetween,
  isSpace,
  mayEndLine,
  squeezeBetween,
  whiteAfter,
  whiteBefore,
} from './kinsoku.ts';

/** One cluster to be set, with its width in points at the size it is set in. */
export interface Box {
  cluster: string;
  width: number;
  /** Font size in points, the unit of the squeezing of marks. */
  size: number;
  /** Boxes of one group are kept on one line while they fit, such as 〔E02 第5页〕; 0 for none. */
  group: number;
}

/** Boxes `start` to `end` (exclusive) form a line; spaces and the line break at its end are left out of `end`. */
export interface Line {
  start: number;
  end: number;
  /** True when the text or a line break ends here, so the line is not stretched. */
  last: boolean;
  /** Width in points when set tight. */
  width: number;
}

/**
 * Breaks boxes into lines. `widthOf(n)` is the room in line n (0-based). Every box but spaces at line ends and line
 * breaks is in exactly one line. Rules of `kinsoku.ts` hold unless a single unbreakable run is wider than a line.
 */
export function breakLines(boxes: Box[], widthOf: (line: number) => number): Line[] {
  const ruler = createRuler(boxes);
  const lines: Line[] = [];
  let start = 0;
  while (start < boxes.length) {
    const next = nextBreak(boxes, ruler, start, widthOf(lines.length));
    lines.push(lineOf(boxes, ruler, start, next));
    start = next;
  }
  return lines;
}

interface Ruler {
  /** Width of boxes `from` to `to` (exclusive) as a line of its own, white at both ends cut off. */
  width(from: number, to: number): number;
  /** Quality of a line end in front of box `index`. */
  quality(index: number): BreakQuality;
}

function createRuler(boxes: Box[]): Ruler {
  const sums = [0];
  const squeezes = boxes.map((box, index) => squeezeBetween(box.cluster, boxes[index + 1]?.cluster ?? '') * box.size);
  for (const [index, box] of boxes.entries()) sums.push((sums[index] ?? 0) + box.width + (squeezes[index] ?? 0));
  const trimmedEnd = (from: number, to: number) => {
    let end = to;
    while (end > from && isDropped(boxes[end - 1])) end -= 1;
    return end;
  };
  return {
    quality: (index) => qualityAt(boxes, index),
    width(from, to) {
      const end = trimmedEnd(from, to);
      const last = boxes[end - 1];
      if (end === from || !last) return 0;
      const cutAtStart = from > 0 ? whiteBefore(boxes[from]?.cluster ?? '') * last.size : 0;
      const cutAtEnd = whiteAfter(last.cluster) * last.size;
      return (sums[end] ?? 0) - (sums[from] ?? 0) - (squeezes[end - 1] ?? 0) - cutAtStart - cutAtEnd;
    },
  };
}

function isDropped(box: Box | undefined): boolean {
  return box !== undefined && (isSpace(box.cluster) || box.cluster === LINE_BREAK);
}

function qualityAt(boxes: Box[], index: number): BreakQuality {
  const before = boxes[index - 1];
  const after = boxes[index];
  if (!before || !after) return BREAK.free;
  if (!mayEndLine(lastWordBefore(boxes, index))) return BREAK.never;
  const quality = breakBetween(before.cluster, after.cluster);
  return before.group > 0 && before.group === after.group && quality === BREAK.free ? BREAK.soft : quality;
}

function lastWordBefore(boxes: Box[], index: number): string {
  let last = index - 1;
  while (last > 0 && isSpace(boxes[last]?.cluster ?? '')) last -= 1;
  return boxes[last]?.cluster ?? '';
}

/** Rounding in the sums must not push the last character of a full line to the next one. */
const TOLERANCE = 0.01;

function nextBreak(boxes: Box[], ruler: Ruler, start: number, room: number): number {
  let fits = start;
  while (fits < boxes.length && (fits === start || ruler.width(start, fits + 1) <= room + TOLERANCE)) {
    if (boxes[fits]?.cluster === LINE_BREAK) return fits + 1;
    fits += 1;
  }
  return fits === boxes.length ? fits : bestBreak(ruler, start, fits, room);
}

/** The last free place, unless what follows would not fit into a whole line either and has to be cut anyway. */
function bestBreak(ruler: Ruler, start: number, fits: number, room: number): number {
  const free = lastOf(ruler, start, fits, BREAK.free);
  if (free !== null && wordFits(ruler, free, room)) return free;
  const soft = lastOf(ruler, start, fits, BREAK.soft);
  if (soft !== null && ruler.width(start, soft) >= room / 2) return soft;
  return lastOf(ruler, start, fits, BREAK.emergency) ?? fits;
}

function lastOf(ruler: Ruler, start: number, fits: number, quality: BreakQuality): number | null {
  for (let index = fits; index > start; index -= 1) if (ruler.quality(index) >= quality) return index;
  return null;
}

function wordFits(ruler: Ruler, from: number, room: number): boolean {
  let end = from + 1;
  while (ruler.quality(end) < BREAK.free) {
    end += 1;
    if (ruler.width(from, end) > room + TOLERANCE) return false;
  }
  return ruler.width(from, end) <= room + TOLERANCE;
}

function lineOf(boxes: Box[], ruler: Ruler, start: number, next: number): Line {
  let end = next;
  while (end > start && isDropped(boxes[end - 1])) end -= 1;
  const last = next === boxes.length || boxes[next - 1]?.cluster === LINE_BREAK;
  return { start, end, last, width: ruler.width(start, next) };
}
