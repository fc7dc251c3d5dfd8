import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64, toHex, utf8 } from '../../../lib/shared/bytes.ts';
import { crc32 } from '../../../lib/shared/crc32.ts';
import { isSha256, sha256 } from '../../../lib/shared/digest.ts';
import { normalizeSpace, plainText, truncate, withoutSpace } from '../../../lib/shared/text.ts';
import { parseUrl } from '../../../lib/shared/url.ts';

describe('text', () => {
  it.each([
    [normalizeSpace, ' 一 \n 二　三\u00a0四 ', '一 二 三 四'],
    [normalizeSpace, '\u202e实\u200b付\ufeff款\u00ad', '实付款'],
    [plainText, '订单编号：９１Ａ（ｘ）', '订单编号:91A(x)'],
    [plainText, '时间∶﹕︰', '时间:::'],
    [plainText, '，。！', ',。!'],
    [withoutSpace, ' 类　型 ： ', '类型：'],
  ])('%o(%j) → %j', (fold, text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('is cut by characters and says so', () => {
    expect([truncate('一二三', 3), truncate('一二三四', 3), truncate('😀😀😀', 2), truncate('一', 0)]).toEqual([
      '一二三',
      '一二…',
      '😀…',
      '…',
    ]);
  });

  it('keeps its length when it is folded, but for spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = normalizeSpace(text);
        expect(plainText(text)).toHaveLength(folded.length);
        expect(normalizeSpace(folded)).toBe(folded);
      }),
    );
  });
});

describe('bytes', () => {
  it('come back from base64', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (bytes) => void expect(fromBase64(toBase64(bytes))).toEqual(bytes),
      ),
    );
    const large = new Uint8Array(100_000).fill(7);
    expect(fromBase64(toBase64(large))).toEqual(large);
    expect(() => fromBase64('测')).toThrow();
  });

  it('have the checksums that everybody else computes', async () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
    expect(crc32(utf8('6789'), crc32(utf8('12345')))).toBe(0xcbf43926);
    expect(toHex(new Uint8Array([0, 15, 255]))).toBe('000fff');
    const digest = await sha256(utf8('abc'));
    expect(digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect([isSha256(digest), isSha256(digest.toUpperCase()), isSha256('ab')]).toEqual([true, false, false]);
  });
});

describe('parseUrl', () => {
  it('is null where new URL would throw', () => {
    expect(parseUrl('//a.cn/x', 'https://b.cn/')?.href).toBe('https://a.cn/x');
    expect([parseUrl('x'), parseUrl(''), parseUrl(null), parseUrl(undefined), parseUrl('http://[')]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
