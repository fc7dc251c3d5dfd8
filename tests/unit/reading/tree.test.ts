import { describe, expect, it } from 'vitest';
import { Content } from '../../../lib/reading/content.ts';
import { follows, isWithin, pageTrees, parentOf, queryDeep } from '../../../lib/reading/tree.ts';
import { opened } from './page.ts';

const shadow = (tag: string, inner: string, rest = '') =>
  `<${tag}${rest}><template shadowrootmode="open">${inner}</template></${tag}>`;
const PAGE = `<main><p id="before"></p>${shadow('app-root', shadow('order-list', '<b class="row">1</b>'))}<p id="after"></p></main>`;

const by = (document: Document, selector: string): Element =>
  queryDeep(document.documentElement, selector)[0] ?? document.body;

describe('across open shadow trees', () => {
  it('the parent of a shadow tree’s top is its host', () => {
    const document = opened(PAGE);
    const names = [];
    for (let up: Element | null = by(document, '.row'); up; up = parentOf(up)) names.push(up.localName);
    expect(names).toEqual(['b', 'order-list', 'app-root', 'main', 'body', 'html']);
  });

  it('a link’s address has a host, too, which is no element', () => {
    const document = opened('<a href="https://trade.taobao.com/x"><b>1</b></a>');
    expect(parentOf(by(document, 'b'))?.localName).toBe('a');
  });

  it('a box holds what hangs in it, however deep', () => {
    const document = opened(PAGE);
    const row = by(document, '.row');
    expect(isWithin(by(document, 'main'), row)).toBe(true);
    expect(isWithin(by(document, 'order-list'), row)).toBe(true);
    expect(isWithin(by(document, '#after'), row)).toBe(false);
    expect(isWithin(row, by(document, 'main'))).toBe(false);
  });

  it('what hangs in a shadow tree stands where its host stands', () => {
    const document = opened(PAGE);
    expect(follows(by(document, '#before'), by(document, '.row'))).toBe(true);
    expect(follows(by(document, '#after'), by(document, '.row'))).toBe(false);
    expect(follows(by(document, '.row'), by(document, '#after'))).toBe(false);
  });

  it('a page consists of its document, frames and shadow trees, and of frames in those', () => {
    const frame = '<iframe srcdoc="&lt;i&gt;in a frame&lt;/i&gt;"></iframe>';
    const trees = pageTrees(opened(shadow('app-root', `${frame}<b>1</b>`)));
    expect(trees.map(({ nodeType }) => nodeType)).toEqual([9, 11, 9]);
  });

  it('a thousand trees in each other are no trouble', () => {
    const document = opened('<p></p>');
    let host: Element = by(document, 'p');
    for (let depth = 0; depth < 1000; depth += 1) {
      const inner = document.createElement('div');
      host.attachShadow({ mode: 'open' }).append(inner);
      host = inner;
    }
    host.className = 'deepest';
    expect(queryDeep(document.documentElement, '.deepest')).toEqual([host]);
    expect(isWithin(document.body, host)).toBe(true);
  });
});

describe('Content', () => {
  const found = (body: string) => new Content(opened(body)).query('b').map(({ textContent }) => textContent);

  it('finds elements in open shadow trees', () => {
    expect(found(shadow('app-root', `<b>1</b>${shadow('order-item', '<b>2</b>')}`))).toEqual(['1', '2']);
  });

  it('leaves out what hangs in something hidden or around the content', () => {
    expect(found(shadow('app-root', '<b>1</b>', ' hidden'))).toEqual([]);
    expect(found(`<nav>${shadow('app-root', '<b>1</b>')}</nav>`)).toEqual([]);
    expect(found(`<div style="display:none">${shadow('app-root', '<b>1</b>')}</div>`)).toEqual([]);
  });

  it('leaves out what hangs behind the heading of other goods', () => {
    const body = `<section><h3>猜你喜欢</h3>${shadow('goods-list', '<b>1</b>')}</section><b>2</b>`;
    const content = new Content(opened(body));
    expect(content.query('b').map(({ textContent }) => textContent)).toEqual(['2']);
    expect(content.lines.map(({ text }) => text)).toEqual(['2']);
  });

  it('keeps what hangs in the boxes to keep', () => {
    const document = opened(`${shadow('order-item', '<b>1</b>', ' id="own"')}${shadow('order-item', '<b>2</b>')}`);
    const content = new Content(document);
    content.keepOnly([by(document, '#own')]);
    expect(content.query('b').map(({ textContent }) => textContent)).toEqual(['1']);
    expect(content.lines.map(({ text }) => text)).toEqual(['1']);
  });
});
