import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { captureFromToolbar } from '../../scripts/browser/journey.ts';
import type { ExtensionBrowser } from '../../scripts/browser/launch.ts';
import type { PracticeServer } from '../../scripts/practice/server.ts';
import { ATTACK_PAGE, PIXEL } from './attack-page.ts';
import { expect, test } from './fixtures.ts';
import { storedCaptures, storedText } from './in-extension.ts';

const ADDRESS = 'https://shop.taobao.com/attack.html';
const OUTPUT = new URL('../../.output/chrome-mv3/', import.meta.url);

/** Opens the page that attacks, and waits until it has done all it does by itself. */
async function visit(server: PracticeServer, tab: Page): Promise<void> {
  server.serve(ADDRESS, ATTACK_PAGE);
  server.serve('https://shop.taobao.com/attack.css', '#title { color: rgb(4, 5, 6) }', 'text/css');
  for (const name of ['own', 'background', 'inline', 'preload'])
    server.serve(`https://shop.taobao.com/${name}.png`, PIXEL, 'image/png');
  server.serve('https://img.alicdn.com/foreign.png', PIXEL, 'image/png');
  await tab.goto(ADDRESS);
  const hits = () => tab.evaluate(() => (globalThis as unknown as { hits: string[] }).hits);
  await expect.poll(hits).toEqual(expect.arrayContaining(['load', 'image', 'broken', 'svg', 'frame', 'shadow']));
}

/** Captures the page in front and gives its capture and its files. */
async function capture(extension: ExtensionBrowser, tab: Page) {
  await (await captureFromToolbar(extension, tab)).close();
  const view = await extension.openView('cases.html');
  const kept = (await storedCaptures(view)).at(-1);
  const file = (name: string) => storedText(view, `${kept?.id}/${name}`);
  return { kept, file, record: JSON.parse(await file('采集记录.json')) };
}

/** Opens a file from disk, as an officer would, and notes everything that it asks for. */
async function openFile(context: BrowserContext, path: string): Promise<{ page: Page; asked: () => string[] }> {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => asked.push(dialog.message()));
  await page.goto(pathToFileURL(path).href);
  return { page, asked: () => asked.filter((url) => !/^(?:file|data|about):/.test(url)) };
}

/** Presses everything that can be pressed, but for links to other pages where these lead somewhere. */
async function pressAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>(
      'a:not([href^="https"]), button, input, summary, [contenteditable]',
    )) {
      one.click?.(); // Links in drawings have none.
      one.focus();
    }
    for (const form of document.forms) form.requestSubmit();
  });
}

test('a page copy shows what the page showed, runs nothing and asks for nothing', async ({
  server,
  extension,
  tab,
  downloads,
}) => {
  await visit(server, tab);
  const contentOf = () => tab.evaluate(() => document.head.outerHTML + document.body.outerHTML); // The toast is beside them.
  const before = await contentOf();
  const asked = server.requests.length;
  const { kept, file, record } = await capture(extension, tab);
  expect(server.requests.slice(asked)).toEqual([]);
  expect(await contentOf()).toBe(before);

  expect(kept?.gaps).toEqual(['foreignFrames', 'pageCopyIncomplete']);
  expect(record.pageCopy).toMatchObject({ name: '页面.html', method: 'html' });
  expect(record.pageCopy.missing).toContainEqual({ what: 'picture', address: 'https://img.alicdn.com/foreign.png' });
  const html = await file('页面.html');
  expect(html).not.toMatch(/<script|<meta http-equiv="?refresh|SECRET|javascript:/i);
  const path = join(downloads, 'copy.html');
  await writeFile(path, html);
  const copy = await openFile(extension.context, path);
  const shown = await copy.page.evaluate(() => {
    const styleOf = (element: Element | null | undefined) => (element ? getComputedStyle(element) : null);
    const one = <Kind extends Element>(id: string) => document.getElementById(id) as Kind | null;
    const shadow = one('host')?.shadowRoot;
    return {
      hits: 'hits' in globalThis || 'hit' in globalThis,
      active: document.querySelectorAll('script, object, embed, [onload], [onclick], [href], [action]').length,
      title: [
        document.title,
        one('title')?.textContent,
        styleOf(one('title'))?.color,
        styleOf(one('title'))?.letterSpacing,
      ],
      blocked: one('blocked')?.textContent,
      form: [
        one<HTMLInputElement>('typed')?.value,
        one<HTMLInputElement>('checked')?.checked,
        one<HTMLTextAreaElement>('area')?.value,
        one<HTMLSelectElement>('select')?.value,
      ],
      link: [styleOf(one('good'))?.color, one<HTMLElement>('good')?.title],
      own: one<HTMLImageElement>('own')?.naturalWidth,
      foreign: one('foreign')?.getBoundingClientRect().width,
      drawing: one<HTMLImageElement>('canvas')?.naturalWidth,
      shadow: [
        shadow?.querySelector('p')?.textContent,
        styleOf(shadow?.querySelector('p'))?.color,
        styleOf(shadow?.querySelector('p'))?.fontWeight,
      ],
    };
  });
  expect(shown).toEqual({
    hits: false,
    active: 0,
    title: ['测试页面', '被点名的标题', 'rgb(4, 5, 6)', '3px'],
    blocked: '不许藏起来的文字',
    form: ['新值', false, '改过的<b>字', '2'],
    link: ['rgb(1, 2, 3)', 'https://shop.taobao.com/page?a=1'],
    own: 1,
    foreign: 30,
    drawing: 30,
    shadow: ['影子里的字', 'rgb(9, 8, 7)', '700'],
  });
  await expect(copy.page.frameLocator('#frame').getByText('内页的文字')).toBeVisible();
  await pressAll(copy.page);
  expect(new URL(copy.page.url()).pathname).toBe(pathToFileURL(path).pathname);
  expect(copy.asked()).toEqual([]);
});

test.describe('with leave for page copies', () => {
  test.use({ launch: { granted: { permissions: ['pageCapture'] } } });

  test('the browser’s own copy runs nothing and asks for nothing either', async ({
    server,
    extension,
    tab,
    downloads,
  }) => {
    await visit(server, tab);
    const { kept, file, record } = await capture(extension, tab);
    expect(kept?.gaps).toEqual(['foreignFrames']);
    expect(record.pageCopy).toEqual({ name: '页面.mhtml', method: 'mhtml', missing: [], missingCount: 0 });
    const path = join(downloads, 'copy.mhtml');
    await writeFile(path, await file('页面.mhtml'));
    const asked = server.requests.length;
    const copy = await openFile(extension.context, path);
    await expect(copy.page.locator('#blocked')).toHaveText('不许藏起来的文字');
    await pressAll(copy.page);
    expect(await copy.page.evaluate(() => 'hits' in globalThis)).toBe(false);
    expect(server.requests.slice(asked)).toEqual([]); // What it asks for is answered from the file.
  });
});

test('a page too large to be copied is captured without a copy, and says so', async ({ server, extension, tab }) => {
  server.serve(
    ADDRESS,
    '<!DOCTYPE html><title>大</title><p>开头<script>document.body.dataset.x = "x".repeat(200_000_000)</script>',
  );
  await tab.goto(ADDRESS);
  const { kept, record } = await capture(extension, tab);
  expect(kept?.gaps).toContain('pageCopyTooLarge');
  expect(record.pageCopy).toBeNull();
  expect(kept?.artifacts.map(({ role }) => role)).toContain('frame');
});

test('the record tells of the way to the page, of the program and of its surroundings', async ({
  server,
  extension,
  tab,
}) => {
  await visit(server, tab);
  await tab.evaluate(() => history.pushState(null, '', '/attack.html?step=2'));
  const { record } = await capture(extension, tab);
  const build = JSON.parse(await readFile(new URL('build.json', OUTPUT), 'utf8'));
  expect(record).toMatchObject({
    format: 'capture-record/2',
    url: `${ADDRESS}?step=2`,
    navigation: { loadedFrom: ADDRESS, changedByScript: true, kind: 'navigate', redirects: 0, status: 200 },
    tool: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/), buildSha256: build.sha256, os: 'Linux' },
    environment: { zoom: 1, utcOffset: 480, timeZone: 'Asia/Shanghai' },
    clock: { offsetOfComputer: '+08:00', server: null },
  });
  expect(record.navigation.failedLoads).toContainEqual({
    address: 'https://shop.taobao.com/broken.png',
    status: 404,
  });
});

