import { beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../../lib/cases/types.ts';
import { createTranslate } from '../../../lib/i18n/index.ts';
import type { DeadlineBadge } from '../../../lib/reminders/badge.ts';
import { type Notice, type RoundDeps, runRound } from '../../../lib/reminders/round.ts';
import { inTurn } from '../../../lib/reminders/rounds.ts';
import type { ReminderRecord } from '../../../lib/reminders/types.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../../lib/shared/time.ts';
import { estimated, NOW, refused, settings, waiting } from './examples.ts';

const DUE = NOW + 2 * DAY_MS + 12 * HOUR_MS;

/** A browser and a store that remember what they are told. */
const world = {
  now: NOW,
  cases: [] as Case[],
  records: [] as ReminderRecord[],
  settings: settings(),
  allowed: true,
  notices: [] as Notice[],
  badge: null as DeadlineBadge | null,
  wake: null as Instant | null,
};
const FRESH = { ...world };

beforeEach(() => {
  Object.assign(world, FRESH, { cases: [], records: [], notices: [] });
});

function round(change: Partial<RoundDeps> = {}): Promise<void> {
  return runRound({
    now: () => world.now,
    t: createTranslate('zh-CN'),
    load: async () => ({ cases: world.cases, records: world.records, settings: world.settings }),
    mayNotify: async () => world.allowed,
    show: async (notice) => {
      if (!world.notices.some(({ id }) => id === notice.id)) world.notices.push(notice);
    },
    keep: async (records) => {
      world.records = [...world.records, ...records];
    },
    wakeAt: async (at) => {
      world.wake = at;
    },
    showBadge: async (badge) => {
      world.badge = badge;
    },
    pause: async () => undefined,
    ...change,
  });
}

async function roundAt(now: Instant, change: Partial<RoundDeps> = {}): Promise<Notice[]> {
  world.now = now;
  world.notices = [];
  await round(change);
  return world.notices;
}

describe('a round', () => {
  it('shows what is due, once, in full', async () => {
    world.cases = [refused(DUE)];
    const [notice, ...others] = await roundAt(DUE - 3 * HOUR_MS + MINUTE_MS);
    expect(others).toEqual([]);
    expect(notice?.title).toBe('还剩 2 小时 59 分：测试水杯');
    expect(notice?.message).toMatch(/^2026-11-25 00:00 前：/);
    expect(notice?.message).not.toContain('晚了');
    expect(await roundAt(DUE - 2 * HOUR_MS)).toEqual([]);
  });

  it('says that it is late, and what can still be done when it is over', async () => {
    world.cases = [refused(DUE)];
    const [late] = await roundAt(DUE - HOUR_MS);
    expect(late?.message.split('\n')[0]).toBe('这条提醒晚了：原定的时间浏览器没有运行。');
    world.records = [];
    const [over] = await roundAt(DUE + HOUR_MS);
    expect(over?.title).toBe('已过期限：测试水杯');
    expect(over?.message).toMatch(/已到期：.+到期后：.+\n现在可以：/s);
  });

  it('says whose time is up', async () => {
    world.cases = [waiting(DUE)];
    const [notice] = await roundAt(DUE);
    expect(notice?.title).toBe('卖家的时限已到：测试水杯');
  });

  it('names neither goods nor shop when that is wanted', async () => {
    world.cases = [refused(DUE)];
    world.settings = settings({ discreet: true });
    const [notice] = await roundAt(DUE - 3 * HOUR_MS);
    expect(notice?.title).toBe('还剩 3 小时 0 分：一个案件');
    expect(notice?.message).not.toContain('测试水杯');
  });

  it('calls a case as its user does', async () => {
    world.cases = [{ ...refused(DUE), name: '漏水的杯子' }];
    expect((await roundAt(DUE - 3 * HOUR_MS))[0]?.title).toContain('漏水的杯子');
  });

  it('says that a date is estimated', async () => {
    world.cases = [estimated()];
    const notices = await roundAt(NOW + 6 * DAY_MS);
    expect(notices.length).toBeGreaterThan(0);
    for (const { message } of notices) expect(message).toContain('估算，以页面为准');
  });

  it('makes one notification of many', async () => {
    world.cases = Array.from({ length: 5 }, (_none, index) => refused(DUE, { id: `case-${index}` }));
    const [notice, ...others] = await roundAt(DUE - 3 * HOUR_MS);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ title: '有 5 个期限需要留意', isSingle: false });
    expect(notice?.message.split('\n')).toHaveLength(4);
    expect(await roundAt(DUE - 2 * HOUR_MS)).toEqual([]);
  });

  it('shows nothing while reminders are off or not allowed, and makes up for it only when it was the browser that did not allow', async () => {
    world.cases = [refused(DUE)];
    world.settings = settings({ on: false });
    expect(await roundAt(DUE - 3 * HOUR_MS)).toEqual([]);
    world.settings = settings();
    world.allowed = false;
    expect(await roundAt(DUE - 3 * HOUR_MS)).toEqual([]);
    expect(world.records).toEqual([]);
    world.allowed = true;
    expect(await roundAt(DUE - HOUR_MS)).toHaveLength(1);
  });

  it('asks to be woken for the next reminder, and after an hour at the latest', async () => {
    world.cases = [refused(DUE)];
    await roundAt(NOW);
    expect(world.wake).toBe(NOW + HOUR_MS);
    await roundAt(DUE - 3 * HOUR_MS - 5 * MINUTE_MS);
    expect(world.wake).toBe(DUE - 3 * HOUR_MS);
    world.cases = [];
    await roundAt(NOW);
    expect(world.wake).toBeNull();
  });

  it('has asked for that before it shows anything, and tries again what the browser refused', async () => {
    world.cases = [refused(DUE)];
    const refuses = { show: async () => Promise.reject(new Error('no')) };
    await expect(roundAt(DUE - 3 * HOUR_MS, refuses)).rejects.toThrow('no');
    expect(world.wake).not.toBeNull();
    expect(await roundAt(DUE - 3 * HOUR_MS + 1)).toHaveLength(1);
  });

  it('after a worker died between showing and noting shows nothing twice', async () => {
    world.cases = [refused(DUE)];
    const dies = { keep: async () => Promise.reject(new Error('gone')) };
    await expect(roundAt(DUE - 3 * HOUR_MS, dies)).rejects.toThrow('gone');
    await round();
    expect(world.notices).toHaveLength(1);
    expect(world.records.length).toBeGreaterThan(0);
  });

  it('lets other work go on between many cases', async () => {
    world.cases = Array.from({ length: 250 }, (_none, index) => refused(DUE, { id: `case-${index}` }));
    let pauses = 0;
    await roundAt(NOW, {
      pause: async () => {
        pauses += 1;
      },
    });
    expect(pauses).toBe(2);
  });
});

