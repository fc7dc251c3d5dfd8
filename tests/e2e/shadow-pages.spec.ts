import { readFileSync } from 'node:fs';
import { captureFromToolbar } from '../../scripts/browser/journey.ts';
import { expect, openPanel, test } from './fixtures.ts';
import { storedCaptures } from './in-extension.ts';

const ORDER = 'https://air.1688.com/app/ctf-page/trade-order-detail/index.html?orderId=9190000000000000201';
const FIXTURE = new URL('../fixtures/alibaba1688/order--shipped.html', import.meta.url);

/**
 * The page of the fixture as the site makes it: an element that is defined long after the page has loaded, and content that
 * comes into its shadow tree later still. Nothing of this changes what an observer of the document sees.
 */
function latePage(): string {
  const [, body = ''] = /<body>(.*)<\/body>/su.exec(readFileSync(FIXTURE, 'utf8')) ?? [];
  return `<!doctype html><meta charset="utf-8"><title>订单详情</title><late-app></late-app><script>
    setTimeout(() => customElements.define('late-app', class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });
        setTimeout(() => root.setHTMLUnsafe(${JSON.stringify(body).replaceAll('<', '\\u003c')}), 1500);
      }
    }), 1500);
  </script>`;
}

test('a page whose content comes late, in shadow trees', async ({ server, extension, tab }) => {
  server.serve(ORDER, latePage());
  await tab.goto(ORDER);
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText(/义乌测试日用品厂 · 1688 · 我是买家/)).toBeVisible({ timeout: 15_000 });
  await expect(panel.getByRole('timer')).toHaveAccessibleName(/还剩 5 天 3 小时/);
  await expect(panel.getByText(/淘宝|天猫/)).toHaveCount(0);
  await panel.close();
  await (await captureFromToolbar(extension, tab)).close();
  const view = await extension.openView('cases.html');
  const [order] = await storedCaptures(view);
  expect(order?.facts).toMatchObject({
    orderNo: '9190000000000000201',
    paidAmount: '347.00',
    trackingNo: '900000000000001',
  });
});
