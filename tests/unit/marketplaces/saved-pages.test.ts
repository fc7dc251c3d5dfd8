import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/marketplaces/registry.ts';
import type { ListedOrder, Reading } from '../../../lib/marketplaces/types.ts';
import { toCents } from '../../../lib/shared/money.ts';
import { decodePage, openPage } from '../../../scripts/saved-page.ts';
import { viewingAt } from './fixtures.ts';
import { valuesNotOnPage } from './on-page.ts';

/** Real pages with masked data stay outside the repository; where they are absent these tests are skipped. */
const FOLDER = fileURLToPath(new URL('../../../../shared/pages/', import.meta.url));
const isThere = existsSync(FOLDER);
const AT = '2026-11-22T12:00:00+08:00';

function open(file: string, url: string): Document {
  const text = decodePage(readFileSync(FOLDER + file));
  const html = file.endsWith('.json') ? `<!doctype html><script>var disputeData = ${text};</script>` : text;
  return openPage(html, url);
}

function read(file: string, url: string): Reading {
  return readPage(open(file, url), url, viewingAt(AT));
}

const OLD_LIST = [
  'saved/list_bought_items_old_2025-11.html',
  'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm',
] as const;
const OLD_ORDER = [
  'saved/trade_order_detail_old_2025-11.html',
  'https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=9967980760251380614',
] as const;
const REFUND_DATA = [
  'saved/refund2_dispute_seller_refuse_2021-05.data.json',
  'https://refund2.tmall.com/dispute/detail.htm?bizOrderId=9487542862814170001&disputeId=900573419235172001&type=1',
] as const;
const NEW_LIST = [
  'composed/bought_list_new_2026-09.html',
  'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm',
] as const;
const NEW_ORDER = [
  'composed/order_detail_new_2026-10.html',
  'https://buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=9190000000000000101',
] as const;
const CHAT = ['composed/im_chat_core_2026-10.html', 'https://market.m.taobao.com/app/im/chat-core/index.html'] as const;
const QIANNIU = [
  'composed/qianniu_refund_detail_2025.html',
  'https://qn.taobao.com/home.htm/trade-platform/refund-list/detail?disputeId=900000000000000001&type=1',
] as const;
const REFUND_DOM = [
  'composed/refund2_dispute_detail_dom_2024.html',
  'https://refund2.taobao.com/dispute/detail.htm?disputeId=900000000000000001',
] as const;

if (!isThere) console.info(`Skipped: the saved pages are not here (${FOLDER})`);

