import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../lib/cases/types.ts';
import { handledId, parseReminderId, reminderId } from '../../../lib/reminders/identity.ts';
import { openMoments } from '../../../lib/reminders/plan.ts';
import { quietAt } from '../../../lib/reminders/quiet.ts';
import type { DueReminder, ReminderRecord, ReminderSettings } from '../../../lib/reminders/types.ts';
import { watchedDeadlines } from '../../../lib/reminders/watched.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../../lib/shared/time.ts';
import { at, NIGHT, NOW, planFor, refused, settings, waiting } from './examples.ts';

const DUE = NOW + 5 * DAY_MS;

/** What is kept when these reminders have been shown. */
function shown(due: readonly DueReminder[], now: Instant): ReminderRecord[] {
  return due.flatMap(({ watched: { caseId, machine, rule, due: end }, leads }) =>
    leads.map((lead) => {
      const ref = { caseId, machine, rule, due: end };
      return { ...ref, id: reminderId(ref, lead), lead, state: 'shown' as const, at: now };
    }),
  );
}

/** The reminders of a case when somebody looks at each of these moments; at which, and for which leads. */
function showAt(moments: readonly Instant[], caseAt: (now: Instant) => Case, chosen = settings()) {
  let records: ReminderRecord[] = [];
  return moments.flatMap((now) => {
    const { due } = planFor([caseAt(now)], now, chosen, records);
    records = [...records, ...shown(due, now)];
    return due.map(({ leads, isLate, isOver }) => ({ now, leads, isLate, isOver }));
  });
}

/** The moments of the first deadline of a case, as the plan moves from one to the next. */
function momentsOf(known: Case, chosen: ReminderSettings, from: Instant = NOW): Instant[] {
  const moments: Instant[] = [];
  for (let now = from; ; ) {
    const { next } = planFor([known], now, chosen);
    if (next === null || moments.length > 50) return moments;
    moments.push(next);
    now = next;
  }
}

describe('reminders of the user’s own deadline', () => {
  it('come 48, 24 and 3 hours before it', () => {
    expect(momentsOf(refused(DUE), settings())).toEqual([48, 24, 3].map((hours) => DUE - hours * HOUR_MS));
  });

  it('come when the user wants them', () => {
    expect(momentsOf(refused(DUE), settings({ leads: [1, 72] }))).toEqual([DUE - 72 * HOUR_MS, DUE - HOUR_MS]);
    expect(momentsOf(refused(DUE), settings({ leads: [] }))).toEqual([]);
  });

  it('are shown once each, at their time', () => {
    const moments = [48, 24, 3].map((hours) => DUE - hours * HOUR_MS);
    const looks = moments.flatMap((moment) => [moment - 1, moment, moment + 1, moment + MINUTE_MS]);
    expect(showAt(looks, () => refused(DUE))).toEqual(
      [48, 24, 3].map((lead, index) => ({ now: moments[index], leads: [lead], isLate: false, isOver: false })),
    );
  });

  it('that were missed are one, which says that it is late', () => {
    expect(showAt([DUE - HOUR_MS], () => refused(DUE))).toEqual([
      { now: DUE - HOUR_MS, leads: [48, 24, 3], isLate: true, isOver: false },
    ]);
  });

  it('that were missed until it was over say so, though the stage has moved on', () => {
    expect(showAt([DUE + DAY_MS, DUE + DAY_MS + 1], () => refused(DUE))).toEqual([
      { now: DUE + DAY_MS, leads: [48, 24, 3], isLate: true, isOver: true },
    ]);
  });

  it('are no news a month after it is over', () => {
    expect(showAt([DUE + 31 * DAY_MS], () => refused(DUE))).toEqual([]);
  });

  it('are not made up for when the user has seen the case since, or had not switched them on', () => {
    expect(showAt([DUE - HOUR_MS], () => refused(DUE, { seenAt: DUE - 2 * HOUR_MS }))).toEqual([]);
    expect(showAt([DUE - HOUR_MS], () => refused(DUE), settings({ since: DUE - 2 * HOUR_MS }))).toEqual([]);
  });

  it('end when the deadline has been dealt with', () => {
    const [watched] = watchedDeadlines(refused(DUE), NOW);
    if (!watched) throw new Error('Nothing is due');
    const { caseId, machine, rule, due } = watched;
    const ref = { caseId, machine, rule, due };
    const handled: ReminderRecord = { ...ref, id: handledId(ref), lead: 0, state: 'handled', at: NOW };
    expect(planFor([refused(DUE)], DUE - HOUR_MS, settings(), [handled])).toEqual({ due: [], next: null });
  });

  it('are planned anew when it moves, and not when the page counts a few seconds differently', () => {
    const first = DUE - 48 * HOUR_MS;
    const moved = (now: Instant) => refused(now > first ? DUE + DAY_MS : DUE);
    expect(showAt([first, first + DAY_MS], moved).map(({ leads }) => leads)).toEqual([[48], [48]]);
    const trembling = (now: Instant) => refused(now > first ? DUE + 40_000 : DUE);
    expect(showAt([first, first + 60_000], trembling).map(({ leads }) => leads)).toEqual([[48]]);
  });

  it('of a case that was put away there are none', () => {
    expect(planFor([{ ...refused(DUE), closedAt: NOW }], DUE - HOUR_MS)).toEqual({ due: [], next: null });
  });

  it('are for a buyer as long as no page has shown the role', () => {
    expect(momentsOf(refused(DUE, { role: 'unknown' }), settings())).toHaveLength(3);
    expect(momentsOf(waiting(DUE, { role: 'unknown' }), settings({ theirs: false }))).toEqual([]);
  });
});

