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

async function expectNoBarriers(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  expect((await page.evaluate(() => window.axe.run())).violations).toEqual([]);
}

/** The page of the only case that the list has a link to with this text. */
async function openCase(extension: Parameters<typeof openPanel>[0], name: RegExp): Promise<Page> {
  const cases = await extension.openView('cases.html');
  await cases.getByRole('link', { name }).first().click();
  return cases;
}

test('what is noted in the panel moves the stage, can be changed and taken back, and the log knows', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.getByRole('timer').waitFor();
  await panel.getByRole('button', { name: '记录进展' }).click();
  await panel.getByLabel('发生了什么').selectOption({ label: '已向 12315 提交投诉' });
  await panel.getByLabel('说明（可不填）').fill('登记编号 9000000001');
  await look(panel, 'entry-form');
  await expectNoBarriers(panel);
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('region', { name: /^现在/ })).toContainText('12315 已收到');
  await expect(panel.getByText('登记编号 9000000001')).toBeVisible();
  await look(panel, 'entry-noted');
  await tab.reload();
  await expect(panel.getByRole('region', { name: /^现在/ })).toContainText('12315 已收到');
  await panel.getByRole('button', { name: '修改：已向 12315 提交投诉' }).click();
  await panel.getByLabel('发生时间（北京时间）').fill('2099-01-01T00:00');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('还没有到');
  await panel.getByRole('button', { name: '取消', exact: true }).click();
  await panel.getByRole('button', { name: '删除：已向 12315 提交投诉' }).click();
  await expect(panel.getByRole('region', { name: /^现在/ })).not.toContainText('12315 已收到');
  expect((await readStore(await extension.worker())).log).toBe(2);
});

test('a case is named, annotated and put away; nothing typed is lost', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('button', { name: '更多操作' }).click();
  await panel.getByRole('button', { name: '重命名' }).click();
  await panel.getByLabel('案件名称').fill('坏杯子');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('坏杯子');
  const cases = await openCase(extension, /坏杯子/);
  await cases.getByRole('textbox', { name: '备注' }).pressSequentially('商家电话里说周五退');
  await expect(cases.getByText('已保存')).toBeVisible();
  await cases.reload();
  await expect(cases.getByRole('textbox', { name: '备注' })).toHaveValue('商家电话里说周五退');
  await cases.getByRole('button', { name: '更多操作' }).click();
  await look(cases, 'case-menu');
  await expectNoBarriers(cases);
  await cases.getByRole('button', { name: '收起案件' }).click();
  await expect(cases.getByText(/不再提醒，也不在列表里/)).toBeVisible();
  await cases.goto(cases.url().replace(/#.*/, '#list'));
  await expect(cases.getByRole('link', { name: /坏杯子/ })).toHaveCount(0);
  await panel.getByRole('button', { name: '重新打开案件' }).first().click();
  await expect(cases.getByRole('link', { name: /坏杯子/ })).toHaveCount(1);
});

test('two cases are joined, stay joined, and are divided again; then one is deleted', async ({
  server,
  extension,
  tab,
}) => {
  const worker = () => extension.worker();
  await tab.goto(server.urls.refund);
  await expect.poll(async () => (await readStore(await worker())).cases).toBe(1);
  await tab.goto(server.urls.refundTmall);
  await expect.poll(async () => (await readStore(await worker())).cases).toBe(2);
  const cases = await openCase(extension, /打开案件/);
  await cases.getByRole('button', { name: '更多操作' }).click();
  await cases.getByRole('button', { name: '与另一个案件合并' }).click();
  await cases.getByLabel('和哪个案件合并').selectOption({ index: 1 });
  await expect(cases.getByText(/会移过来：1 个页面/)).toBeVisible();
  await look(cases, 'merge');
  await expectNoBarriers(cases);
  await cases.getByRole('button', { name: '合并', exact: true }).click();
  await expect(cases.getByText('合并了另一个案件')).toBeVisible();
  await tab.goto(server.urls.refund);
  await tab.goto(server.urls.refundTmall);
  await tab.reload();
  expect((await readStore(await worker())).cases).toBe(1);

  await cases.getByRole('button', { name: '更多操作' }).click();
  await cases.getByRole('button', { name: '拆出一部分' }).click();
  await cases.getByRole('button', { name: /拆回合并前的样子/ }).click();
  await look(cases, 'split');
  await expectNoBarriers(cases);
  await cases.getByRole('button', { name: '拆出新案件' }).click();
  await expect.poll(async () => (await readStore(await worker())).cases).toBe(2);
  await tab.goto(server.urls.refund);
  await tab.goto(server.urls.refundTmall);
  await tab.reload();
  expect((await readStore(await worker())).cases).toBe(2);

  await cases.getByRole('button', { name: '更多操作' }).click();
  await cases.getByRole('button', { name: '删除案件' }).click();
  await look(cases, 'delete');
  await expectNoBarriers(cases);
  await cases.getByRole('button', { name: '删除这个案件' }).click();
  await expect(cases.getByRole('heading', { level: 1, name: '案件' })).toBeVisible();
  expect(await readStore(await worker())).toMatchObject({ cases: 1, log: 3 });
});

test('the bundle tells what was stated apart from what is proved', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  await (await captureFromToolbar(extension, tab)).close();
  const panel = await openPanel(extension, tab);
  await panel.getByRole('button', { name: '记录进展' }).click();
  await panel.getByLabel('发生了什么').selectOption({ label: '已向 12315 提交投诉' });
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('region', { name: /^现在/ })).toContainText('12315 已收到');
  await tab.bringToFront();
  const path = await exportFromToolbar(extension, tab);
  const { execFileSync } = await import('node:child_process');
  const file = JSON.parse(execFileSync('python3', ['-c', READ_ZIP, path, '06_案件信息.json']).toString());
  expect(file).toMatchObject({
    rulesVersion: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    statements: [{ words: '向12315提交投诉', event: { type: '12315.filed' } }],
    acts: [{ what: { type: 'entry.added' } }],
  });
  expect(file.visits.length).toBeGreaterThan(0);
});

/** Another program than ours opens the file. */
const READ_ZIP = `
import sys, zipfile
file = zipfile.ZipFile(sys.argv[1])
sys.stdout.buffer.write(file.read(next(name for name in file.namelist() if name.endswith(sys.argv[2]))))
`;
