import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryUses, withEntry } from '../../../lib/cases/entries/entries.ts';
import { choiceOf, choicesNow, ENTRY_CHOICE_NAMES, ENTRY_CHOICES } from '../../../lib/cases/entries/entry-choices.ts';
import { draftOf, type EntryDraft, parseEntry } from '../../../lib/cases/entries/entry-input.ts';
import { stageInput, statusOf } from '../../../lib/cases/status.ts';
import type { Case, CaseEntry } from '../../../lib/cases/types.ts';
import { viewCase } from '../../../lib/cases/view.ts';
import { DAY_MS, formatIso, HOUR_MS, MINUTE_MS } from '../../../lib/shared/time.ts';
import { EVENT_TYPES } from '../../../lib/stages/index.ts';
import { at, caseOf, NOW, orderPage, refundPage } from './pages.ts';

const APPLIED = '2026-11-18T10:00:00+08:00';
const refund = (facts = {}) =>
  caseOf(
    refundPage({
      refundType: 'refundOnly',
      refundAppliedAt: APPLIED,
      shippedAt: '2026-11-10T10:00:00+08:00',
      ...facts,
    }),
  );

let count = 0;
function entry(choice: keyof typeof ENTRY_CHOICES, time: string, change: Partial<CaseEntry> = {}): CaseEntry {
  count += 1;
  const event = { ...ENTRY_CHOICES[choice].event, at: formatIso(at(time)) };
  return { id: `entry-${count}`, event, channel: null, note: '', enteredAt: NOW, ...change };
}

const withEntries = (known: Case, ...entries: CaseEntry[]): Case => ({ ...known, entries });
const usesOf = (known: Case, now = NOW) => known.entries.map(({ id }) => entryUses(known, now).get(id));

describe('the choices', () => {
  it('cover every event that no page fact stands for, each once', () => {
    const events = ENTRY_CHOICE_NAMES.map((name) => JSON.stringify(ENTRY_CHOICES[name].event));
    expect(new Set(events).size).toBe(events.length);
    const covered = new Set<string>(ENTRY_CHOICE_NAMES.map((name) => ENTRY_CHOICES[name].event.type));
    // The order's own times are facts of its page, corrected there; a change of the request is read from the page's steps.
    const facts = ['order.created', 'order.paid', 'order.shipped', 'order.completed', 'refund.modified'];
    expect(EVENT_TYPES.filter((type) => !covered.has(type))).toEqual(facts);
  });

  it.each(ENTRY_CHOICE_NAMES)('%s is known again from its event', (name) => {
    expect(choiceOf({ ...ENTRY_CHOICES[name].event, at: APPLIED })).toBe(name);
  });

  it('offer for an order without a dispute what can begin there', () => {
    const order = caseOf(orderPage({ paidAt: '2026-11-10T10:00:00+08:00', stage: 'SHIPPED' }));
    const now = choicesNow(order, NOW);
    expect(now).toEqual(expect.arrayContaining(['parcelSigned', 'requested', 'complained', 'filed12315', 'sued']));
    for (const later of ['sellerRefused', 'decidedForBuyer', 'accepted12315', 'judged', 'appealed'] as const)
      expect(now).not.toContain(later);
  });

  it('offer the answers of 12315 once it was asked, and no second complaint', () => {
    const filed = withEntries(refund(), entry('filed12315', '2026-11-20 09:00:00'));
    const now = choicesNow(filed, NOW);
    expect(now).toEqual(expect.arrayContaining(['accepted12315', 'refused12315', 'forwarded12315', 'withdrew12315']));
    expect(now).not.toContain('filed12315');
    expect(choicesNow(refund(), NOW)).not.toContain('accepted12315');
  });
});

