import { type Canvas, createCanvas } from './canvas.ts';
import type { Paper } from './paper.ts';

/** A piece of a section that is placed as a whole: a line of text, a table row, a picture. */
export interface Unit {
  /** Points. */
  height: number;
  /** White above it, left out at the top of a page. */
  gap: number;
  /** May not be the last thing on a page, as a heading or the first line of a paragraph. */
  keepWithNext: boolean;
  /** Mere white, which never opens a page. */
  isSpace?: boolean;
  /** Starts a new page. */
  breakBefore?: boolean;
  /** Links and bookmarks to these anchors lead here. */
  anchors?: string[];
  /** Set above the unit when it comes first on a later page: the header row of its table. */
  header?: Unit;
  draw(canvas: Canvas, left: number, top: number): void;
  /** Divides the unit so that the first part is at most `room` high; null when it should not be divided there. */
  split?(room: number, wholePage: number): [Unit, Unit] | null;
}

export interface Page {
  paper: Paper;
  canvas: Canvas;
}

interface Cursor {
  pages: Page[];
  paper: Paper;
  /** Where the next unit goes, in points from the top. */
  y: number;
}

/** Distributes the units of a section over pages of one format; there is always at least one page. */
export function flowUnits(units: Unit[], paper: Paper): Page[] {
  const cursor: Cursor = { pages: [], paper, y: 0 };
  newPage(cursor);
  const queue = [...units].reverse();
  while (queue.length > 0) placeNext(queue, cursor);
  return cursor.pages;
}

function newPage(cursor: Cursor): void {
  cursor.pages.push({ paper: cursor.paper, canvas: createCanvas() });
  cursor.y = cursor.paper.top;
}

function isAtTop(cursor: Cursor): boolean {
  return cursor.y === cursor.paper.top;
}

/** Takes the next unit with all it must stay with, and places as much of it as belongs on this page. */
function placeNext(queue: Unit[], cursor: Cursor): void {
  const chain = takeChain(queue);
  const [first] = chain;
  if (first?.breakBefore && !isAtTop(cursor)) newPage(cursor);
  if (fits(chain, cursor)) {
    for (const unit of chain) place(unit, cursor);
    return;
  }
  if (first?.isSpace && chain.length === 1) return;
  if (placeWithSplit(chain, queue, cursor)) return;
  if (!isAtTop(cursor)) {
    newPage(cursor);
    queue.push(...chain.reverse());
    return;
  }
  placeTooHigh(chain, queue, cursor);
}

/** A chain that no page can hold is given up: its first unit is placed alone, in parts where that is possible. */
function placeTooHigh([first, ...rest]: Unit[], queue: Unit[], cursor: Cursor): void {
  queue.push(...rest.reverse());
  if (first && !(!fits([first], cursor) && placeWithSplit([first], queue, cursor))) place(first, cursor);
}

function takeChain(queue: Unit[]): Unit[] {
  const chain: Unit[] = [];
  for (let unit = queue.pop(); unit; unit = queue.pop()) {
    chain.push(unit);
    if (!unit.keepWithNext || queue.at(-1)?.breakBefore) break;
  }
  return chain;
}

/** White of a given height; with `keepWithNext` it also holds what is above and below together. */
export function whiteSpace(height: number, keepWithNext = false): Unit {
  return { height, gap: 0, keepWithNext, isSpace: true, draw: () => undefined };
}

/** Rounding must not push a unit that fills the page exactly to the next one. */
const TOLERANCE = 0.01;

function fits(chain: Unit[], cursor: Cursor): boolean {
  return chainHeight(chain, cursor) <= cursor.paper.bottom - cursor.y + TOLERANCE;
}

function chainHeight(chain: Unit[], cursor: Cursor): number {
  const header = isAtTop(cursor) ? (chain[0]?.header?.height ?? 0) : 0;
  return chain.reduce((sum, unit, index) => sum + unit.height + gapOf(unit, index === 0 && isAtTop(cursor)), header);
}

function gapOf(unit: Unit, isFirst: boolean): number {
  return isFirst ? 0 : unit.gap;
}

/** When only the last unit of the chain is too high, its first part may still go on this page. */
function placeWithSplit(chain: Unit[], queue: Unit[], cursor: Cursor): boolean {
  const last = chain.at(-1);
  const before = chain.slice(0, -1);
  if (!last?.split || !fits(before, cursor)) return false;
  const gap = gapOf(last, isAtTop(cursor) && before.length === 0);
  const headerHeight = last.header?.height ?? 0;
  const taken = before.length > 0 ? chainHeight(before, cursor) : isAtTop(cursor) ? headerHeight : 0;
  const room = cursor.paper.bottom - cursor.y - taken - gap;
  const parts = last.split(room, cursor.paper.bottom - cursor.paper.top - headerHeight);
  if (!parts) return false;
  const header = last.header ? { header: last.header } : {};
  const anchors = last.anchors ? { anchors: last.anchors } : {};
  for (const unit of [...before, { ...parts[0], ...header, ...anchors, gap: last.gap }]) place(unit, cursor);
  newPage(cursor);
  queue.push({ ...parts[1], ...header, keepWithNext: last.keepWithNext });
  return true;
}

function place(unit: Unit, cursor: Cursor): void {
  const page = cursor.pages.at(-1);
  if (!page) return;
  if (isAtTop(cursor) && unit.header) drawAt(unit.header, page, cursor);
  else if (!isAtTop(cursor)) cursor.y += unit.gap;
  drawAt(unit, page, cursor);
}

function drawAt(unit: Unit, page: Page, cursor: Cursor): void {
  for (const anchor of unit.anchors ?? []) page.canvas.anchors.set(anchor, cursor.y);
  unit.draw(page.canvas, cursor.paper.left, cursor.y);
  cursor.y += unit.height;
}
