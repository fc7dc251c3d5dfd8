import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CalendarButton } from '../../components/reminders/CalendarButton.tsx';
import { ReminderLine, type ReminderLineProps } from '../../components/reminders/ReminderLine.tsx';
import { ReminderSection } from '../../components/settings/ReminderSection.tsx';
import type { ReminderState } from '../../lib/reminders/state.ts';
import { HOUR_MS } from '../../lib/shared/time.ts';
import { settings } from '../unit/reminders/examples.ts';
import { NOW } from './examples.ts';
import { expectAccessible, expectTranslated, show } from './show.tsx';

const REF = { caseId: 'case-1', machine: 'refundOnly' as const, rule: 'RO.agree', due: NOW + 50 * HOUR_MS };

function line(state: ReminderState, change: Partial<ReminderLineProps> = {}) {
  const actions = { onTurnOn: vi.fn(), onHandled: vi.fn(), onRestore: vi.fn(), onCalendar: vi.fn() };
  return { ...show(<ReminderLine state={state} now={NOW} refused={false} {...actions} {...change} />), actions };
}

function section(change: Partial<Parameters<typeof ReminderSection>[0]> = {}) {
  const actions = { onSwitch: vi.fn(), onTry: vi.fn(), onChange: vi.fn() };
  const props = { settings: settings(), allowed: true, refused: false, tried: false, ...actions, ...change };
  return { ...show(<ReminderSection {...props} />), actions };
}

describe('the line under a deadline', () => {
  it.each<[string, ReminderState, string]>([
    ['the next reminder', { kind: 'at', at: NOW + 2 * HOUR_MS, ref: REF }, '将在 11-22 14:00 提醒'],
    ['that they are off', { kind: 'off' }, '提醒未开启'],
    ['that the browser does not allow them', { kind: 'blocked' }, '浏览器没有允许通知，提醒发不出来'],
    ['that none is left', { kind: 'past', ref: REF }, '这个期限没有后续提醒了'],
    ['that it was dealt with', { kind: 'handled', ref: REF }, '你已标为处理，不再提醒这个期限'],
  ])('says %s', async (_name, state, words) => {
    const { container } = line(state);
    expect(screen.getByRole('status').textContent).toBe(words);
    expect(screen.getByRole('button', { name: '加到日历（.ics）' })).toBeDefined();
    await expectAccessible(container);
  });

  it('is not there when there is nothing to say', () => {
    expect(line({ kind: 'none' }).container.textContent).toBe('');
  });

  it('turns reminders on, and says so when the browser refused', async () => {
    const { user, actions, change } = line({ kind: 'off' });
    await user.click(screen.getByRole('button', { name: '开启提醒' }));
    expect(actions.onTurnOn).toHaveBeenCalledOnce();
    change(<ReminderLine state={{ kind: 'off' }} now={NOW} refused {...actions} />);
    expect(screen.getByText(/浏览器没有允许通知。想要提醒时/)).toBeDefined();
  });

  it('ends the reminders of the deadline and restores them', async () => {
    const { user, actions, change } = line({ kind: 'at', at: NOW + HOUR_MS, ref: REF });
    await user.click(screen.getByRole('button', { name: '不再提醒' }));
    expect(actions.onHandled).toHaveBeenCalledExactlyOnceWith(REF);
    change(<ReminderLine state={{ kind: 'handled', ref: REF }} now={NOW} refused={false} {...actions} />);
    await user.click(screen.getByRole('button', { name: '恢复提醒' }));
    expect(actions.onRestore).toHaveBeenCalledExactlyOnceWith(REF);
  });
});

describe('the settings of reminders', () => {
  it.each([
    ['on', {}],
    ['tried', { tried: true }],
    ['off', { settings: settings({ on: false }) }],
    ['refused', { settings: settings({ on: false }), refused: true, allowed: false }],
    ['not allowed any more', { allowed: false }],
    [
      'with quiet hours and no leads',
      { settings: settings({ quiet: { on: true, from: '22:00', to: '08:00' }, leads: [] }) },
    ],
    ['with a lead of somebody else', { settings: settings({ leads: [96, 5] }) }],
  ])('%s, in both languages', async (_name, change) => {
    const chinese = section(change);
    expectTranslated(chinese.container, 'zh-CN');
    await expectAccessible(chinese.container);
    chinese.unmount();
    const none = () => undefined;
    const props = { settings: settings(), allowed: true, refused: false, tried: false, ...change };
    const english = show(<ReminderSection {...props} onSwitch={none} onTry={none} onChange={none} />, 'en');
    expectTranslated(english.container, 'en');
  });

  it('add and take away a lead', async () => {
    const { user, actions } = section();
    await user.click(screen.getByRole('checkbox', { name: '3 天' }));
    await user.click(screen.getByRole('checkbox', { name: '24 小时' }));
    expect(actions.onChange.mock.calls).toEqual([[{ leads: [72, 48, 24, 3] }], [{ leads: [48, 3] }]]);
  });

  it('warn when no lead is chosen', () => {
    section({ settings: settings({ leads: [] }) });
    expect(screen.getByRole('status').textContent).toMatch(/^一个都没有选/);
  });

  it('ask for the permission in the click that wants it', async () => {
    const { user, actions } = section({ settings: settings({ on: false }) });
    await user.click(screen.getByRole('checkbox', { name: '期限临近时用系统通知提醒我' }));
    expect(actions.onSwitch).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('offer to allow notifications again', async () => {
    const { user, actions } = section({ allowed: false });
    expect(screen.getByRole('alert').textContent).toContain('提醒是打开的，但是发不出来');
    expect(screen.queryByRole('button', { name: '发一条试试' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '允许通知' }));
    expect(actions.onSwitch).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('change quiet hours, but not by half a time', () => {
    const quiet = { on: true, from: '22:00', to: '08:00' };
    const { actions } = section({ settings: settings({ quiet }) });
    fireEvent.change(screen.getByLabelText('从'), { target: { value: '' } });
    expect(actions.onChange).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText('到'), { target: { value: '07:30' } });
    expect(actions.onChange).toHaveBeenLastCalledWith({ quiet: { ...quiet, to: '07:30' } });
  });

  it.each([
    ['对方、平台或有关部门的时限到了也提醒我', { theirs: false }],
    ['免打扰时段', { quiet: { on: true, from: '22:00', to: '08:00' } }],
    ['通知和日历里不显示商品和店铺名称', { discreet: true }],
    ['在工具栏图标上显示 24 小时内到期的数量', { badge: false }],
  ])('switch “%s”', async (name, change) => {
    const { user, actions } = section();
    await user.click(screen.getByRole('checkbox', { name }));
    expect(actions.onChange).toHaveBeenCalledExactlyOnceWith(change);
  });
});

describe('the calendar of all cases', () => {
  it.each([
    [true, /已保存到下载文件夹/],
    [false, /没有未到的期限/],
  ])('when there was something to save: %s', async (saved, words) => {
    const { user, container } = show(<CalendarButton onSave={async () => saved} />);
    await user.click(screen.getByRole('button', { name: '全部期限加到日历（.ics）' }));
    expect((await screen.findByRole('status')).textContent).toMatch(words);
    await expectAccessible(container);
  });
});