describe('a reminder that somebody else’s time is up', () => {
  it('comes at that moment, once', () => {
    const found = showAt([DUE - HOUR_MS, DUE, DUE + 1], () => waiting(DUE));
    expect(found).toEqual([{ now: DUE, leads: [0], isLate: false, isOver: true }]);
  });

  it('can be switched off', () => {
    expect(showAt([DUE], () => waiting(DUE), settings({ theirs: false }))).toEqual([]);
  });

  it('is the seller’s own where it is the seller who must act', () => {
    expect(momentsOf(waiting(DUE, { role: 'seller' }), settings())[0]).toBe(DUE - 48 * HOUR_MS);
  });

  it('waits for the end of quiet hours', () => {
    const due = at('2026-11-25 23:00:00');
    const morning = at('2026-11-26 08:00:00');
    const quiet = settings({ quiet: NIGHT });
    expect(showAt([due, morning - 1, morning], () => waiting(due), quiet).map(({ now }) => now)).toEqual([morning]);
  });
});

describe('quiet hours', () => {
  it.each([
    ['after them when there is time left', '2026-11-26 12:00:00', 6, '2026-11-26 08:00:00'],
    ['before them when it would be too late afterwards', '2026-11-26 08:30:00', 3, '2026-11-25 21:55:00'],
    ['before them when the deadline is in them', '2026-11-26 03:00:00', 3, '2026-11-25 21:55:00'],
    ['at its time outside them', '2026-11-26 18:00:00', 6, '2026-11-26 12:00:00'],
    ['at their end exactly', '2026-11-26 11:00:00', 3, '2026-11-26 08:00:00'],
    ['after them, with one hour before it', '2026-11-26 08:59:00', 1, '2026-11-25 21:55:00'],
  ])('a reminder comes %s', (_name, due, lead, expected) => {
    expect(momentsOf(refused(at(due)), settings({ leads: [lead], quiet: NIGHT }))).toEqual([at(expected)]);
  });

  it('give way when the time before them is gone already', () => {
    const known = refused(at('2026-11-26 03:00:00'), { seenAt: at('2026-11-25 22:30:00') });
    const chosen = settings({ leads: [3], quiet: NIGHT });
    expect(momentsOf(known, chosen, known.seenAt)).toEqual([at('2026-11-26 00:00:00')]);
  });

  it('hold back what was missed as long as it can wait', () => {
    const night = at('2026-11-25 23:00:00');
    const missed = refused(at('2026-11-26 12:00:00'));
    const chosen = settings({ quiet: NIGHT });
    expect(planFor([missed], night, chosen)).toMatchObject({ due: [], next: at('2026-11-26 08:00:00') });
    const urgent = refused(at('2026-11-26 04:00:00'));
    expect(planFor([urgent], night, chosen).due).toHaveLength(1);
  });

  it.each([
    ['22:00', '08:00', '2026-11-25 22:00:00', true],
    ['22:00', '08:00', '2026-11-25 08:00:00', false],
    ['12:00', '14:00', '2026-11-25 13:00:00', true],
    ['12:00', '14:00', '2026-11-25 11:59:00', false],
    ['08:00', '08:00', '2026-11-25 08:00:00', false],
  ])('from %s to %s: at %s %s', (from, to, time, expected) => {
    expect(quietAt(at(time), { on: true, from, to }) !== null).toBe(expected);
  });
});