describe('the number on the toolbar', () => {
  const badgeAt = async (now: Instant) => {
    await roundAt(now);
    return world.badge && { count: world.badge.count, urgent: world.badge.urgent };
  };

  it.each([
    ['more than a day before', -25 * HOUR_MS, 0, false],
    ['a day before', -24 * HOUR_MS, 1, false],
    ['three hours before', -3 * HOUR_MS, 1, true],
    ['just over', HOUR_MS, 1, true],
    ['over for a day', 24 * HOUR_MS, 0, false],
  ])('%s', async (_name, after, count, urgent) => {
    world.cases = [refused(DUE), waiting(DUE, { id: 'case-2' }), { ...refused(DUE, { id: 'case-3' }), closedAt: NOW }];
    expect(await badgeAt(DUE + after)).toEqual({ count, urgent });
  });

  it('changes at its time', async () => {
    world.cases = [refused(DUE)];
    world.settings = settings({ leads: [] });
    await roundAt(DUE - 24 * HOUR_MS - MINUTE_MS);
    expect(world.wake).toBe(DUE - 24 * HOUR_MS);
    await roundAt(DUE - 3 * HOUR_MS - MINUTE_MS);
    expect(world.wake).toBe(DUE - 3 * HOUR_MS);
  });

  it('does not count what has been dealt with, and is none when it is not wanted', async () => {
    world.cases = [refused(DUE)];
    world.settings = settings({ badge: false });
    expect(await badgeAt(DUE - HOUR_MS)).toEqual({ count: 0, urgent: false });
    world.settings = settings();
    world.records = world.records.map((record) => ({ ...record, id: 'x', state: 'handled' }));
    expect(await badgeAt(DUE - HOUR_MS)).toEqual({ count: 0, urgent: false });
  });
});

describe('rounds', () => {
  it('are made one after the other; what is asked for meanwhile is one more', async () => {
    const ends: (() => void)[] = [];
    let started = 0;
    const ask = inTurn(
      () =>
        new Promise<void>((resolve) => {
          started += 1;
          ends.push(resolve);
        }),
      () => undefined,
    );
    for (let times = 0; times < 4; times += 1) ask();
    expect(started).toBe(1);
    ends[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(started).toBe(2);
    ends[1]?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(started).toBe(2);
    ask();
    expect(started).toBe(3);
  });

  it('go on after one that failed', async () => {
    const failures: unknown[] = [];
    let rounds = 0;
    const ask = inTurn(
      async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('first');
      },
      (error) => failures.push(error),
    );
    ask();
    await new Promise((resolve) => setImmediate(resolve));
    ask();
    await new Promise((resolve) => setImmediate(resolve));
    expect([rounds, failures.length]).toEqual([2, 1]);
  });
});
