import type { Column, Fields, Inline, Table, TableRow } from '../../documents/model.ts';
import type { Canvas } from '../canvas.ts';
import { type Unit, whiteSpace } from '../flow.ts';
import type { Measurer } from '../measure.ts';
import { RULE, SHADE, STYLES, type TextStyle } from '../style.ts';
import { layoutText, type TextLine } from '../text-lines.ts';

interface Cell {
  width: number;
  lines: TextLine[];
  shaded: boolean;
}

const PADDING_X = 4;
const PADDING_Y = 3.5;
const BORDER = 0.5;

/** The last row of a table gets company on its page when that costs no more than this (points). */
const KEEP_BELOW = 120;

interface TableStyle {
  cell: TextStyle;
  title: TextStyle;
}

/** A table with a header row that is repeated on every page; a row that fills a good part of a page may break. */
export function tableUnits({ columns, rows, dense }: Table, width: number, measurer: Measurer): Unit[] {
  const style: TableStyle = dense
    ? { cell: STYLES.denseCell, title: STYLES.denseTitle }
    : { cell: STYLES.cell, title: STYLES.columnTitle };
  const widths = columnWidths(columns, width);
  const header = rowUnit(
    columns.map(({ title }, index) => cell(words(title), style.title, widths[index] ?? 0, measurer, true)),
  );
  const body = rows.map((row, index): Unit => {
    const unit = bodyRow(row, columns, widths, style, measurer);
    const keepsLast = index > 0 && index === rows.length - 2 && unit.height < KEEP_BELOW;
    return { ...unit, header, keepWithNext: unit.keepWithNext || keepsLast };
  });
  return [{ ...header, gap: 4, keepWithNext: true }, ...body, whiteSpace(4)];
}

const MAX_LABEL_SHARE = 0.4;

/** Labels at the left on grey, as wide as the longest of them; values at the right. */
export function fieldsUnits({ rows }: Fields, width: number, measurer: Measurer): Unit[] {
  const labelWidths = rows.map(({ label }) => {
    const [line] = layoutText(words(label), STYLES.fieldLabel, width, measurer);
    return (line?.width ?? 0) + 2 * PADDING_X + STYLES.fieldLabel.size;
  });
  const labelWidth = Math.min(Math.max(...labelWidths), width * MAX_LABEL_SHARE);
  return [
    ...rows.map(({ label, value }, index) => ({
      ...rowUnit([
        cell(words(label), STYLES.fieldLabel, labelWidth, measurer, true),
        cell(value, STYLES.field, width - labelWidth, measurer),
      ]),
      gap: index === 0 ? 2 : 0,
      keepWithNext: index < 2 && index < rows.length - 1,
    })),
    whiteSpace(4),
  ];
}

function words(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

function columnWidths(columns: Column[], width: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (width * share) / shares);
}

function bodyRow(row: TableRow, columns: Column[], widths: number[], style: TableStyle, measurer: Measurer): Unit {
  if (row.kind === 'group') {
    const width = widths.reduce((sum, each) => sum + each, 0);
    const group = cell(words(row.text), { ...style.title, align: 'left' }, width, measurer, true);
    return { ...rowUnit([group]), keepWithNext: true };
  }
  const cells = row.cells.map((content, index) =>
    cell(content, { ...style.cell, align: columns[index]?.align ?? 'left' }, widths[index] ?? 0, measurer),
  );
  return { ...rowUnit(cells), ...(row.anchor ? { anchors: [row.anchor] } : {}) };
}

function cell(content: Inline[], style: TextStyle, width: number, measurer: Measurer, shaded = false): Cell {
  return { width, lines: layoutText(content, style, width - 2 * PADDING_X, measurer), shaded };
}

/** `middle` centres the cells of a row vertically; the parts of a broken row start at the top. */
function rowUnit(cells: Cell[], middle = true): Unit {
  const height = Math.max(...cells.map(({ lines }) => linesHeight(lines))) + 2 * PADDING_Y;
  return {
    height,
    gap: 0,
    keepWithNext: false,
    draw: (canvas, left, top) => drawRow(canvas, cells, left, top, height, middle),
    split: (room, wholePage) => splitRow(cells, height, room, wholePage),
  };
}

function linesHeight(lines: TextLine[]): number {
  return lines.reduce((sum, { leading }) => sum + leading, 0);
}

function drawRow(canvas: Canvas, cells: Cell[], left: number, top: number, height: number, middle: boolean): void {
  let x = left;
  for (const { width, lines, shaded } of cells) {
    if (shaded) canvas.ops.push({ kind: 'fill', x, y: top, width, height, colour: SHADE });
    canvas.ops.push({ kind: 'frame', x, y: top, width, height, lineWidth: BORDER, colour: RULE });
    let y = top + (middle ? (height - linesHeight(lines)) / 2 : PADDING_Y);
    for (const line of lines) {
      line.draw(canvas, x + PADDING_X, y);
      y += line.leading;
    }
    x += width;
  }
}

/** Rows lower than this share of a page move to the next page as a whole. */
const SPLIT_FROM = 0.35;
const MIN_LINES = 2;

function splitRow(cells: Cell[], height: number, room: number, wholePage: number): [Unit, Unit] | null {
  if (height < wholePage * SPLIT_FROM) return null;
  const parts = cells.map((whole) => splitCell(whole, room - 2 * PADDING_Y));
  if (parts.some(([first], index) => first.lines.length < Math.min(MIN_LINES, cells[index]?.lines.length ?? 0)))
    return null;
  if (parts.every(([, rest]) => rest.lines.length === 0)) return null;
  return [
    rowUnit(
      parts.map(([first]) => first),
      false,
    ),
    rowUnit(
      parts.map(([, rest]) => rest),
      false,
    ),
  ];
}

function splitCell(whole: Cell, room: number): [Cell, Cell] {
  let count = 0;
  let height = 0;
  for (const { leading } of whole.lines) {
    if (height + leading > room) break;
    height += leading;
    count += 1;
  }
  const part = (lines: TextLine[]): Cell => ({ ...whole, lines });
  return [part(whole.lines.slice(0, count)), part(whole.lines.slice(count))];
}
