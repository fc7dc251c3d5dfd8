import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readId,
  readInstant,
  readLink,
  readMonthDayAfter,
  readText,
  readTrackingNo,
  readWords,
} from '../../../lib/reading/values.ts';
import { formatIso, formatPageTime } from '../../../lib/shared/time.ts';
import { readUscc } from '../../../lib/shared/uscc.ts';

const NO = '9190000000000000101';

describe('readId', () => {
  it.each([
    NO,
    `${NO} 复制`,
    `${NO}（已付款）`,
    `${NO}\u200b`,
    '９１９０００００００００００００１０１',
    `${NO} 2026-01-01 10:00`,
  ])('%s', (text) => {
    expect(readId(text)).toBe(NO);
  });

  it.each([
    '',
    '12345',
    `x${NO}`,
    `${NO}0000`,
    '9190******0101',
    `${NO}*`,
    `${NO}…`,
    '9190 0000 0000 0000 101',
    `${NO}-2`,
    '9190.0000',
  ])('no number: %s', (text) => {
    expect(readId(text)).toBeNull();
  });

  it('keeps every digit', () => {
    const digits = fc.stringMatching(/^[1-9]\d{14,19}$/);
    fc.assert(fc.property(digits, (number) => void expect(readId(` ${number} 复制`)).toBe(number)));
  });
});

describe('readTrackingNo', () => {
  it.each([
    ['YT9000000000001', 'YT9000000000001'],
    ['900000000000301 复制', '900000000000301'],
    ['9000-0000001', '9000-0000001'],
    ['ＹＴ９０００００００００００１', 'YT9000000000001'],
  ])('%s', (text, code) => {
    expect(readTrackingNo(text)).toBe(code);
  });

  it.each([
    '',
    '暂无单号',
    'YT900****0001',
    '1234567',
    'YT9000000000001,YT9000000000002',
    'YT9000000000001、YT9000000000002',
    '无需物流',
  ])('no code: %s', (text) => {
    expect(readTrackingNo(text)).toBeNull();
  });
});

describe('readInstant', () => {
  it.each([
    ['2025-11-06 11:55:26', '2025-11-06T11:55:26+08:00'],
    ['2021-4-15 23:07:28', '2021-04-15T23:07:28+08:00'],
    ['2015-06-20 16:20', '2015-06-20T16:20:00+08:00'],
    ['2026年10月2日 9:05', '2026-10-02T09:05:00+08:00'],
    ['2026年10月02日09:05:06', '2026-10-02T09:05:06+08:00'],
    ['2026/10/2 09:05', '2026-10-02T09:05:00+08:00'],
    ['2026.10.02 09:05', '2026-10-02T09:05:00+08:00'],
    ['2026-10-02T09:05:06', '2026-10-02T09:05:06+08:00'],
    ['2026-10-02 09:05:06.123', '2026-10-02T09:05:06+08:00'],
    ['2026-10-0209:05:06', '2026-10-02T09:05:06+08:00'],
    ['２０２６－１０－０２　０９：０５', '2026-10-02T09:05:00+08:00'],
    ['2026-10-02\u00a009:05 【示例市】已签收', '2026-10-02T09:05:00+08:00'],
  ])('%s', (text, iso) => {
    expect(readInstant(text)).toBe(iso);
  });

  it.each([
    ['a day', '2026-10-02'],
    ['a month', '2026年10月'],
    ['a limit', '2026-10-02 09:05前发货'],
    ['a limit, 之前', '2026-10-02 09:05:06之前'],
    ['a beginning', '2026-10-02 09:05起'],
    ['a range', '2026-10-02 09:05 - 2026-10-03 09:05'],
    ['a range, 至', '2026-10-02 09:05至2026-10-03 09:05'],
    ['a zone', '2026-10-02T09:05:06Z'],
    ['another zone', '2026-10-02T09:05:06+09:00'],
    ['no such day', '2026-02-30 09:05'],
    ['no such hour', '2026-10-02 25:05'],
    ['no year', '10-02 09:05'],
    ['two digits of a year', '26-10-02 09:05'],
    ['an expected time', '预计2026-10-02 09:05'],
    ['a word', '昨天 12:30'],
    ['more digits', '2026-10-02 09:055'],
  ])('no instant: %s', (_form, text) => {
    expect(readInstant(text)).toBeNull();
  });

  it('reads what it would print, in every padding', () => {
    const seconds = fc.integer({ min: 1_400_000_000, max: 2_000_000_000 });
    fc.assert(
      fc.property(seconds, fc.boolean(), (time, isPadded) => {
        const text = formatPageTime(time * 1000);
        const shown = isPadded ? text : text.replace(/(?<=[-\s])0(?=\d)/g, '');
        expect(readInstant(shown)).toBe(formatIso(time * 1000));
      }),
    );
  });
});

