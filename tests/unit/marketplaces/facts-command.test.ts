import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePage } from '../../../scripts/saved-page.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/facts.ts', import.meta.url));
const URL_OF_ORDER = 'https://buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=9190000000000000101';
const PAGE =
  '<!doctype html><meta charset="gbk"><h3>卖家已发货</h3><p>还剩 1天2小时3分 自动确认收货</p><p>订单编号：9190000000000000101</p><p>实付款：￥8.27</p>';
let folder = '';

/** Bytes of GBK for text that decodes back to itself; there is no encoder in the platform. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Uint8Array.from(Array.from(text).flatMap((char) => bytesOf.get(char) ?? [char.charCodeAt(0)]));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facts-'));
  writeFileSync(join(folder, 'utf8.html'), PAGE);
  writeFileSync(join(folder, 'bom.html'), `\uFEFF${PAGE}`);
  writeFileSync(join(folder, 'gbk.html'), gbk(PAGE));
  writeFileSync(join(folder, 'utf16.html'), Buffer.from(`\uFEFF${PAGE}`, 'utf16le'));
  writeFileSync(join(folder, 'empty.html'), '');
  mkdirSync(join(folder, 'page_files'));
  writeFileSync(
    join(folder, 'framed.html'),
    '<iframe src="./page_files/inner.html"></iframe><iframe src="./page_files/none.html"></iframe><iframe src="./../../outside.html"></iframe>',
  );
  writeFileSync(join(folder, 'page_files/inner.html'), PAGE);
});
afterAll(() => rmSync(folder, { recursive: true }));

function facts(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...parameters], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stderr, output: stdout ? JSON.parse(stdout) : null };
}

describe('npm run facts', { timeout: 60_000 }, () => {
  it('prints what it reads, in the order of the contract', () => {
    const { status, output, stderr } = facts('--url', URL_OF_ORDER, 'utf8.html');
    expect([status, stderr]).toEqual([0, '']);
    expect(Object.keys(output).slice(0, 6)).toEqual(['marketplace', 'pageKind', 'role', 'facts', 'missing', 'source']);
    expect(output).toMatchObject({
      marketplace: 'taobao',
      pageKind: 'orderDetail',
      role: 'buyer',
      facts: {
        orderNo: '9190000000000000101',
        paidAmount: '8.27',
        orderStatus: '卖家已发货',
        stage: 'SHIPPED',
        countdown: { endsAt: null, remainingMs: 93_780_000, action: '自动确认收货' },
      },
      source: { orderNo: 'label', paidAmount: 'label' },
    });
    expect(output.missing).toContain('paidAt');
  });

  it('tells when a clock ends when it is told when the page was seen', () => {
    const { output } = facts('--at', '2026-11-22T04:00:00Z', '--url', URL_OF_ORDER, 'utf8.html');
    expect(output.facts.countdown).toMatchObject({ endsAt: '2026-11-23T14:03:00+08:00' });
    expect(output.facts.countdown).not.toHaveProperty('remainingMs');
  });

  it.each(['bom.html', 'gbk.html', 'utf16.html', 'framed.html'])('reads %s like the others', (file) => {
    expect(facts('--url', URL_OF_ORDER, file).output.facts).toEqual(
      facts('--url', URL_OF_ORDER, 'utf8.html').output.facts,
    );
  });

  it('says null for a page of nobody, and nothing but the address for an empty one', () => {
    expect(facts('--url', 'https://example.com/', 'utf8.html').output).toMatchObject({
      marketplace: null,
      pageKind: null,
      role: 'unknown',
      facts: {},
      missing: [],
    });
    expect(facts('--url', URL_OF_ORDER, 'empty.html').output).toMatchObject({
      pageKind: 'orderDetail',
      facts: { orderNo: '9190000000000000101' },
      source: { orderNo: 'url' },
    });
  });

  it.each([
    ['no file', ['--url', URL_OF_ORDER]],
    ['two files', ['--url', URL_OF_ORDER, 'utf8.html', 'gbk.html']],
    ['no address', ['utf8.html']],
    ['no address behind --url', ['utf8.html', '--url']],
    ['no web address', ['--url', 'javascript:1', 'utf8.html']],
    ['words for an address', ['--url', '淘宝', 'utf8.html']],
    ['a time without a zone', ['--url', URL_OF_ORDER, '--at', '2026-11-22T12:00:00', 'utf8.html']],
    ['no time', ['--url', URL_OF_ORDER, '--at', 'tomorrow', 'utf8.html']],
    ['an unknown option', ['--url', URL_OF_ORDER, '--json', 'utf8.html']],
    ['a file that is not there', ['--url', URL_OF_ORDER, 'none.html']],
    ['a folder', ['--url', URL_OF_ORDER, '.']],
    ['nothing', []],
  ])('explains itself: %s', (_what, parameters) => {
    const { status, output, stderr } = facts(...parameters);
    expect([status, output]).toEqual([2, null]);
    expect(stderr).toMatch(/用法：npm run -s facts -- --url/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('decodePage', () => {
  it('finds out the encoding from the bytes, not from what the page says of itself', () => {
    const text = '订单编号：测试';
    for (const bytes of [
      new TextEncoder().encode(text),
      gbk(text),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ]) {
      expect(decodePage(bytes).replace('\uFEFF', '')).toBe(text);
    }
  });

  it('lives with a damaged character and with bytes of no encoding', () => {
    const damaged = new TextEncoder().encode('订单编号'.repeat(40));
    damaged[100] = 0xff;
    expect(decodePage(damaged)).toContain('订单编号订单编号');
    expect(decodePage(Uint8Array.of(0xff, 0x00, 0x81))).toBeTypeOf('string');
    expect(decodePage(new Uint8Array())).toBe('');
  });
});
