import type { Marketplace } from '../../marketplaces/types.ts';
import { formatPageTime, type Instant } from '../../shared/time.ts';
import { type CaseFacts, firstAt } from '../facts.ts';
import type { Run } from '../machines/types.ts';
import { text } from '../text.ts';
import type { Deadline, Delivery } from '../types.ts';
import { type AutoConfirm, autoConfirmRule, type Pause, withPauses } from './auto-confirm.ts';
import { pageDeadline, ruleDeadline } from './rule-deadline.ts';
import type { StageClock } from './run-clocks.ts';

/** The clock of an order's stage; `autoConfirm` says how the receipt clock stands when it has one. */
export interface OrderClock {
  clock: StageClock | null;
  autoConfirm: AutoConfirm | null;
}

/** The clock of the order's stage (rules 7.1); `pauses` are those of its requests; nothing is shipped once refunded. */
export function orderClock(order: Run, pauses: readonly Pause[], isRefunded: boolean, facts: CaseFacts): OrderClock {
  switch (order.stage) {
    case 'PAID':
      return { clock: isRefunded ? null : shippingClock(facts), autoConfirm: null };
    case 'SHIPPED':
      return receiptClock(pauses, facts);
    case 'SUCCESS':
      return {
        clock: plainClock('TB.ord.aftersale_window', firstAt(facts.events, 'order.completed'), facts),
        autoConfirm: null,
      };
    default:
      return { clock: null, autoConfirm: null };
  }
}

function plainClock(rule: string, since: Instant | null, facts: CaseFacts): StageClock {
  const use = { rule, machine: 'order', primary: true } as const;
  return { use, deadline: since === null ? null : ruleDeadline({ ...use, since }, facts) };
}

/** A shipping time shown on the page goes before the 48 hours. */
function shippingClock(facts: CaseFacts): StageClock {
  const clock = plainClock('TB.ord.ship', firstAt(facts.events, 'order.paid'), facts);
  if (facts.shipBy === null) return clock;
  const shown = text(
    `页面显示的发货时间：${formatPageTime(facts.shipBy)}前`,
    `shipping time shown on the page: before ${formatPageTime(facts.shipBy)}`,
  );
  return { ...clock, deadline: pageDeadline(clock.use, facts.shipBy, shown, facts) };
}

function receiptClock(pauses: readonly Pause[], facts: CaseFacts): OrderClock {
  const { rule, variant } = autoConfirmRule(facts.delivery);
  const since = firstAt(facts.events, 'order.shipped');
  const use = { rule, variant, machine: 'order', primary: true } as const;
  const undisturbed = since === null ? null : ruleDeadline({ ...use, since }, facts);
  if (!undisturbed || since === null) return { clock: { use, deadline: null }, autoConfirm: null };
  const autoConfirm = withPauses(undisturbed.due, pauses);
  if (autoConfirm.state !== 'running') return { clock: { use, deadline: null }, autoConfirm };
  const { due, isInferred } = autoConfirm;
  const marked = isInferred ? ruleDeadline({ ...use, since, estimate: true }, facts) : undisturbed;
  const deadline = marked && { ...marked, due, overdueAfter: due, overdue: facts.now >= due };
  return { clock: { use, deadline }, autoConfirm };
}

/** What runs beside the order's own clock: late and fake shipping, the seven-day return, reviews and complaints. */
export function orderDeadlinesBeside(order: Run, clock: Deadline | null, facts: CaseFacts): Deadline[] {
  const windows = [
    lackOfGoods(order, clock, facts),
    windowAfterReceipt(order, clock, facts),
    pickUpRecord(order, facts),
    sevenDayReturn(order, facts),
    ...afterSuccess(order, facts),
    lateShippingComplaint(order, facts),
  ];
  return windows.filter((deadline) => deadline !== null);
}

function beside(rule: string, since: Instant | null, facts: CaseFacts): Deadline | null {
  return since === null ? null : ruleDeadline({ rule, machine: 'order', since, primary: false }, facts);
}

/** Rights that have lapsed, and checks whose result no event records, are not shown any more. */
function whileRunning(deadline: Deadline | null, facts: CaseFacts): Deadline | null {
  return deadline && deadline.due > facts.now ? deadline : null;
}

function lackOfGoods(order: Run, clock: Deadline | null, facts: CaseFacts): Deadline | null {
  return order.stage === 'PAID' && clock?.overdue ? beside('TB.ord.oos', clock.due, facts) : null;
}

/** Receipt has probably been confirmed by the system, so the time for after-sales is probably running. */
function windowAfterReceipt(order: Run, clock: Deadline | null, facts: CaseFacts): Deadline | null {
  if (order.stage !== 'SHIPPED' || !clock?.overdue) return null;
  const use = { rule: 'TB.ord.aftersale_window', machine: 'order', primary: false, estimate: true } as const;
  return ruleDeadline({ ...use, since: clock.due }, facts);
}

/** What is delivered without a parcel has no record of being picked up. */
const WITHOUT_PARCEL: readonly Delivery[] = ['virtual', 'autoDelivery', 'autoRecharge'];

function pickUpRecord(order: Run, facts: CaseFacts): Deadline | null {
  const isMoving = firstAt(facts.events, 'order.signed') !== null;
  if (order.stage !== 'SHIPPED' || isMoving || WITHOUT_PARCEL.includes(facts.delivery)) return null;
  return whileRunning(beside('TB.ord.fake', firstAt(facts.events, 'order.shipped'), facts), facts);
}

/** Where buyers often buy for a business, or sellers often are no business: the consumer's return is not taken for granted. */
const NOT_ALWAYS_CONSUMERS: readonly (Marketplace | null)[] = ['1688', 'xianyu'];

function sevenDayReturn(order: Run, facts: CaseFacts): Deadline | null {
  if (order.stage === 'CLOSED' || facts.sevenDayReturn === false) return null;
  if (facts.sevenDayReturn === null && NOT_ALWAYS_CONSUMERS.includes(facts.marketplace)) return null;
  const signed = firstAt(facts.events, 'order.signed');
  return whileRunning(beside('TB.ord.7d', signed, facts) ?? beside('LW.7d.notice', signed, facts), facts);
}

function afterSuccess(order: Run, facts: CaseFacts): (Deadline | null)[] {
  if (order.stage !== 'SUCCESS' || facts.role === 'seller') return [];
  const completed = firstAt(facts.events, 'order.completed');
  const isComplaining = firstAt(facts.events, 'complaint.filed') !== null;
  return [
    isComplaining ? null : whileRunning(beside('CP.description', completed, facts), facts),
    whileRunning(beside('TB.ord.review_window', completed, facts), facts),
  ];
}

/** After a trade was closed the buyer can still complain that shipping was late. */
function lateShippingComplaint(order: Run, facts: CaseFacts): Deadline | null {
  if (order.stage !== 'CLOSED' || facts.role === 'seller' || firstAt(facts.events, 'complaint.filed') !== null)
    return null;
  const promised = shippingClock(facts).deadline;
  const end = firstAt(facts.events, 'order.shipped') ?? order.enteredAt;
  if (!promised || end === null || end <= promised.due) return null;
  return whileRunning(beside('CP.delivery', order.enteredAt, facts), facts);
}
