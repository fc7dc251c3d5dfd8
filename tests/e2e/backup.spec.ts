import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync } from 'node:fs';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import type { ExtensionBrowser } from '../../scripts/browser/launch.ts';
import { readStore } from '../../scripts/browser/store.ts';
import { expect, test } from './fixtures.ts';
import { storedCaptures } from './in-extension.ts';

test.beforeEach(async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  await (await captureFromToolbar(extension, tab)).close();
});

async function backUp(extension: ExtensionBrowser): Promise<string> {
  const settings = await extension.openView('options.html');
  const saved = extension.nextDownload();
  await settings.getByRole('button', { name: '备份全部' }).click();
  const path = await saved;
  await expect(settings.getByText('备份完成，已逐字节核对')).toBeVisible();
  await settings.close();
  return path;
}

test('what was backed up, deleted and erased comes back, and makes a bundle that verifies', async ({
  server,
  extension,
  tab,
}) => {
  const backup = await backUp(extension);
  expect(backup).toMatch(/维权匣备份_\d{4}-\d\d-\d\d\.zip$/);
  const testZip = 'import zipfile,sys; print(zipfile.ZipFile(sys.argv[1]).testzip())';
  expect(execFileSync('python3', ['-c', testZip, backup], { encoding: 'utf8' }).trim()).toBe('None');

  await test.step('a deletion can be undone, and is in the bin otherwise', async () => {
    const view = await extension.openView('cases.html');
    await view.locator('table a, [role="row"] a, a[href^="#case="]').first().click();
    const remove = async () => {
      await view
        .getByRole('button', { name: /退款详情/ })
        .first()
        .click();
      await view.getByText('删除这项采集？').click();
      await view.getByRole('button', { name: '删除', exact: true }).click();
    };
    await remove();
    await view.getByRole('button', { name: '撤销' }).click();
    await remove();
    await expect(view.getByText('还没有采集。打开订单')).toBeVisible();
    await view.close();
  });

  const settings = await extension.openView('options.html');
  await test.step('and is erased from there', async () => {
    const bin = settings.getByRole('region', { name: '回收站' });
    await bin.getByRole('button', { name: /^彻底删除/ }).click();
    await settings.getByRole('button', { name: '现在彻底删除' }).click();
    await expect(bin.getByText('回收站是空的')).toBeVisible();
    expect(await readStore(await extension.worker())).toMatchObject({ captures: 0, blobs: 0, log: 5 });
  });

  await test.step('the backup brings it back, once', async () => {
    for (const expected of ['新增 0 个案件、1 项采集', '新增 0 个案件、0 项采集']) {
      await settings.getByLabel('选择备份文件').setInputFiles(backup);
      await expect(settings.getByText('文件完整，每个字节都已核对')).toBeVisible();
      await settings.getByRole('button', { name: '恢复', exact: true }).click();
      await expect(settings.getByText(expected)).toBeVisible();
      await settings.getByRole('button', { name: '知道了' }).click();
    }
    expect(await readStore(await extension.worker())).toMatchObject({ captures: 1, log: 6 });
  });

  await test.step('the store is whole', async () => {
    await settings.getByRole('button', { name: '检查证据库' }).click();
    await expect(settings.getByText('证据库完整，没有发现问题')).toBeVisible();
    await settings.close();
  });

  await test.step('and the bundle passes', async () => {
    await tab.goto(server.urls.refund);
    const bundle = await exportFromToolbar(extension, tab);
    expect(execFileSync('node', ['scripts/run.mjs', 'verify', bundle], { encoding: 'utf8' })).toContain(
      '结论：未发现改动',
    );
  });
});

test('damage is found and named, in the store and in a backup that was cut off', async ({ extension }) => {
  const backup = await backUp(extension);
  const settings = await extension.openView('options.html');
  const [capture] = await storedCaptures(settings);
  const text = capture?.artifacts.find(({ role }) => role === 'text');
  await settings.evaluate(async (id) => {
    const open = indexedDB.open('dispute-dossier');
    const db = await new Promise<IDBDatabase>((resolve) =>
      open.addEventListener('success', () => resolve(open.result)),
    );
    const gone = db.transaction('blobs', 'readwrite').objectStore('blobs').delete(id);
    await new Promise((resolve) => gone.addEventListener('success', resolve));
    db.close();
  }, text?.id ?? '');
  await settings.getByRole('button', { name: '检查证据库' }).click();
  await expect(settings.getByText('发现 1 处问题')).toBeVisible();
  await expect(settings.getByText(/文件不见了：/)).toBeVisible();
  const report = extension.nextDownload();
  await settings.getByRole('button', { name: '保存检查报告' }).click();
  expect(readFileSync(await report, 'utf8')).toContain('文件不见了：');

  truncateSync(backup, readFileSync(backup).length - 200);
  await settings.getByLabel('选择备份文件').setInputFiles(backup);
  await expect(settings.getByText('文件后半部分不见了')).toBeVisible();
  await settings.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(settings.getByText('补回了 1 个原来缺失的文件')).toBeVisible();
  await settings.getByRole('button', { name: '检查证据库' }).click();
  await expect(settings.getByText('证据库完整，没有发现问题')).toBeVisible();
});

test('the settings say how much room there is and whether the browser promises to keep it', async ({ extension }) => {
  const settings = await extension.openView('options.html');
  await expect(settings.getByText(/^还可以用 [\d.]+ (?:MB|GB)。$/)).toBeVisible();
  const isPromised = await settings.evaluate(() => navigator.storage.persisted());
  if (!isPromised) await settings.getByRole('button', { name: '请浏览器长期保留' }).click();
  await expect(settings.getByText(/浏览器已答应不会自动清除|浏览器这次没有答应/)).toBeVisible();
});
