import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import { readStore } from '../../scripts/browser/store.ts';
import { expect, openPanel, test } from './fixtures.ts';

/** Pictures of what these tests see, when somebody wants to look: `SHOTS=folder`. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    writeFileSync(join(process.env.SHOTS, `${name}.png`), await page.screenshot({ fullPage: true }));
}

async function openFacts(panel: Page): Promise<void> {
  const summary = panel.locator('summary', { hasText: /读到的内容|What was read/ });
  if (!(await summary.evaluate((node) => (node.parentElement as HTMLDetailsElement).open))) await summary.click();
}

/** What the picker draws is the only box beside the body. */
async function pickerIsThere(tab: Page): Promise<void> {
  await tab.locator('html > div').waitFor({ state: 'attached' });
}

/** Lets the extension into the tab, as a click on its toolbar button does. */
async function grant(extension: Parameters<typeof openPanel>[0], tab: Page): Promise<void> {
  await (await extension.clickToolbar(tab)).close();
}

test('a typed correction counts everywhere, stands beside the page, and can be taken back', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByRole('timer').waitFor();
  await openFacts(panel);
  await panel.getByRole('button', { name: '更正退款金额' }).click();
  await panel.getByLabel('退款金额', { exact: true }).fill('很多');
  await panel.getByRole('button', { name: '保存更正' }).click();
  await expect(panel.getByRole('alert')).toContainText('最多两位小数');
  await look(panel, 'editor');
  await panel.getByLabel('退款金额', { exact: true }).fill('12.5');
  await panel.getByRole('button', { name: '保存更正' }).click();
  await expect(panel.getByText('你改为：12.50')).toBeVisible();
  await expect(panel.getByText('页面写的：35.20')).toBeVisible();
  await expect(panel.getByText('退款 ¥12.50')).toBeVisible();
  await panel.getByRole('button', { name: '更正阶段' }).click();
  await panel.getByLabel('阶段', { exact: true }).selectOption({ label: '双方举证中' });
  await panel.getByRole('button', { name: '保存更正' }).click();
  await expect(panel.getByRole('region', { name: /^现在/ })).toContainText('双方举证中');
  await look(panel, 'corrected');
  await panel.evaluate(axe.source);
  const { violations } = await panel.evaluate(() => window.axe.run());
  expect(violations).toEqual([]);
  await tab.reload();
  await expect(panel.getByText('退款 ¥12.50')).toBeVisible();
  await openFacts(panel);
  await expect(panel.getByText('你改为：12.50')).toBeVisible();
  await panel.getByRole('button', { name: '撤销对阶段的更正' }).click();
  await expect(panel.getByRole('region', { name: '现在轮到你' })).toContainText('卖家已拒绝');
  expect((await readStore(await extension.worker())).log).toBe(3);
});

test('an order that is not kept yet is kept with its first correction', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.order);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('button', { name: '存为案件' }).waitFor();
  await openFacts(panel);
  await panel.getByLabel('补填').selectOption({ label: '签收时间' });
  await panel.getByLabel('签收时间', { exact: true }).fill('2026-11-20T10:00:05');
  await panel.getByRole('button', { name: '保存更正' }).click();
  await expect(panel.getByText('你改为：2026-11-20 10:00:05')).toBeVisible();
  await expect(panel.getByRole('button', { name: '存为案件' })).toBeHidden();
  expect(await readStore(await extension.worker())).toMatchObject({ cases: 1, log: 1 });
});

