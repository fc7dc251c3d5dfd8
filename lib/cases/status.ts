import type { Facts, PageEvent, PageStage } from '../marketplaces/types.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import {
  type CaseEvent,
  type CaseInput,
  computeStatus,
  type Goods,
  type PageView,
  type Status,
} from '../stages/index.ts';
import { evidenceLimitOf } from './checklist/evidence-limit.ts';
import { countedEntries, isBetween } from './entries/entry-events.ts';
import { clocksOf } from './time/clocks.ts';
import type { Case, PageClock } from './types.ts';

/** What stage a case is in at `now` and what is due, from everything its pages have said and what its evidence has to keep. */
export function statusOf(known: Case, now: Instant): Status {
  const status = computeStatus(stageInput(known), now);
  const limit = evidenceLimitOf(known, now)?.deadline;
  if (!limit) return status;
  return { ...status, deadlines: [...status.deadlines, limit].sort((a, b) => a.due - b.due) };
}

/** The facts of a case in the form the stage machines take: what its pages say, and what the user has noted besides. */
export function stageInput(known: Case): CaseInput {
  const { marketplace, role, facts } = known;
  const said = pageEvents(known);
  const clocks = clocksOf(known);
  const goods = goodsOf(facts, clocks.order?.stage ?? null);
  const [page, ...morePages] = pagesOf(clocks);
  return {
    marketplace,
    role,
    events: [...said, ...countedEntries(known.entries, said)],
    ...(facts.refundType && { refundType: facts.refundType }),
    ...(goods && { goods }),
    ...(page && { page: pageView(page), morePages: morePages.map(pageView) }),
    ...(facts.shipBy && { shipBy: facts.shipBy }),
    ...(facts.paidAmount && { paidAmount: facts.paidAmount }),
    ...(facts.refundAmount && { refundAmount: facts.refundAmount }),
  };
}

/** What the pages of a case say has happened. */
export function pageEvents({ facts, events }: Pick<Case, 'facts' | 'events'>): CaseEvent[] {
  const { complainedAt } = facts;
  const complained = complainedAt ? [{ type: 'complaint.filed' as const, at: complainedAt }] : [];
  return [...orderEvents(facts), ...refundEvents(facts, events), ...complained];
}

const ORDER_EVENTS = [
  ['order.created', 'createdAt'],
  ['order.paid', 'paidAt'],
  ['order.shipped', 'shippedAt'],
  ['order.signed', 'signedAt'],
  ['order.completed', 'completedAt'],
] as const;

function orderEvents(facts: Facts): CaseEvent[] {
  return ORDER_EVENTS.flatMap(([type, fact]) => {
    const at = facts[fact];
    return at ? [{ type, at }] : [];
  });
}

/** The request is dated by its own fact; the history dates it when there is none, and others that a withdrawal parts from it. */
function refundEvents({ refundAppliedAt, refundType }: Facts, events: readonly PageEvent[]): CaseEvent[] {
  const kind = refundType && { refundType };
  const isSame = ({ at }: PageEvent) =>
    refundAppliedAt !== undefined &&
    !events.some((event) => event.type === 'withdrawn' && isBetween(event, { at }, { at: refundAppliedAt }));
  return [
    ...(refundAppliedAt ? [{ type: 'refund.applied' as const, at: refundAppliedAt, ...kind }] : []),
    ...events.flatMap((event): CaseEvent[] => {
      if (event.type !== 'refund.applied') return [event];
      return isSame(event) ? [] : [{ ...event, ...kind }];
    }),
  ];
}

const ARRIVED: readonly (PageStage | null)[] = ['SUCCESS'];
const ON_THE_WAY: readonly (PageStage | null)[] = ['SHIPPED'];
const NOT_SENT: readonly (PageStage | null)[] = ['UNPAID', 'PAID'];

/** Where the goods are, as far as the pages say; undefined when they do not. */
function goodsOf(facts: Facts, orderStage: PageStage | null): Goods | undefined {
  if (facts.signedAt || facts.completedAt || ARRIVED.includes(orderStage)) return 'received';
  if (facts.shippedAt || facts.trackingNo || ON_THE_WAY.includes(orderStage)) return 'shipped';
  return NOT_SENT.includes(orderStage) ? 'unshipped' : undefined;
}

/** A refund's own page comes first; the order's page still has the order's clock. */
function pagesOf({ order, refund }: Case['clocks']): PageClock[] {
  return [refund, order].filter((clock) => clock !== undefined);
}

function pageView({ pageKind, stage, countdown, seenAt }: PageClock): PageView {
  return { pageKind, seenAt: formatIso(seenAt), ...(stage && { stage }), ...(countdown && { countdown }) };
}