describe('readMonthDayAfter', () => {
  it.each([
    ['11月08日 11:56', '2025-11-06T11:55:26+08:00', '2025-11-08T11:56:00+08:00'],
    ['01月03日 03:46', '2025-12-30T11:55:26+08:00', '2026-01-03T03:46:00+08:00'],
    ['11-08 11:56:07', '2025-11-06T11:55:26+08:00', '2025-11-08T11:56:07+08:00'],
    ['11月08日 24:00', '2025-11-06T11:55:26+08:00', '2025-11-09T00:00:00+08:00'],
    ['11月6日 11:00', '2025-11-06T11:55:26+08:00', '2025-11-06T11:00:00+08:00'],
    ['02月29日 10:00', '2024-01-30T11:55:26+08:00', '2024-02-29T10:00:00+08:00'],
  ])('%s after %s', (text, after, expected) => {
    expect(readMonthDayAfter(text, after)).toBe(expected);
  });

  it.each([
    ['11月08日 11:56', undefined],
    ['11月08日', '2025-11-06T11:55:26+08:00'],
    ['11月05日 11:56', '2025-11-06T11:55:26+08:00'],
    ['08月05日 11:56', '2025-11-06T11:55:26+08:00'],
    ['02月29日 10:00', '2026-01-30T11:55:26+08:00'],
    ['13月01日 10:00', '2025-11-06T11:55:26+08:00'],
  ])('unknown: %s after %s', (text, after) => {
    expect(readMonthDayAfter(text, after)).toBeNull();
  });
});

describe('readWords and readText', () => {
  it.each([
    [' 中通快递　查看物流 ', '中通快递'],
    ['测试店铺 > ', '测试店铺'],
    ['t**8', 't**8'],
    ['原因，', '原因'],
    ['测\u202e试', '测试'],
  ])('%j → %s', (text, words) => {
    expect(readWords(text)).toBe(words);
  });

  it.each([
    '',
    ' ',
    '-',
    '--',
    '——',
    '无',
    '暂无',
    '暂无数据',
    '加载中...',
    '请选择',
    '请输入物流单号',
    '（选填）最多200字',
    'Loading…',
    'null',
    'undefined',
    'NaN',
    '[object Object]',
    '{{nick}}',
    '复制',
  ])('nothing: %j', (text) => {
    expect([readWords(text), text === '复制' ? null : readText(text)]).toEqual([text === '复制' ? '复制' : null, null]);
  });

  it('keeps lines and cuts without splitting a character', () => {
    expect(readText(' 一行 \n\n 二　行 ')).toBe('一行\n二 行');
    expect(readWords('😀'.repeat(90))).toBe(`${'😀'.repeat(79)}…`);
  });
});

describe('readLink', () => {
  const read = (href: string | null) => readLink(href, 'https://www.taobao.com/', ['taobao.com', 'tmall.com']);

  it.each([
    ['//trade.taobao.com/x?a=1&b=2', 'https://trade.taobao.com/x?a=1&b=2'],
    ['http://trade.tmall.com/x', 'https://trade.tmall.com/x'],
    ['/x', 'https://www.taobao.com/x'],
  ])('%s', (href, link) => {
    expect(read(href)).toBe(link);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://taobao.com.evil.cn/',
    'https://eviltaobao.com/',
    '//evil.cn/taobao.com',
    'https://trade.taobao.com@evil.cn/',
    'http://[',
    '',
    null,
  ])('no link: %s', (href) => {
    expect(read(href)).toBeNull();
  });
});

describe('readUscc', () => {
  it.each(['91000000MA0TE0T01W', ' 91000000ma0te0t01w '])('%s', (code) => {
    expect(readUscc(code)).toBe('91000000MA0TE0T01W');
  });

  it.each([
    '91000000MA0TE0T01X',
    '91000000MA0TE0T01',
    '91000000MA0TE0T01WW',
    '91000000MA0TI0T01W',
    '',
    '统一社会信用代码',
  ])('not %s', (code) => {
    expect(readUscc(code)).toBeNull();
  });

  it('notices any digit that was misread', () => {
    const code = '91000000MA0TE0T01W';
    const place = fc.integer({ min: 0, max: 17 });
    fc.assert(
      fc.property(place, fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (index, char) => {
        const misread = code.slice(0, index) + char + code.slice(index + 1);
        expect(readUscc(misread)).toBe(misread === code ? code : null);
      }),
    );
  });
});