test('the server is asked for its time once, when the user has allowed it', async ({ server, extension, tab }) => {
  const options = await extension.openView('options.html');
  const choice = options.getByRole('checkbox', { name: '采集时向正在采集的网站问一次时间' });
  await choice.click();
  await expect(choice).toBeChecked();
  await visit(server, tab);
  const asked = server.requests.length;
  const { record } = await capture(extension, tab);
  const requests = server.requests.slice(asked).filter((address) => !address.endsWith('/favicon.ico')); // The browser's own.
  expect(requests).toEqual(['shop.taobao.com/attack.html']);
  const { server: clock } = record.clock;
  expect(clock).toMatchObject({ url: ADDRESS, method: 'HEAD', status: 200, date: expect.stringMatching(/GMT$/) });
  // Both clocks are this computer's.
  expect(Math.abs(clock.aheadOfLocalMs)).toBeLessThanOrEqual(clock.uncertaintyMs);
});

test('the record knows where the words of each screen are, and no words that nobody sees', async ({
  server,
  extension,
  tab,
}) => {
  await visit(server, tab);
  const { file } = await capture(extension, tab);
  const { frames } = JSON.parse(await file('文字位置.json'));
  expect(frames[0].name).toBe('frame-001.png');
  const boxes: [number, number, number, number, string][] = frames[0].boxes;
  const words = boxes.map(([, , , , text]) => text);
  for (const seen of ['被点名的标题', '好链接', '新值', '二', '影子里的字', '插槽里的字', '内页的文字', '看得见的一行'])
    expect(words).toContain(seen);
  const inLongText = words.filter((text) => /^第\d+行$/.test(text));
  expect(inLongText).toEqual(expect.arrayContaining(['第1500行', '第1501行']));
  expect(inLongText.length).toBeLessThanOrEqual(4); // A sliver of the lines above and below.
  const unseen = /SECRET|藏着的字|窗口之外|看不见/;
  expect(words.filter((text) => unseen.test(text))).toEqual([]);
  const lines = await tab.locator('#wrapped').evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return Array.from(range.getClientRects(), ({ left, top, width, height }) => [left, top, width, height]);
  });
  const [start] = lines;
  const text = '这一段文字很长需要折成好几行才能放得下所以每一行都有自己的位置';
  const measured = boxes.filter(([left, , , , line]) => left === start?.[0] && text.includes(line));
  expect(measured.map((box) => box[4]).join('')).toBe(text);
  expect(measured).toHaveLength(lines.length);
  for (const [index, line] of lines.entries())
    for (const [side, value] of line.entries()) expect(measured[index]?.[side]).toBeCloseTo(value, 0);
});
