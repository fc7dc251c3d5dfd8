import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../scripts/practice/server.ts';
import { ask } from './client.ts';

let practice: PracticeServer;

beforeAll(async () => {
  practice = await startPracticeServer();
});
afterAll(() => practice.close());

describe('addresses', () => {
  it('answers each with a page that says it is practice, and with nothing from outside', async () => {
    for (const [name, url] of Object.entries(practice.urls)) {
      if (name === 'orderTmallByTaobao') continue;
      const { status, text, headers } = await ask(practice, url);
      expect(status, name).toBe(200);
      expect(headers['content-type'], name).toBe('text/html; charset=utf-8');
      // The frame of the chat and the long page have no header of their own.
      if (name !== 'chatCore' && name !== 'long') expect(text, name).toContain('练习页面 · 虚构数据');
      expect(text, name).not.toMatch(/<!-- practice|\{\{/u);
    }
  });

  it('answers every page, script, style and picture that pages load', async () => {
    for (const url of Object.values(practice.urls)) {
      const { text } = await ask(practice, url);
      for (const [, address] of text.matchAll(/(?:src|href)="(\/\/[^"]+)"/gu)) {
        expect((await ask(practice, `https:${address}`)).status, address).toBe(200);
      }
    }
  });

  it('sends the Tmall order from Taobao to Tmall', async () => {
    const { orderNo } = practice.story.tmallOrder;
    const old = `https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=${orderNo}`;
    for (const url of [practice.urls.orderTmallByTaobao, old]) {
      const { status, headers } = await ask(practice, url);
      expect(status).toBe(302);
      expect(headers.location).toBe(practice.urls.orderTmall);
    }
  });

  it('serves both generations of the order page at one address', async () => {
    const current = await ask(practice, practice.urls.order);
    const old = await ask(practice, `${practice.urls.order}&old=1`);
    expect(current.text).not.toContain('id="trade-order-detail"');
    expect(old.text).toContain('<body id="trade-order-detail"');
  });

  it('has no page for unknown hosts, paths and numbers', async () => {
    for (const url of [
      'https://www.example.com/',
      'https://evil-taobao.com/trade/itemlist/list_bought_items.htm',
      'https://buyertrade.taobao.com/nothing.htm',
      'https://item.taobao.com/item.htm?id=1',
      'https://refund2.taobao.com/dispute/detail.htm?disputeId=1',
      'https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=1',
      'https://g.alicdn.com/practice/%2e%2e/%2e%2e/package.json',
      'https://g.alicdn.com/practice/..%2f..%2fpackage.json',
      'https://g.alicdn.com/practice/pages',
    ]) {
      expect((await ask(practice, url)).status, url).toBe(404);
    }
  });
});

describe('pictures', () => {
  const address = 'https://img.alicdn.com/imgextra/i1/9000000001/practice_mushroom_0.jpg_200x200q90.jpg';
  const from = (query: string) => ({ referer: `https://item.taobao.com/item.htm?id=900000000001${query}` });

  it('are JPEG files of any wanted size', async () => {
    const { bytes, headers } = await ask(practice, address, undefined, from('&imgDelay=0'));
    expect(headers['content-type']).toBe('image/jpeg');
    expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  it('arrive as late as the page asks, and not at once otherwise', async () => {
    const took = async (query: string) => {
      const start = performance.now();
      await ask(practice, address, undefined, from(query));
      return performance.now() - start;
    };
    expect(await took('&imgDelay=600')).toBeGreaterThanOrEqual(590);
    expect(await took('')).toBeGreaterThanOrEqual(290);
  });

  it('come only from hosts that the host rules lead to the server', () => {
    const folder = new URL('../../../assets/practice/', import.meta.url);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(css|html|js)$/u.test(name),
    );
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      for (const [, host] of text.matchAll(/(?:https?:)?\/\/([\w-]+(?:\.[\w-]+)+)/gu)) {
        expect(host, name).toMatch(/\.(?:taobao|tmall|alicdn)\.com$/u);
      }
    }
  });
});

describe('serve', () => {
  it('puts any document at an exact address, on any host', async () => {
    const address = 'https://air.1688.com/app/order-list.html';
    expect((await ask(practice, address)).status).toBe(404);
    practice.serve(address, '<p>列表</p>');
    practice.serve(`${address}?page=2`, Buffer.from('{}'), 'application/json');
    expect((await ask(practice, address)).text).toBe('<p>列表</p>');
    expect((await ask(practice, `${address}?page=3`)).text).toBe('<p>列表</p>');
    expect((await ask(practice, `${address}?page=2`)).headers['content-type']).toBe('application/json');
  });

  it('goes before the page that was there', async () => {
    const before = await ask(practice, practice.urls.logistics);
    practice.serve(practice.urls.logistics, 'mine');
    expect(before.text).not.toBe('mine');
    expect((await ask(practice, practice.urls.logistics)).text).toBe('mine');
    expect((await ask(practice, `${practice.urls.logistics}&x=1`)).text).not.toBe('mine');
  });
});

it('keeps a log of host and path', async () => {
  const start = practice.requests.length;
  await ask(practice, practice.urls.product);
  await ask(practice, 'https://www.example.com/a?b=c');
  expect(practice.requests.slice(start)).toEqual(['item.taobao.com/item.htm', 'www.example.com/a']);
});

it('names its host rules with its port', () => {
  for (const host of ['*.taobao.com', '*.tmall.com', '*.alicdn.com']) {
    expect(practice.hostRules).toContain(`MAP ${host} 127.0.0.1:${practice.port}`);
  }
});
