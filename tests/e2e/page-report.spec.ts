import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { captureFromToolbar } from '../../scripts/browser/journey.ts';
import { readStore } from '../../scripts/browser/store.ts';
import { expect, openPanel, test } from './fixtures.ts';

async function look(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    writeFileSync(join(process.env.SHOTS, `${name}.png`), await page.screenshot({ fullPage: true }));
}

/** An address of the platform that no rule knows, with what people must not find in a report. */
const ADDRESS = 'https://refund2.taobao.com/dispute/brandNewDetail.htm?disputeId=9175302644180078&nick=zqsecret';
const HTML = `<!doctype html><meta charset="utf-8"><title>赵甲乙的退款</title>
<script>window.detailData = {"refundNo": "9175302644180078", "buyer": {"name": "赵甲乙"}, "steps": [{"title": "zqsecret"}]}</script>
<div class="detail detail--9175"><b>退款编号</b><span>9175302644180078</span><p>收货人赵甲乙 13800000000</p>
<input name="nick" value="赵甲乙"><iframe srcdoc="<b>退款金额</b><i>￥35.20 赵甲乙</i>"></iframe><div id="host"></div></div>
<script>document.querySelector('#host').attachShadow({mode: 'open'}).innerHTML = '<b>订单编号</b><i>zqsecret</i>'</script>`;
const SECRETS = /赵|甲|乙|zqsecret|[1-9]\d{2,}/;

test('a page that is not understood can be captured, and reported without anybody’s data', async ({
  server,
  extension,
  tab,
}) => {
  server.serve(ADDRESS, HTML);
  await tab.goto(ADDRESS);
  const panel = await openPanel(extension, tab);
  await panel.setViewportSize({ width: 320, height: 800 });
  await panel.getByText('这其实是订单、退款或投诉页？').click();
  await panel.getByRole('button', { name: '生成页面结构报告' }).click();
  await expect(panel.getByText('读取页面结构需要先给一次许可')).toBeVisible();
  await look(panel, 'report-no-grant');

  await (await captureFromToolbar(extension, tab)).close();
  expect((await readStore(await extension.worker())).captures).toBe(1);
  await panel.getByRole('button', { name: '生成页面结构报告' }).click();
  const preview = panel.getByLabel(/将要保存的全部内容/);
  await expect(preview).toHaveValue(/^page-structure\/1\n/);
  const text = await preview.inputValue();
  expect(text).toContain('address: refund0.taobao.com/dispute/brandNewDetail.htm?disputeId&nick');
  expect(text).toContain('window.detailData = {refundNo: string, buyer: {name: string}, steps: [{title: string}]}');
  for (const word of ['退款编号', '退款金额', '订单编号', '#shadow', '#frame', '.detail--0000'])
    expect(text).toContain(word);
  expect(text).not.toMatch(SECRETS);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await panel.evaluate(axe.source);
  expect((await panel.evaluate(() => window.axe.run())).violations).toEqual([]);

  const requests: string[] = [];
  panel.on('request', (request) => requests.push(request.url()));
  const saved = extension.nextDownload();
  await panel.getByRole('button', { name: '保存报告' }).click();
  expect(readFileSync(await saved, 'utf8')).toBe(text);
  await expect(panel.getByText(/请到本项目的网页上新建一个 issue/)).toBeVisible();
  expect(requests.filter((url) => !/^(?:blob|chrome-extension):/.test(url))).toEqual([]);
  await look(panel, 'report');
});

test('a page that is half understood is reported with what was read, by name only', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(`${server.urls.orderOld}&half=1`);
  const panel = await openPanel(extension, tab);
  await panel.getByText('页面上有，但没有读到？').click();
  await (await extension.clickToolbar(tab)).close();
  await panel.getByRole('button', { name: '生成页面结构报告' }).click();
  const preview = panel.getByLabel(/将要保存的全部内容/);
  await expect(preview).toHaveValue(/^page-structure\/1\n/);
  const text = await preview.inputValue();
  expect(text).toMatch(/^adapter: taobao@\d+$/m);
  expect(text).toMatch(/^read: .*orderNo/m);
  expect(text).toMatch(/^missing: \w/m);
  expect(text.slice(text.indexOf('\n\n'))).not.toMatch(/[1-9]/);
  const before = await tab.evaluate(() => document.documentElement.outerHTML.length);
  expect(before).toBeGreaterThan(0);
});

test('a captcha is nothing to report', async ({ server, extension, tab }) => {
  await tab.goto(`${server.urls.refund}&captcha=1`);
  const panel = await openPanel(extension, tab);
  await expect(panel.getByText('平台正在要求验证或登录。')).toBeVisible();
  await expect(panel.getByText(/没有读到？|投诉页？/)).toBeHidden();
});
