import { describe, expect, it } from 'vitest';
import { isLeftOver, type PageAt, withoutContent } from '../../../lib/marketplaces/left-over.ts';
import { detectPage } from '../../../lib/marketplaces/registry.ts';
import { readHtml } from './fixtures.ts';

const AT = '2026-11-22T12:00:00+08:00';
const QIANNIU = 'https://qn.taobao.com/home.htm/trade-platform/refund-list/detail?disputeId=';
const BY_ORDER = 'https://refund2.taobao.com/dispute/detail.htm?disputeType=1&bizOrderId=';
const refund = (amount: string, refundNo = '') =>
  `<h3>退款待处理</h3>${refundNo && `<p>退款编号：${refundNo}</p>`}<p>退款金额：￥${amount}</p><p>还剩 1天2时3分</p>`;
const page = (address: string, html: string): PageAt => ({
  address,
  page: detectPage(address),
  reading: readHtml(html, address, AT),
});

describe('isLeftOver', () => {
  it('the same refund number at another address is content that has not been replaced', () => {
    const before = page(`${BY_ORDER}9190000000000000102`, refund('65.00', '900000000000000001'));
    const now = page(`${BY_ORDER}9190000000000000103`, refund('65.00', '900000000000000001'));
    expect(isLeftOver(before, now)).toBe(true);
  });

  it('another refund number is another refund, even when all else is equal', () => {
    const before = page(`${BY_ORDER}9190000000000000102`, refund('65.00', '900000000000000001'));
    const now = page(`${BY_ORDER}9190000000000000103`, refund('65.00', '900000000000000002'));
    expect(isLeftOver(before, now)).toBe(false);
  });

  it('without a number the content decides, whatever its clock says', () => {
    const before = page(`${BY_ORDER}9190000000000000102`, refund('65.00'));
    const later = refund('65.00').replace('3分', '2分');
    expect(isLeftOver(before, page(`${BY_ORDER}9190000000000000103`, later))).toBe(true);
    expect(isLeftOver(before, page(`${BY_ORDER}9190000000000000103`, refund('64.00')))).toBe(false);
  });

  it('the same address is the same page', () => {
    const before = page(`${BY_ORDER}9190000000000000102`, refund('65.00', '900000000000000001'));
    expect(isLeftOver(before, before)).toBe(false);
    const again = page(`${BY_ORDER}9190000000000000102&from=list`, refund('65.00', '900000000000000001'));
    expect(isLeftOver(before, again)).toBe(false);
  });

  it('a page of another kind, or of nobody, is another page', () => {
    const before = page(`${QIANNIU}900000000000000001`, refund('65.00', '900000000000000001'));
    expect(isLeftOver(before, page('https://qn.taobao.com/home.htm/trade-platform/refund-list', refund('65.00')))).toBe(
      false,
    );
    expect(isLeftOver(before, page('https://qn.taobao.com/home.htm/other', ''))).toBe(false);
  });

  it('two pages that show nothing yet are not each other’s', () => {
    const before = page(`${QIANNIU}900000000000000001`, '<p>加载中</p>');
    expect(isLeftOver(before, page(`${QIANNIU}900000000000000002`, '<p>加载中</p>'))).toBe(false);
  });
});

describe('withoutContent', () => {
  it('leaves what the address says and lists the rest as missing', () => {
    const address = `${BY_ORDER}9190000000000000102`;
    const { reading } = page(address, refund('65.00', '900000000000000001'));
    const bare = withoutContent(reading);
    expect(bare).toMatchObject({ facts: {}, source: {}, text: {}, events: [], disagreements: [] });
    expect(bare).toMatchObject({
      pageKind: 'refundDetail',
      role: reading.role,
      addressNumbers: ['9190000000000000102'],
    });
    expect(bare.missing).toEqual(expect.arrayContaining(['refundNo', 'refundAmount', 'countdown', 'negotiation']));
    expect(new Set(bare.missing).size).toBe(bare.missing.length);
  });
});
