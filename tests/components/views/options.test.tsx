import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App as CasesApp } from '../../../entrypoints/cases/App.tsx';
import { App } from '../../../entrypoints/options/App.tsx';
import { formatIso, HOUR_MS } from '../../../lib/shared/time.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { readSettings } from '../../../lib/storage/settings.ts';
import { refundPage, seen } from '../../unit/cases/pages.ts';
import { FACTS } from '../examples.ts';
import { expectAccessible, expectTranslated, show } from '../show.tsx';
import { db } from './extension.ts';

const SWITCH = { name: '期限临近时用系统通知提醒我' };

const STAMPS = { name: '给采集盖时间戳' };

function answerRequest(granted: boolean) {
  return vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation((async () => granted) as never);
}

it.each(['zh-CN', 'en'] as const)('the settings are complete in %s', async (locale) => {
  const { container } = show(<App />, locale);
  await screen.findAllByRole('checkbox');
  expectTranslated(container, locale);
  await expectAccessible(container);
});

it('reminders are switched on with the permission, from now on', async () => {
  const request = answerRequest(true);
  const { user } = show(<App />);
  const before = Date.now();
  await user.click(await screen.findByRole('checkbox', SWITCH));
  expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] });
  expect(await screen.findByRole('button', { name: '发一条试试' })).toBeDefined();
  const { reminders } = await readSettings(db);
  expect(reminders.on).toBe(true);
  expect(reminders.since).toBeGreaterThanOrEqual(before);
  await user.click(screen.getByRole('checkbox', SWITCH));
  await waitFor(async () => expect((await readSettings(db)).reminders.on).toBe(false));
});

it('reminders stay off when the browser refuses, and it is said what works without', async () => {
  answerRequest(false);
  const { user } = show(<App />);
  await user.click(await screen.findByRole('checkbox', SWITCH));
  expect(await screen.findByText('提醒没有打开')).toBeDefined();
  expect((await readSettings(db)).reminders.on).toBe(false);
});

it('time stamps are off; turned on, exactly the hosts of the chosen services are asked for, in the click', async () => {
  const request = answerRequest(true);
  const { user } = show(<App />);
  expect((await readSettings(db)).stamps).toMatchObject({ on: false });
  await user.click(await screen.findByRole('checkbox', STAMPS));
  expect(request).toHaveBeenLastCalledWith({ origins: ['https://timestamp.sectigo.com/*'] });
  await waitFor(async () => expect((await readSettings(db)).stamps.on).toBe(true));
  await user.click(screen.getByRole('checkbox', { name: 'FreeTSA' }));
  expect(request).toHaveBeenLastCalledWith({ origins: ['https://timestamp.sectigo.com/*', 'https://freetsa.org/*'] });
  await waitFor(async () => expect((await readSettings(db)).stamps.chosen).toEqual(['sectigo', 'freetsa']));
  await waitFor(() =>
    expect((screen.getByRole('checkbox', { name: 'DigiCert' }) as HTMLInputElement).disabled).toBe(true),
  );
});

it('time stamps stay off when the browser refuses, and nothing was sent', async () => {
  answerRequest(false);
  const { user } = show(<App />);
  await user.click(await screen.findByRole('checkbox', STAMPS));
  expect(await screen.findByText('浏览器没有允许访问这个服务')).toBeDefined();
  expect((await readSettings(db)).stamps.on).toBe(false);
});

it('a service of the user can be added with encryption only, chosen and removed', async () => {
  answerRequest(true);
  const { user, container } = show(<App />);
  await user.click(await screen.findByText('添加其他服务'));
  await user.type(screen.getByLabelText('名称'), '单位时间戳');
  await user.type(screen.getByLabelText('网址'), 'http://tsa.example.org/');
  await user.click(screen.getByRole('button', { name: '添加' }));
  expect(screen.getByRole('alert').textContent).toContain('以 https:// 开头');
  await expectAccessible(container);
  await user.clear(screen.getByLabelText('网址'));
  await user.type(screen.getByLabelText('网址'), 'https://tsa.example.org/tsr');
  await user.click(screen.getByRole('button', { name: '添加' }));
  await user.click(await screen.findByRole('checkbox', { name: '单位时间戳' }));
  await waitFor(async () => expect((await readSettings(db)).stamps.chosen).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: '移除 单位时间戳' }));
  await waitFor(async () =>
    expect((await readSettings(db)).stamps).toEqual({ on: false, chosen: ['sectigo'], own: [] }),
  );
});

it('no server is asked for its time until the user says so', async () => {
  const { user } = show(<App />);
  const choice = await screen.findByRole('checkbox', { name: '采集时向正在采集的网站问一次时间' });
  expect((await readSettings(db)).capture.serverTime).toBe(false);
  await user.click(choice);
  await waitFor(async () => expect((await readSettings(db)).capture.serverTime).toBe(true));
});

it('a case says when the next reminder comes, and stops reminding', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
  const countdown = { endsAt: formatIso(Date.now() + 100 * HOUR_MS), text: 'left', action: '' };
  const page = refundPage({ ...FACTS, stage: 'SELLER_REFUSE_BUYER', countdown });
  const known = await recordPage(db, seen(page, Date.now()));
  await db.settings.put({ id: 'settings', reminders: { on: true } });
  location.hash = `#case=${known?.id}`;
  const { user, container } = show(<CasesApp />);
  const card = within(await screen.findByRole('region', { name: '现在轮到你' }));
  expect((await card.findByRole('status')).textContent).toMatch(/^将在 \S+ \S+ 提醒$/);
  await user.click(card.getByRole('button', { name: '不再提醒' }));
  expect(await card.findByText('你已标为处理，不再提醒这个期限')).toBeDefined();
  await user.click(card.getByRole('button', { name: '恢复提醒' }));
  expect(await card.findByText(/^将在/)).toBeDefined();
  await expectAccessible(container);
});
