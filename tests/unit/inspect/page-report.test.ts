import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isKnownWord } from '../../../lib/inspect/known-words.ts';
import { maskName, maskText, maskUrl } from '../../../lib/inspect/mask.ts';
import { pageReport } from '../../../lib/inspect/page-report.ts';
import { scriptShape } from '../../../lib/inspect/script-shape.ts';
import { ORDER_NO, refundPage } from '../cases/pages.ts';

const URL_OF_PAGE = `https://refund2.taobao.com/dispute/detail.htm?disputeId=${ORDER_NO}&x=测试`;

/** The report of a page, without its head. */
function bodyOf(html: string, url = URL_OF_PAGE): string {
  const report = pageReport(new JSDOM(html).window.document, url, { version: '1.0.0', reading: null });
  return report.slice(report.indexOf('\n\n') + 2);
}

/** Chinese that is none of our words; the placeholder is nobody's. */
function foreignWords(text: string): string[] {
  return (text.match(/\p{Script=Han}+/gu) ?? []).filter((run) => !isKnownWord(run) && !/^字+$/u.test(run));
}

/** Runs of digits that are not placeholders. */
function numbers(text: string): string[] {
  return text.match(/\d*[1-9]\d*/g) ?? [];
}

describe('the shape of a text', () => {
  it.each([
    ['退款编号：9175302644', '退款编号：0000000000'],
    ['退款金额￥35.20', '退款金额￥00.00'],
    ['货品总价：￥35.20，确认收货时间 张三', '货品总价：￥00.00，确认收货时间 字字'],
    ['张三', '字字'],
    ['买家(测试买家01)于2026-11-21创建了退款申请', '买家(字字字字00)字0000-00-00字字字字字字字'],
    ['Test_01@example.com', 'xxxx_00@xxxxxxx.xxx'],
    ['１２３ ①', '000 0'],
    ['王😀👍🏽', '字***'],
    ['  ', ''],
    ['ありがとう', 'xxxxx'],
  ])('%s is %s', (text, shape) => {
    expect(maskText(text)).toBe(shape);
  });

  it('is cut', () => {
    expect(maskText('字'.repeat(500))).toBe(`${'字'.repeat(60)}…`);
  });

  it.each([
    ['order-item-9190', 'order-item-0000'],
    ['张三-row', '字字-row'],
    ['data-spm', 'data-spm'],
  ])('of a name: %s is %s', (name, shape) => {
    expect(maskName(name)).toBe(shape);
  });
});

describe('the shape of an address', () => {
  it.each([
    [URL_OF_PAGE, 'refund0.taobao.com/dispute/detail.htm?disputeId&x'],
    ['/trade/9190/detail_item.htm?bizOrderId=919&_=1', 'refund0.taobao.com/trade/0000/detail_item.htm?bizOrderId&_'],
    ['https://shop1234.taobao.com/shop/view_shop.htm', 'xxxx0000.taobao.com/shop/view_shop.htm'],
    ['https://zhangsan.example.com/zhangsan/1?zhangsan', 'xxxxxxxx.xxxxxxx.com/…?x'],
    ['https://item.taobao.com/%E5%BC%A0%E4%B8%89/a?%E5%BC%A0=1', 'item.taobao.com/xxxxxx/a?x'],
    ['javascript:pay(9190)', 'javascript:…'],
    ['data:text/html,张三', 'data:…'],
    ['https://[', '?'],
    ['https://user:secret@www.taobao.com/#/张三', 'www.taobao.com/'],
  ])('%s is %s', (address, shape) => {
    expect(maskUrl(address, URL_OF_PAGE)).toBe(shape);
  });
});

describe('the shape of data', () => {
  it('is keys and types', () => {
    const source = `var a = 1; window.detailData = {"orderNo": "9190", amount: 35.2, "买家": null, "张三": true, "919": [1],
      items: [{title: "杯子", n: 1}, {title: "盖子", n: 2}, "x"]}; secret("张三")`;
    expect(scriptShape(source, '')).toEqual([
      'window.detailData = {000: [number], orderNo: string, amount: number, 买家: null, 字字: boolean, items: [{title: string, n: number} | string]}',
    ]);
    expect(scriptShape('{"a": {"b": "张三"}}', 'application/json')).toEqual(['json = {a: {b: string}}']);
    expect(scriptShape('data = JSON.parse(\'{"a":[]}\')', '')).toEqual(['data = {a: []}']);
  });

  it('of code is nothing', () => {
    expect(scriptShape('function f(张三) { return "9190" }', '')).toEqual([]);
    expect(scriptShape('x = {', '')).toEqual([]);
    expect(scriptShape('', 'application/json')).toEqual([]);
  });
});

