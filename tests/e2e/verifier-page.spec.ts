import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { START_PAGE } from '../../lib/bundle/layout.ts';
import { type StartPageSummary, startPageHtml } from '../../lib/verify/page/html.ts';
import { buildVerifierScript } from '../../scripts/build/verifier.ts';
import { exampleIngredients, makeBundle, unpack } from '../unit/verify/example-bundle.ts';

const HOSTILE = '<img src=x onerror="document.title=\'pwned\'"></script><script>document.title="pwned"</script>';
const summary: StartPageSummary = {
  bundleNo: 'WQX-20261122-121501-7F3A',
  createdAt: '2026-11-22 12:15:01',
  software: '维权匣 0.1.0',
  manifestSha256: '91d955a41cb6a67df3068f1484e4b28d81e2061bc734204e27ed0b7da1f3e21b',
  facts: [
    { label: '平台', value: '天猫' },
    { label: '店铺', value: '测试旗舰店' },
    { label: '订单号', value: '9301000000000017' },
    { label: '实付款', value: '¥88.00' },
    { label: '备注', value: HOSTILE },
  ],
  contents: [
    { path: '01_投诉书.docx', note: '可编辑' },
    { path: '03_证据目录.pdf', note: '证据编号、来源、证明目的' },
    { path: '06_12315填报内容.txt', note: '按表单顺序排列' },
    { path: '08_原始证据/', note: '采集时的原始文件，未经修改' },
  ],
  evidence: [
    { no: 'E01', name: '商品页', capturedAt: '2026-11-21 20:31', purpose: '商家承诺七天无理由退货' },
    { no: 'E02', name: '聊天记录', capturedAt: '2026-11-21 20:32', purpose: '商家拒绝退货' },
  ],
  isStamped: false,
};

declare global {
  interface Window {
    axe: typeof axe;
  }
}

let browser: Browser;
let folder: string;
let bundle: { zip: string; unpacked: string; spoiled: string; cut: string; page: string; topFolder: string };

test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  folder = await mkdtemp(join(tmpdir(), 'verifier-page-'));
  bundle = await writeBundle(folder);
});

test.afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

async function writeBundle(root: string): Promise<typeof bundle> {
  const ingredients = await exampleIngredients();
  const html = startPageHtml(await buildVerifierScript(), summary);
  const documents = ingredients.documents.map((document) =>
    document.path === START_PAGE ? { ...document, blob: new Blob([html]) } : document,
  );
  const { blob, fileName } = await makeBundle({ ...ingredients, documents });
  const topFolder = fileName.replace(/\.zip$/, '');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const zip = await write(join(root, fileName), bytes);
  const cut = await write(join(root, 'cut.zip'), bytes.subarray(0, bytes.length - 400));
  const unpacked = join(root, topFolder);
  const spoiled = join(root, 'spoiled');
  for (const [path, content] of await unpack(blob)) {
    await write(join(unpacked, path), content);
    const isSpoiled = path.endsWith('frame-002.png');
    if (!path.endsWith('聊天.json'))
      await write(join(spoiled, path), isSpoiled ? content.map((byte) => byte ^ 1) : content);
  }
  await write(join(spoiled, '01_补充.txt'), new Uint8Array(3));
  await write(join(spoiled, '<img src=x onerror=alert(1)>'), new Uint8Array(3));
  return { zip, cut, unpacked, spoiled, page: pathToFileURL(join(unpacked, START_PAGE)).href, topFolder };
}

async function write(path: string, bytes: Uint8Array): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return path;
}

/** The page as it is opened by a double click; no request may leave it. */
async function openPage(
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await prepare?.(page);
  await page.goto(bundle.page);
  return { page, requests, errors };
}

async function verdictOf(page: Page): Promise<string> {
  await expect(page.locator('.verdict-text')).toBeVisible();
  return (await page.locator('.verdict-text').textContent()) ?? '';
}

/** Drops files on the page as the system's file manager does. */
async function dropOn(page: Page, files: string[]): Promise<void> {
  await page.locator('#drop').scrollIntoViewIfNeeded();
  const box = await page.locator('#drop').boundingBox();
  if (!box) throw new Error('No drop area');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 20, data });
  }
}

test('verifies a zip that was chosen, in Chinese, without any request', async () => {
  const { page, requests, errors } = await openPage();
  await page.locator('#zip-input').setInputFiles(bundle.zip);
  expect(await verdictOf(page)).toBe('未发现改动：包内文件与生成时一致');
  await expect(page.locator('.layer.passed')).toHaveCount(6);
  await expect(page.locator('.layer.absent')).toContainText('没有时间戳');
  await expect(page.locator('.verdict-text')).toBeFocused();
  expect(requests).toEqual([bundle.page]);
  expect(errors).toEqual([]);
});

test('shows what it is told as text, and links that open', async () => {
  const { page } = await openPage();
  await expect(page.locator('#h-summary + dl')).toContainText(HOSTILE);
  await expect(page).toHaveTitle('证据包 WQX-20261122-121501-7F3A · 先看这里');
  await page.getByRole('link', { name: '06_12315填报内容.txt' }).click();
  await expect(page.locator('body')).toContainText('商品与描述不符');
});

