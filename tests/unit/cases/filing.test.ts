import { describe, expect, it } from 'vitest';
import { type FilingDraft, filingEntry } from '../../../lib/cases/entries/filing.ts';
import { statusOf } from '../../../lib/cases/status.ts';
import { viewCase } from '../../../lib/cases/view.ts';
import { waysInput } from '../../../lib/cases/ways/ways-input.ts';
import { waysOutOf } from '../../../lib/cases/ways/ways-out.ts';
import { at, caseOf, NOW, refundPage } from './pages.ts';

const DRAFT: FilingDraft = {
  channel: 'CH.12315.web',
  filing: '12315.filed',
  time: '2026-11-20T10:00',
  note: ' 编号 9 ',
};
const make = (change: Partial<FilingDraft> = {}, role: 'buyer' | 'seller' | 'unknown' = 'buyer') =>
  filingEntry({ ...DRAFT, ...change }, { role }, 'entry-1', NOW);

describe('what was filed', () => {
  it('becomes an entry with its event, time, channel and note', () => {
    expect(make()).toEqual({
      entry: {
        id: 'entry-1',
        channel: 'CH.12315.web',
        note: '编号 9',
        enteredAt: NOW,
        event: { type: '12315.filed', at: '2026-11-20T10:00:00+08:00', by: 'buyer' },
      },
    });
  });

  it('an unknown side did it in nobody’s name; an ODR company has a stage of its own', () => {
    expect(make({ channel: 'CH.12315.odr' }, 'unknown')).toMatchObject({
      entry: { event: { type: '12315.filed', outcome: 'odr' } },
    });
    expect(JSON.stringify(make({}, 'unknown'))).not.toContain('"by"');
  });

  it('without an event it keeps its own time', () => {
    expect(make({ channel: 'CH.12345', filing: null })).toMatchObject({
      entry: { event: null, at: '2026-11-20T10:00:00+08:00', channel: 'CH.12345' },
    });
  });

  it.each([
    ['', 'time'],
    ['2026-02-30T10:00', 'time'],
    ['2026-11-20', 'time'],
    ['2026-11-22T12:01', 'future'],
  ])('%s is refused: %s', (time, problem) => {
    expect(make({ time })).toEqual({ problem });
  });

  it('a note has its limit', () => {
    expect(make({ note: '长'.repeat(501) })).toEqual({ problem: 'note' });
    expect(make({ note: '长'.repeat(500) })).toHaveProperty('entry');
  });
});

describe('a case with entries', () => {
  const known = caseOf(refundPage({ stage: 'SELLER_REFUSE_BUYER', refundType: 'refundOnly' }));
  const made = make();
  const filed = { ...known, entries: 'entry' in made ? [made.entry] : [] };

  it('follows them with its stage', () => {
    expect(statusOf(known, NOW).machine).toBe('refundOnly');
    expect(statusOf(filed, NOW)).toMatchObject({ machine: '12315', stage: 'RECEIVED', owner: 'authority' });
  });

  it('is never shown from before what was entered', () => {
    const late = { ...filed, entries: filed.entries.map((entry) => ({ ...entry, enteredAt: NOW + 9000 })) };
    expect(viewCase(late, NOW - 3 * 86_400_000).status.stage).toBe('RECEIVED');
  });

  it('shows its channels as used, with the time of the event or of the note', () => {
    const noted = make({ channel: 'CH.12345', filing: null, time: '2026-11-21T09:00' });
    const both = { ...filed, entries: [...filed.entries, ...('entry' in noted ? [noted.entry] : [])] };
    const status = statusOf(both, NOW);
    expect(waysInput(both, status, NOW).filed).toEqual([
      { channel: 'CH.12315.web', filing: '12315.filed', at: at('2026-11-20 10:00:00') },
      { channel: 'CH.12345', filing: null, at: at('2026-11-21 09:00:00') },
    ]);
    expect(waysOutOf(both, status, NOW).warnings).toHaveLength(1);
  });
});