describe('an entry', () => {
  it('moves the stage as if a page had said it', () => {
    const filed = withEntries(refund(), entry('filed12315', '2026-11-20 09:00:00'));
    expect(statusOf(filed, NOW)).toMatchObject({ stage: 'RECEIVED', machine: '12315', owner: 'authority' });
    const accepted = withEntries(filed, ...filed.entries, entry('mediation12315', '2026-11-21 09:00:00'));
    expect(statusOf(accepted, NOW)).toMatchObject({ stage: 'MEDIATION' });
    expect(usesOf(accepted)).toEqual(['counts', 'counts']);
  });

  it('about what a page says does not count twice: the page wins', () => {
    const said = withEntries(refund(), entry('requested', '2026-11-19 20:00:00'));
    expect(usesOf(said)).toEqual(['onPage']);
    expect(stageInput(said).events.filter(({ type }) => type === 'refund.applied')).toEqual([
      { type: 'refund.applied', at: APPLIED, refundType: 'refundOnly' },
    ]);
  });

  it.each([
    ['three days later', '2026-11-21 10:00:00', 'onPage'],
    ['later than that', '2026-11-21 10:00:01', 'counts'],
    ['three days before', '2026-11-15 10:00:00', 'onPage'],
    ['earlier than that', '2026-11-15 09:59:59', 'counts'],
  ])('%s is or is not what the page says', (_when, time, use) => {
    expect(usesOf(withEntries(refund(), entry('requested', time)))).toEqual([use]);
  });

  it('after a withdrawal is another request, however soon', () => {
    const known = { ...refund(), events: [{ type: 'withdrawn' as const, at: '2026-11-18T12:00:00+08:00' }] };
    expect(usesOf(withEntries(known, entry('requested', '2026-11-18 20:00:00')))).toEqual(['counts']);
  });

  it('of a parcel that the page shows as signed for never counts beside it', () => {
    const signed = refund({ signedAt: '2026-11-12T10:00:00+08:00' });
    expect(usesOf(withEntries(signed, entry('parcelSigned', '2026-11-20 10:00:00')))).toEqual(['onPage']);
  });

  it('noted twice counts once; by another way it is another', () => {
    const one = entry('filed12315', '2026-11-20 09:00:00');
    const again = entry('filed12315', '2026-11-20 15:00:00');
    const elsewhere = entry('filed12315', '2026-11-20 16:00:00', { channel: 'CH.12345' });
    const known = withEntries(refund(), one, again);
    expect(usesOf(known)).toEqual(['counts', 'twice']);
    expect(statusOf(known, NOW).warnings.map(({ id }) => id)).not.toContain('authority.duplicate');
    const two = withEntries(refund(), one, elsewhere);
    expect(statusOf(two, NOW).warnings.map(({ id }) => id)).toContain('authority.duplicate');
  });

  it('that comes too early, or out of order, is told of and changes nothing', () => {
    const early = withEntries(refund(), entry('filed12315', '2026-11-22 13:00:00'));
    expect(usesOf(early)).toEqual(['future']);
    expect(statusOf(early, NOW).machine).toBe('refundOnly');
    const order = withEntries(
      refund(),
      entry('mediation12315', '2026-11-20 09:00:00'),
      entry('filed12315', '2026-11-21 09:00:00'),
    );
    expect(usesOf(order)).toEqual(['counts', 'unplaced']);
    expect(statusOf(order, NOW).stage).toBe('MEDIATION');
  });

  it('is not in the future because the screen has not ticked yet', () => {
    const known = withEntries(refund(), entry('filed12315', '2026-11-22 12:00:03', { enteredAt: NOW + 3000 }));
    expect(viewCase(known, NOW).status.machine).toBe('12315');
  });

  it('is changed and taken out by its id', () => {
    const [one, two] = [entry('filed12315', '2026-11-20 09:00:00'), entry('sued', '2026-11-21 09:00:00')];
    const known = withEntries(refund(), one, two);
    expect(withEntry(known, one.id, { ...one, note: 'x' }).entries).toEqual([{ ...one, note: 'x' }, two]);
    expect(withEntry(known, one.id, null).entries).toEqual([two]);
    expect(withEntry(known, 'new', { ...one, id: 'new' }).entries).toHaveLength(3);
  });

  it('whatever is noted in whatever order, the case has a stage and each entry its use', () => {
    const anyEntry = fc.record({
      choice: fc.constantFrom(...ENTRY_CHOICE_NAMES),
      hours: fc.integer({ min: -40 * 24, max: 48 }),
      channel: fc.constantFrom(null, 'CH.12345'),
    });
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), (chosen) => {
        const entries = chosen.map(({ choice, hours, channel }, index) => ({
          id: `${index}`,
          event: { ...ENTRY_CHOICES[choice].event, at: formatIso(NOW + hours * HOUR_MS) },
          channel,
          note: '',
          enteredAt: NOW,
        }));
        const known = withEntries(refund(), ...entries);
        const uses = usesOf(known);
        expect(uses).not.toContain(undefined);
        // What is said not to count does not: without it everything is the same.
        const counted = entries.filter((_, index) => uses[index] === 'counts' || uses[index] === 'unplaced');
        expect(statusOf(withEntries(known, ...counted), NOW).stage).toBe(statusOf(known, NOW).stage);
      }),
    );
  });
});

describe('the form', () => {
  const known = refund({ createdAt: '2026-11-09T10:00:30+08:00' });
  const draft = (change: Partial<EntryDraft> = {}): EntryDraft => ({
    choice: 'filed12315',
    at: '2026-11-20T09:30',
    channel: '',
    note: '',
    ...change,
  });
  const parse = (change: Partial<EntryDraft> = {}) => parseEntry(draft(change), { id: 'x', now: NOW, known });

  it('makes an entry of what was typed, in the time of China', () => {
    expect(parse({ note: '  登记编号\u00a01  \n 第二行 ', channel: 'CH.12315.web' })).toEqual({
      entry: {
        id: 'x',
        event: { type: '12315.filed', at: '2026-11-20T09:30:00+08:00' },
        channel: 'CH.12315.web',
        note: '登记编号 1\n第二行',
        enteredAt: NOW,
      },
    });
  });

  it.each([
    ['nothing chosen', { choice: '' as const }, 'choice'],
    ['no time', { at: '' }, 'time'],
    ['no such day', { at: '2026-02-30T10:00' }, 'time'],
    ['what is to come', { at: '2026-11-22T12:02' }, 'future'],
    ['before the order', { at: '2026-11-09T09:59' }, 'beforeOrder'],
    ['too many words', { note: 'x'.repeat(2001) }, 'note'],
  ])('refuses %s', (_what, change, problem) => {
    expect(parse(change)).toEqual({ problem });
  });

  it('takes the minute of the order, and the minute that has just begun', () => {
    expect(parse({ at: '2026-11-09T10:00' })).toHaveProperty('entry');
    expect(parseEntry(draft({ at: '2026-11-22T12:01' }), { id: 'x', now: NOW, known })).toMatchObject({
      entry: { event: { at: formatIso(NOW) } },
    });
  });

  it('opens with now, or with what the entry says', () => {
    expect(draftOf(null, NOW + MINUTE_MS)).toEqual({ choice: '', at: '2026-11-22T12:01', channel: '', note: '' });
    const one = entry('judged', '2026-11-20 09:00:00', { note: 'a', channel: 'CH.court' });
    expect(draftOf(one, NOW + DAY_MS)).toEqual({
      choice: 'judged',
      at: '2026-11-20T09:00',
      channel: 'CH.court',
      note: 'a',
    });
  });
});
