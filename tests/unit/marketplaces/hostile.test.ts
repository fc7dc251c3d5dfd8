import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/marketplaces/registry.ts';
import { readingSchema } from '../../../lib/marketplaces/schema.ts';
import { openPage } from '../../../scripts/saved-page.ts';
import { KNOWN_ADDRESSES } from './addresses.ts';
import { fixtures, readHtml } from './fixtures.ts';

const ORDER = 'https://buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=9190000000000000101';
const LIST = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
const REFUND = 'https://refund2.taobao.com/dispute/detail.htm?disputeId=900000000000000001';
const AT = '2026-11-22T12:00:00+08:00';
const script = (code: string) => `<script>${code}</script>`;
const oldOrder = (extra = '') =>
  script(
    `var data = {mainOrder: {id: '9190000000000000101', payInfo: {actualFee: {name: '实付款', value: '￥8.27'}}}${extra}};`,
  );

describe('a hostile page', () => {
  it('cannot reach a prototype through its data', () => {
    const data = script(
      `var data = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "mainOrder": {"__proto__": {"id": "9999999999999999999"}, "id": "9190000000000000101"}}');`,
    );
    const { facts } = readHtml(data, ORDER);
    expect(facts.orderNo).toBe('9190000000000000101');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('does not get its scripts run', () => {
    const html = `${script('document.body.dataset.ran = "1"; var data = {};')}<img src=x onerror="document.body.dataset.ran='1'">`;
    const document = openPage(html, ORDER);
    readPage(document, ORDER);
    expect(document.body.dataset.ran).toBeUndefined();
  });

  it.each([
    ['a huge script', script(`var data = {"x": "${'a'.repeat(4_100_000)}"}`)],
    ['a script of assignments', script('data = {'.repeat(60_000))],
    ['brackets without end', script(`var data = ${'['.repeat(100_000)}`)],
    ['objects without end', script(`var data = ${'{"a":'.repeat(100_000)}`)],
    ['a wall of JSON.parse', script(`var data = ${'JSON.parse('.repeat(20_000)}`)],
    ['deep elements', `${'<div>'.repeat(5000)}实付款：￥9.99`],
    ['deep inline elements', `${'<b><i>'.repeat(2000)}x`],
    ['one endless word', `<p>${'订'.repeat(500_000)}</p>`],
    ['endless digits', `<p>订单编号：${'9'.repeat(300_000)}</p>`],
    ['endless spaces', `<p>订单编号${' '.repeat(300_000)}：</p>`],
    ['many labels', `<p>${'实付款：'.repeat(20_000)}</p>`],
    ['many clocks', `<p>${'还剩1天'.repeat(20_000)}</p>`],
    ['many rows', '<p>订单编号：9190000000000000101</p>'.repeat(3000)],
    ['many style rules', `<style>${'.a{display:none}'.repeat(3000)}</style><p class=a>x</p>`],
  ])('%s is read or left before anybody notices', { timeout: 30_000 }, (_name, html) => {
    for (const url of [ORDER, REFUND]) {
      const { facts } = readHtml(html + oldOrder(), url, AT);
      expect([undefined, '8.27']).toContain(facts.paidAmount);
    }
  });

  it('huge data does not hide the small one that follows', () => {
    expect(readHtml(script(`var data = {"x": "${'a'.repeat(4_100_000)}"}`) + oldOrder(), ORDER).facts.paidAmount).toBe(
      '8.27',
    );
  });

  it.each([
    'null',
    '1',
    '"text"',
    '[]',
    '[[]]',
    '{}',
    '{mainOrder: 1}',
    '{mainOrder: []}',
    '{mainOrder: {id: {}}}',
    '{mainOrder: {subOrders: {}, orderInfo: 1, payInfo: [1], statusInfo: [], operationsGuide: {}}, orderBar: {nodes: 5}}',
  ])('data of the wrong shape is no data: %s', (data) => {
    for (const name of ['data', 'detailData', 'disputeData']) {
      for (const url of [ORDER, LIST, REFUND]) {
        const { facts, source } = readHtml(script(`var ${name} = ${data};`), url, AT);
        expect(Object.keys(facts).every((key) => source[key as keyof typeof source] === 'url')).toBe(true);
      }
    }
  });

  it('keeps every digit of numbers that no JavaScript number holds', () => {
    const data = script(
      'var data = {mainOrders: [{id: 9007199254740993123, orderInfo: {createTime: "2026-11-01 10:00:00"}}]};',
    );
    expect(readHtml(data, LIST).facts.orders?.[0]?.orderNo).toBe('9007199254740993123');
  });

  it('shows markup in its texts as text', () => {
    const html = '<p>店铺：&lt;img src=x onerror=alert(1)&gt;</p><p>卖家：&lt;b&gt;x&lt;/b&gt;</p>';
    const { facts } = readHtml(html + oldOrder(), ORDER);
    expect(facts.shopName).toBe('<img src=x onerror=alert(1)>');
  });

  it.each([
    ['right-to-left override', '实付款：\u202e￥72.8\u202c', undefined],
    ['zero-width characters', '实\u200b付\u200c款：\ufeff￥8\u2060.27', '8.27'],
    ['soft hyphens', '实付\u00ad款：￥8.27', '8.27'],
    ['icons of a font', '\ue600实付款：￥8.27\ue601', '8.27'],
    ['full-width forms', '实付款：￥８．２７', '8.27'],
  ])('%s change no amount', (_name, text, amount) => {
    const { facts } = readHtml(`<p>订单编号：9190000000000000101</p><p>${text}</p>`, ORDER);
    expect(facts.paidAmount).toBe(amount ?? '72.80');
  });

  it('says nothing about an order whose page has come half', () => {
    const html = '<p>订单编号：</p><p>实付款：</p><p>创建时间：2026-11-</p><h3>卖家</h3><p>还剩 天 时 分</p>';
    const { facts } = readHtml(html, ORDER, AT);
    expect(facts).toEqual({ orderNo: '9190000000000000101' });
  });
});

describe('what is read', { timeout: 60_000 }, () => {
  const pages = [
    ...fixtures().map(({ html, url, at }) => [html, url, at] as const),
    ...KNOWN_ADDRESSES.map(([url]) => ['', url, AT] as const),
  ];

  it('always fits through the background’s door', () => {
    for (const [html, url, at] of pages) {
      const reading = readHtml(html, url, at);
      expect(readingSchema.parse(reading), url).toEqual(reading);
    }
  });

  it('does not change the page', () => {
    for (const [html, url] of pages) {
      const document = openPage(html, url);
      const before = document.documentElement.outerHTML;
      readPage(document, url);
      expect(document.documentElement.outerHTML, url).toBe(before);
    }
  });

  it('is missing rather than wrong when a page is cut off anywhere', () => {
    for (const { html, url, at, name } of fixtures().filter(({ name }) =>
      /order-(?:new|old)--(?:shipped|paid)/.test(name),
    )) {
      const whole = readHtml(html, url, at).facts;
      for (let share = 1; share < 20; share += 1) {
        const cut = readHtml(html.slice(0, Math.floor((html.length * share) / 20)), url, at).facts;
        for (const key of [
          'orderNo',
          'paymentNo',
          'paidAt',
          'createdAt',
          'shopName',
          'carrier',
          'trackingNo',
        ] as const) {
          expect([undefined, whole[key]], `${name} ${share}/20 ${key}`).toContain(cut[key]);
        }
      }
    }
  });
});
