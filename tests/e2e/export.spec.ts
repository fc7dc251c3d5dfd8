import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import { readStore } from '../../scripts/browser/store.ts';
import { expect, test } from './fixtures.ts';
import { storedCaptures } from './in-extension.ts';

test.beforeEach(async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const popup = await captureFromToolbar(extension, tab);
  await popup.close();
});

test('closing the popup does not stop an export', async ({ extension, tab, downloads }) => {
  const popup = await extension.clickToolbar(tab);
  await popup.click('导出证据包');
  const saved = extension.nextDownload();
  await popup.click('生成证据包');
  await popup.waitForText('正在导出');
  await popup.close();
  expect(await saved).toContain(downloads);
  const view = await extension.openView('cases.html');
  await expect(view.getByText('证据包已保存')).toBeVisible();
});

test('a cancelled export leaves no file', async ({ server, extension, tab, downloads }) => {
  await tab.goto(server.urls.chat);
  await tab.frameLocator('iframe').locator('.message-item-line').first().waitFor();
  await (await captureFromToolbar(extension, tab)).close();
  const popup = await extension.clickToolbar(tab);
  await popup.click('导出证据包');
  await popup.click('生成证据包');
  await popup.click('取消');
  await popup.waitForText('已取消导出，没有留下文件');
  await popup.close();
  const saved = await exportFromToolbar(extension, tab);
  expect(readdirSync(downloads)).toEqual([basename(saved)]);
  expect((await readStore(await extension.worker())).log).toBe(3);
});

test('a damaged original stops the export and is not handed out', async ({ extension, tab, downloads }) => {
  const view = await extension.openView('cases.html');
  const [capture] = await storedCaptures(view);
  const text = capture?.artifacts.find(({ role }) => role === 'text');
  await view.evaluate(async (id) => {
    const open = indexedDB.open('dispute-dossier');
    const db = await new Promise<IDBDatabase>((resolve) =>
      open.addEventListener('success', () => resolve(open.result)),
    );
    const store = db.transaction('blobs', 'readwrite').objectStore('blobs');
    const put = store.put({ id, captureId: id.split('/')[0], blob: new Blob(['被改动过的文字']) });
    await new Promise((resolve) => put.addEventListener('success', resolve));
    db.close();
  }, text?.id ?? '');
  const popup = await extension.clickToolbar(tab);
  await popup.click('导出证据包');
  await popup.click('生成证据包');
  await popup.waitForText('有一份原始证据与封存时的校验值不一致，已停止导出');
  expect(readdirSync(downloads)).toEqual([]);
});

test('the form warns what a complaint would be refused for, and exports all the same', async ({ extension, tab }) => {
  const popup = await extension.clickToolbar(tab);
  await popup.click('导出证据包');
  await popup.waitForText('还缺：营业执照上的名称、公示的地址');
  await popup.waitForText('还缺：订单详情');
  await popup.waitForText('仍可导出');
});
