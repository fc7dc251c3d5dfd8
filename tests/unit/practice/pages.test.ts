import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../scripts/practice/server.ts';
import { ask, inlineGlobals } from './client.ts';

let practice: PracticeServer;

beforeAll(async () => {
  practice = await startPracticeServer({ now: () => Date.parse('2026-11-22T17:00:00+08:00') });
});
afterAll(() => practice.close());

/** Every string and number anywhere in a value. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

async function globalsOf(url: string): Promise<Record<string, unknown>> {
  return inlineGlobals((await ask(practice, url)).text);
}

describe('the old order list', () => {
  it('carries its orders as escaped JSON with ids of items as numbers beyond 2^53', async () => {
    const { text } = await ask(practice, practice.urls.orderListOld);
    const literal = /var data = JSON\.parse\('(.*)'\);/u.exec(text)?.[1] ?? '';
    expect(literal).toMatch(/^[\x20-\x7e]+$/u);
    expect(literal).toContain(String.raw`\"itemUrl\":\"\/\/item.taobao.com\/item.htm?id=`);
    expect(literal).toContain(String.raw`\"id\":${practice.story.order.items[0]?.subOrderNo},`);
    expect(Number(practice.story.order.items[0]?.subOrderNo)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  });

  it('lists fifteen orders a page and the rest on request', async () => {
    const { data } = await globalsOf(practice.urls.orderListOld);
    const numbers = (list: unknown) => (list as { mainOrders: { id: string }[] }).mainOrders.map(({ id }) => id);
    const more = 'https://buyertrade.taobao.com/trade/itemlist/asyncBought.htm?action=itemlist/BoughtQueryAction';
    const second = JSON.parse((await ask(practice, more, { pageNum: '2' })).text);
    const third = JSON.parse((await ask(practice, more, { pageNum: '3' })).text);
    expect([...numbers(data), ...numbers(second), ...numbers(third)]).toEqual(
      practice.story.orders.map(({ orderNo }) => orderNo),
    );
  });

  it('links a refund by the item’s number and a complaint by the order’s', async () => {
    const { text } = await ask(practice, practice.urls.orderListOld);
    const { order } = practice.story;
    const plain = text.replaceAll('\\/', '/');
    expect(plain).toContain(`//refund2.taobao.com/dispute/detail.htm?bizOrderId=${order.items[0]?.subOrderNo}`);
    expect(plain).toContain(`//rights.taobao.com/complaint/redirect.jhtml?bizId=${order.orderNo}`);
  });
});

describe('the new pages', () => {
  const service = 'https://h5api.m.taobao.com/h5/mtop.taobao.order';
  const origin = { origin: 'https://buyertrade.taobao.com' };

  it('carry no data themselves', async () => {
    for (const url of [practice.urls.orderList, practice.urls.order]) {
      expect((await ask(practice, url)).text).not.toContain('70.60');
    }
  });

  it('get the orders from the data service, across origins, twenty a page', async () => {
    const first = await ask(practice, `${service}.queryboughtlistV2/1.0/`, { page: '1' }, origin);
    expect(first.headers['access-control-allow-origin']).toBe(origin.origin);
    const components = JSON.parse(first.text).data.data;
    const { order } = practice.story;
    expect(components[`shopInfo_${order.orderNo}`].fields).toMatchObject({
      orderId: order.orderNo,
      shopName: '山野小铺',
      tradeTitle: '卖家已发货',
    });
    expect(components[`orderPayment_${order.orderNo}`].fields.actualFee.value).toBe('￥70.60');
    expect(components[`orderItemInfo_${order.orderNo}_${order.items[0]?.subOrderNo}`].fields.item).toMatchObject({
      quantity: '2',
      refundStatus: { text: '退货退款中' },
    });
    const shops = (list: object) => Object.keys(list).filter((key) => key.startsWith('shopInfo_')).length;
    const second = await ask(practice, `${service}.queryboughtlistV2/1.0/`, { page: '2' }, origin);
    expect([shops(components), shops(JSON.parse(second.text).data.data)]).toEqual([20, 12]);
    expect(components.pagination.fields).toMatchObject({ hasMore: true, totalNum: 32 });
  });

  it('get one order from the data service', async () => {
    const { orderNo } = practice.story.order;
    const { text } = await ask(practice, `${service}.query.detailv2/1.0/`, { bizOrderId: orderNo }, origin);
    const rows = Object.fromEntries(
      JSON.parse(text).data.rows.map(({ label, value }: { label: string; value: string }) => [label, value]),
    );
    expect(rows).toMatchObject({ 订单编号: orderNo, 实付款: '￥70.60', 创建时间: '2026-11-13 20:14:33' });
  });
});

describe('the order pages with data in them', () => {
  it('old: says the number, times, amounts and a countdown', async () => {
    const data = (await globalsOf(practice.urls.orderOld)).data;
    const { order } = practice.story;
    expect(leaves(data)).toEqual(
      expect.arrayContaining([
        order.orderNo,
        order.paymentNo,
        '￥70.60',
        '当前订单状态：卖家已发货',
        '2026-11-13 20:14:33',
        'YT9000000000001',
        '测试卖家01',
      ]),
    );
    // Shipped on the 14th at 16:21:48; ten days later the receipt is confirmed: one day, 23:21:48 from the 22nd at 17:00.
    const countdown = { day: 1, hour: 23, minute: 21, second: 48, countDown: 170_508 };
    expect(JSON.stringify(data)).toContain(JSON.stringify(countdown));
  });

  it('Tmall: says the same in its own shape', async () => {
    const detail = (await globalsOf(practice.urls.orderTmall)).detailData as Record<string, unknown>;
    expect(leaves(detail)).toEqual(
      expect.arrayContaining([
        practice.story.tmallOrder.orderNo,
        '<h3>订单状态: 商家已发货，等待买家确认</h3>',
        '￥58.00',
        '900000000000002',
        String(Date.parse('2026-11-22T17:00:00+08:00')),
      ]),
    );
    expect(Object.keys(detail)).toEqual(
      expect.arrayContaining(['amount', 'basic', 'orders', 'overStatus', 'stepbar', 'tradeStatus']),
    );
  });

  it('leave labels without values with ?half=1', async () => {
    const data = (await globalsOf(`${practice.urls.orderOld}&half=1`)).data;
    expect(JSON.stringify(data)).toContain('{"name":"创建时间:","value":""}');
    expect(leaves(data)).not.toContain('￥70.60');
  });
});

describe('the refund page', () => {
  interface Ultron {
    data: Record<string, { fields: Record<string, unknown> }>;
    hierarchy: { root: string; structure: Record<string, string[]> };
  }
  const pageOf = async (url: string) => (await globalsOf(url)).disputeData as Ultron;
  const rowsOf = (page: Ultron) =>
    Object.fromEntries(
      Object.values(page.data).flatMap(({ fields }) =>
        Array.isArray(fields.valueOptions) ? [[fields.title, fields.valueOptions[0]?.text]] : [],
      ),
    );

  it('says which refund of which order it is, to both sides', async () => {
    const { refund, order } = practice.story;
    const buyer = rowsOf(await pageOf(practice.urls.refund));
    expect(buyer).toMatchObject({
      退款编号: refund.refundNo,
      订单编号: order.orderNo,
      退款金额: '￥35.20',
      要求: '退货退款',
      原因: refund.reason,
      说明: refund.description,
      卖家: '测试卖家01',
      单价: '￥17.60*2(数量)',
    });
    expect(rowsOf(await pageOf(practice.urls.refundSeller))).toMatchObject({
      退款编号: refund.refundNo,
      买家: '测试买家01',
    });
  });

  it('hangs every component somewhere under its root', async () => {
    const { data, hierarchy } = await pageOf(practice.urls.refund);
    const hung = new Set([hierarchy.root, ...Object.values(hierarchy.structure).flat()]);
    expect([...hung].sort()).toEqual(Object.keys(data).sort());
  });

  it('tells the history newest first, with pictures', async () => {
    const { data } = await pageOf(practice.urls.refund);
    expect(data['negotiationInfoItem_4@1']?.fields).toMatchObject({ identity: 'user', time: '2026-11-21 16:05:12' });
    expect(data['negotiationInfoItem_6@1']?.fields).toMatchObject({
      identity: 'buyer',
      info: expect.stringContaining(
        '买家(测试买家01)于2026-11-21 09:41:20创建了退款申请\n退款类型: 退货退款\n退款金额: ￥35.20\n',
      ),
    });
    expect(data['negotiationInfoItem_6@1']?.fields.picUrls).toHaveLength(3);
    expect(data.disputeStatusTips_38?.fields.text).toMatch(/^还剩 5天23小时5分12秒，/u);
  });

  it('lacks what it is told to lack', async () => {
    const rows = rowsOf(await pageOf(`${practice.urls.refund}&noRefundNo=1&half=1`));
    expect(rows).not.toHaveProperty('退款编号');
    expect(rows).toMatchObject({ 订单编号: practice.story.order.orderNo, 退款金额: undefined });
  });
});

describe('the other pages', () => {
  it('product: carries title, shop and parameters; edited, no longer the claims', async () => {
    const now = leaves((await globalsOf(practice.urls.product)).__ICE_APP_CONTEXT__);
    expect(now).toEqual(
      expect.arrayContaining(['野生干香菇 250g 深山自采 无硫熏干货', '山野小铺', '野生', '无霉变、无虫眼，逐朵挑选']),
    );
    const edited = leaves((await globalsOf(practice.urls.productEdited)).__ICE_APP_CONTEXT__);
    expect(edited).toContain('人工种植');
    expect(edited).not.toContain('无霉变、无虫眼，逐朵挑选');
  });

  it('snapshot: shows the item as it was bought', async () => {
    const snapshot = (await globalsOf(practice.urls.snapshot)).snapshot;
    expect(snapshot).toMatchObject({ itemId: '900000000001', snapTime: '2026-11-13 20:14:33', quantity: 2 });
  });

  it('logistics: shows carrier, number and the signing, newest first', async () => {
    const logistics = (await globalsOf(practice.urls.logistics)).practiceLogistics;
    expect(logistics).toMatchObject({ carrier: '圆通速递', trackingNo: 'YT9000000000001', status: '已签收' });
    expect((logistics as { traces: { status: string }[] }).traces[0]?.status).toBe('已签收');
  });

  it('chat: hands out the newest thirty messages first, then the ones before', async () => {
    const history = 'https://market.m.taobao.com/app/im/chat-core/messages.json';
    const newest = JSON.parse((await ask(practice, `${history}?n=100`)).text);
    expect(newest.total).toBe(100);
    expect(newest.messages).toHaveLength(30);
    expect(newest.messages[0].index).toBe(70);
    const before = JSON.parse((await ask(practice, `${history}?n=100&before=10`)).text);
    expect(before.messages.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('licence: asks for 1234 first, then names the company', async () => {
    const url = practice.urls.licence;
    expect((await ask(practice, url)).text).not.toContain(practice.story.company.creditCode);
    expect((await ask(practice, url, { code: '4321' })).text).toContain('验证码不对');
    const right = await ask(practice, url, { code: '1234' });
    expect(right.status).toBe(302);
    const cookie = String(right.headers['set-cookie']).split(';')[0] ?? '';
    const page = await ask(practice, url, undefined, { cookie });
    const { company } = practice.story;
    for (const text of [company.creditCode, company.name, company.legalRepresentative, company.authority]) {
      expect(page.text).toContain(`<dd>${text}</dd>`);
    }
  });
});