test('names every spoiled file of a chosen folder, and nothing in a name becomes an element', async () => {
  const { page, errors } = await openPage();
  await page.locator('#folder-input').setInputFiles(bundle.spoiled);
  expect(await verdictOf(page)).toBe('验证不通过：证据包与生成时不一致');
  const problems = await page.locator('.layer').first().locator('.problems li').allTextContents();
  expect(problems.sort()).toEqual([
    '01_补充.txt：多出的文件，不在校验表中',
    '08_原始证据/E01_商品页_1121-2031/frame-002.png：内容被改动，与校验表不符',
    '08_原始证据/E02_聊天记录_1121-2032/聊天.json：文件缺失',
    '<img src=x onerror=alert(1)>：多出的文件，不在校验表中',
  ]);
  await expect(page.locator('.notes').first()).toContainText(bundle.topFolder);
  await expect(page.locator('img')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('verifies a zip and a folder that were dropped', async () => {
  const { page } = await openPage();
  for (const path of [bundle.zip, bundle.unpacked]) {
    await dropOn(page, [path]);
    await expect(page.locator('.report dd').first()).toHaveText(basename(path));
    expect(await verdictOf(page)).toBe('未发现改动：包内文件与生成时一致');
  }
});

test('says in Chinese what is wrong with what it was given', async () => {
  const { page } = await openPage();
  await page.locator('#zip-input').setInputFiles(bundle.cut);
  expect(await verdictOf(page)).toContain('ZIP 文件不完整');
  await page.locator('#zip-input').setInputFiles(fileURLToPath(bundle.page));
  await expect(page.locator('.verdict-text')).toHaveText('不是 ZIP 文件');
  await dropOn(page, [bundle.zip, bundle.cut]);
  await expect(page.locator('.verdict-text')).toHaveText('请一次只放入一个 ZIP 文件或一个文件夹。');
});

test('hashes without WebCrypto and gives the command for the signatures', async () => {
  const { page } = await openPage((fresh) =>
    fresh.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })),
  );
  await page.locator('#zip-input').setInputFiles(bundle.zip);
  expect(await verdictOf(page)).toBe('未发现改动，但有项目未能核对');
  await expect(page.locator('.layer.unchecked')).toHaveCount(2);
  await expect(page.locator('.layer.unchecked').first()).toContainText(
    'openssl dgst -sha256 -verify public-key.pem -signature SHA256SUMS.der.sig SHA256SUMS.txt',
  );
});

test('works in a browser as old as those on Windows 7', async () => {
  const { page, errors } = await openPage((fresh) => fresh.addInitScript(forgetNewFunctions));
  for (const [input, path] of [
    ['#zip-input', bundle.zip],
    ['#folder-input', bundle.unpacked],
  ] as const) {
    await page.locator(input).setInputFiles(path);
    await expect(page.locator('.report dd').first()).toHaveText(basename(path));
    expect(await verdictOf(page)).toBe('未发现改动：包内文件与生成时一致');
  }
  await dropOn(page, [bundle.unpacked]);
  await expect(page.locator('.verdict-text')).toContainText('请改用“选择文件夹”按钮，或直接拖入 ZIP 文件');
  expect(errors).toEqual([]);
});

/** Takes away what came after ES2017 and that a page could stumble over. */
function forgetNewFunctions(): void {
  const names: [object, string[]][] = [
    [String.prototype, ['isWellFormed', 'toWellFormed', 'at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd']],
    [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']],
    [Uint8Array.prototype, ['toHex', 'toBase64', 'at', 'findLast', 'toSorted', 'toReversed', 'with']],
    [Object.getPrototypeOf(Uint8Array.prototype), ['at', 'findLast', 'toSorted', 'toReversed', 'with']],
    [Object, ['fromEntries', 'hasOwn', 'groupBy']],
    [Promise, ['allSettled', 'any', 'try', 'withResolvers']],
    [Promise.prototype, ['finally']],
    [Blob.prototype, ['arrayBuffer', 'stream', 'text', 'bytes']],
    [DataTransferItem.prototype, ['getAsFileSystemHandle']],
    [globalThis, ['structuredClone', 'queueMicrotask', 'WeakRef', 'DecompressionStream', 'BigInt']],
  ];
  for (const [owner, list] of names) for (const name of list) Reflect.deleteProperty(owner, name);
}

test('is used by keyboard alone', async () => {
  const { page } = await openPage();
  // Before anything else is asked of the page: the browser must know of it when the key comes.
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#zip-input').focus();
  await page.keyboard.press('Space');
  await (await chooser).setFiles(bundle.zip);
  expect(await verdictOf(page)).toBe('未发现改动：包内文件与生成时一致');
  await page.locator('#zip-input').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('#folder-input')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that keeps anyone out (${colorScheme})`, async () => {
    const { page } = await openPage((fresh) => fresh.emulateMedia({ colorScheme }));
    await page.evaluate(axe.source);
    for (const [input, path, count] of [
      ['#zip-input', bundle.zip, 0],
      ['#folder-input', bundle.spoiled, 2],
    ] as const) {
      await page.locator(input).setInputFiles(path);
      await expect(page.locator('.layer.failed')).toHaveCount(count);
      await expect(page.locator('.report dd').first()).toHaveText(basename(path));
      const { violations } = await page.evaluate(() => window.axe.run());
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      await shoot(page, `${basename(path).slice(0, 5)}-${colorScheme}`);
    }
  });
}

test('fits a telephone, and paper', async () => {
  const { page } = await openPage();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator('#folder-input').setInputFiles(bundle.spoiled);
  await verdictOf(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await shoot(page, 'narrow');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#drop')).toBeHidden();
  await expect(page.locator('.verdict-text')).toBeVisible();
});

/** For looking at: `SHOTS=<folder>` keeps pictures of the page. */
async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}
