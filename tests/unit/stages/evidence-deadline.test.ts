import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Marketplace } from '../../../lib/marketplaces/types.ts';
import { DAY_MS, formatIso, HOUR_MS, parseIso } from '../../../lib/shared/time.ts';
import { evidenceDeadline } from '../../../lib/stages/deadlines/evidence-deadline.ts';
import { EVIDENCE_ROWS, evidenceRow } from '../../../lib/stages/rules/evidence/index.ts';

const at = (iso: string) => parseIso(iso) ?? Number.NaN;
const SIGNED = at('2026-11-20T22:30:00+08:00');
const COMPLETED = at('2026-11-21T08:00:00+08:00');
const NOW = at('2026-11-22T12:00:00+08:00');

function due(key: string, marketplace: Marketplace | null = 'taobao', now = NOW) {
  const row = evidenceRow(key);
  if (!row) throw new RangeError(key);
  return evidenceDeadline(row, { signed: SIGNED, completed: COMPLETED }, marketplace, now);
}

describe('until when proof has to be there', () => {
  it.each([
    ['fresh', '2026-11-22T22:30:00+08:00'],
    ['flowers', '2026-11-22T22:30:00+08:00'],
    ['jewellery', '2026-11-22T22:30:00+08:00'],
    ['furniture', '2026-11-22T22:30:00+08:00'],
    ['usedDigital', '2027-05-19T22:30:00+08:00'],
    ['voucher', '2026-12-06T08:00:00+08:00'],
  ])('%s: %s', (key, expected) => {
    expect(formatIso(due(key)?.due ?? 0)).toBe(expected);
  });

  it('says who must act, where it is written and how sure that is', () => {
    expect(due('fresh')).toMatchObject({
      id: 'EV.fresh',
      owner: 'buyer',
      basis: 'rule',
      confidence: 'X',
      source: { zh: '《淘宝平台生鲜类商品争议处理规范》第3条（摘录）' },
      overdue: false,
      primary: false,
    });
  });

  it('is an estimate where the marketplace is not known, and nothing on one with other rules', () => {
    expect(due('fresh', null)).toMatchObject({ basis: 'estimate', confidence: 'X/I' });
    expect(due('fresh', '1688')).toBeNull();
    expect(due('fresh', 'tmall')?.due).toBe(SIGNED + 48 * HOUR_MS);
  });

  it('is overdue from its instant on', () => {
    expect(due('fresh', 'taobao', SIGNED + 48 * HOUR_MS - 1)?.overdue).toBe(false);
    expect(due('fresh', 'taobao', SIGNED + 48 * HOUR_MS)?.overdue).toBe(true);
  });

  it('cannot be said for what no page dates', () => {
    expect(due('pets')).toBeNull();
    const row = evidenceRow('fresh');
    expect(row && evidenceDeadline(row, { signed: null, completed: COMPLETED }, 'taobao', NOW)).toBeNull();
  });

  it('never ends before the time that the rule gives, and later the later it begins', () => {
    const limited = EVIDENCE_ROWS.filter(({ limit }) => limit && limit.since !== 'arrived');
    const instant = fc.integer({ min: at('2024-01-01T00:00:00+08:00'), max: at('2027-12-31T00:00:00+08:00') });
    fc.assert(
      fc.property(fc.constantFrom(...limited), instant, instant, (row, one, other) => {
        const [first, second] = [one, other].map((start) =>
          evidenceDeadline(row, { signed: start, completed: start }, 'taobao', NOW),
        );
        const { amount, unit } = row.limit?.duration ?? { amount: 0, unit: 'h' };
        expect((first?.due ?? 0) - one).toBe(amount * (unit === 'h' ? HOUR_MS : DAY_MS));
        expect(Math.sign((first?.due ?? 0) - (second?.due ?? 0))).toBe(Math.sign(one - other));
      }),
    );
  });
});
