import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../lib/cases/steps.ts';
import { AUTHORITY_COMPLAINT, REPORT } from '../../../lib/stages/machines/authority.ts';
import { COMPLAINT } from '../../../lib/stages/machines/complaint.ts';
import { COURT } from '../../../lib/stages/machines/court.ts';
import { EXCHANGE, REPAIR, RESEND } from '../../../lib/stages/machines/exchange.ts';
import { INTERVENTION } from '../../../lib/stages/machines/intervention.ts';
import { ORDER } from '../../../lib/stages/machines/order.ts';
import { REFUND_ONLY } from '../../../lib/stages/machines/refund-only.ts';
import { RETURN_REFUND, UNKNOWN_REQUEST } from '../../../lib/stages/machines/return-refund.ts';
import type { MachineSpec } from '../../../lib/stages/machines/types.ts';
import { type Machine, STAGES, type Stage } from '../../../lib/stages/types.ts';

const SPECS: [Machine, MachineSpec][] = [
  ['order', ORDER],
  ['refundOnly', REFUND_ONLY],
  ['returnRefund', RETURN_REFUND],
  ['returnRefund', UNKNOWN_REQUEST],
  ['exchange', EXCHANGE],
  ['exchange', RESEND],
  ['repair', REPAIR],
  ['complaint', COMPLAINT],
  ['intervention', INTERVENTION],
  ['12315', AUTHORITY_COMPLAINT],
  ['report', REPORT],
  ['court', COURT],
];

/** The step that is now, or the last one when all are done. */
function nowOf(machine: Machine, stage: Stage): string {
  const steps = stepsOf({ machine, stage });
  const now = steps.find(({ state }) => state === 'now');
  return now?.key ?? `all done, ${steps.at(-1)?.key}`;
}

describe('the stepper', () => {
  it.each<[Machine, Stage, string]>([
    ['order', 'UNPAID', 'paid'],
    ['order', 'PAID', 'shipped'],
    ['order', 'SHIPPED', 'received'],
    ['order', 'SUCCESS', 'all done, finished'],
    ['order', 'EXPIRED_PLATFORM', 'all done, finished'],
    ['refundOnly', 'WAIT_SELLER_AGREE', 'sellerAnswers'],
    ['refundOnly', 'SUCCESS', 'all done, result'],
    ['refundOnly', 'CLOSED', 'all done, result'],
    ['returnRefund', 'WAIT_SELLER_AGREE', 'sellerAnswers'],
    ['returnRefund', 'WAIT_BUYER_RETURN_GOODS', 'buyerReturns'],
    ['returnRefund', 'WAIT_SELLER_CONFIRM_GOODS', 'sellerConfirms'],
    ['exchange', 'EX_WAIT_SELLER_AGREE', 'sellerAnswers'],
    ['exchange', 'EX_WAIT_BUYER_SEND', 'buyerReturns'],
    ['exchange', 'EX_WAIT_SELLER_RESHIP', 'sellerConfirms'],
    ['exchange', 'EX_DONE', 'all done, result'],
    ['complaint', 'CP_WAIT_SELLER', 'sellerAnswers'],
    ['complaint', 'CP_PLATFORM', 'platform'],
    ['complaint', 'CP_UPHELD', 'all done, result'],
    ['intervention', 'INTERVENTION', 'platform'],
    ['intervention', 'EVIDENCE', 'platform'],
    ['intervention', 'APPEAL_REVIEW', 'platform'],
    ['intervention', 'SUPPORT_BUYER', 'all done, result'],
    ['12315', 'RECEIVED', 'authority'],
    ['12315', 'MEDIATION', 'authority'],
    ['12315', 'TERMINATED', 'all done, result'],
    ['report', 'REPORT_RECEIVED', 'authority'],
    ['court', 'REGISTERED', 'court'],
    ['court', 'FINAL', 'all done, result'],
    ['exchange', 'EX_WAIT_BUYER_CONFIRM', 'result'],
  ])('%s %s stands at: %s', (machine, stage, expected) => {
    expect(nowOf(machine, stage)).toBe(expected);
  });

  it.each(['refundOnly', 'returnRefund', 'exchange'] as const)(
    'leads from a refusal in %s to the platform',
    (machine) => {
      const keys = stepsOf({ machine, stage: 'SELLER_REFUSE_BUYER' }).map(({ key }) => key);
      expect(keys).toContain('platform');
      expect(nowOf(machine, 'SELLER_REFUSE_BUYER')).toBe('buyerAnswers');
    },
  );

  it('has something to wait for as long as somebody has to act, and nothing once there is a result', () => {
    for (const [machine, { stages }] of SPECS) {
      for (const [stage, { kind, owner }] of Object.entries(stages) as [
        Stage,
        NonNullable<MachineSpec['stages'][Stage]>,
      ][]) {
        const isOpen = kind === 'open' && owner !== 'none' && !(machine === 'order' && stage === 'SUCCESS');
        const waits = stepsOf({ machine, stage }).some(({ state }) => state === 'now');
        expect(waits, `${machine} ${stage}`).toBe(isOpen);
      }
    }
  });

  it('has for every machine and stage what is done before what is not, and no step twice', () => {
    for (const [machine] of SPECS) {
      for (const stage of STAGES) {
        const steps = stepsOf({ machine, stage });
        const states = steps.map(({ state }) => state).join(' ');
        expect(states, `${machine} ${stage}`).toMatch(/^(?:done )*(?:done|now)(?: todo)*$/);
        expect(new Set(steps.map(({ key }) => key)).size, `${machine} ${stage}`).toBe(steps.length);
      }
    }
  });
});