describe('the report of a page', () => {
  it('has names, known words, links, shadow trees and frames, and nothing from inputs', () => {
    const { document } = new JSDOM(
      `<div id="app-919" class="page page--1" data-spm="a.1"><b>退款编号</b><span>9175</span><input value="张三" name="nick">
       <textarea>张三</textarea><div contenteditable>张三</div><select><option>张三</select><a href="/x?id=1">查看详情</a>
       <style>.张三{}</style><!-- 张三 --><iframe></iframe><div id="host"></div></div>`,
    ).window;
    const frame = document.querySelector('iframe')?.contentDocument;
    frame?.body.append('订单编号');
    document.querySelector('#host')?.attachShadow({ mode: 'open' }).append('张三 退款金额');
    const report = pageReport(document, URL_OF_PAGE, {
      version: '1.0.0',
      reading: refundPage({}, { missing: ['paidAt'] }),
    });
    expect(report).toMatchInlineSnapshot(`
      "page-structure/1
      extension: 1.0.0
      address: refund0.taobao.com/dispute/detail.htm?disputeId&x
      adapter: taobao@1
      page: taobao refundDetail buyer
      read: orderNo refundNo
      missing: paidAt
      contradictions: -

      html
        head
        body
          div#app-000.page.page--0 [data-spm]
            b
              "退款编号"
            span
              "0000"
            input [value name]
            textarea
            div [contenteditable]
            select
            a [href] → refund0.taobao.com/x?id
              "查看详情"
            style
            iframe
              #frame
                html
                  head
                  body
                    "订单编号"
            div#host
              #shadow
                "字字 退款金额"
      "
    `);
  });

  it('shows how rows repeat without showing them all', () => {
    const body = bodyOf(`<ul>${'<li><b>退款</b>9175</li>'.repeat(500)}</ul>`);
    expect(body.match(/li/g)).toHaveLength(3);
    expect(body).toContain('…');
  });

  it('stays small on a huge page, and comes to an end on a deep one', () => {
    const row = (index: number) => `<p class="${'abcdefghij'[index % 10]}${'x'.repeat(index % 57)}">张三${index}</p>`;
    const huge = bodyOf(Array.from({ length: 30_000 }, (_, index) => row(index)).join(''));
    expect(huge.length).toBeLessThan(410_000);
    expect(bodyOf('<div>'.repeat(600)).split('\n').length).toBeLessThan(100);
  });
});

describe('personal data', () => {
  const folder = new URL('../../fixtures/taobao/', import.meta.url);
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

  it.each(pages)('of %s is not in its report', (name) => {
    const html = readFileSync(new URL(name, folder), 'utf8');
    const body = bodyOf(html);
    expect(numbers(body)).toEqual([]);
    expect(foreignWords(body)).toEqual([]);
  });

  /** Words that people could write anywhere, each with a mark by which it would be found again. */
  const secretName = fc.stringMatching(/^[赵钱孙李周吴郑冯陈褚][甲乙丙丁戊己庚辛壬癸]{1,3}$/u);
  const secretNumber = fc.stringMatching(/^[1-9]\d{5,18}$/);
  const secretWord = fc.stringMatching(/^zq[a-w]{4,10}$/);
  const secret = fc.oneof(secretName, secretNumber, secretWord);
  const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const wild = fc.string({ unit: 'binary', maxLength: 40 }).map(escaped);

  const piece = fc.oneof(
    secret.map((word) => `<p>${word}</p>`),
    fc.tuple(secret, wild).map(([word, noise]) => `<b title="${word}">退款编号：${word} ${noise}</b>`),
    secret.map(
      (word) =>
        `<a href="https://item.taobao.com/item.htm?id=${encodeURIComponent(word)}&amp;${encodeURIComponent(word)}">${word}</a>`,
    ),
    secret.map((word) => `<a href="https://${encodeURIComponent(word)}.example.com/${encodeURIComponent(word)}">x</a>`),
    secret.map((word) => `<input value="${word}" placeholder="${word}"><textarea>${word}</textarea>`),
    secret.map((word) => `<select><option value="${word}">${word}</option></select><div contenteditable>${word}</div>`),
    fc
      .tuple(secret, secret)
      .map(
        ([key, value]) =>
          `<script>var data = {"a": "${value}", "list": ["${value}"], n: ${JSON.stringify(value)}, "${/^zq/.test(key) ? 'k' : key}": {b: "${value}"}}; call("${value}")</script>`,
      ),
    secret.map((word) => `<script type="application/json">{"a": ["${word}", {"b": "${word}"}]}</script>`),
    secret.map((word) => `<!-- ${word} --><style>.x::after{content:"${word}"}</style><template>${word}</template>`),
    secret.map(
      (word) =>
        `<div id="${/^zq/.test(word) ? 'a' : word}" class="c-${/^zq/.test(word) ? 'b' : word}" data-x="${word}">${word}</div>`,
    ),
    wild.map((noise) => `<i data-a="${noise}">${noise}</i>`),
  );

  it('is in no report, wherever it stands and however the page is built', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const body = bodyOf(`<div>${pieces.join('')}</div>`);
        expect(numbers(body)).toEqual([]);
        expect(foreignWords(body)).toEqual([]);
        expect(body).not.toMatch(/zq/);
      }),
      { numRuns: 120 },
    );
  }, 30_000);
});
