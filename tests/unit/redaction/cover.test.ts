import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoveredWords } from '../../../lib/evidence/covered.ts';
import { coverCapture } from '../../../lib/redaction/cover-capture.ts';
import { coverFile, coverValue, textCoverer } from '../../../lib/redaction/cover-text.ts';
import { capture } from '../cases/pages.ts';

const WORDS: CoveredWords[] = [
  { rule: 'phone', text: '13800000000' },
  { rule: 'name', text: '测试三' },
  { rule: 'address', text: '示例省 示例市示例路1号' },
  { rule: 'word', text: 'C:\\测试 (1)' },
];

function covered(text: string, words = WORDS): string {
  return textCoverer(words).cover(text);
}

describe('covering a text', () => {
  it.each([
    ['请打13800000000找测试三', '请打■手机号码■找■姓名■'],
    ['138 0000-0000', '■手机号码■'],
    ['１３８００００００００', '■手机号码■'],
    ['138\u200b00000000', '■手机号码■'],
    ['示例省\n示例市 示例路1号', '■地址■'],
    ['9013800000000012345', '9013800000000012345'],
    ['见 c:\\测试 (1) 文件夹', '见 ■指定文字■ 文件夹'],
    ['\uFEFF没有\r\n别的', '\uFEFF没有\r\n别的'],
  ])('%j becomes %j', (text, expected) => {
    expect(covered(text)).toBe(expected);
  });

  it('covers the longer words where two begin alike, and counts by rule', () => {
    const words: CoveredWords[] = [
      { rule: 'name', text: '测试' },
      { rule: 'address', text: '测试路1号' },
    ];
    const { cover, counts } = textCoverer(words);
    expect(cover('测试路1号的测试')).toBe('■地址■的■姓名■');
    expect(counts).toEqual({ address: 1, name: 1 });
  });

  it('leaves nothing of the words in any text, and the rest as it was', () => {
    const gap = fc.constantFrom('', ' ', '-', '\n');
    const phone = fc.tuple(gap, gap).map(([one, other]) => `138${one}0000${other}0000`);
    const piece = fc.oneof(phone, fc.constant('测试三'), fc.stringMatching(/^[a-z一-三，。]{0,6}$/));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('、');
        const result = covered(text);
        expect(result.replace(/[\s-]/g, '')).not.toContain('13800000000');
        expect(result).not.toContain('测试三');
        const others = pieces.filter((one) => !/138|测试三/.test(one));
        for (const other of others) expect(result).toContain(other);
      }),
    );
  });

  it('does nothing without words', () => {
    expect(covered('13800000000', [])).toBe('13800000000');
    expect(covered('13800000000', [{ rule: 'word', text: ' ' }])).toBe('13800000000');
  });
});

describe('covering a file', () => {
  it('of JSON covers its texts and keeps its numbers, keys and form', () => {
    const data = { phone: 13800000000, 测试三: ['13800000000', { note: '找测试三', none: null, yes: true }] };
    const result = coverFile(JSON.stringify(data), 'application/json', WORDS);
    expect(JSON.parse(result?.text ?? '')).toEqual({
      phone: 13800000000,
      测试三: ['■手机号码■', { note: '找■姓名■', none: null, yes: true }],
    });
    expect(result?.counts).toEqual({ phone: 1, name: 1 });
  });

  it('finds words that JSON writes with escapes', () => {
    const result = coverFile('{"a":"\\u0031\\u003300000138","b":"测试\\u4e09"}', 'application/json', WORDS);
    expect(JSON.parse(result?.text ?? '').b).toBe('■姓名■');
  });

  it('that says it is JSON and is none is not covered at all', () => {
    expect(coverFile('{"a":', 'application/json', WORDS)).toBeNull();
  });
});

describe('a capture as documents tell of it', () => {
  const facts = { orderNo: '9000000000000012345', buyerNick: '测试三', items: [{ title: '杯子', quantity: 1 }] };

  it('has nothing of what is covered', () => {
    const plain = capture('orderDetail', 1, {
      facts,
      title: '测试三的订单',
      note: '打13800000000',
      purpose: '证明付了款',
    });
    const shown = coverCapture(plain, textCoverer(WORDS).cover);
    expect(shown).toMatchObject({ title: '■姓名■的订单', note: '打■手机号码■', purpose: '证明付了款' });
    expect(shown.facts).toEqual({ ...facts, buyerNick: '■姓名■' });
  });

  it('is as it was when nothing is covered', () => {
    const plain = capture('orderDetail', 1, { facts });
    expect(coverCapture(plain, textCoverer([]).cover)).toEqual(plain);
  });
});

describe('coverValue', () => {
  it('keeps any JSON as it is when nothing is covered in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(coverValue(value, (text) => text)).toEqual(value);
      }),
    );
  });
});
