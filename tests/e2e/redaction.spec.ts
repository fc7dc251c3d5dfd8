import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import { expect, test } from './fixtures.ts';
import { storedCaptures } from './in-extension.ts';
import { linesOf, seedTextBoxes } from './text-boxes.ts';

const PHONE = '13800000000';
const VERIFIER = fileURLToPath(new URL('../../scripts/verify.ts', import.meta.url));
const PHOTO = fileURLToPath(new URL('../../assets/practice/pictures/mould-close.jpg', import.meta.url));

/** True when every pixel of these boxes is black; the boxes are pulled in by a pixel against soft edges. */
function isBlack(
  view: Page,
  picture: Uint8Array,
  boxes: readonly { left: number; top: number; width: number; height: number }[],
) {
  const base64 = Buffer.from(picture).toString('base64');
  return view.evaluate(
    async ({ base64: text, boxes: places }) => {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return places.every(({ left, top, width, height }) => {
        const { data = new Uint8ClampedArray([1]) } = context?.getImageData(left, top, width, height) ?? {};
        return data.every((value, index) => (index % 4 === 3 ? value === 255 : value < 12));
      });
    },
    { base64, boxes },
  );
}

async function openEditor(view: Page, name: RegExp): Promise<void> {
  await view.getByRole('button', { name }).click();
  await view.getByRole('dialog').getByRole('button', { name: '遮盖个人信息' }).click();
  await expect(view.getByRole('heading', { name: '遮盖个人信息' })).toBeVisible();
}

/** Drags the mouse over a part of the first picture, given in shares of its size. */
async function drawBox(view: Page, from: [number, number], to: [number, number]): Promise<void> {
  const picture = view.getByRole('img').first();
  await expect(picture).toHaveJSProperty('complete', true);
  const box = await picture.boundingBox();
  if (!box) throw new Error('The picture is not shown');
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await view.mouse.move(...at(from));
  await view.mouse.down();
  await view.mouse.move(...at(to), { steps: 4 });
  await view.mouse.up();
}

