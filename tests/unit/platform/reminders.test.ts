import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onWake, wakeAt } from '../../../lib/platform/alarms.ts';
import { showBadge, showDeadlineBadge } from '../../../lib/platform/badge.ts';
import { clearNotice, onNoticeClicked, showNotice } from '../../../lib/platform/notifications.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => void vi.restoreAllMocks());

describe('the alarm of reminders', () => {
  it('rings at its time and every hour after it, until it is set anew or not wanted', async () => {
    await wakeAt('reminders', 1000);
    await wakeAt('reminders', 5000);
    const alarms = await fakeBrowser.alarms.getAll();
    expect(alarms).toMatchObject([{ name: 'reminders', scheduledTime: 5000, periodInMinutes: 60 }]);
    await wakeAt('reminders', null);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('is another one than that of time stamps', async () => {
    const [reminders, stamps] = [vi.fn(), vi.fn()];
    await wakeAt('reminders', 1000);
    await wakeAt('stamps', 2000);
    onWake('reminders', reminders);
    onWake('stamps', stamps);
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(2);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'stamps', scheduledTime: 1 } as never);
    expect([reminders.mock.calls.length, stamps.mock.calls.length]).toEqual([0, 1]);
  });

  it('wakes reminders only by their own alarm', async () => {
    const woken = vi.fn();
    onWake('reminders', woken);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 1 } as never);
    expect(woken).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'reminders', scheduledTime: 1 } as never);
    expect(woken).toHaveBeenCalledOnce();
  });
});

describe('a notification', () => {
  const notice = { id: 'reminder|1', title: '标题', message: '内容', buttons: ['打开案件', '我已处理'] };

  it('is shown with its buttons, once as long as it is there', async () => {
    const create = vi.spyOn(fakeBrowser.notifications, 'create');
    await showNotice(notice);
    await showNotice(notice);
    expect(create).toHaveBeenCalledOnce();
    expect(create).toHaveBeenCalledWith(
      'reminder|1',
      expect.objectContaining({
        type: 'basic',
        title: '标题',
        message: '内容',
        buttons: [{ title: '打开案件' }, { title: '我已处理' }],
      }),
    );
    await clearNotice('reminder|1');
    expect(await fakeBrowser.notifications.getAll()).toEqual({});
  });

  it('tells what was clicked', async () => {
    const clicked = vi.fn();
    onNoticeClicked(clicked);
    onNoticeClicked(clicked);
    await fakeBrowser.notifications.onClicked.trigger('reminder|1');
    expect(clicked.mock.calls).toEqual([['reminder|1', null]]);
    await fakeBrowser.notifications.onButtonClicked.trigger('reminder|1', 1);
    expect(clicked).toHaveBeenLastCalledWith('reminder|1', 1);
  });
});

describe('the number of deadlines', () => {
  it.each([
    [0, ''],
    [3, '3'],
    [120, '99+'],
  ])('%i is “%s” in all tabs', async (count, text) => {
    const set = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    await showDeadlineBadge({ count, urgent: false });
    expect(set).toHaveBeenCalledExactlyOnceWith({ text });
  });

  it('is red when it is urgent', async () => {
    const colour = vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor');
    await showDeadlineBadge({ count: 1, urgent: true });
    await showDeadlineBadge({ count: 1, urgent: false });
    const [[urgent], [near]] = colour.mock.calls as unknown as [[{ color: string }], [{ color: string }]];
    expect(urgent).toEqual({ color: '#b3261e' });
    expect(near.color).not.toBe(urgent.color);
  });

  it('is seen again in a tab whose capture has ended without anything to say', async () => {
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    vi.spyOn(fakeBrowser.action, 'getBadgeBackgroundColor').mockResolvedValue('#b3261e' as never);
    const colour = vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor');
    await showBadge(7, 'none', 0, 0);
    expect(text).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: null });
    expect(colour).toHaveBeenCalledExactlyOnceWith({ tabId: 7, color: '#b3261e' });
  });
});
