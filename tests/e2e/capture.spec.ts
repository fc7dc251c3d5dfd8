import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { captureFromToolbar, waitForCapture } from '../../scripts/browser/journey.ts';
import { launchExtension } from '../../scripts/browser/launch.ts';
import { readStore } from '../../scripts/browser/store.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { expect, openPanel, test } from './fixtures.ts';
import { digestsOf, inspectPicture, storedCaptures } from './in-extension.ts';
import { pageState } from './in-page.ts';

/** What a capture could leave changed in a page. */
function stateOf(page: Page) {
  return page.evaluate(pageState);
}

/** Long enough for something to happen while it is captured. */
function makeLong(page: Page, height = 48_000): Promise<void> {
  return page.evaluate((px) => {
    document.body.style.minHeight = `${px}px`;
  }, height);
}

test('a long page is kept whole, with its header once, and is put back as it was', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.product);
  await tab.evaluate(() => scrollTo(0, 700));
  const before = await stateOf(tab);
  const popup = await captureFromToolbar(extension, tab);
  await popup.close();
  expect(await stateOf(tab)).toEqual(before);

  const view = await extension.openView('cases.html');
  const [capture] = await storedCaptures(view);
  const frames = capture?.artifacts.filter(({ role }) => role === 'frame') ?? [];
  const size = await tab.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
    screen: innerHeight,
  }));
  expect(frames).toHaveLength(Math.ceil(size.height / size.screen));
  expect(capture?.gaps).toEqual(['pageCopyIncomplete']); // Its pictures are of another site.
  expect(capture?.artifacts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['全页.png', '页面.html', '正文.txt', '页面信息.json', '采集记录.json']),
  );
  const whole = capture?.artifacts.find(({ role }) => role === 'fullPage');
  const picture = await inspectPicture(view, whole?.id ?? '', { height: 40, step: size.screen });
  expect(picture).toEqual({ width: size.width, height: size.height, repeats: 0 });
});

test('a chat that recycles its nodes is read to its beginning', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.chat);
  await tab.frameLocator('iframe').locator('.message-item-line').first().waitFor();
  const popup = await captureFromToolbar(extension, tab);
  await popup.close();
  const view = await extension.openView('cases.html');
  const [capture] = await storedCaptures(view);
  expect(capture).toMatchObject({ pageKind: 'chat', messageCount: 240 });
  expect(capture?.gaps).not.toContain('chatDiscontinuous');
});

test('every order of a list that recycles its rows is collected on the way down', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.orderList);
  await tab.locator('[id^="shopOrderContainer_"]').first().waitFor();
  const popup = await captureFromToolbar(extension, tab);
  await popup.close();
  const [capture] = await storedCaptures(await extension.openView('cases.html'));
  const numbers = capture?.facts.orders?.map(({ orderNo }) => orderNo) ?? [];
  expect(numbers).toEqual(server.story.orders.slice(0, 20).map(({ orderNo }) => orderNo));
});

test('shortcut and context menu capture too, and a second press cancels', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.orderOld);
  const tabId = await extension.tabIdOf(tab);
  const grant = async () => (await extension.clickToolbar(tab)).close();
  await grant();
  // Browser-level keys and menus are out of a test's reach, so their events are raised in the worker instead.
  const raise = async (event: 'commands.onCommand' | 'contextMenus.onClicked') =>
    (await extension.worker()).evaluate(
      async ({ event, tabId }) => {
        // biome-ignore lint/suspicious/noExplicitAny: `dispatch` is the browser's own door for tests and has no types.
        const { chrome } = globalThis as any;
        const shown = await chrome.tabs.get(tabId);
        if (event === 'commands.onCommand') chrome.commands.onCommand.dispatch('capture', shown);
        else chrome.contextMenus.onClicked.dispatch({ menuItemId: 'capture' }, shown);
      },
      { event, tabId },
    );
  await raise('commands.onCommand');
  await waitForCapture(extension, 1, 0);
  await raise('contextMenus.onClicked');
  await waitForCapture(extension, 2, 1);

  await tab.goto(server.urls.product);
  await grant(); // Another origin: the grant for the first one ended with it.
  await raise('commands.onCommand');
  await waitFor(async () => (await jobStates()).includes('running') || undefined, 'The capture did not begin');
  await raise('commands.onCommand');
  await waitFor(async () => (await jobStates()).includes('cancelled') || undefined, 'The capture was not cancelled');
  expect((await readStore(await extension.worker())).captures).toBe(2);

  async function jobStates(): Promise<string[]> {
    return (await readStore(await extension.worker())).jobs.map(({ state }) => state);
  }
});

test.describe('a page that was open before the extension came', () => {
  test.use({ launch: { isLate: true } });
  test('is read once the user captures it', async ({ server, extension, tab }) => {
    await tab.goto(server.urls.refund);
    const panel = await openPanel(extension, tab);
    await expect(panel.getByText('这不是能识别的订单、退款页面。')).toBeVisible();
    const popup = await captureFromToolbar(extension, tab);
    await popup.close();
    const [capture] = await storedCaptures(panel);
    expect(capture).toMatchObject({ pageKind: 'refundDetail' });
    await expect(panel.getByText('卖家已拒绝', { exact: true })).toBeVisible();
  });
});

test('the panel says which gesture to use when the browser wants one', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('button', { name: '采集本页' }).click();
  await expect(panel.getByText('从这里采集需要先给一次许可')).toBeVisible();
  await expect(panel.getByText(/Alt\+Shift\+S/)).toBeVisible();
  expect((await readStore(await extension.worker())).captures).toBe(0);
});