test('pointing at the page fills in a fact; the click does nothing there, and the page is as before', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('timer').waitFor();
  await openFacts(panel);
  const pick = async () => {
    await panel.getByRole('button', { name: '更正退款编号' }).click();
    await panel.getByRole('button', { name: '在页面上点选' }).click();
  };
  await pick();
  await expect(panel.getByText('在页面上点选需要先给一次许可')).toBeVisible();
  await look(panel, 'no-grant');
  await panel.getByRole('button', { name: '取消', exact: true }).click();
  await grant(extension, tab);

  const before = await tab.evaluate(() => document.documentElement.outerHTML.length);
  await tab.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['click', 'pointerdown', 'mousedown', 'mouseup', 'keydown'])
      document.addEventListener(type, () => heard.push(type), true);
  });
  await pick();
  await expect(panel.getByText('请到页面上点「退款编号」')).toBeVisible();
  await pickerIsThere(tab);
  const number = tab.getByText(/^92661180/).first();
  const box = await number.boundingBox();
  if (!box) throw new Error('The number is not on the screen');
  await tab.bringToFront();
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await look(tab, 'picking');
  await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await panel.bringToFront();
  await expect(panel.getByText(/^点选的文字/)).toBeVisible();
  expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(await tab.evaluate(() => document.documentElement.outerHTML.length)).toBe(before);
  await look(panel, 'picked');
  await panel.getByRole('button', { name: '保存更正' }).click();
  await expect(panel.getByText(/^你改为：92661180/)).toBeVisible();

  await pick();
  await pickerIsThere(tab);
  await tab.bringToFront();
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Escape');
  await panel.bringToFront();
  await expect(panel.getByRole('button', { name: '在页面上点选' })).toBeVisible();
  expect(await tab.evaluate(() => document.documentElement.outerHTML.length)).toBe(before);
});

test('a number inside a frame and a shadow tree can be pointed at', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('timer').waitFor();
  await grant(extension, tab);
  await openFacts(panel);
  await tab.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position:fixed;left:100px;top:200px;width:400px;height:100px;border:7px solid';
    document.body.append(frame);
    const host = frame.contentDocument?.createElement('div');
    if (!host) return;
    frame.contentDocument?.body.append(host);
    const line = host.ownerDocument.createElement('b');
    line.textContent = '运单号码：SF9000000000001';
    host.attachShadow({ mode: 'open' }).append(line);
  });
  await panel.getByLabel('补填').selectOption({ label: '退货运单号' });
  await panel.getByRole('button', { name: '在页面上点选' }).click();
  await pickerIsThere(tab);
  await tab.bringToFront();
  await tab.mouse.click(135, 225);
  await panel.bringToFront();
  await expect(panel.getByLabel('退货运单号', { exact: true })).toHaveValue('SF9000000000001');
});

test('a number of another case is reported and changes nothing', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('timer').waitFor();
  const number = await panel.locator('[title^="9"]').nth(1).getAttribute('title');
  await tab.goto(server.urls.refundTmall);
  await expect(panel.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(async () => (await readStore(await extension.worker())).cases).toBe(2);
  await openFacts(panel);
  await panel.getByRole('button', { name: '更正退款编号' }).click();
  await panel.getByLabel('退款编号', { exact: true }).fill(number ?? '');
  await panel.getByRole('button', { name: '保存更正' }).click();
  await expect(panel.getByText('没有保存：另一个案件已经是这个编号')).toBeVisible();
  await look(panel, 'clash');
  expect(await readStore(await extension.worker())).toMatchObject({ cases: 2, log: 0 });
});

test('the bundle goes by the correction and shows the page beside it', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  await (await captureFromToolbar(extension, tab)).close();
  const panel = await openPanel(extension, tab);
  await openFacts(panel);
  await panel.getByRole('button', { name: '更正退款原因' }).click();
  await panel.getByLabel('退款原因', { exact: true }).fill('商品与描述严重不符');
  await panel.getByRole('button', { name: '保存更正' }).click();
  await expect(panel.getByText('你改为：商品与描述严重不符')).toBeVisible();
  await tab.bringToFront();
  const path = await exportFromToolbar(extension, tab);
  const { execFileSync } = await import('node:child_process');
  const read = (name: string) => execFileSync('python3', ['-c', READ_ZIP, path, name]).toString();
  const { facts, corrections } = JSON.parse(read('06_案件信息.json'));
  expect(facts.find(({ fact }: { fact: string }) => fact === 'refundReason')).toMatchObject({
    source: 'user',
    value: '商品与描述严重不符',
    page: expect.stringMatching(/./),
  });
  expect(corrections).toHaveLength(1);
  expect(read('06_12315填报内容.txt')).toContain('投诉人更正为“商品与描述严重不符”');
});

/** Another program than ours opens the file. */
const READ_ZIP = `
import sys, zipfile
file = zipfile.ZipFile(sys.argv[1])
sys.stdout.buffer.write(file.read(next(name for name in file.namelist() if name.endswith(sys.argv[2]))))
`;
