import { countdownAction, findCountdown } from '../../reading/countdown.ts';
import { findLabelled, type LabelSpec } from '../../reading/labels.ts';
import { type Line, readLines } from '../../reading/lines.ts';
import { isAroundContent, withoutOtherGoods } from '../../reading/main-content.ts';
import { formatIso } from '../../shared/time.ts';
import type { Viewing } from '../adapter.ts';
import type { FactCollector } from '../collector.ts';
import type { Countdown, FactKey, Facts } from '../types.ts';

/** The lines of what a page is about: no navigation, no footer, no recommendations. */
export function contentLines(document: Document, skip: (element: Element) => boolean = () => false): Line[] {
  return withoutOtherGoods(readLines(document, (element) => isAroundContent(element) || skip(element)));
}

/** Offers every label → value pair of the lines. */
export function takeLabels(lines: readonly Line[], specs: readonly LabelSpec<FactKey>[], facts: FactCollector): void {
  for (const { fact, value, text, element } of findLabelled(lines, specs)) {
    if (isShown(element)) facts.offer(fact, value as Facts[FactKey], 'label', text);
  }
}

/** Clocks of coupons and sales are not the clock of the order. */
const OTHER_CLOCK = /优惠|红包|券|秒杀|活动|抢购|促销|直播|满减|领取|会员|抽奖/u;

/**
 * Offers the running clock that the page shows. With several different clocks nobody knows which one counts, so none is
 * offered.
 */
export function takeShownCountdown(lines: readonly Line[], facts: FactCollector, viewing: Viewing): void {
  const found = lines.flatMap((line, index) => {
    const clock = OTHER_CLOCK.test(line.text) ? null : findCountdown(line.text);
    return clock && isShown(line.block) ? [{ clock, index, line }] : [];
  });
  const [first] = found;
  if (!first || found.some(({ clock }) => Math.abs(clock.remainingMs - first.clock.remainingMs) > 60_000)) return;
  const before = lines[first.index - 1]?.text ?? '';
  const action = countdownAction(first.clock.after) || (before.length <= 30 ? before : '');
  facts.offer(
    'countdown',
    toCountdown(first.clock.remainingMs, first.line.text, action, viewing),
    'label',
    first.line.text,
  );
}

function toCountdown(remainingMs: number, text: string, action: string, { at }: Viewing): Countdown {
  const endsAt = at === undefined ? null : formatIso(at + remainingMs);
  return { endsAt, ...(endsAt === null && { remainingMs }), text, action };
}

/**
 * False when the page's style hides an element. Saved pages have no layout, so without `checkVisibility` the computed
 * style of the element and its ancestors decides.
 */
function isShown(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') return element.checkVisibility({ visibilityProperty: true });
  const view = element.ownerDocument.defaultView;
  for (let current: Element | null = element; view && current; current = current.parentElement) {
    if (view.getComputedStyle(current).display === 'none') return false;
  }
  return true;
}