test('what is covered in a capture is in no file of its bundle, and the bundle verifies', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.order);
  await tab.getByText(PHONE).waitFor();
  const lines = await linesOf(tab);
  await (await captureFromToolbar(extension, tab)).close();
  const view = await extension.openView('cases.html');
  await seedTextBoxes(view, lines);
  await view.getByRole('link', { name: /野生干香菇/ }).click();

  await test.step('the editor has found the telephone number and the address', async () => {
    await openEditor(view, /^订单详情缩略图/);
    await expect(view.getByRole('checkbox', { name: new RegExp(`${PHONE}.*手机号码`) })).toBeChecked();
    await expect(view.getByRole('checkbox', { name: /示例路1号.*地址/ })).toBeChecked();
    await expect(view.getByRole('checkbox', { name: /测试收货人.*姓名/ })).toBeChecked();
    await view.getByRole('button', { name: `在画面上指出：${PHONE}` }).click();
  });

  await test.step('a box is drawn by hand, moved by keyboard, taken back and made again', async () => {
    await view.getByRole('region', { name: '要遮盖的画面' }).evaluate((stage) => stage.scrollTo(0, 0));
    await drawBox(view, [0.1, 0.05], [0.3, 0.1]);
    const box = view.getByRole('button', { name: /^手画的框 1/ });
    await expect(box).toBeFocused();
    const before = await box.getAttribute('aria-label');
    await view.keyboard.press('ArrowRight');
    await expect(box).not.toHaveAttribute('aria-label', before ?? '');
    await view.keyboard.press('Control+z');
    await expect(box).toHaveAttribute('aria-label', before ?? '');
    await expect(view.getByText('个手画的框。')).toContainText('1 个手画的框');
  });

  await test.step('the preview shows it black, and it is saved', async () => {
    await view.getByRole('button', { name: '预览结果' }).click();
    await view.getByRole('button', { name: '保存遮盖' }).click();
    await expect(view.getByRole('button', { name: /^订单详情缩略图/ })).toBeVisible();
    const [capture] = await storedCaptures(view);
    expect(capture?.artifacts.filter(({ role }) => role === 'redacted').length).toBeGreaterThan(2);
    expect(capture?.artifacts.filter(({ role }) => role === 'redaction')).toHaveLength(1);
  });

  const bundle = await test.step('exported', () => exportFromToolbar(extension, tab));

  await test.step('nothing of it is in the bundle', async () => {
    const files = Object.entries(unzipSync(new Uint8Array(readFileSync(bundle))));
    const readable = files.filter(([path]) => /\.(?:json|jsonl|txt|html|pem)$/.test(path));
    for (const [path, bytes] of readable) expect(new TextDecoder().decode(bytes), path).not.toContain(PHONE);
    const pictures = files.filter(([path]) => /_遮盖\.png$/.test(path));
    expect(pictures.length).toBeGreaterThan(0);
    expect(files.filter(([path]) => path.endsWith('文字位置.json'))).toEqual([]);
    const explained = files.find(([path]) => path.endsWith('遮盖说明.json'));
    const { files: covered } = JSON.parse(new TextDecoder().decode(explained?.[1]));
    for (const [path, bytes] of pictures) {
      const { boxes } = covered.find(({ file }: { file: string }) => path.endsWith(file));
      expect(boxes.length).toBeGreaterThan(0);
      expect(await isBlack(view, bytes, boxes), path).toBe(true);
    }
    const rules = covered.flatMap(({ boxes }: { boxes: { rule: string }[] }) => boxes.map(({ rule }) => rule));
    expect(new Set(rules)).toEqual(new Set(['phone', 'address', 'name', 'hand']));
    const originals = files.map(([path]) => path.slice(path.lastIndexOf('/') + 1));
    expect(originals).not.toContain('frame-001.png');
    expect(originals).not.toContain('正文.txt');
  });

  await test.step('its documents say so, and it verifies', async () => {
    const folder = join(bundle, '..', 'unpacked');
    execFileSync('unzip', ['-q', bundle, '-d', folder]);
    const cwd = join(folder, readdirSync(folder)[0] ?? '');
    const words = (file: string) =>
      execFileSync('pdftotext', ['-raw', file, '-'], { cwd, encoding: 'utf8' }).replace(/\s/g, '');
    expect(words('03_证据目录.pdf')).toContain('个人信息已遮盖，未遮盖的原件由投诉人保存');
    for (const file of readdirSync(cwd).filter((name) => name.endsWith('.pdf')))
      expect(words(file)).not.toContain(PHONE);
    const report = execFileSync('node', [VERIFIER, bundle], { encoding: 'utf8' });
    expect(report).toContain('未发现改动');
    expect(report).toContain('原始文件未随包提供');
  });

  await test.step('the originals are still there to be looked at', async () => {
    await view.bringToFront();
    await view.getByRole('button', { name: /^订单详情缩略图/ }).click();
    const dialog = view.getByRole('dialog');
    await expect(dialog.getByText('下面是遮盖后的样子')).toBeVisible();
    await dialog.getByRole('button', { name: '看原件' }).click();
    await expect(dialog.getByText('下面是未遮盖的原件')).toBeVisible();
  });
});

test('a photo is covered by hand, and can be uncovered again', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  await (await captureFromToolbar(extension, tab)).close();
  const view = await extension.openView('cases.html');
  await view.getByRole('link', { name: /野生干香菇/ }).click();
  await view.locator('input[type=file]').first().setInputFiles(PHOTO);
  await view.getByRole('button', { name: /mould-close\.jpg/ }).click();
  await view.getByRole('dialog').getByRole('button', { name: '遮盖个人信息' }).click();
  await drawBox(view, [0.2, 0.2], [0.6, 0.6]);
  await view.getByRole('button', { name: '保存遮盖' }).click();
  await view.getByRole('button', { name: /mould-close\.jpg/ }).click();
  await expect(view.getByRole('dialog').getByText('下面是遮盖后的样子')).toBeVisible();
  await view.getByRole('dialog').getByRole('button', { name: '修改遮盖' }).click();
  await expect(view.getByRole('button', { name: /^手画的框 1/ })).toBeVisible();
  await view.getByRole('button', { name: '取消全部遮盖' }).click();
  await expect(view.getByRole('button', { name: /mould-close\.jpg/ })).toBeVisible();
  const photo = (await storedCaptures(view)).find(({ pageKind }) => pageKind === null);
  expect(photo?.artifacts.map(({ role }) => role).sort()).toEqual(['own', 'record', 'thumbnail']);
});
