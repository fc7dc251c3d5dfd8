import { describe, expect, it } from 'vitest';
import type { PageRule } from '../../../lib/marketplaces/adapter.ts';
import { ADAPTERS, CONTENT_SCRIPT_MATCHES, detectPage } from '../../../lib/marketplaces/registry.ts';
import { BLOCKED_ADDRESSES, KNOWN_ADDRESSES, STRANGE_ADDRESSES } from './addresses.ts';

const ORDER_PATH = '/trade/detail/trade_order_detail.htm';
const ORDER = `${ORDER_PATH}?biz_order_id=9190000000000000101`;

describe('detectPage', () => {
  it.each(KNOWN_ADDRESSES)('%s is %s of %s', (address, pageKind, role, ids, marketplace = 'taobao') => {
    expect(detectPage(address)).toEqual({ marketplace, pageKind, role, ids });
  });

  it.each(BLOCKED_ADDRESSES)('%s is a captcha or sign-in page', (address) => {
    expect(detectPage(address)).toMatchObject({ pageKind: 'blocked', role: 'unknown', ids: {} });
  });

  it.each(STRANGE_ADDRESSES)('%s is nobody’s', (address) => {
    expect(detectPage(address)).toBeNull();
  });

  it.each([
    `https://TRADE.TAOBAO.COM${ORDER}`,
    `HTTPS://trade.Taobao.com:443${ORDER}`,
    `https://trade.taobao.com:8443${ORDER}`,
    `https://somebody:secret@trade.taobao.com${ORDER}`,
    `https://trade.taobao.com/x/..${ORDER}`,
    `\n https://trade.taobao.com${ORDER}#top `,
  ])('%s is that host and path, however it is written', (address) => {
    expect(detectPage(address)).toMatchObject({ pageKind: 'orderDetail', ids: { orderNo: '9190000000000000101' } });
  });

  it.each([
    ['biz_order_id=', {}],
    ['biz_order_id=12345', {}],
    ['biz_order_id=91900000000000001x', {}],
    ['biz_order_id=９１９００００００００００００００', {}],
    ['biz_order_id=9190000000000000101000000', {}],
    ['biz_order_id=-9190000000000000101', {}],
    ['bizOrderId=x&biz_order_id=9190000000000000101', { orderNo: '9190000000000000101' }],
    ['biz_order_id=9007199254740993001', { orderNo: '9007199254740993001' }],
  ])('takes only digits from the query as a number, and all of them: %s', (query, ids) => {
    expect(detectPage(`https://trade.taobao.com${ORDER_PATH}?${query}`)?.ids).toEqual(ids);
  });
});

describe('rules', () => {
  const rules = ADAPTERS.flatMap(({ pages }) => pages);
  const fits = ({ hosts, path, when }: PageRule, address: string) => {
    const { hostname, pathname, searchParams } = new URL(address);
    const isPath = typeof path === 'string' ? path === pathname : path.test(pathname);
    return hosts.includes(hostname) && isPath && (when?.(searchParams) ?? true);
  };

  it.each(KNOWN_ADDRESSES.map(([address]) => address))('%s fits exactly one', (address) => {
    expect(rules.filter((rule) => fits(rule, address))).toHaveLength(1);
  });

  it('have an address each, and patterns that must match the whole path', () => {
    for (const rule of rules) {
      expect(
        KNOWN_ADDRESSES.some(([address]) => fits(rule, address)),
        `${rule.hosts} ${rule.path}`,
      ).toBe(true);
      if (typeof rule.path !== 'string') expect(rule.path.source, rule.path.source).toMatch(/^\^.*\$$/);
    }
  });
});

describe('CONTENT_SCRIPT_MATCHES', () => {
  it('are the hosts of the pages and nothing else', () => {
    expect(CONTENT_SCRIPT_MATCHES).toEqual([
      'https://air.1688.com/*',
      'https://archer.taobao.com/*',
      'https://buyertrade.taobao.com/*',
      'https://chaoshi.detail.tmall.com/*',
      'https://detail.1688.com/*',
      'https://detail.tmall.com/*',
      'https://detail.tmall.hk/*',
      'https://dispute.1688.com/*',
      'https://item.taobao.com/*',
      'https://market.m.taobao.com/*',
      'https://myseller.taobao.com/*',
      'https://qn.taobao.com/*',
      'https://refund.taobao.com/*',
      'https://refund2.taobao.com/*',
      'https://refund2.tmall.com/*',
      'https://rights.m.taobao.com/*',
      'https://rights.taobao.com/*',
      'https://trade.1688.com/*',
      'https://trade.taobao.com/*',
      'https://trade.tmall.com/*',
      'https://tradearchive.taobao.com/*',
      'https://wuliu.taobao.com/*',
      'https://zhaoshang.tmall.com/*',
    ]);
  });

  it('cover every recognised address that is served over https', () => {
    const hosts = new Set(CONTENT_SCRIPT_MATCHES.map((pattern) => pattern.replace(/^https:\/\/|\/\*$/g, '')));
    for (const [address] of KNOWN_ADDRESSES) expect(hosts).toContain(new URL(address).hostname);
  });
});
