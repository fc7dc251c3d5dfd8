import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  Paragraph,
  TableCell,
  TableLayoutType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  TableRow as WordRow,
  Table as WordTable,
} from 'docx';
import type { Block, Column, Fields, Inline, Signature, Table, TableRow } from '../documents/model.ts';
import { STYLE } from './styles.ts';

/** Twentieths of a point between the margins: 36 characters of 12 pt. */
export const TEXT_WIDTH = 8640;

/** The Word elements for a block; pictures and contents have no place in an editable complaint. */
export function wordBlocks(block: Block): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(block.text)] })];
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, children: [new TextRun(block.text)] })];
    }
    case 'paragraph':
      return [new Paragraph({ style: STYLE[block.style], ...keepNext(block), children: runs(block.content) })];
    case 'item':
      return [
        new Paragraph({
          style: STYLE.body,
          ...keepNext(block),
          children: [new TextRun(block.label), ...runs(block.content)],
        }),
      ];
    case 'fields':
      return [fieldsTable(block)];
    case 'table':
      return [table(block)];
    case 'signature':
      return signature(block);
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
    case 'picture':
    case 'contents':
      throw new RangeError(`A Word document has no ${block.kind}`);
  }
}

function keepNext({ keepWithNext }: { keepWithNext?: true }): { keepNext?: true } {
  return keepWithNext ? { keepNext: true } : {};
}

/** Blanks are marked yellow, so that the user finds them. */
function runs(content: Inline[]): TextRun[] {
  return content.flatMap((inline) => {
    const look = inline.kind === 'blank' ? { bold: true, highlight: 'yellow' as const } : {};
    const strong = inline.kind === 'text' && inline.bold ? { bold: true } : {};
    return inline.text
      .split('\n')
      .map((words, index) => new TextRun({ text: words, ...(index > 0 ? { break: 1 } : {}), ...look, ...strong }));
  });
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '737373' };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const SHADING = { fill: 'F1F1F1' };

interface CellOptions {
  width: number;
  align?: Column['align'];
  shaded?: boolean;
  bold?: boolean;
  span?: number;
}

function cell(content: Inline[], { width, align, shaded, bold, span }: CellOptions): TableCell {
  const alignment = align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT;
  const strong = bold ? content.map((inline): Inline => ({ kind: 'text', text: inline.text, bold: true })) : content;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80 },
    ...(shaded ? { shading: SHADING } : {}),
    ...(span ? { columnSpan: span } : {}),
    children: [new Paragraph({ style: STYLE.cell, alignment, children: runs(strong) })],
  });
}

function wordTable(rows: WordRow[], columnWidths: number[]): WordTable {
  return new WordTable({
    rows,
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
}

const LABEL_WIDTH = 2640;

function fieldsTable({ rows }: Fields): WordTable {
  const valueWidth = TEXT_WIDTH - LABEL_WIDTH;
  const wordRows = rows.map(
    ({ label, value }) =>
      new WordRow({
        cantSplit: true,
        children: [
          cell([{ kind: 'text', text: label }], { width: LABEL_WIDTH, shaded: true, bold: true }),
          cell(value, { width: valueWidth }),
        ],
      }),
  );
  return wordTable(wordRows, [LABEL_WIDTH, valueWidth]);
}

function table({ columns, rows }: Table): WordTable {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / shares));
  const titles = columns.map(({ title }, index) =>
    cell([{ kind: 'text', text: title }], { width: widths[index] ?? 0, align: 'center', shaded: true, bold: true }),
  );
  const header = new WordRow({ tableHeader: true, cantSplit: true, children: titles });
  return wordTable([header, ...rows.map((row) => tableRow(row, columns, widths))], widths);
}

function tableRow(row: TableRow, columns: Column[], widths: number[]): WordRow {
  if (row.kind === 'group') {
    const group = cell([{ kind: 'text', text: row.text }], {
      width: TEXT_WIDTH,
      span: columns.length,
      shaded: true,
      bold: true,
    });
    return new WordRow({ cantSplit: true, children: [group] });
  }
  const cells = row.cells.map((content, index) =>
    cell(content, { width: widths[index] ?? 0, align: columns[index]?.align ?? 'left' }),
  );
  return new WordRow({ cantSplit: true, children: cells });
}

const FILLS = { name: '　　　　　　　　', date: '　　　　年　　月　　日' };

function signature({ lines }: Signature): Paragraph[] {
  return lines.map(({ label, fill }) => {
    const blank = fill === 'name' ? { text: FILLS.name, underline: {} } : { text: FILLS.date };
    return new Paragraph({ style: STYLE.signature, children: [new TextRun(`${label}：`), new TextRun(blank)] });
  });
}
