import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../lib/cases/types.ts';
import { createTranslate } from '../../../lib/i18n/index.ts';
import { calendarFile } from '../../../lib/reminders/calendar.ts';
import { icsDuration, icsFile, icsText } from '../../../lib/reminders/ics-lines.ts';
import type { ReminderSettings } from '../../../lib/reminders/types.ts';
import { watchedDeadlines } from '../../../lib/reminders/watched.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../../lib/shared/time.ts';
import { caseOf, orderPage } from '../cases/pages.ts';
import { at, estimated, NOW, refused, settings, waiting } from './examples.ts';

const zh = createTranslate('zh-CN');
const DUE = NOW + 3 * DAY_MS;

/** The entries of a calendar as a parser that is not ours understands them. */
function entriesOf(cases: readonly Case[], change: Partial<ReminderSettings> = {}, now = NOW, t = zh) {
  const file = calendarFile(cases, settings(change), t, now);
  if (file === null) return [];
  const calendar = new ICAL.Component(ICAL.parse(file));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const alarms = component.getAllSubcomponents('valarm');
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      isDay: event.startDate.isDate,
      start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().getTime(),
      end: event.endDate.toString(),
      status: component.getFirstPropertyValue('status'),
      alarms: alarms.map((alarm) => {
        const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
        return trigger.toSeconds() / 3600;
      }),
    };
  });
}

/** An order that was signed for: the seven days of returning it end at 24:00. */
const signed = caseOf(
  orderPage({
    stage: 'SHIPPED',
    paidAt: '2026-11-18T10:00:00+08:00',
    shippedAt: '2026-11-19T10:00:00+08:00',
    signedAt: '2026-11-21T10:00:00+08:00',
    items: [{ title: '测试水杯' }],
  }),
);

describe('a calendar file', () => {
  it('has the deadline at its instant, with an alarm for each lead', () => {
    const [first, ...others] = entriesOf([refused(DUE)]);
    expect(others.filter(({ start }) => start === DUE)).toEqual([]);
    expect(first).toMatchObject({ start: DUE, isDay: false, status: 'CONFIRMED', alarms: [-48, -24, -3] });
    expect(first?.summary).toContain('测试水杯');
    expect(first?.description).toContain('期限：2026-11-25 12:00（北京时间）');
    expect(first?.description).toContain('来自页面倒计时');
    expect(first?.description).toContain('不是法律意见');
  });

  it('leaves out alarms that would ring at once', () => {
    expect(entriesOf([refused(DUE)], {}, DUE - 30 * HOUR_MS)[0]?.alarms).toEqual([-24, -3]);
  });

  it('shows a limit that ends at 24:00 on its last day, with alarms counted from its end', () => {
    const days = watchedDeadlines(signed, NOW).filter(({ deadline }) => deadline.lastDay !== null);
    const [day] = days;
    if (!day?.deadline.lastDay) throw new Error('No limit in days');
    const entry = entriesOf([signed]).find(({ uid }) => uid.includes(day.rule));
    expect(entry).toMatchObject({ isDay: true, start: day.deadline.lastDay });
    expect(entry?.description).toContain(`期限：${day.deadline.lastDay} 24:00`);
    if (day.isOwn) expect(entry?.alarms).toContain(24 - 3);
  });

  it('marks what is estimated as tentative', () => {
    const [watched] = watchedDeadlines(estimated(), NOW);
    expect(watched?.deadline.basis).toBe('estimate');
    const [entry] = entriesOf([estimated()]);
    expect(entry?.status).toBe('TENTATIVE');
    expect(entry?.description).toContain('估算，以页面为准');
  });

  it('keeps the UID of a deadline that moves, and counts up', () => {
    const [before] = entriesOf([refused(DUE)]);
    const [after] = entriesOf([refused(DUE + DAY_MS)], {}, NOW + 1000);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
  });

  it('has no two entries of one UID', () => {
    const cases = [refused(DUE), waiting(DUE, { id: 'case-2' }), { ...signed, id: 'case-3' }];
    const uids = entriesOf(cases).map(({ uid }) => uid);
    expect(uids.length).toBeGreaterThan(3);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('has the end of other people’s time when that is wanted, with one alarm at it', () => {
    const start = (change: Partial<ReminderSettings>) =>
      entriesOf([waiting(DUE)], change).filter((e) => e.start === DUE);
    expect(start({})).toMatchObject([{ alarms: [0] }]);
    expect(start({})[0]?.summary).toContain('卖家的时限到');
    expect(start({ theirs: false })).toEqual([]);
  });

  it('names neither goods nor shop when that is wanted', () => {
    const file = calendarFile([refused(DUE, { facts: { shopName: '测试店' } })], settings({ discreet: true }), zh, NOW);
    expect(file).not.toMatch(/测试水杯|测试店/);
  });

  it('is none when nothing is coming', () => {
    expect(calendarFile([], settings(), zh, NOW)).toBeNull();
    expect(calendarFile([{ ...refused(DUE), closedAt: NOW }], settings(), zh, NOW)).toBeNull();
  });

  it('speaks English', () => {
    const t = createTranslate('en');
    const file = calendarFile([refused(DUE, { facts: { items: [{ title: 'Test cup' }] } })], settings(), t, NOW);
    expect(file).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

/** Undoes the folding as RFC 5545 says. */
function unfold(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}

describe('the lines of a calendar file', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const characters = fc.string({
    unit: fc.constantFrom('a', '，', '杯', '😀', 'é', '\\', ';', ',', '\n'),
    maxLength: 200,
  });

  it('are of at most 75 octets, end as the format wants, and unfold to what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, characters).map(icsText), { minLength: 1 }), (lines) => {
        const file = icsFile(lines.map((line) => `X:${line}`));
        for (const piece of file.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
        expect(file).not.toMatch(/[^\r]\n|\r[^\n]/);
        expect(Buffer.from(file).toString()).toBe(file.toWellFormed());
        expect(unfold(file)).toEqual(lines.map((line) => `X:${line}`));
      }),
    );
  });

  it('say every text so that another parser reads it back', () => {
    fc.assert(
      fc.property(characters, (words) => {
        const file = icsFile(['BEGIN:VCALENDAR', `X-WR-CALNAME:${icsText(words)}`, 'END:VCALENDAR']);
        const read = new ICAL.Component(ICAL.parse(file)).getFirstPropertyValue('x-wr-calname');
        // The parser does not know this property's type, so it is decoded as the format says.
        const decoded = String(read).replace(/\\([\\,;n])/g, (_all, char) => (char === 'n' ? '\n' : char));
        expect(decoded).toBe(words);
      }),
    );
  });

  it.each([
    [-48 * 60, '-PT48H'],
    [-90, '-PT90M'],
    [0, 'PT0H'],
    [21 * 60, 'PT21H'],
  ])('%i minutes are %s', (minutes, expected) => {
    expect(icsDuration(minutes)).toBe(expected);
    expect(ICAL.Duration.fromString(expected).toSeconds()).toBe(minutes * 60 || 0);
  });
});

it('an instant is the same wherever the computer is', () => {
  const instant: Instant = at('2026-11-25 12:00:00');
  expect(calendarFile([refused(instant)], settings(), zh, NOW)).toContain('DTSTART:20261125T040000Z');
});