describe('whatever the deadline and the settings', () => {
  const timeOfDay = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const chosen = fc.record({
    leads: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 6 }),
    quiet: fc.record({ on: fc.boolean(), from: timeOfDay, to: timeOfDay }),
    theirs: fc.boolean(),
  });
  const due = fc.integer({ min: NOW + MINUTE_MS, max: NOW + 10 * DAY_MS }).map((end) => end - (end % 1000));
  const looks = fc.array(fc.integer({ min: NOW, max: NOW + 14 * DAY_MS }), { maxLength: 12 });
  const kind = fc.constantFrom(refused, waiting);
  const runs = { numRuns: 60 };

  it('no moment of an own deadline is after it or before it was known, and earlier leads come no later', () => {
    fc.assert(
      fc.property(due, chosen, (end, change) => {
        const own = watchedDeadlines(refused(end), NOW).filter(({ isOwn }) => isOwn);
        for (const watched of own) {
          const moments = openMoments(watched, [], settings(change), NOW);
          for (const [index, { at: moment, lead }] of moments.entries()) {
            expect(moment).toBeLessThan(watched.due);
            expect(moment).toBeGreaterThan(NOW);
            expect(moment).toBeGreaterThanOrEqual(moments[index - 1]?.at ?? 0);
            expect(lead).toBeLessThan(moments[index - 1]?.lead ?? Number.POSITIVE_INFINITY);
          }
        }
      }),
      runs,
    );
  });

  it('no reminder comes twice, and none in quiet hours that could wait', () => {
    fc.assert(
      fc.property(kind, due, chosen, looks, (make, end, change, times) => {
        const quiet = settings(change);
        let records: ReminderRecord[] = [];
        for (const now of times.toSorted((one, other) => one - other)) {
          const plan = planFor([make(end)], now, quiet, records);
          const ids = plan.due.map(({ id }) => id);
          expect(ids.filter((id) => records.some((record) => record.id === id))).toEqual([]);
          expect(plan.next ?? now + 1).toBeGreaterThan(now);
          const span = quietAt(now, quiet.quiet);
          for (const { watched } of plan.due) {
            if (span) expect(watched.due).toBeGreaterThan(now);
            if (span) expect(watched.due - span.end).toBeLessThan(HOUR_MS);
          }
          records = [...records, ...shown(plan.due, now)];
          expect(planFor([make(end)], now, quiet, records).due).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('somebody who looks when told to misses nothing: each open moment is met at its time', () => {
    fc.assert(
      fc.property(due, chosen, (end, change) => {
        const leads = settings(change);
        const [watched] = watchedDeadlines(refused(end), NOW).filter(({ deadline }) => deadline.primary);
        if (!watched) throw new Error('Nothing is due');
        const moments = new Set(openMoments(watched, [], leads, NOW).map(({ at: moment }) => moment));
        const met = new Set(momentsOf(refused(end), leads));
        expect([...moments].filter((moment) => !met.has(moment))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('the name of a reminder', () => {
  const ref = { caseId: '5f0c1f1e-6a2b', machine: 'refundOnly' as const, rule: 'RO.agree', due: DUE };

  it('leads back to its deadline', () => {
    expect(parseReminderId(reminderId(ref, 24))).toEqual(ref);
  });

  it.each(['', 'trial', handledId(ref), `reminders|${reminderId(ref, 3)}`, 'reminder|a|b|c|soon|3'])(
    'is not “%s”',
    (id) => {
      expect(parseReminderId(id)).toBeNull();
    },
  );
});
