import { describe, expect, it } from 'vitest';
import { checklistOf } from '../../../lib/cases/checklist.ts';
import { detectPage } from '../../../lib/marketplaces/registry.ts';
import type { Facts, PageKind } from '../../../lib/marketplaces/types.ts';
import { capture, caseOf, NOW, ORDER_NO, orderPage, refundPage } from './pages.ts';

describe('the checklist', () => {
  const known = caseOf(refundPage({ items: [{ title: '测试商品' }, { title: '测试商品二', itemId: '900000000001' }] }));

  it('asks for the refund only when there is one', () => {
    expect(checklistOf(known, []).map(({ key }) => key)).toEqual([
      'order',
      'goods',
      'chat',
      'refund',
      'logistics',
      'licence',
    ]);
    expect(checklistOf(caseOf(orderPage()), []).map(({ key }) => key)).not.toContain('refund');
  });

  it.each<[PageKind, string]>([
    ['orderDetail', 'order'],
    ['product', 'goods'],
    ['snapshot', 'goods'],
    ['chat', 'chat'],
    ['refundDetail', 'refund'],
    ['logistics', 'logistics'],
    ['shopLicence', 'licence'],
  ])('a capture of a %s page covers: %s', (pageKind, key) => {
    const covered = checklistOf(known, [capture(pageKind), capture(null)]).filter((item) => item.capture);
    expect(covered.map((item) => item.key)).toEqual([key]);
  });

  it.each<PageKind>(['orderList', 'refundList', 'blocked'])('a capture of a %s page covers nothing', (pageKind) => {
    expect(checklistOf(known, [capture(pageKind)]).every((item) => item.capture === null)).toBe(true);
  });

  it('shows the newest capture', () => {
    const item = checklistOf(known, [capture('chat', NOW), capture('chat', NOW + 1)]).find(({ key }) => key === 'chat');
    expect(item?.capture?.takenAt).toBe(NOW + 1);
  });

  it.each<[string, PageKind, Facts]>([
    ['order', 'orderDetail', {}],
    ['goods', 'product', { items: [{ title: '测试商品' }, { title: '测试商品二', itemId: '900000000001' }] }],
    ['goods', 'snapshot', {}],
    ['logistics', 'logistics', {}],
    ['chat', 'chat', {}],
  ])('sends people for %s to a page that counts: %s', (key, pageKind, facts) => {
    const item = checklistOf(caseOf(orderPage(facts)), []).find((one) => one.key === key);
    const page = detectPage(item?.url ?? '');
    expect(page?.pageKind).toBe(pageKind);
    expect(Object.values(page?.ids ?? {}).every((id) => [ORDER_NO, '900000000001'].includes(id))).toBe(true);
  });

  it('names no address that it would have to guess', () => {
    const nameless = caseOf(refundPage({}, { facts: { refundNo: '9000000000000067890' } }));
    const urls = checklistOf({ ...nameless, facts: {} }, []).filter(({ url }) => url !== null);
    expect(urls.map(({ key }) => key)).toEqual(['chat']);
  });
});
