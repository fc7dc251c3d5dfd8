import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGbk } from '../../../lib/bundle/gbk.ts';
import * as layout from '../../../lib/bundle/layout.ts';
import {
  evidenceFolderName,
  isSafePath,
  MAX_NAME,
  safeName,
  topFolderName,
  uniqueName,
} from '../../../lib/bundle/names.ts';

const AT = Date.UTC(2026, 10, 22, 4, 15, 1);
/** Text with everything that makes trouble in names. */
const trouble = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(...'\\/:*?"<>|. \t\n\u0000\u007f\u3000', 'CON', 'nul', 'COM1', '😀', '店', '.txt', '\u202e', 'ﬁ'),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);
const extension = fc.constantFrom('', '.png', '.mhtml', '.json');

describe('safeName', () => {
  it('keeps every rule whatever it is given', () => {
    fc.assert(
      fc.property(trouble, extension, (stem, ending) => {
        const name = safeName(stem, ending);
        expect(name.length).toBeGreaterThan(ending.length);
        expect(name.length).toBeLessThanOrEqual(MAX_NAME);
        expect(name.endsWith(ending)).toBe(true);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Emoji_Presentation}]|^[\s.]|[\s.]$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(isGbk(name)).toBe(true);
        expect(name.isWellFormed()).toBe(true);
        expect(isSafePath(name)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing about a name that is safe already', () => {
    fc.assert(
      fc.property(trouble, (stem) => {
        expect(safeName(safeName(stem))).toBe(safeName(stem));
      }),
    );
  });

  it.each([
    ['a/b:c*?', 'a／b：c＊？'],
    ['  七天  无理由 ', '七天 无理由'],
    ['好评😀😀返现', '好评_返现'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['aux .txt', '_aux .txt'],
    ['CONSOLE', 'CONSOLE'],
    ['...', '未命名'],
    ['', '未命名'],
    ['e\u0301', 'é'],
    ['한국', '_'],
  ])('%j becomes %j', (stem, name) => {
    expect(safeName(stem)).toBe(name);
  });

  it('cuts the stem, not the extension', () => {
    expect(safeName('长'.repeat(60), '.png')).toBe(`${'长'.repeat(36)}.png`);
    expect(safeName(`${'长'.repeat(35)}. x`, '.png')).toBe(`${'长'.repeat(35)}.png`);
  });
});

describe('isGbk', () => {
  it.each(['abc ~', '囍垚喆㎡℃①龘靐', '￥〖〗（）', 'é', '朱镕基'])('knows %s', (text) => {
    expect(isGbk(text)).toBe(true);
  });

  it.each(['😀', '✓', '한', 'ß', '\ue000', '\ufffd', '\ud800', '𠮷'])('does not know %j', (text) => {
    expect(isGbk(text)).toBe(false);
  });

  it('knows all ideographs of Unicode 1.0, as GBK does', () => {
    for (let point = 0x4e00; point <= 0x9fa5; point += 1) expect(isGbk(String.fromCharCode(point))).toBe(true);
  });
});

describe('uniqueName', () => {
  it('numbers names that Windows could not tell apart', () => {
    const taken = new Set<string>();
    const names = ['图.png', '图.PNG', '图.png', '图'].map((name) => uniqueName(name, taken));
    expect(names).toEqual(['图.png', '图_2.PNG', '图_3.png', '图']);
  });

  it('stays within the length', () => {
    const taken = new Set<string>();
    const name = safeName('长'.repeat(60), '.png');
    const names = Array.from({ length: 12 }, () => uniqueName(name, taken));
    expect(new Set(names).size).toBe(12);
    for (const each of names) expect(isSafePath(each)).toBe(true);
  });
});

describe('folder names', () => {
  it('are those of the specification', () => {
    expect(topFolderName('测试旗舰店', '9301000000000017', AT)).toBe('12315证据包_测试旗舰店_0017_20261122-1215');
    expect(topFolderName('', '', AT)).toBe('12315证据包_未命名_20261122-1215');
    expect(evidenceFolderName('E01', '商品页', AT)).toBe('E01_商品页_1122-1215');
  });

  it('are safe and short enough whatever shop and page are called', () => {
    fc.assert(
      fc.property(trouble, trouble, (shop, name) => {
        const top = topFolderName(shop, '9301000000000017', AT);
        expect(isSafePath(top)).toBe(true);
        expect(isSafePath(evidenceFolderName('E01', name, AT))).toBe(true);
      }),
    );
  });
});

describe('isSafePath', () => {
  it('knows the names that every bundle has', () => {
    for (const path of Object.values(layout)) if (typeof path === 'string') expect(isSafePath(path)).toBe(true);
  });

  it.each(['', 'a//b', '../a', 'a/.', 'a\\b', 'a.', ' a', 'CON', 'x/nul.txt', '😀.png', `${'长'.repeat(41)}`, 'a?'])(
    'refuses %j',
    (path) => {
      expect(isSafePath(path)).toBe(false);
    },
  );

  it('counts the top folder in', () => {
    const path = ['长'.repeat(40), '长'.repeat(40), '长'.repeat(10)].join('/');
    expect(isSafePath(path, 28)).toBe(true);
    expect(isSafePath(path, 29)).toBe(false);
  });
});
