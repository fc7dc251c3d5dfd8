import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Block, Inline, Section, TableRow } from '../../../../lib/bundle/documents/model.ts';
import type { Op, TextOp } from '../../../../lib/bundle/pdf/canvas.ts';
import type { Page } from '../../../../lib/bundle/pdf/flow.ts';
import { createMeasurer, type Measurer } from '../../../../lib/bundle/pdf/measure.ts';
import { createPaintedGlyphs } from '../../../../lib/bundle/pdf/painted.ts';
import { layoutSection } from '../../../../lib/bundle/pdf/section.ts';
import { readTypefaces } from '../../../../lib/bundle/pdf/typefaces.ts';
import { fonts, stubPainter } from '../stubs.ts';

/** Whole documents are made here, on machines that run other tests at the same time. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let measurer: Measurer;

beforeAll(() => {
  measurer = createMeasurer(readTypefaces(fonts), createPaintedGlyphs(stubPainter()));
});

function words(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

function layout(blocks: Block[], paper: Section['paper'] = 'portrait'): Page[] {
  return layoutSection({ paper, anchor: 'start', blocks }, measurer);
}

function textOps(page: Page): TextOp[] {
  return page.canvas.ops.filter((op): op is TextOp => op.kind === 'text');
}

function textOf(op: TextOp): string {
  return op.glyphs.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('');
}

function setText(pages: Page[]): string {
  return pages.flatMap(textOps).map(textOf).join('').replace(/\s/gu, '');
}

const cellText = fc
  .array(fc.constantFrom('证据', '，', '「', '」', 'a1-', 'https://x.cn/', '9000000000000012345', ' ', '\n', '。'), {
    maxLength: 60,
    size: 'max',
  })
  .map((parts) => parts.join(''));
/** One text in twenty fills more than a page. */
const anyCell = fc.oneof(
  { weight: 19, arbitrary: cellText },
  { weight: 1, arbitrary: cellText.map((text) => text.repeat(40)) },
);

const tables = fc
  .record({ columns: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 0, max: 14 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      shares: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: columns, maxLength: columns }),
      cells: fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      dense: fc.boolean(),
    }),
  );

