import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/marketplaces/registry.ts';
import { readingSchema } from '../../../lib/marketplaces/schema.ts';
import { openPage } from '../../../scripts/saved-page.ts';
import { fixtures, readHtml, viewingAt } from './fixtures.ts';

const AT = '2026-11-22T12:00:00+08:00';
const ORDER = 'https://buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=9190000000000000101';
const ADDRESSES = [
  ORDER,
  'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm',
  'https://refund2.taobao.com/dispute/detail.htm?disputeId=900000000000000001',
  'https://refund2.taobao.com/dispute/buyerDisputeList.htm',
  'https://market.m.taobao.com/app/im/chat/index.html',
  'https://rights.taobao.com/complaint/buyerList.htm',
];

/** Words that mean something to the reader, in no order that means anything. */
const WORDS = fc.constantFrom(
  ...'订单编号：|退款编号|9190000000000000101|900000000000000001|实付款（含运费）|￥8.27|￥1,288.00起|创建时间:|2026-11-01 10:20:30|卖家已发货|还剩 1天2小时3分|物流公司：|中通快递|900000000000001|店铺|猜你喜欢|协商历史|退款说明：|备注：|复制| |\n|\u00a0|：|\u202e|𠮷|</div>|<!--|<br>|<td>|<tr>|<table>|<select>|<p>|<h3>|<pre>|<dl><dt>'.split(
    '|',
  ),
);
const NAME = fc.constantFrom(
  'div',
  'span',
  'p',
  'section',
  'table',
  'tr',
  'td',
  'li',
  'dd',
  'b',
  'a',
  'h2',
  'footer',
  'iframe',
  'script',
  'svg',
  'slot',
);
const ATTRIBUTES = fc.constantFrom(
  '',
  ' hidden',
  ' class="shopInfoName--a title--b"',
  ' id="shopOrderContainer_9190000000000000101"',
  ' class="trade-order-detail-order-info"',
  ' data-nick="%"',
  ' href="//["',
  ' class="js-order-container" data-reactid="order-1"',
  ' style="display:none"',
  ' class="ww_message"',
  ' data-reactid="negotiationInfoItem_1"',
);
const { html: markup } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    WORDS,
    fc.array(tie('html'), { maxLength: 6 }).map((parts) => parts.join('')),
    fc
      .tuple(NAME, ATTRIBUTES, tie('html'))
      .map(([name, attributes, inner]) => `<${name}${attributes}>${inner}</${name}>`),
  ),
}));
const DATA = fc
  .tuple(
    fc.constantFrom('data', 'detailData', 'disputeData', 'b'),
    fc.constantFrom('mainOrder', 'mainOrders', 'basic', 'overStatus', 'data', 'loaderData'),
    fc.jsonValue({ maxDepth: 4 }),
  )
  .map(
    ([name, key, value]) =>
      `<script>var ${name} = ${JSON.stringify({ [key]: value }).replaceAll('<', '\\u003c')};</script>`,
  );

describe('any page', { timeout: 60_000 }, () => {
  it('is read without an error, to a reading that fits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ADDRESSES), DATA, markup, (url, data, html) => {
        const reading = readHtml(data + html, url, AT);
        expect(readingSchema.parse(reading)).toEqual(reading);
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it.each([
    ['10 MB of text', `<p>实付款：￥8.27</p><p>${'订单 '.repeat(1_500_000)}</p>`],
    [
      '10 MB of scripts',
      `<p>实付款：￥8.27</p>${`<script>var x = "${'data = {'.repeat(330_000)}"</script>`.repeat(4)}`,
    ],
    ['20,000 boxes beside each other', `<p>实付款：￥8.27</p>${'<div>物流公司</div>'.repeat(20_000)}`],
    [
      '4,000 boxes in each other, five times',
      `<p>实付款：￥8.27</p>${`${'<div>'.repeat(4000)}x${'</div>'.repeat(4000)}`.repeat(5)}`,
    ],
    ['20,000 headings', `<p>实付款：￥8.27</p><table><tr>${'<th>物流公司</th>'.repeat(20_000)}</table>`],
    [
      'frames from elsewhere',
      '<p>实付款：￥8.27</p><iframe src="https://example.com/"></iframe><iframe sandbox src="data:text/html,x"></iframe>',
    ],
    ['a script in a value', '<p>实付款：<script>￥9.99</script>￥8.27</p>'],
  ])('%s: read or left, soon', (_what, html) => {
    expect(readHtml(html, ORDER, AT).facts.paidAmount).toBe('8.27');
  });
});

describe('reading', { timeout: 60_000 }, () => {
  it('leaves the page as it is: its elements, its place, its listeners', () => {
    for (const { html, url, at } of fixtures()) {
      const document = openPage(html, url);
      const calls: string[] = [];
      const { EventTarget, Element, Storage } = document.defaultView as unknown as Record<
        string,
        { prototype: object }
      >;
      for (const [type, name] of [
        [EventTarget, 'addEventListener'],
        [Element, 'setAttribute'],
        [Element, 'scrollIntoView'],
        [Storage, 'setItem'],
      ] as const) {
        Object.defineProperty(type?.prototype, name, { value: () => calls.push(name) });
      }
      Object.defineProperty(document.defaultView, 'scrollTo', { value: () => calls.push('scrollTo') });
      const before = document.documentElement.outerHTML;
      readPage(document, url, viewingAt(at));
      expect([document.documentElement.outerHTML === before, calls], url).toEqual([true, []]);
    }
  });
});