describe.runIf(isThere)('saved pages', () => {
  describe('the old list of bought items', () => {
    const orders = () => read(...OLD_LIST).facts.orders ?? [];
    const order = (orderNo: string) => orders().find((one) => one.orderNo === orderNo) as ListedOrder;

    it('has fifty orders, and more on further pages', () => {
      const reading = read(...OLD_LIST);
      expect(reading).toMatchObject({ marketplace: 'taobao', pageKind: 'orderList', role: 'buyer', partial: true });
      expect(reading.source).toEqual({ orders: 'inlineData' });
      expect(new Set(orders().map(({ orderNo }) => orderNo)).size).toBe(50);
    });

    it('adds up', () => {
      const total = orders().reduce((sum, { paidAmount = '' }) => sum + toCents(paidAmount), 0n);
      const items = orders().flatMap((one) => one.items);
      const listPrices = items.reduce(
        (sum, item) => sum + toCents(item.unitPrice ?? '') * BigInt(item.quantity ?? 0),
        0n,
      );
      expect([total, listPrices]).toEqual([416712n, 424690n]);
      expect(items).toHaveLength(60);
      expect(new Set(items.map(({ subOrderNo }) => subOrderNo)).size).toBe(60);
      expect(new Set(orders().map(({ sellerNick }) => sellerNick)).size).toBe(10);
      const counts = ['卖家已发货', '交易成功', '交易关闭'].map(
        (status) => orders().filter(({ orderStatus }) => orderStatus === status).length,
      );
      expect(counts).toEqual([41, 7, 2]);
    });

    it('leads from a refunded order to its refund', () => {
      expect(order('9105351584555134278')).toMatchObject({
        createdAt: '2025-11-02T08:44:23+08:00',
        shopName: '测试店铺05',
        sellerNick: '测试卖家04',
        paidAmount: '9.90',
        orderStatus: '交易关闭',
        links: { refund: expect.stringMatching(/^https:\/\/refund2\.taobao\.com\/dispute\/detail\.htm\?bizOrderId=9/) },
      });
      expect(orders().filter(({ links }) => links.refund)).toHaveLength(1);
    });

    it('keeps an order of Tmall and one of seven items apart', () => {
      expect(order('9105430830332424476').links.detail).toBe(
        'https://trade.tmall.com/detail/orderDetail.htm?bizOrderId=9105430830332424476',
      );
      const seven = order('9861510234152109555');
      expect(seven.items.map(({ subOrderNo }) => subOrderNo)).toEqual([
        '9173018993314351524',
        '9507287279451505021',
        '9825901207539215254',
        '9453009300042546525',
        '9318913549463551902',
        '9295053622023348213',
        '9020619543256532900',
      ]);
      expect(seven.items[6]).toEqual({
        title: '【336】测试店铺04批发定制 纯色金色极光猫眼高级简约美甲',
        sku: '颜色分类：336新中方2.0cm；大小：M',
        unitPrice: '13.90',
        quantity: 1,
        subOrderNo: '9020619543256532900',
        itemId: '974693087477',
      });
    });
  });

  it('the old order', () => {
    const { facts, missing, source } = read(...OLD_ORDER);
    expect(facts).toEqual({
      orderNo: '9967980760251380614',
      paymentNo: '2025110600000000252331051612',
      createdAt: '2025-11-06T11:55:26+08:00',
      paidAt: '2025-11-06T11:55:54+08:00',
      shippedAt: '2025-11-06T19:19:51+08:00',
      shipBy: '2025-11-08T11:56:00+08:00',
      goodsAmount: '180.00',
      shippingFee: '0.00',
      paidAmount: '153.00',
      orderStatus: '卖家已发货',
      stage: 'SHIPPED',
      carrier: '中通快递',
      trackingNo: '60980432632032',
      sellerNick: '测试卖家07',
      items: [
        {
          title: '奥特斯OTS- A3对讲机大功率迷你小型一键对频防破功能超远距离',
          sku: '颜色分类：标配（发1台）一键对频配2条天线',
          unitPrice: '180.00',
          quantity: 1,
          subOrderNo: '9967980760251380614',
          status: '未确认收货',
        },
      ],
      subOrderNos: ['9967980760251380614'],
      countdown: {
        endsAt: '2026-11-30T06:11:57+08:00',
        text: '您还有 7天18小时11分57秒 来完成宝贝奥特斯OTS- A3对讲机大功率迷你小型一键对频防破功能超远距离的"确认收货"操作。',
        action: '确认收货',
      },
    });
    expect(new Set(Object.values(source))).toEqual(new Set(['inlineData']));
    expect(missing).toEqual(['completedAt', 'shopName']);
  });

  it('the data of a refund whose seller is about to refuse again', () => {
    const { facts, events, role, missing } = read(...REFUND_DATA);
    expect(role).toBe('seller');
    expect(facts).toEqual({
      refundNo: '900573419235172001',
      orderNo: '9487542862814170001',
      refundAmount: '7.04',
      goodsAmount: '7.04',
      shippingFee: '0.00',
      refundType: 'refundOnly',
      refundReason: '快递/物流一直未送到',
      refundDescription: '几个月了，收不到货，申请退款又不退款！',
      refundAppliedAt: '2021-04-15T23:07:28+08:00',
      buyerNick: 'tb900000001',
      carrier: '中国邮政',
      trackingNo: '900000000000001',
      stage: 'SELLER_REFUSE_BUYER',
      items: [
        {
          title: '多功能纸巾盒抽纸盒茶几客厅遥控器收纳盒家用餐巾纸抽盒简约可爱',
          sku: '颜色分类:斜四格棕色格格',
          unitPrice: '3.52',
          quantity: 2,
        },
      ],
      negotiation: [
        {
          at: '2021-04-15T23:07:28+08:00',
          party: 'buyer',
          name: 'tb900000001',
          text: expect.stringMatching(
            /^买家\(tb900000001\)于2021-4-15 23:07:28创建了退款申请\n退款类型: 仅退款\n退款金额: ￥7\.04\n/,
          ),
          images: [],
        },
        {
          at: '2021-05-03T21:26:15+08:00',
          party: 'seller',
          name: '测试卖家:客服1',
          text: '商家拒绝退款\n拒绝说明：\n拒绝原因：其他',
          images: [],
        },
      ],
    });
    expect(events).toEqual([
      { type: 'refund.applied', at: '2021-04-15T23:07:28+08:00' },
      { type: 'refund.refused', at: '2021-05-03T21:26:15+08:00' },
    ]);
    expect(missing).toEqual(['refundStatus', 'countdown']);
  });

  it('the new list', () => {
    const { facts, source, partial } = read(...NEW_LIST);
    expect({ facts, source, partial }).toEqual({
      facts: {
        orders: [
          {
            orderNo: '9190000000000000101',
            createdAt: '2026-09-22T14:03:55+08:00',
            shopName: '测试旗舰店',
            sellerNick: '测试卖家01',
            paidAmount: '194.28',
            orderStatus: '卖家已发货',
            items: [
              {
                title: '手工编织收纳篮 家用大号',
                sku: '颜色分类：黑色；尺码：M',
                unitPrice: '8.27',
                quantity: 1,
                itemId: '900000000001',
                status: '退款成功',
              },
            ],
            links: {},
          },
        ],
      },
      source: { orders: 'element' },
      partial: true,
    });
  });

  it('the new order', () => {
    expect(read(...NEW_ORDER).facts).toEqual({
      orderNo: '9190000000000000101',
      createdAt: '2026-09-22T14:03:55+08:00',
      paidAmount: '194.28',
      orderStatus: '卖家已发货',
      stage: 'SHIPPED',
      shopName: '测试旗舰店',
      sellerNick: '测试卖家01',
      carrier: '圆通速递',
      trackingNo: 'YT9000000000001',
      items: [
        {
          title: '手工编织收纳篮 家用大号',
          sku: '颜色分类：黑色',
          unitPrice: '8.27',
          quantity: 1,
          itemId: '900000000001',
        },
      ],
    });
  });

  it('the chat, without the draft and the other conversations', () => {
    const { facts, role } = read(...CHAT);
    const messages = facts.messages?.map(({ at, party, kind, text }) => [at?.slice(0, 19), party, kind, text]);
    expect({ ...facts, role, messages }).toEqual({
      role: 'buyer',
      sellerNick: '测试卖家01',
      orders: [{ orderNo: '9190000000000000101', items: [], links: {} }],
      messages: [
        ['2026-08-06T09:30:00', 'buyer', 'text', '你好，收到的货有破损，能退款吗'],
        ['2026-08-06T09:31:00', 'seller', 'text', '好的亲，稍等'],
        ['2026-08-06T09:32:00', 'buyer', 'image', ''],
        ['2026-08-07T15:30:12', 'seller', 'file', '检测报告.pdf 86 KB'],
        ['2026-08-07T15:30:20', 'platform', 'system', '安全提醒：检测到外部链接\n请勿轻信陌生链接，谨防诈骗'],
        ['2026-08-08T15:30:20', 'seller', 'item', '手工编织收纳篮'],
      ],
    });
    expect(facts.messages?.flatMap(({ images }) => images)).toEqual([
      'https://img.alicdn.com/imgextra/i1/O1CN01_!!0-amp.jpg',
      'https://img.alicdn.com/x.jpg',
    ]);
  });

  it('Qianniu’s refund', () => {
    const { facts, role } = read(...QIANNIU);
    expect(role).toBe('seller');
    expect(facts).toEqual({
      refundNo: '900000000000000001',
      orderNo: '9487542862814170001',
      refundType: 'returnRefund',
      refundAmount: '65.00',
      refundStatus: '请商家处理退货申请',
      returnCarrier: '中通快递',
      returnTrackingNo: '900000000000001',
      countdown: { endsAt: '2026-11-24T11:05:00+08:00', text: '还剩 1 天 23 时 05 分', action: '请商家处理退货申请' },
    });
  });

  it('the rendered refund of a seller', () => {
    const { facts, role } = read(...REFUND_DOM);
    expect(role).toBe('seller');
    expect({ ...facts, negotiation: facts.negotiation?.map(({ party, text }) => [party, text.slice(0, 6)]) }).toEqual({
      refundNo: '900000000000000001',
      orderNo: '9487542862814170001',
      buyerNick: '测试买家01',
      returnCarrier: '中通快递',
      returnTrackingNo: '900000000000001',
      stage: 'SELLER_REFUSE_BUYER',
      negotiation: [
        ['seller', '商家确认收货'],
        ['buyer', '买家已退货\n'],
        ['seller', '商家拒绝退款'],
      ],
    });
  });

  it.each([OLD_LIST, OLD_ORDER, REFUND_DATA, NEW_LIST, NEW_ORDER, CHAT, QIANNIU, REFUND_DOM])(
    '%s: every value stands on the page',
    (file, url) => {
      const document = open(file, url);
      expect(valuesNotOnPage(readPage(document, url, viewingAt(AT)).facts, document, url)).toEqual([]);
    },
  );
});
