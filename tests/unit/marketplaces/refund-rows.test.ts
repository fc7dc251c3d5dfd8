import { expect, it } from 'vitest';
import { FactCollector } from '../../../lib/marketplaces/collector.ts';
import { takeRefundRows } from '../../../lib/marketplaces/common/refund-rows.ts';

it('lists each order of a list of refunds once, with what its first row says of it', () => {
  const facts = new FactCollector();
  const row = { orderNo: '9190000000000000101', shopName: '测试店铺01', refundAmount: '8.27', links: {} };
  const rows = [
    { ...row, refundNo: '900000000000000001' },
    { ...row, refundNo: '900000000000000002' },
    { refundNo: '900000000000000003', links: {} },
  ];
  takeRefundRows(rows, 'label', facts);
  expect(facts.finish().facts).toEqual({
    refunds: rows,
    orders: [{ orderNo: '9190000000000000101', shopName: '测试店铺01', items: [], links: {} }],
  });
});