test('a capture can be cancelled from the popup and leaves nothing', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.product);
  const before = await stateOf(tab);
  const popup = await extension.clickToolbar(tab);
  await popup.click('采集本页');
  await popup.click('取消');
  await popup.waitForText('已取消采集，没有保存任何内容');
  expect(await readStore(await extension.worker())).toMatchObject({ captures: 0, blobs: 0, log: 0 });
  await expect.poll(() => stateOf(tab)).toEqual(before);
});

test('a capture waits while another tab is in front, and goes on afterwards', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.product);
  await makeLong(tab);
  const popup = await extension.clickToolbar(tab);
  await popup.click('采集本页');
  await popup.waitForText('正在滚动截图');
  const other = await extension.openView('cases.html');
  await other.bringToFront();
  await expect(other.getByText('请回到正在采集的标签页')).toBeVisible();
  await tab.bringToFront();
  await waitForCapture(extension, 1, 0);
  const [capture] = await storedCaptures(other);
  expect(capture?.gaps).toEqual(['pageCopyIncomplete']);
});

test('a tab that is closed in the middle leaves what was seen, and says so', async ({ server, extension, tab }) => {
  const view = await extension.openView('cases.html');
  await tab.goto(server.urls.product);
  await makeLong(tab);
  await tab.bringToFront();
  const popup = await extension.clickToolbar(tab);
  await popup.click('采集本页');
  await popup.waitForText('正在滚动截图');
  await tab.close();
  await expect(view.getByText('已采集，但不完整')).toBeVisible();
  await expect(view.getByText('页面在采集时被关闭或跳转了', { exact: false })).toBeVisible();
  const [capture] = await storedCaptures(view);
  expect(capture?.gaps).toContain('interrupted');
  expect(capture?.artifacts.filter(({ role }) => role === 'frame').length).toBeGreaterThanOrEqual(1);
});

test('a full disk in the middle of storing leaves nothing half-written', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  await (await extension.worker()).evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    let stored = 0;
    IDBObjectStore.prototype.add = function (value, key) {
      if (this.name === 'blobs') {
        stored += 1;
        if (stored === 3) throw new DOMException('The disk is full', 'QuotaExceededError');
      }
      return add.call(this, value, key);
    };
  });
  const popup = await extension.clickToolbar(tab);
  await popup.click('采集本页');
  await popup.waitForText('电脑的存储空间不够，这次没有保存；之前的证据都在');
  const store = await readStore(await extension.worker());
  expect(store).toMatchObject({ captures: 0, blobs: 0, log: 0 });
  expect(store.jobs).toMatchObject([{ kind: 'capture', state: 'failed', errorCode: 'storage.full' }]);
});

test('a worker that dies in the middle is followed by one that goes on', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.product);
  await makeLong(tab, 12_000);
  const before = await stateOf(tab);
  const popup = await extension.clickToolbar(tab);
  await popup.click('采集本页');
  await popup.waitForText('正在滚动截图');
  const { targetInfos } = await extension.cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extension.extensionId));
  await extension.cdp.send('Target.closeTarget', { targetId: worker?.targetId ?? '' });
  await popup.waitForText('采集完成');
  const view = await extension.openView('cases.html');
  const [capture] = await storedCaptures(view);
  expect(capture?.gaps).toEqual(['pageCopyIncomplete']);
  await expect.poll(() => stateOf(tab)).toEqual(before);
});

test.describe('with the optional permissions given', () => {
  test.use({ launch: { granted: { permissions: ['pageCapture'], origins: ['<all_urls>'] } } });

  test('the panel captures by itself, and a copy of the page is kept', async ({ server, extension, tab }) => {
    await tab.goto(server.urls.orderOld);
    const tabId = await extension.tabIdOf(tab);
    const [panel] = await Promise.all([
      extension.context.waitForEvent('page'),
      // A window of its own, so that the tab stays in front of its window.
      (await extension.worker()).evaluate(
        // biome-ignore lint/suspicious/noExplicitAny: the worker's `chrome` has no types here.
        (path) => (globalThis as any).chrome.windows.create({ url: path, focused: false }),
        `sidepanel.html?tabId=${tabId}`,
      ),
    ]);
    await panel.getByRole('button', { name: '采集本页' }).click();
    await waitForCapture(extension, 1, 0);
    const [capture] = await storedCaptures(panel);
    expect(capture?.gaps).toEqual([]);
    const copy = capture?.artifacts.find(({ name }) => name === '页面.mhtml');
    expect(copy).toMatchObject({ role: 'pageCopy' });
    expect(copy?.bytes).toBeGreaterThan(1000);
  });
});

test.describe('the browser is killed in the middle of a capture', () => {
  test('and what was seen is there when it is started again', async ({ server, downloads }) => {
    const profile = join(downloads, 'profile');
    const first = await launchExtension({ hostRules: server.hostRules, profile });
    const tab = first.context.pages()[0] ?? (await first.context.newPage());
    await tab.goto(server.urls.product);
    await makeLong(tab);
    const popup = await first.clickToolbar(tab);
    await popup.click('采集本页');
    await popup.waitForText('正在滚动截图');
    await first.kill();

    const second = await launchExtension({ hostRules: server.hostRules, profile });
    const view = await second.openView('cases.html');
    await expect(view.getByText('已采集，但不完整')).toBeVisible({ timeout: 60_000 });
    const [capture, ...others] = await storedCaptures(view);
    expect(others).toEqual([]);
    expect(capture?.gaps).toContain('interrupted');
    const frames = capture?.artifacts.filter(({ role }) => role === 'frame') ?? [];
    expect(frames.length).toBeGreaterThanOrEqual(1);
    expect(await digestsOf(view, frames)).toEqual(frames.map(({ sha256 }) => sha256));
    await second.close();
  });
});
