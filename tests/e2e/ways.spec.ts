import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { readStore } from '../../scripts/browser/store.ts';
import { expect, openPanel, test } from './fixtures.ts';

/** Pictures of what these tests see, when somebody wants to look: `SHOTS=folder`. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    writeFileSync(join(process.env.SHOTS, `${name}.png`), await page.screenshot({ fullPage: true }));
}

async function expectNoBarriers(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  expect((await page.evaluate(() => window.axe.run())).violations).toEqual([]);
}

/** The row of a channel, by its whole name. */
function channel(page: Page, name: string) {
  return page.locator('details', { has: page.locator('summary').getByText(name, { exact: true }) });
}

test('a complaint noted in the ways out moves the stage and warns before a second one', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.setViewportSize({ width: 320, height: 800 });
  await panel.getByRole('timer').waitFor();
  await look(panel, 'ways-card');
  await panel.getByRole('button', { name: '看全部办法和向哪里投诉' }).click();
  await expect(panel.getByRole('heading', { name: '还有哪些办法' })).toBeFocused();
  const filed = channel(panel, '全国12315平台');
  await filed.locator('summary').click();
  await filed.getByRole('button', { name: '我已在这里提交' }).click();
  await expectNoBarriers(panel);
  await look(panel, 'ways-form');
  await filed.getByRole('button', { name: '记下来' }).click();
  await expect(filed.locator('summary')).toContainText('已提交');
  const second = channel(panel, '12345政务服务便民热线');
  await expect(second.locator('summary')).toContainText('注意重复');
  await second.locator('summary').click();
  await second.getByRole('button', { name: '我已在这里提交' }).click();
  await expect(second.getByRole('status')).toContainText('12315正在处理同一争议');
  await second.getByRole('button', { name: '记下来' }).click();
  await expect(panel.getByRole('region', { name: '请留意' })).toContainText('同一争议交给了几处（12315、12345');
  await expectNoBarriers(panel);
  await look(panel, 'ways-duplicate');
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await panel.getByRole('button', { name: '返回' }).click();
  await expect(panel.getByRole('region', { name: /^现在轮到市场监管部门/ })).toContainText('12315 已收到');
  expect(await readStore(await extension.worker())).toMatchObject({ cases: 1, log: 2 });
});

test('the case page has the ways out at an address of their own, by keyboard alone', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('timer').waitFor();
  const cases = await extension.openView('cases.html');
  await cases.setViewportSize({ width: 1180, height: 800 });
  await cases.locator('tbody a').first().click();
  await cases.getByRole('button', { name: '看全部办法和向哪里投诉' }).focus();
  await cases.keyboard.press('Enter');
  await expect(cases).toHaveURL(/#ways=/);
  await expect(cases.getByRole('heading', { name: '还有哪些办法' })).toBeFocused();
  await channel(cases, '法院（可网上立案）').locator('summary').focus();
  await cases.keyboard.press('Enter');
  await expect(channel(cases, '法院（可网上立案）').getByText('人民法院在线服务', { exact: false })).toBeVisible();
  await expectNoBarriers(cases);
  await look(cases, 'ways-page');
  await cases.reload();
  await expect(cases.getByRole('heading', { name: '还有哪些办法' })).toBeVisible();
  await cases.goBack();
  await expect(cases.getByRole('region', { name: '还有哪些办法' })).toBeVisible();
});
