import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expect, openPanel, test } from './fixtures.ts';
import { seedDeadline } from './in-extension.ts';

/** What these tests use of the browser's own functions, in a page of the extension. */
interface Chrome {
  notifications: { getAll: () => Promise<Record<string, true>>; clear: (id: string) => Promise<boolean> };
  alarms: {
    create: (name: string, info: { when: number }) => Promise<void>;
    clear: (name: string) => Promise<boolean>;
    get: (name: string) => Promise<{ scheduledTime: number } | undefined>;
  };
  action: { getBadgeText: (details: object) => Promise<string> };
  runtime: { sendMessage: (message: object) => Promise<unknown> };
}
declare const chrome: Chrome;

const HOUR_MS = 3_600_000;

// A test cannot press the browser's own dialog.
test.use({ launch: { granted: { permissions: ['notifications'] } } });

function notices(view: Page): Promise<string[]> {
  return view.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

/** Rings the alarm of reminders now, as the browser does when its time has come. */
async function ring(view: Page): Promise<void> {
  await view.evaluate(() => chrome.alarms.create('reminders', { when: Date.now() }));
}

/** Waits until the background has looked at everything once more, and has shown what there was to show. */
async function lookAgain(view: Page): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await view.evaluate(async () => {
      await chrome.alarms.clear('reminders');
      await chrome.runtime.sendMessage({ type: 'reminders.look', payload: {} });
    });
    await expect.poll(() => view.evaluate(async () => Boolean(await chrome.alarms.get('reminders')))).toBe(true);
  }
}

test('a reminder comes with its alarm, once, whatever happens to the worker, and the toolbar counts', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.getByRole('button', { name: '开启提醒' }).click();
  await expect(panel.getByText(/^将在 .+ 提醒$/)).toBeVisible();
  await panel.close();

  const view = await extension.openView('options.html');
  await view.getByLabel(/期限临近时用系统通知提醒我/).waitFor();
  await tab.goto('about:blank'); // The page must not be read again: it counts down to another time.
  await view.evaluate(async () => {
    // As if reminders had been switched on long ago.
    const open = indexedDB.open('dispute-dossier');
    const db = await new Promise<IDBDatabase>((resolve) =>
      open.addEventListener('success', () => resolve(open.result)),
    );
    const put = db
      .transaction('settings', 'readwrite')
      .objectStore('settings')
      .put({ id: 'settings', reminders: { on: true, since: 0 } });
    await new Promise((resolve) => put.addEventListener('success', resolve));
    db.close();
  });
  await seedDeadline(view, Date.now() + 2 * HOUR_MS);
  expect(await notices(view)).toEqual([]);

  await ring(view);
  await expect.poll(() => notices(view)).toHaveLength(1);
  const [id = ''] = await notices(view);
  expect(id).toMatch(/^reminder\|/);
  await expect.poll(() => view.evaluate(() => chrome.action.getBadgeText({}))).toBe('1');

  await test.step('after the worker has died it is not shown again', async () => {
    await view.evaluate((shown) => chrome.notifications.clear(shown), id);
    await stopWorker(view);
    await lookAgain(view);
    expect(await notices(view)).toEqual([]);
  });

  await test.step('one that became due while the worker was dead is shown by the alarm that wakes it', async () => {
    await stopWorker(view);
    await seedDeadline(view, Date.now() + 2.7 * HOUR_MS);
    await ring(view);
    await expect.poll(() => notices(view)).toHaveLength(1);
    await stopWorker(view);
    await lookAgain(view);
    expect(await notices(view)).toHaveLength(1);
  });

  /** Ends the extension's worker as the browser does when it has been idle. */
  async function stopWorker(page: Page): Promise<void> {
    const session = await extension.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }
});

test('settings act at once, are kept, and a notification can be tried', async ({ extension }) => {
  const view = await extension.openView('options.html');
  const other = await extension.openView('options.html');
  await view.getByLabel('免打扰时段').click();
  await view.getByLabel('从').fill('21:30');
  await view.getByLabel('1 小时', { exact: true }).click();
  await expect(other.getByLabel('从')).toHaveValue('21:30');
  await expect(other.getByLabel('1 小时', { exact: true })).toBeChecked();
  await view.getByLabel(/期限临近时用系统通知提醒我/).click();
  await view.getByRole('button', { name: '发一条试试' }).click();
  await expect(view.getByText(/已交给系统/)).toBeVisible();
  expect(await notices(view)).toEqual(['trial']);
  await view.reload();
  await expect(view.getByLabel('从')).toHaveValue('21:30');
  await expect(view.getByLabel(/期限临近时用系统通知提醒我/)).toBeChecked();
  await view.setViewportSize({ width: 320, height: 700 });
  expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('the deadlines of a case and of all cases go into a calendar', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  const one = extension.nextDownload();
  await panel.getByRole('button', { name: '加到日历（.ics）' }).click();
  const list = await extension.openView('cases.html');
  const file = readFileSync(await one, 'utf8');
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(0);
  expect(file).toContain('BEGIN:VALARM');
  const all = extension.nextDownload();
  await list.getByRole('button', { name: '全部期限加到日历（.ics）' }).click();
  expect(new ICAL.Component(ICAL.parse(readFileSync(await all, 'utf8'))).getAllSubcomponents('vevent')).toHaveLength(
    events.length,
  );
  await expect(list.getByText(/已保存到下载文件夹/)).toBeVisible();
});
