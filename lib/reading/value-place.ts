import type { Line } from './lines.ts';
import { isWithin, parentOf } from './tree.ts';

/** How far up from a label its value may hang: enough for grids and cells, too little for the next card. */
const MAX_CLIMB = 3;
/** A value has no more lines; a row of headings has no more cells. */
const MAX_LINES = 200;
const MAX_CELLS = 50;
/** Elements between label and value that are not the place of a value when they are empty. */
const DECORATION = /^(?:BR|HR|I|IMG|SVG|INPUT|BUTTON|SCRIPT|STYLE|TEMPLATE)$/i;
const ICON = /icon|arrow|help|tip|copy|question|required/i;

/** What a line is to the one that asks. */
export interface LineKinds {
  isLabel: (line: Line) => boolean;
  /** Label and value in one line. */
  isPair: (line: Line) => boolean;
}

/**
 * The lines in which the value of the label that fills line `index` stands: what comes next in its row, list or card, or
 * the same column below a row of headings. Empty when that place is empty, taken by a label, or too far away to be the
 * label's.
 */
export function valueLines(lines: readonly Line[], index: number, kinds: LineKinds): Line[] {
  const line = lines[index];
  if (!line) return [];
  if (isColumnHeading(line.block)) return columnLines(lines, line);
  const next = lines[index + 1];
  const isFree = next !== undefined && !kinds.isLabel(next) && !standsInRowOfPairs(lines, index, kinds);
  const place = isFree ? nextPlace(lines, index, next) : null;
  if (!place) return isLabelRow(lines, line, kinds) ? columnLines(lines, line) : [];
  const behind = lines.slice(index + 1, index + 1 + MAX_LINES);
  const end = behind.findIndex(
    (other, at) => at > 0 && (place === line.block || kinds.isLabel(other) || !isWithin(place, startOf(other))),
  );
  return end < 0 ? behind : behind.slice(0, end);
}

/** Rows of one kind that hold label and value each: then the value of a bare label is missing, not in the next row. */
function standsInRowOfPairs(lines: readonly Line[], index: number, { isPair }: LineKinds): boolean {
  const { block } = lines[index] as Line;
  return lines.slice(Math.max(0, index - 4), index + 5).some((other) => {
    const { tagName, className, parentElement } = other.block;
    const isAlike = tagName === block.tagName && className === block.className && parentElement === block.parentElement;
    return isAlike && other.block !== block && isPair(other);
  });
}

/** The box of the next line, when only the label stands in the boxes it has to leave and no empty place lies between. */
function nextPlace(lines: readonly Line[], index: number, next: Line): Element | null {
  const line = lines[index] as Line;
  const target = startOf(next);
  if (endsWithEmptyPlace(line)) return null;
  if (line.block.contains(target)) return next.block; // Label and value are loose text around blocks of one box.
  let box = line.block;
  for (let climb = 0; climb <= MAX_CLIMB; climb += 1) {
    const parent = parentOf(box);
    if (!parent || (climb > 0 && parent.tagName === 'BODY')) return null;
    if (emptyPlaceAfter(box, target)) return null;
    if (isWithin(parent, target)) return childWith(parent, target);
    const previous = lines[index - 1];
    if (previous && isWithin(parent, startOf(previous))) return null;
    box = parent;
  }
  return null;
}

/** What is put into a slot hangs elsewhere in the document; its line's block is where it shows. */
function startOf({ segments, block }: Line): Element {
  const element = segments[0]?.element;
  return element && block.contains(element) ? element : block;
}

function childWith(parent: Element, target: Element): Element {
  let child = target;
  for (let up = parentOf(child); up && up !== parent; up = parentOf(child)) child = up;
  return child;
}

/** True when the line ends in an empty element: the place of a value that has not come. */
function endsWithEmptyPlace({ segments, block }: Line): boolean {
  let element = segments.at(-1)?.element ?? block;
  if (element === block) return isEmptyPlace(block.lastElementChild);
  for (; element !== block && element.parentElement; element = element.parentElement) {
    if (emptyPlaceAfter(element, null)) return true;
  }
  return false;
}

/** True when an empty element follows in the same box, before `until`. */
function emptyPlaceAfter(element: Element, until: Element | null): boolean {
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    if (until && isWithin(next, until)) return false;
    if (isEmptyPlace(next)) return true;
  }
  return false;
}

function isEmptyPlace(element: Element | null): boolean {
  if (!element || element.shadowRoot || element.textContent?.trim() || element.querySelector('img, iframe'))
    return false;
  return !DECORATION.test(element.tagName) && !ICON.test(element.getAttribute('class') ?? '');
}

/** `th` in a row of nothing but `th`. */
function isColumnHeading(block: Element): boolean {
  const cells = block.closest('th, [role="columnheader"]')?.parentElement?.children;
  return cells !== undefined && isRow(cells) && Array.from(cells).every(isHeading);
}

function isRow({ length }: { length: number }): boolean {
  return length > 1 && length <= MAX_CELLS;
}

function isHeading(cell: Element): boolean {
  return cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader';
}

/** A row in which every cell is a label: the values stand below it. */
function isLabelRow(lines: readonly Line[], line: Line, { isLabel, isPair }: LineKinds): boolean {
  const cells = cellOf(line.block).parentElement?.children ?? [];
  return (
    isRow(cells) &&
    Array.from(cells).every((cell) => {
      const [only, another] = lines.filter(({ block }) => cell.contains(block));
      return only && !another && isLabel(only) && !isPair(only);
    })
  );
}

function cellOf(block: Element): Element {
  return outermost(block.closest('th, td') ?? block);
}

/** The largest box that holds no other element beside this one. */
export function outermost(element: Element): Element {
  let box = element;
  while (box.parentElement?.children.length === 1) box = box.parentElement;
  return box;
}

/** The cell below a heading, when there is exactly one row below; of several rows nobody knows which one counts. */
function columnLines(lines: readonly Line[], line: Line): Line[] {
  const cell = cellOf(line.block);
  const row = cell.parentElement;
  const below = row && rowBelow(row);
  const another = below && rowBelow(below);
  if (!below || (another && areOfOneKind(below, another))) return [];
  const value = below.children[Array.from(row.children).indexOf(cell)];
  return value ? lines.filter(({ block }) => value.contains(block)) : [];
}

/** What comes next with as many cells, perhaps in a box or a part of the table of its own. */
function rowBelow(row: Element): Element | null {
  const next = row.nextElementSibling ?? row.parentElement?.nextElementSibling;
  const { length } = row.children;
  return [next, next?.firstElementChild].find((box) => box?.children.length === length) ?? null;
}

/** True for two elements of one name whose classes begin alike: `step`, `step-done`, `step--x7 active` are one kind. */
export function areOfOneKind(a: Element, b: Element): boolean {
  return a.tagName === b.tagName && kindOf(a) === kindOf(b);
}

function kindOf(element: Element): string {
  return /[A-Za-z]*/.exec(element.getAttribute('class')?.trim() ?? '')?.[0] ?? '';
}
