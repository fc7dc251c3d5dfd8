import { readStore } from '../../scripts/browser/store.ts';
import { expect, openPanel, test } from './fixtures.ts';

const withQuery = (url: string, query: string) => `${url}${url.includes('?') ? '&' : '?'}${query}`;

test('a page that arrives late is read when it has arrived', async ({ server, extension, tab }) => {
  await tab.goto(withQuery(server.urls.refund, 'slow=1500'));
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText('卖家已拒绝', { exact: true })).toBeVisible();
});

test('a page that stops half way says what is missing and invents nothing', async ({ server, extension, tab }) => {
  await tab.goto(withQuery(server.urls.orderOld, 'half=1'));
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText(/本页没有读到/)).toBeVisible();
});

test('an address that changes before its content shows nothing of the old page', async ({ server, extension, tab }) => {
  await tab.goto(withQuery(server.urls.refund, 'swap=1500'));
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText('退款 ¥35.20')).toBeVisible();
  await tab.locator('#practice-next').click();
  await expect(panel.getByText('退款 ¥35.20')).toBeHidden();
  await expect(panel.getByText('退款 ¥5.00')).toBeVisible();
});

test('a refund page without a number is filed by the number in its address', async ({ server, extension, tab }) => {
  await tab.goto(withQuery(server.urls.refund, 'noRefundNo=1'));
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText('这个退款页没有显示退款编号', { exact: false })).toBeVisible();
  expect((await readStore(await extension.worker())).cases).toBe(1);
});

test('a captcha page says what to do and goes on by itself afterwards', async ({ server, extension, tab }) => {
  await tab.goto(withQuery(server.urls.refund, 'captcha=1'));
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText('平台正在要求验证或登录。')).toBeVisible();
  await tab.goto(server.urls.refund);
  await expect(panel.getByText('卖家已拒绝', { exact: true })).toBeVisible();
});

test.describe('a look-alike host', () => {
  test('is nobody: no script of ours runs there and nothing is stored', async ({ server, extension, tab }) => {
    const address =
      'https://trade.taobao.com.evil.1688.com/trade/detail/trade_order_detail.htm?biz_order_id=9266118004512007801';
    server.serve(address, '<!doctype html><meta charset="utf-8"><p>订单编号：9266118004512007801</p>');
    await tab.goto(address);
    const panel = await openPanel(extension, tab);
    await expect(panel.getByText('这不是能识别的订单、退款页面。')).toBeVisible();
    expect(await readStore(await extension.worker())).toMatchObject({ cases: 0, captures: 0 });
  });
});

test('leaving a page empties the panel', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText('卖家已拒绝', { exact: true })).toBeVisible();
  await tab.goto(server.urls.home);
  await expect(panel.getByText('这不是能识别的订单、退款页面。')).toBeVisible();
});
