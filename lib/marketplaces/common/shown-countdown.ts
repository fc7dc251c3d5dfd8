import { type CountdownText, countdownAction, findCountdowns } from '../../reading/countdown.ts';
import type { Line } from '../../reading/lines.ts';
import { outermost } from '../../reading/value-place.ts';
import { formatIso } from '../../shared/time.ts';
import type { Viewing } from '../adapter.ts';
import type { FactCollector } from '../collector.ts';
import type { Countdown } from '../types.ts';

/** Clocks of coupons, sales and guarantees are not the clock of the order. */
const OTHER_CLOCK =
  /优惠|红包|券|秒杀|活动|抢购|促|直播|满减|领取|会员|抽奖|价保|保价|质保|保修|特价|限时|补贴|预售|开抢|拼团|无理由|结束/u;
/** What an order's or refund's clock runs to. */
const ITS_CLOCK = /确认|付款|支付|发货|收货|处理|退货|寄回|退款|举证|凭证|修改|申请|介入|自动|同意/u;

interface ShownClock {
  clock: CountdownText;
  line: Line;
  before: Line | undefined;
  isSure: boolean;
}

/**
 * Offers the running clock that the page shows. One that says what it runs to beats others; with several different ones
 * nobody knows which one counts, so none is offered.
 */
export function takeShownCountdown(lines: readonly Line[], facts: FactCollector, viewing: Viewing): void {
  const clocks = lines.flatMap((line, index) => clocksOf(line, lines[index - 1], lines[index + 1]));
  const sure = clocks.filter(({ isSure }) => isSure);
  const chosen = sure.length > 0 || facts.values('countdown').length > 0 ? sure : clocks;
  const [first] = chosen;
  const { clock, line } = first ?? {};
  if (!first || !clock || !line) return;
  if (chosen.some((other) => Math.abs(other.clock.remainingMs - clock.remainingMs) > 60_000)) return;
  const action = countdownAction(clock.after) || actionBefore(first);
  facts.offer('countdown', toCountdown(clock.remainingMs, line.text, action, viewing), 'label', line.text);
}

function clocksOf(line: Line, before: Line | undefined, after: Line | undefined): ShownClock[] {
  return findCountdowns(line.text).flatMap((clock) => {
    const around = clock.before + (countdownAction(clock.after) || clock.after.split(/[,;]/u)[0]);
    const isSure = ITS_CLOCK.test(clock.before + clock.after);
    const beside = isSure ? '' : [before, after].map((other) => (isBeside(line, other) ? other?.text : '')).join(' ');
    return OTHER_CLOCK.test(around + beside) ? [] : [{ clock, line, before, isSure }];
  });
}

function isBeside({ block }: Line, other: Line | undefined): boolean {
  return other !== undefined && (outermost(block).parentElement?.contains(other.block) ?? false);
}

/** `请商家处理退货申请` above a bare clock. */
function actionBefore({ line, before }: ShownClock): string {
  const text = before && isBeside(line, before) ? before.text : '';
  return text.length <= 30 && /^(?:请|等待|待|买家|卖家|商家)\D*$/u.test(text) ? text : '';
}

function toCountdown(remainingMs: number, text: string, action: string, { at }: Viewing): Countdown {
  const endsAt = at === undefined ? null : formatIso(at + remainingMs);
  return { endsAt, ...(endsAt === null && { remainingMs }), text, action };
}
