import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBoxes } from '../../../lib/evidence/types.ts';
import { findAll, findWords } from '../../../lib/redaction/find.ts';
import { frameText } from '../../../lib/redaction/frame-text.ts';
import { knownFrom } from '../../../lib/redaction/known.ts';
import { textBoxesSchema } from '../../../lib/redaction/schema.ts';
import { type Sheet, spreadBoxes } from '../../../lib/redaction/spread.ts';

type Line = TextBoxes['frames'][number]['boxes'][number];

const NOTHING = { words: [], keep: [] };

function boxesWith(boxes: Line[], devicePixelRatio = 1): TextBoxes {
  return { format: 'text-boxes/1', devicePixelRatio, frames: [{ name: 'frame-001.png', boxes }] };
}

describe('words of a picture', () => {
  it.each<[string, Line[], string]>([
    [
      'one run in two pieces',
      [
        [0, 0, 30, 20, '138'],
        [30, 0, 80, 20, '00000000'],
      ],
      '13800000000',
    ],
    [
      'a label and its value',
      [
        [0, 0, 60, 20, '收货人'],
        [70, 0, 60, 20, '测试三'],
      ],
      '收货人 测试三',
    ],
    [
      'two columns',
      [
        [0, 0, 60, 20, '一'],
        [300, 0, 60, 20, '二'],
      ],
      '一\n二',
    ],
    [
      'a line that goes on below',
      [
        [0, 0, 200, 20, '示例省示例市'],
        [0, 24, 200, 20, '示例路1号'],
      ],
      '示例省示例市\v示例路1号',
    ],
    [
      'two paragraphs',
      [
        [0, 0, 200, 20, '一'],
        [0, 90, 200, 20, '二'],
      ],
      '一\n二',
    ],
    [
      'the next column',
      [
        [0, 200, 60, 20, '一'],
        [300, 0, 60, 20, '二'],
      ],
      '一\n二',
    ],
  ])('%s', (_, boxes, text) => {
    expect(frameText(boxes).text).toBe(text);
  });

  it('that reach over two lines are covered on both', () => {
    const boxes = boxesWith([
      [10, 100, 200, 20, '寄到 示例省示例市示例区'],
      [10, 124, 100, 20, '示例路1号3栋'],
    ]);
    const [address] = findAll({ texts: [], boxes }, NOTHING);
    expect(address).toMatchObject({ rule: 'address', text: '示例省示例市示例区示例路1号3栋' });
    expect(address?.boxes.map(({ top }) => top)).toEqual([96, 120]);
    expect(address?.boxes[1]).toMatchObject({ left: 8, width: 104 });
  });

  it('are covered in pixels of the picture, outwards', () => {
    const boxes = boxesWith([[10.4, 20.2, 110, 20, '13800000000']], 1.5);
    expect(findAll({ texts: [], boxes }, NOTHING)[0]?.boxes).toEqual([
      { picture: 'frame-001.png', left: 12, top: 25, width: 172, height: 41 },
    ]);
  });

  it('are covered at least as far as they reach when all characters are equally wide, and never beyond their line', () => {
    const hanzi = fc.stringMatching(/^[一二三四五六七八九十]{1,40}$/);
    fc.assert(
      fc.property(hanzi, fc.nat(), fc.nat(), fc.integer({ min: 8, max: 40 }), (text, one, other, size) => {
        const [start, end] = [one % text.length, (other % text.length) + 1];
        fc.pre(start < end);
        const line: Line = [100, 50, text.length * size, size, text];
        const [box] = frameText([line]).boxesOf(start, end);
        expect(box?.left).toBeLessThanOrEqual(100 + start * size);
        expect((box?.left ?? 0) + (box?.width ?? 0)).toBeGreaterThanOrEqual(100 + end * size);
        expect(box?.top).toBeLessThan(50);
        expect((box?.top ?? 0) + (box?.height ?? 0)).toBeGreaterThan(50 + size);
        expect(box?.left).toBeGreaterThanOrEqual(98);
        expect((box?.left ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(102 + text.length * size);
      }),
    );
  });

  it('are read from a checked file only', () => {
    expect(textBoxesSchema.safeParse(boxesWith([[0, 0, 1, 1, 'a']])).success).toBe(true);
    expect(textBoxesSchema.safeParse({ ...boxesWith([]), devicePixelRatio: 0 }).success).toBe(false);
    expect(textBoxesSchema.safeParse(boxesWith([[0, 0, 1, 1] as never])).success).toBe(false);
  });
});

describe('a find', () => {
  it('stands for every place of its words, in texts and on pictures, however they are found', () => {
    const boxes = boxesWith([
      [0, 0, 110, 20, '138 0000 0000'],
      [0, 100, 60, 20, '测试三'],
    ]);
    const texts = ['收货人：测试三\n电话 13800000000', '测试三'];
    const finds = findAll({ texts, boxes }, NOTHING);
    expect(finds.map(({ rule, boxes: places, inTexts }) => [rule, places.length, inTexts])).toEqual([
      ['phone', 1, 1],
      ['name', 1, 2],
    ]);
  });

  it('comes from what the facts know, the surest first; a nick that the page masks is no word', () => {
    const known = knownFrom({ buyerNick: 'test_buyer', sellerNick: 'test_seller', orderNo: '9000000000000012345' });
    const finds = findAll({ texts: ['test_seller sold to Test_Buyer'], boxes: null }, known);
    expect(finds.map(({ text, confidence }) => [text, confidence])).toEqual([
      ['test_buyer', 'high'],
      ['test_seller', 'low'],
    ]);
    expect(knownFrom({ buyerNick: 't***r' }).words).toEqual([]);
  });

  it('that is part of a longer one stands there, too', () => {
    const text = '收货人：测试三\n示例省示例市示例区测试三路1号';
    const finds = findAll(
      { texts: [text], boxes: boxesWith([[0, 0, 400, 20, '示例省示例市示例区测试三路1号']]) },
      NOTHING,
    );
    const places = finds.map((find) => [find.rule, find.inTexts, find.boxes.length]);
    expect(places).toEqual([
      ['address', 1, 1],
      ['name', 2, 1],
    ]);
  });

  it('of words that the user typed is there only when they stand somewhere', () => {
    const sources = { texts: ['我叫测试五'], boxes: boxesWith([[0, 0, 60, 20, '测试 五']]) };
    expect(findWords(' 测试五 ', sources)).toMatchObject({ rule: 'word', text: '测试五', inTexts: 1 });
    expect(findWords('测试六', sources)).toBeNull();
  });
});

describe('boxes', () => {
  const view = { left: 0, top: 10, width: 100, height: 80 };
  const frame = (name: string, top: number): Sheet => ({
    name,
    width: 100,
    height: 100,
    place: { source: view, left: 0, top },
  });
  const whole: Sheet = {
    name: 'page',
    width: 100,
    height: 140,
    place: { source: { left: 0, top: 0, width: 100, height: 140 }, left: 0, top: 0 },
  };
  const sheets = [frame('a', 0), frame('b', 60), whole];

  it('drawn on one screen are on every picture that shows the same part of the page', () => {
    const covered = spreadBoxes([{ picture: 'a', left: 5, top: 75, width: 20, height: 10 }], sheets);
    expect(Object.fromEntries(covered)).toEqual({
      a: [{ left: 5, top: 75, width: 20, height: 10 }],
      b: [{ left: 5, top: 15, width: 20, height: 10 }],
      page: [{ left: 5, top: 65, width: 20, height: 10 }],
    });
  });

  it('on what is not part of the page stay where they are', () => {
    const covered = spreadBoxes([{ picture: 'a', left: 0, top: 0, width: 50, height: 9 }], sheets);
    expect([...covered.keys()]).toEqual(['a']);
  });

  it('on a picture that lies nowhere, or on none, touch no other', () => {
    const alone: Sheet = { name: 'photo', width: 50, height: 50, place: null };
    const boxes = [
      { picture: 'photo', left: -5, top: 40, width: 100, height: 100 },
      { picture: 'gone', left: 0, top: 0, width: 9, height: 9 },
    ];
    expect(Object.fromEntries(spreadBoxes(boxes, [...sheets, alone]))).toEqual({
      photo: [{ left: 0, top: 40, width: 50, height: 10 }],
    });
  });

  it('never leave a picture, and cover the whole page wherever a screen of it is covered', () => {
    const length = fc.integer({ min: -20, max: 130 });
    const box = fc.record({
      picture: fc.constantFrom('a', 'b'),
      left: length,
      top: length,
      width: length,
      height: length,
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 4 }), (boxes) => {
        const covered = spreadBoxes(boxes, sheets);
        for (const { name, width, height } of sheets) {
          for (const one of covered.get(name) ?? []) {
            expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(0);
            expect(one.left + one.width).toBeLessThanOrEqual(width);
            expect(one.top + one.height).toBeLessThanOrEqual(height);
          }
        }
        for (const { picture, left, top, width, height } of boxes) {
          const offset = (picture === 'a' ? 0 : 60) - view.top;
          const x = Math.min(Math.max(left + width / 2, 0.5), 99.5);
          const y = top + height / 2;
          const isSeen =
            width > 1 && height > 1 && left + width / 2 === x && y > view.top && y < view.top + view.height;
          if (!isSeen) continue;
          const isCovered = (covered.get('page') ?? []).some(
            (one) =>
              one.left <= x && one.left + one.width >= x && one.top <= y + offset && one.top + one.height >= y + offset,
          );
          expect(isCovered).toBe(true);
        }
      }),
    );
  });
});
