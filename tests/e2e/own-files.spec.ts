import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import { jpeg, movie, tiff } from '../unit/evidence/own-file/files.ts';
import { expect, openPanel, test } from './fixtures.ts';
import { storedCaptures } from './in-extension.ts';

/** A real photo, and a movie that says when it was recorded. */
const PHOTO = fileURLToPath(new URL('../../assets/practice/pictures/mould-close.jpg', import.meta.url));
const MOVIE = movie('2026-11-20T02:11:12Z');

/** A tenth of a second of silence: 8000 samples a second, 8 bits each. */
const RECORDING = Uint8Array.from([
  ...Buffer.from('RIFF'),
  ...[0x44, 0x03, 0, 0],
  ...Buffer.from('WAVEfmt '),
  ...[16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0],
  ...Buffer.from('data'),
  ...[0x20, 0x03, 0, 0],
  ...Array.from({ length: 800 }, () => 0x80),
]);

/** Drops files on an element as a file manager does. */
async function drop(page: Page, target: Locator, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      data.items.add(new File([bytes], name, { lastModified: 1_795_000_000_000 }));
    }
    return data;
  }, given);
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

test('two files dropped on a case are kept as they are, described, and verified in the bundle', async ({
  server,
  extension,
  tab,
  downloads,
}) => {
  await tab.goto(server.urls.refund);
  await (await captureFromToolbar(extension, tab)).close();
  const view = await extension.openView('cases.html');
  await view.getByRole('link', { name: /野生干香菇/ }).click();
  const photo = new Uint8Array(readFileSync(PHOTO));
  const video = new Uint8Array(await MOVIE.arrayBuffer());

  await test.step('dropped', async () => {
    const box = view.getByText('拖到这里');
    await drop(view, box, [
      { name: '发霉 近景.jpg', bytes: photo },
      { name: '开箱.mp4', bytes: video },
      { name: '发票.exe', bytes: Uint8Array.from([0x4d, 0x5a, 1, 2]) },
    ]);
    await expect(view.getByText(/已封存：.*开箱\.mp4/)).toBeVisible();
    await expect(view.getByRole('alert')).toContainText('没有添加：发票.exe');
    await expect(view.getByText('3 项 · 已封存')).toBeVisible();
    await expect(view.getByRole('img', { name: '发霉 近景.jpg缩略图' })).toBeVisible();
  });

  await test.step('the same file again is refused and nothing is lost', async () => {
    await drop(view, view.getByText('拖到这里'), [{ name: '又一次.jpg', bytes: photo }]);
    await expect(view.getByText('内容完全相同的文件')).toBeVisible();
    expect(await storedCaptures(view)).toHaveLength(3);
  });

  await test.step('what it is about and what the photo proves', async () => {
    await view.getByRole('combobox', { name: '争议类型' }).selectOption('food');
    await expect(view.getByText(/举证和结果：十倍赔偿/)).toBeVisible();
    await view.getByRole('combobox', { name: '商品类别' }).selectOption('fresh');
    await view.getByRole('button', { name: /发霉 近景\.jpg/ }).click();
    const dialog = view.getByRole('dialog', { name: '发霉 近景.jpg' });
    await expect(dialog.getByRole('img', { name: '图片：发霉 近景.jpg' })).toBeVisible();
    await dialog.getByRole('combobox', { name: '证明什么' }).selectOption('wholeLot');
    await dialog.getByRole('textbox', { name: '说明（写进证据目录）' }).fill('菌褶背面有霉斑');
    await dialog.getByRole('button', { name: '保存说明' }).click();
    await expect(dialog.getByText('已保存')).toBeVisible();
    const opened = view.context().waitForEvent('page');
    await dialog.getByRole('link', { name: '打开原件' }).click();
    const original = await opened;
    await expect(original.locator('img')).toHaveJSProperty('complete', true);
    await original.close();
    await dialog.getByRole('button', { name: '关闭' }).click();
    const item = view.getByRole('listitem').filter({ hasText: '全部商品摆开的照片' });
    await expect(item.getByRole('img', { name: '已有' })).toBeVisible();
  });

  await test.step('the panel has the same list', async () => {
    const panel = await openPanel(extension, tab);
    await expect(panel.getByRole('combobox', { name: '争议类型' })).toHaveValue('food');
    await expect(panel.getByRole('button', { name: /开箱\.mp4/ })).toBeVisible();
    await panel.close();
  });

  const bundle = await test.step('exported', () => exportFromToolbar(extension, tab));

  await test.step('and found there, byte for byte', async () => {
    execFileSync('unzip', ['-q', bundle, '-d', downloads]);
    const [folder] = readdirSync(downloads).filter((name) => !name.endsWith('.zip'));
    const cwd = join(downloads, folder ?? '');
    const run = (program: string, args: string[]) => execFileSync(program, args, { cwd, encoding: 'utf8' });
    expect(run('sha256sum', ['-c', '--quiet', '09_校验/SHA256SUMS.txt'])).toBe('');
    const evidence = readdirSync(join(cwd, '08_原始证据'), { recursive: true }).map(String);
    const find = (name: string) => join(cwd, '08_原始证据', evidence.find((path) => path.endsWith(`/${name}`)) ?? '');
    expect(new Uint8Array(readFileSync(find('发霉 近景.jpg')))).toEqual(photo);
    expect(new Uint8Array(readFileSync(find('开箱.mp4')))).toEqual(video);
    expect(run('node', [fileURLToPath(new URL('../../scripts/verify.ts', import.meta.url)), bundle])).toContain(
      '未发现改动',
    );
    const catalogue = run('pdftotext', ['-raw', '03_证据目录.pdf', '-']).replace(/\s/g, '');
    expect(catalogue).toContain('菌褶背面有霉斑');
    const book = run('pdftotext', ['-layout', '05_证据册.pdf', '-']).replace(/\s/g, '');
    expect(book).toContain('2026-11-2010:11:12（文件内部记载');
  });
});

test('a recording is played in a tab of its own, whose policy lets nothing else in', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.refund);
  await (await captureFromToolbar(extension, tab)).close();
  const view = await extension.openView('cases.html');
  await view.getByRole('link', { name: /野生干香菇/ }).click();
  await drop(view, view.getByText('拖到这里'), [{ name: '电话.wav', bytes: RECORDING }]);
  await view.getByRole('button', { name: /电话\.wav/ }).click();
  const opened = view.context().waitForEvent('page');
  await view.getByRole('link', { name: '打开原件' }).click();
  const player = (await opened).locator('video, audio');
  await expect(player).toHaveJSProperty('duration', 0.1);
});

test('a photo of an order that is not kept yet keeps it', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.order);
  const panel = await openPanel(extension, tab);
  await expect(panel.getByRole('heading', { name: /野生干香菇/ })).toBeVisible();
  const bytes = new Uint8Array(await jpeg(tiff('2026:11:20 10:11:12')).arrayBuffer());
  await drop(panel, panel.getByText('拖到这里'), [{ name: 'a.jpg', bytes }]);
  await expect(panel.getByText('已封存：a.jpg')).toBeVisible();
  await expect(panel.getByRole('region', { name: '已采集' }).getByText('a.jpg')).toBeVisible();
});
