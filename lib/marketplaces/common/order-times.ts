import type { Line } from '../../reading/lines.ts';
import { readMonthDayAfter } from '../../reading/values.ts';
import { formatIso, HOUR_MS } from '../../shared/time.ts';
import type { Viewing } from '../adapter.ts';
import type { FactCollector } from '../collector.ts';
import type { IsoTime, PageStage } from '../types.ts';

const PROGRESS: readonly (PageStage | undefined)[] = ['UNPAID', 'PAID', 'SHIPPED', 'SUCCESS'];
const NEEDS = { paidAt: 1, shippedAt: 2, completedAt: 3 } as const;
/** Clocks of computers differ a little. */
const TOLERANCE_MS = HOUR_MS;

/**
 * Takes back times that cannot have come yet or cannot mean what their label says: a 付款时间 on an unpaid order or in the
 * future is a limit, and 成交时间 is when the deal was done on some pages and when the order was made on others (old
 * Tmall), so it counts as the end only when it lies behind a step before it.
 */
export function dropImplausibleTimes(facts: FactCollector, viewing: Viewing): void {
  const progress = PROGRESS.indexOf(facts.finish().facts.stage);
  const latest = viewing.at === undefined ? '9' : formatIso(viewing.at + TOLERANCE_MS);
  for (const fact of ['createdAt', 'paidAt', 'shippedAt', 'completedAt', 'signedAt'] as const) {
    const needed = fact in NEEDS ? NEEDS[fact as keyof typeof NEEDS] : 0;
    facts.keep(fact, (time = '') => time <= latest && (progress < 0 || progress >= needed));
  }
  const { createdAt, paidAt, shippedAt } = facts.finish().facts;
  const steps = [createdAt, paidAt, shippedAt].filter((time) => time !== undefined);
  const ends = facts.values('completedAt') as IsoTime[];
  if (!createdAt && paidAt && ends.length === 1 && ends[0] && ends[0] < paidAt) {
    facts.offer('createdAt', ends[0], 'label', ends[0]);
  }
  facts.keep('completedAt', (end = '') => steps.length > 0 && steps.every((step) => step < end));
}

const SHIP_BY = /(\d{1,2}\s*月\s*\d{1,2}\s*日?\s*\d{1,2}[:：]\d{2})\s*(?:之?前|以前)(?:.{0,4}发货)?/u;

/** `11月08日 11:56前发货` has no year; it follows the making of the order. Null for other texts. */
export function readShipBy(text: string, createdAt: IsoTime | undefined): IsoTime | null {
  const time = SHIP_BY.exec(text)?.[1];
  return time ? readMonthDayAfter(time, createdAt) : null;
}

/** Offers the limit for shipping that the page shows. */
export function takeShownShipBy(lines: readonly Line[], facts: FactCollector): void {
  const { createdAt } = facts.finish().facts;
  for (const { text } of lines) {
    if (text.includes('发货') && text.length < 80) facts.offer('shipBy', readShipBy(text, createdAt), 'sentence', text);
  }
}
