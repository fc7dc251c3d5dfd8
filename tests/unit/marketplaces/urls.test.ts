import { describe, expect, it } from 'vitest';
import { MatchPattern } from 'wxt/utils/match-patterns';
import type { PageRule } from '../../../lib/marketplaces/adapter.ts';
import { alibaba1688 } from '../../../lib/marketplaces/alibaba1688/index.ts';
import { matchPatterns } from '../../../lib/marketplaces/reader.ts';
import { ADAPTERS, contentScriptFor, detectPage } from '../../../lib/marketplaces/registry.ts';
import { taobaoShop } from '../../../lib/marketplaces/taobao/shop.ts';
import { taobaoTrade } from '../../../lib/marketplaces/taobao/trade.ts';
import { NOT_OF_TRADES } from '../../../lib/marketplaces/taobao/urls.ts';
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

/** Where the content scripts run, as their entry points say. */
const SCRIPTS: Record<string, { matches: string[]; excludes: readonly string[] }> = {
  'taobao-trade': { matches: matchPatterns(taobaoTrade), excludes: NOT_OF_TRADES },
  'taobao-shop': { matches: matchPatterns(taobaoShop), excludes: [] },
  alibaba1688: { matches: matchPatterns(alibaba1688), excludes: [] },
};

function scriptsOn(address: string): string[] {
  const fits = (patterns: readonly string[]) => patterns.some((pattern) => new MatchPattern(pattern).includes(address));
  return Object.keys(SCRIPTS).filter((name) => {
    const { matches = [], excludes = [] } = SCRIPTS[name] ?? {};
    return fits(matches) && !fits(excludes);
  });
}

describe('content scripts', () => {
  it('run on the hosts of the pages and nowhere else', () => {
    expect(Object.values(SCRIPTS).map(({ matches }) => matches)).toEqual([
      [
        'https://buyertrade.taobao.com/*',
        'https://market.m.taobao.com/app/dinamic/*',
        'https://myseller.taobao.com/*',
        'https://qn.taobao.com/*',
        'https://refund.taobao.com/*',
        'https://refund2.taobao.com/*',
        'https://refund2.tmall.com/*',
        'https://trade.taobao.com/*',
        'https://trade.tmall.com/*',
        'https://tradearchive.taobao.com/*',
        'https://wuliu.taobao.com/*',
      ],
      [
        'https://archer.taobao.com/*',
        'https://buyertrade.taobao.com/trade/detail/tradeSnap.htm*',
        'https://chaoshi.detail.tmall.com/*',
        'https://detail.tmall.com/*',
        'https://detail.tmall.hk/*',
        'https://item.taobao.com/*',
        'https://market.m.taobao.com/app/im/*',
        'https://market.m.taobao.com/app/tp/*',
        'https://rights.m.taobao.com/*',
        'https://rights.taobao.com/*',
        'https://trade.taobao.com/trade/detail/tradeSnap.htm*',
        'https://zhaoshang.tmall.com/*',
      ],
      ['https://air.1688.com/*', 'https://detail.1688.com/*', 'https://dispute.1688.com/*', 'https://trade.1688.com/*'],
    ]);
  });

  it.each(KNOWN_ADDRESSES.map(([address]) => address).filter((address) => address.startsWith('https:')))(
    'one and only one, that of its adapter, is on %s',
    (address) => {
      expect(scriptsOn(address)).toEqual([contentScriptFor(address)]);
    },
  );

  it.each(STRANGE_ADDRESSES.filter((address) => contentScriptFor(address) !== null))(
    'none belongs on %s',
    (address) => {
      expect(address).toBe('nobody’s');
    },
  );
});
