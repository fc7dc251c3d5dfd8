import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findFirefox } from '../../scripts/browser/find-firefox.mjs';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import { type FirefoxExtension, launchFirefox } from '../../scripts/browser/launch-firefox.ts';
import { readStore } from '../../scripts/browser/store.ts';
import { test as base, expect } from './fixtures.ts';
import { inspectPicture, storedCaptures } from './in-extension.ts';
import { pageState } from './in-page.ts';

const VERIFY = fileURLToPath(new URL('../../scripts/verify.ts', import.meta.url));

/** A fresh Firefox with the extension, at the practice marketplace. */
const test = base.extend<{ firefox: FirefoxExtension }>({
  firefox: async ({ server, downloads }, use) => {
    const firefox = await launchFirefox({ port: server.port, downloads });
    await use(firefox);
    await firefox.close();
  },
});
test.skip(findFirefox() === null, 'There is no Firefox here; FIREFOX_PATH names one.');

test('Firefox does the main job: stage, order, refund, chat, and a bundle that others can check', async ({
  server,
  firefox,
}) => {
  const { tab } = firefox;
  await test.step('the popup says whose turn it is', async () => {
    await tab.goto(server.urls.refund);
    const popup = await firefox.clickToolbar(tab);
    await popup.waitForText('Your turn');
    await popup.waitForText('Seller refused');
    expect(await firefox.isPanelOpen()).toBe(false);
    await popup.click(firefox.t('popup.openPanel'));
    await expect.poll(firefox.isPanelOpen).toBe(true);
    await popup.close();
  });

  for (const url of [server.urls.orderOld, server.urls.refund, server.urls.chat]) {
    await test.step(`one click keeps ${new URL(url).pathname}`, async () => {
      await tab.goto(url);
      const popup = await captureFromToolbar(firefox, tab);
      await popup.close();
    });
  }

  await test.step('all of it is in one case', async () => {
    const view = await firefox.openView('cases.html');
    expect(await readStore(view)).toMatchObject({ captures: 3, cases: 1, log: 3 });
    const captures = await storedCaptures(view);
    expect(captures.map(({ pageKind, messageCount }) => [pageKind, messageCount])).toEqual([
      ['orderDetail', 0],
      ['refundDetail', 0],
      ['chat', 240],
    ]);
  });

  await test.step('the bundle passes every check', async () => {
    const bundle = await exportFromToolbar(firefox, tab);
    expect(bundle).toMatch(/12315证据包_.+_7801_\d{8}-\d{4}\.zip$/);
    expect(execFileSync(process.execPath, [VERIFY, bundle], { encoding: 'utf8' })).not.toContain('✘');
  });
});

test('a long page is one picture in Firefox, whole, with its header once, and nothing on it is touched', async ({
  server,
  firefox,
}) => {
  const { tab } = firefox;
  await tab.goto(server.urls.product);
  await tab.evaluate(() => scrollTo(0, 700));
  const before = await tab.evaluate(pageState);
  const popup = await captureFromToolbar(firefox, tab);
  await popup.close();
  expect(await tab.evaluate(pageState)).toEqual(before);

  const view = await firefox.openView('cases.html');
  const [capture] = await storedCaptures(view);
  expect(capture?.gaps).toEqual(['pageCopyIncomplete']);
  const pictures = capture?.artifacts.filter(({ role }) => role === 'frame' || role === 'fullPage') ?? [];
  expect(pictures.map(({ name }) => name)).toEqual(['frame-001.png']);
  const size = await tab.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
    screen: innerHeight,
  }));
  expect(size.height).toBeGreaterThan(3 * size.screen);
  const picture = await inspectPicture(view, pictures[0]?.id ?? '', { height: 40, step: size.screen });
  expect(picture).toEqual({ width: size.width, height: size.height, repeats: 0 });
});

test('a page too long for one picture is drawn in the fewest areas, to its last row', async ({ server, firefox }) => {
  const { tab } = firefox;
  await tab.goto(server.urls.product);
  const height = 48_000;
  await tab.evaluate((px) => {
    document.body.style.height = `${px}px`;
    document.body.style.margin = '0';
  }, height);
  const popup = await captureFromToolbar(firefox, tab);
  await popup.close();
  const view = await firefox.openView('cases.html');
  const [capture] = await storedCaptures(view);
  const frames = capture?.artifacts.filter(({ role }) => role === 'frame') ?? [];
  expect(frames).toHaveLength(2);
  const whole = capture?.artifacts.filter(({ role }) => role === 'fullPage') ?? [];
  const total = await tab.evaluate(() => document.documentElement.scrollHeight);
  const sizes = [];
  for (const { id } of whole) sizes.push(await inspectPicture(view, id, { height: 1, step: total }));
  expect(sizes.reduce((sum, { height }) => sum + height, 0)).toBe(total);
});

test('a page that takes away what has left the window is walked screen by screen', async ({ server, firefox }) => {
  const { tab } = firefox;
  const style = 'content-visibility:auto;contain-intrinsic-size:1280px 800px';
  const sections = Array.from(
    { length: 6 },
    (_, index) => `<section style="${style}"><p style="height:800px">第 ${index + 1} 段</p></section>`,
  );
  server.serve('https://www.taobao.com/skips', `<!doctype html><meta charset="utf-8">${sections.join('')}`);
  await tab.goto('https://www.taobao.com/skips');
  const popup = await captureFromToolbar(firefox, tab);
  await popup.close();
  const [capture] = await storedCaptures(await firefox.openView('cases.html'));
  expect(capture?.artifacts.filter(({ role }) => role === 'frame').length).toBeGreaterThan(5);
});

test('a list that recycles its rows is walked screen by screen in Firefox, too', async ({ server, firefox }) => {
  const { tab } = firefox;
  await tab.goto(server.urls.orderList);
  await tab.waitForText(server.story.orders[0]?.orderNo ?? '');
  const popup = await captureFromToolbar(firefox, tab);
  await popup.close();
  const [capture] = await storedCaptures(await firefox.openView('cases.html'));
  const numbers = capture?.facts.orders?.map(({ orderNo }) => orderNo) ?? [];
  expect(numbers).toEqual(server.story.orders.slice(0, 20).map(({ orderNo }) => orderNo));
  expect(capture?.artifacts.filter(({ role }) => role === 'frame').length).toBeGreaterThan(1);
});
