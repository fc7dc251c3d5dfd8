import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersOf, LINE_BREAK } from '../../../../lib/bundle/pdf/clusters.ts';
import { type Box, breakLines } from '../../../../lib/bundle/pdf/line-break.ts';

const SIZE = 10;

function boxesOf(text: string): Box[] {
  return clustersOf(text).map((cluster) => ({ cluster, width: widthOf(cluster), size: SIZE, group: 0 }));
}

function widthOf(cluster: string): number {
  return /^[\u0020-\u024F]$/u.test(cluster) ? SIZE / 2 : SIZE;
}

function broken(text: string, characters: number): string[] {
  const boxes = boxesOf(text);
  const lines = breakLines(boxes, () => characters * SIZE);
  return lines.map(({ start, end }) =>
    boxes
      .slice(start, end)
      .map(({ cluster }) => cluster)
      .join(''),
  );
}

describe('line breaking', () => {
  test.each([
    ['closing marks do not start a line', '一二三四五六七八九。十', 9, ['一二三四五六七八', '九。十']],
    ['the white half of a closing mark may stand out', '一二三四五六七八九。十', 9.5, ['一二三四五六七八九。', '十']],
    ['opening marks do not end a line', '一二三四（五六七）八九', 5, ['一二三四', '（五六七）', '八九']],
    ['破折号 stays in one piece', '一二三四——五六', 5, ['一二三', '四——五六']],
    ['words stay whole', '一二 chromium 三四', 6, ['一二', 'chromium 三', '四']],
    ['amounts keep their sign', '实付款一二￥199.00元', 6, ['实付款一二', '￥199.00元']],
    [
      'addresses break behind a slash',
      'https://detail.tmall.com/item.htm?id=900000000001',
      14,
      ['https://detail.tmall.com/', 'item.htm?id=900000000001'],
    ],
    ['a digest breaks anywhere', '0123456789abcdef0123456789abcdef', 8, ['0123456789abcdef', '0123456789abcdef']],
    ['line breaks are kept, spaces at line ends are not', '一二 \n\n三', 9, ['一二', '', '三']],
    ['a family emoji is one character', '一👨‍👩‍👧‍👦二🇨🇳三', 3, ['一👨‍👩‍👧‍👦二', '🇨🇳三']],
  ])('%s', (_, text, characters, lines) => {
    expect(broken(text, characters)).toEqual(lines);
  });

  const piece = fc.constantFrom(
    ...[
      '一',
      '二',
      '，',
      '。',
      '（',
      '）',
      '「',
      '」',
      '《',
      '》',
      '、',
      '：',
      '！',
      '—',
      '…',
      ' ',
      'a',
      'Z',
      '7',
      '.',
      ',',
      '/',
      '-',
      '￥',
      '%',
      '😀',
      '\n',
    ],
  );
  const texts = fc.array(piece, { maxLength: 120, size: 'max' }).map((pieces) => pieces.join(''));

  test('nothing is lost, and nothing but white space disappears', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, characters) => {
        expect(broken(text, characters).join('').replace(/ /gu, '')).toBe(text.replace(/[ \n]/gu, ''));
      }),
    );
  });

  test('no line is too wide when it could be broken', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, characters) => {
        const boxes = boxesOf(text);
        for (const { start, end, width } of breakLines(boxes, () => characters * SIZE)) {
          if (end - start > 1) expect(width).toBeLessThanOrEqual(characters * SIZE + 0.01);
        }
      }),
    );
  });

  test('closing marks never start a line and opening marks never end one while there is another place', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 30 }), (text, characters) => {
        const lines = broken(text, characters);
        for (const [index, line] of lines.entries()) {
          const previous = lines[index - 1];
          if (previous === undefined || endsHard(text, lines, index) || isOneRun(previous)) continue;
          expect(line).not.toMatch(/^[，。、：！）」》…—%,.]/u);
          expect(previous).not.toMatch(/[（「《￥]$/u);
        }
      }),
    );
  });

  /** True when line `index` begins behind a line break of the text. */
  function endsHard(text: string, lines: string[], index: number): boolean {
    const before = lines.slice(0, index).join('').replace(/ /gu, '').length;
    let seen = 0;
    for (const character of clustersOf(text)) {
      if (character === LINE_BREAK && seen === before) return true;
      if (character !== LINE_BREAK && character !== ' ') seen += character.length;
      if (seen > before) return false;
    }
    return false;
  }

  /** A run of marks and word characters without a sure place to break, which is in front of a hanzi. */
  function isOneRun(line: string): boolean {
    return !/[^（「《￥ ] *[一二😀]/u.test(line);
  }
});
