import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import { expect, openPanel, test } from './fixtures.ts';
import { storedCaptures } from './in-extension.ts';

/** Real saved pages live beside the repository, never in it. */
const SAVED = fileURLToPath(new URL('../../../shared/pages/saved/', import.meta.url));
const VERIFY = fileURLToPath(new URL('../../scripts/verify.ts', import.meta.url));
const read = (name: string) => readFileSync(`${SAVED}${name}`, 'utf8');

const ORDER = 'https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=9967980760251380614';
const LIST = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
const REFUND =
  'https://refund2.tmall.com/dispute/detail.htm?bizOrderId=9487542862814170001&disputeId=900573419235172001&type=1';

test.skip(!existsSync(SAVED), `Skipped: the saved pages are not beside the repository (${SAVED})`);

test('the whole path on real saved pages at their real addresses', async ({ server, extension, tab }) => {
  server.serve(ORDER, read('trade_order_detail_old_2025-11.html'));
  server.serve(LIST, read('list_bought_items_old_2025-11.html'));
  server.serve(
    REFUND,
    `<!doctype html><meta charset="utf-8"><title>退款详情</title><script>var disputeData = ${read('refund2_dispute_seller_refuse_2021-05.data.json')};</script><h1>退款详情</h1>`,
  );

  await test.step('order list', async () => {
    await tab.goto(LIST);
    const panel = await openPanel(extension, tab);
    await expect(panel.getByText('本页已识别为订单列表', { exact: false })).toBeVisible();
    await panel.close();
    await (await captureFromToolbar(extension, tab)).close();
  });

  await test.step('order: stage and countdown of the page', async () => {
    await tab.goto(ORDER);
    const panel = await openPanel(extension, tab);
    await expect(panel.getByRole('heading', { name: /对讲机/ })).toBeVisible();
    await expect(panel.getByText('卖家已发货', { exact: true })).toBeVisible();
    await expect(panel.getByRole('timer')).toHaveAccessibleName(/还剩 7 天 18 小时 \d+ 分/);
    await panel.close();
    await (await captureFromToolbar(extension, tab)).close();
  });

  await test.step('refund of a seller', async () => {
    await tab.goto(REFUND);
    const panel = await openPanel(extension, tab);
    await expect(panel.getByText('退款 ¥7.04')).toBeVisible();
    await expect(panel.getByText(/我是卖家/)).toBeVisible();
    await panel.close();
    await (await captureFromToolbar(extension, tab)).close();
  });

  await test.step('facts as they stand on the pages', async () => {
    const view = await extension.openView('cases.html');
    const [list, order, refund] = await storedCaptures(view);
    expect(list?.facts.orders).toHaveLength(50);
    expect(order?.facts).toMatchObject({ orderNo: '9967980760251380614', paidAmount: '153.00', carrier: '中通快递' });
    expect(refund?.facts).toMatchObject({
      refundNo: '900573419235172001',
      refundAmount: '7.04',
      refundType: 'refundOnly',
    });
    await view.close();
  });

  await test.step('bundle of the refund verifies', async () => {
    const bundle = await exportFromToolbar(extension, tab);
    expect(execFileSync(process.execPath, [VERIFY, bundle], { encoding: 'utf8' })).toContain('未发现改动');
  });
});