describe('tables', () => {
  test('lose no text, repeat their header, stay on the page, and nothing is set over anything else', () => {
    fc.assert(
      fc.property(tables, ({ shares, cells, dense }) => {
        const rows = cells.map((texts): TableRow => ({ kind: 'cells', cells: texts.map(words) }));
        const columns = shares.map((share, index) => ({ title: `栏${index}`, share }));
        const pages = layout([{ kind: 'table', columns, rows, dense }], 'landscape');
        expectWholeText(pages, cells, columns.map(({ title }) => title).join(''));
        for (const page of pages) {
          expect(setText([page]).startsWith('栏0')).toBe(true);
          expectInside(page);
          expectNoOverlap(textOps(page));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('a row that fits on a page is not broken', () => {
    const rows = Array.from(
      { length: 30 },
      (_, index): TableRow => ({
        kind: 'cells',
        cells: [words(`${index}号`), words('很长的内容，'.repeat(12))],
      }),
    );
    const columns = [
      { title: '号', share: 1 },
      { title: '内容', share: 3 },
    ];
    for (const page of layout([{ kind: 'table', columns, rows }])) {
      const counts = [...setText([page]).matchAll(/\d号((?:很长的内容，)+)/gu)].map(([, text = '']) => text.length / 6);
      expect(new Set(counts)).toEqual(new Set([12]));
    }
  });
});

/** Each cell's characters are there as often as in the data; order within a cell is checked by joining its letters. */
function expectWholeText(pages: Page[], cells: string[][], header: string): void {
  const set = setText(pages).replaceAll(header, '');
  const wanted = cells.flat().join('').replace(/\s/gu, '');
  expect([...set].sort().join('')).toBe([...wanted].sort().join(''));
}

function expectInside({ canvas, paper }: Page): void {
  for (const op of canvas.ops) {
    if (op.kind !== 'frame') continue;
    expect(op.x).toBeGreaterThanOrEqual(paper.left - 0.01);
    expect(op.x + op.width).toBeLessThanOrEqual(paper.left + paper.measure + 0.01);
    expect(op.y + op.height).toBeLessThanOrEqual(paper.bottom + 0.02);
  }
}

function widthOf(op: TextOp): number {
  const glyphs = op.glyphs.map(({ codePoint, gap }) => {
    const { advance } = measurer.glyphOf(String.fromCodePoint(codePoint), op.face);
    return advance * op.size + gap;
  });
  return glyphs.reduce((sum, width) => sum + width, 0);
}

/** Boxes one size high around each run; half a character of white may stand out at both ends. */
function expectNoOverlap(ops: TextOp[]): void {
  const boxes = ops.map((op) => ({
    left: op.x + op.size / 2,
    right: op.x + widthOf(op) - op.size / 2,
    top: op.baseline - op.size * 0.8,
    bottom: op.baseline,
  }));
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      expect(isApart).toBe(true);
    }
  }
}

describe('pages', () => {
  const paragraph: Block = { kind: 'paragraph', style: 'body', content: words('经过如下，'.repeat(40)) };
  const lastLine = (page: Page | undefined) => (page ? textOps(page).map(textOf).at(-1) : undefined);

  test('a heading never ends a page', () => {
    for (let before = 1; before < 60; before += 1) {
      const filler = Array.from(
        { length: before },
        (): Block => ({ kind: 'paragraph', style: 'body', content: words('一行') }),
      );
      const pages = layout([...filler, { kind: 'heading', level: 1, text: '标题在此' }, paragraph]);
      for (const page of pages) expect(lastLine(page)).not.toBe('标题在此');
    }
  });

  test('a paragraph leaves no single line on either side of a page end', () => {
    const three: Block = { kind: 'paragraph', style: 'body', content: words('三行文字'.repeat(25)) };
    for (let before = 20; before < 40; before += 1) {
      const filler = Array.from(
        { length: before },
        (): Block => ({ kind: 'paragraph', style: 'body', content: words('一行') }),
      );
      const counts = layout([...filler, three]).map(
        (page) => textOps(page).filter((op) => textOf(op).includes('三行')).length,
      );
      expect(counts).not.toContain(1);
    }
  });

  test('a signature is never alone on a page', () => {
    const signature: Block = {
      kind: 'signature',
      lines: [
        { label: '签名', fill: 'name' },
        { label: '日期', fill: 'date' },
      ],
    };
    for (let before = 20; before < 40; before += 1) {
      const filler = Array.from(
        { length: before },
        (): Block => ({ kind: 'paragraph', style: 'body', content: words('一行') }),
      );
      const last = layout([...filler, signature]).at(-1);
      expect(last && setText([last])).toMatch(/^一行.*签名：日期：/u);
    }
  });

  test('what is kept with the next stands on its page', () => {
    const kept: Block = { kind: 'item', label: '2．', content: words('原始载体'), keepWithNext: true };
    const next: Block = { kind: 'paragraph', style: 'body', content: words('承诺') };
    for (let before = 20; before < 40; before += 1) {
      const filler = Array.from(
        { length: before },
        (): Block => ({ kind: 'paragraph', style: 'body', content: words('一行') }),
      );
      const last = layout([...filler, kept, next]).at(-1);
      expect(last && setText([last])).toMatch(/2．原始载体承诺/u);
    }
  });

  test('the first line of body text is indented by two characters, the lines end at one edge', () => {
    const [page] = layout([paragraph]);
    const ops: Op[] = page?.canvas.ops ?? [];
    const lines = ops.filter((op): op is TextOp => op.kind === 'text');
    expect(lines.map(({ x }) => Math.round(x - (page?.paper.left ?? 0)))).toEqual([24, ...lines.slice(1).map(() => 0)]);
    for (const line of lines.slice(0, -1)) {
      const right = line.x + widthOf(line) - (textOf(line).endsWith('，') ? 6 : 0);
      expect(Math.abs(right - 83 - 432)).toBeLessThan(0.1);
    }
  });

  test('a page break starts a new page, an empty section has one', () => {
    expect(layout([paragraph, { kind: 'pageBreak' }, paragraph])).toHaveLength(2);
    expect(layout([])).toHaveLength(1);
  });
});
