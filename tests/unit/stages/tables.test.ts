import { describe, expect, it } from 'vitest';
import { AUTHORITY_COMPLAINT, REPORT } from '../../../lib/stages/machines/authority.ts';
import { COMPLAINT } from '../../../lib/stages/machines/complaint.ts';
import { COURT } from '../../../lib/stages/machines/court.ts';
import { EXCHANGE, REPAIR, RESEND } from '../../../lib/stages/machines/exchange.ts';
import { INTERVENTION } from '../../../lib/stages/machines/intervention.ts';
import { ORDER } from '../../../lib/stages/machines/order.ts';
import { REFUND_ONLY } from '../../../lib/stages/machines/refund-only.ts';
import { RETURN_REFUND, UNKNOWN_REQUEST } from '../../../lib/stages/machines/return-refund.ts';
import {
  AUTHORITY_STEPS,
  COMPLAINT_STEPS,
  COURT_STEPS,
  INTERVENTION_STEPS,
  ORDER_STEPS,
  REPORT_STEPS,
  REQUEST_STEPS,
} from '../../../lib/stages/notes/next-table.ts';
import { stepText } from '../../../lib/stages/notes/steps.ts';
import { requireRule } from '../../../lib/stages/rules/clock-rules.ts';

const MACHINES = [
  ['order', ORDER, ORDER_STEPS],
  ['refund only', REFUND_ONLY, REQUEST_STEPS],
  ['return and refund', RETURN_REFUND, REQUEST_STEPS],
  ['unknown request', UNKNOWN_REQUEST, REQUEST_STEPS],
  ['exchange', EXCHANGE, REQUEST_STEPS],
  ['repair', REPAIR, REQUEST_STEPS],
  ['resend', RESEND, REQUEST_STEPS],
  ['complaint', COMPLAINT, COMPLAINT_STEPS],
  ['intervention', INTERVENTION, INTERVENTION_STEPS],
  ['12315', AUTHORITY_COMPLAINT, AUTHORITY_STEPS],
  ['report', REPORT, REPORT_STEPS],
  ['court', COURT, COURT_STEPS],
] as const;

describe.each(MACHINES)('%s', (_, spec, steps) => {
  const stages = Object.keys(spec.stages);

  it('moves only between stages it has', () => {
    const named = spec.transitions.flatMap(({ from, to }) => [...from, to]).filter((stage) => stage !== 'NONE');
    expect(named.filter((stage) => !stages.includes(stage))).toEqual([]);
  });

  it('can reach every stage', () => {
    const reached = new Set<string>(spec.transitions.map(({ to }) => to));
    // No event leads to these: they are computed, or only a page can show them.
    const others = ['EXPIRED_PLATFORM', 'CLOSED', 'SUCCESS', ...(spec === RESEND ? ['EX_WAIT_BUYER_SEND'] : [])];
    expect(stages.filter((stage) => !reached.has(stage) && !others.includes(stage))).toEqual([]);
  });

  it('has clocks of rules that exist, say what follows and can give a date', () => {
    for (const stage of Object.values(spec.stages)) {
      for (const { rule, pageOnly } of [...(stage.clocks ?? []), ...(stage.beside ?? [])]) {
        expect(requireRule(rule).onTimeout, rule).not.toBeNull();
        if (!pageOnly) expect(requireRule(rule).duration, rule).toMatchObject({ amount: expect.any(Number) });
      }
    }
  });

  it('leads on only to stages it has', () => {
    const next = Object.values(spec.stages).flatMap(({ onTimeout }) => onTimeout ?? []);
    expect(next.filter((stage) => !stages.includes(stage))).toEqual([]);
  });

  it('has steps for both sides in every stage, in both languages', () => {
    for (const stage of stages) {
      const found = steps[stage as keyof typeof steps];
      expect(found, stage).toBeDefined();
      for (const id of [...(found?.buyer ?? []), ...(found?.seller ?? [])]) {
        const { zh, en } = stepText(id) ?? { zh: '', en: '' };
        expect(zh).toMatch(/[\u4e00-\u9fff]/u);
        expect(en.length).toBeGreaterThan(5);
      }
    }
  });
});

it('a step that does not exist is a fault in our tables', () => {
  expect(() => stepText('CH.nothing' as never)).toThrow(RangeError);
});
