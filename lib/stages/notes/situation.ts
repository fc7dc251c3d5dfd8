import { DAY_MS, formatPageTime, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { hasPlatformRules, LAW } from '../deadlines/rule-deadline.ts';
import { EVENT_WORDS } from '../event-words.ts';
import { lastOf, type TimedEvent } from '../facts.ts';
import { shippedAfterRequest } from '../machines/conditions.ts';
import type { Picture } from '../picture.ts';
import { type Text, text } from '../text.ts';
import type { Deadline, Note } from '../types.ts';

/** What the reader has to know about how the dates came out. */
export function situationNotes(picture: Picture): Note[] {
  return [
    ...picture.deadlines.filter(({ overdue }) => overdue).map(overdueNote),
    ...(hasPlatformRules(picture.facts)
      ? [...aboutRequest(picture), ...aboutSecondRequest(picture), ...aboutAutoConfirm(picture)]
      : []),
    ...(picture.deadlines.some(({ provisional }) => provisional) ? [PROVISIONAL] : []),
    ...picture.runs.unplaced.filter(({ type }) => type !== '12315.filed').map(unplacedNote),
  ];
}

/** A passed deadline moves nothing by itself: what it led to has to be seen on the page. */
function overdueNote(deadline: Deadline): Note {
  return { id: `overdue.${deadline.id}`, text: overdueText(deadline) };
}

function overdueText({ id, owner, action, due, lastDay, onTimeout, basis }: Deadline): Text {
  const time = lastDay === null ? formatPageTime(due) : `${lastDay} 24:00`;
  const zh = `“${action.zh}”的期限（${basis === 'page' ? '页面' : '推算'}：${time}）已过`;
  const en = `The time for “${action.en}” (${basis === 'page' ? 'page' : 'computed'}: ${time}) is over`;
  if (owner === 'authority' || owner === 'court' || owner === 'platform') {
    return text(`${zh}，还没有结果的记录。${onTimeout.zh}。`, `${en}; no result is on record. ${onTimeout.en}.`);
  }
  if (LAW.test(id)) return text(`${zh}：${onTimeout.zh}。`, `${en}: ${onTimeout.en}.`);
  return text(
    `${zh}，还没有结果的记录。平台很可能已按规则处理：${onTimeout.zh}。请刷新页面核对。`,
    `${en}; no result is on record. The platform has probably acted on it: ${onTimeout.en}. Reload the page to check.`,
  );
}

function aboutRequest({ request, clocks, facts }: Picture): Note[] {
  if (request?.stage !== 'WAIT_SELLER_AGREE') return [];
  if (clocks.get(request)?.basis === 'page') return [];
  const notes: Note[] = [];
  if (request.machine === 'refundOnly' && shippedAfterRequest(request, facts)) notes.push(SHIPPED_AFTER_REQUEST);
  const modified = lastOf(request.events, 'refund.modified');
  if (modified && modified !== request.enteredBy) notes.push(CLOCK_MAY_RESTART);
  return notes;
}

/** Two applications and no end of the first: either that is missing, or one application was read twice. */
function aboutSecondRequest({ runs, request }: Picture): Note[] {
  const before = runs.requests.at(-2);
  return before?.stage === 'WAIT_SELLER_AGREE' && request?.stage === 'WAIT_SELLER_AGREE' ? [APPLIED_AGAIN] : [];
}

function aboutAutoConfirm({ autoConfirm, order, clocks }: Picture): Note[] {
  if (autoConfirm?.state !== 'paused' || !order || clocks.has(order)) return [];
  const left = duration(autoConfirm.remainingMs);
  return [
    {
      id: 'order.autoconfirm.paused',
      text: text(
        `售后处理期间，自动确认收货暂停计时；售后关闭或撤销后，还剩${left.zh}。`,
        `Auto-confirm stands still while the request is open; ${left.en} are left once it is closed or withdrawn.`,
      ),
    },
  ];
}

/** `6天3小时`, cut off to the hour, or to the minute below one hour. */
function duration(ms: number): Text {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (days === 0 && hours === 0) {
    const minutes = Math.floor(ms / MINUTE_MS);
    return text(`${minutes}分钟`, `${minutes} min`);
  }
  return text(`${days > 0 ? `${days}天` : ''}${hours > 0 ? `${hours}小时` : ''}`, `${days} d ${hours} h`);
}

function unplacedNote(event: TimedEvent): Note {
  const time = formatPageTime(event.at);
  return {
    id: 'event.unexpected',
    text: text(
      `“${EVENT_WORDS[event.type].zh}”（${time}）和当时的阶段对不上，没有采用；请检查时间，以及是否漏记了前面的进展。`,
      `“${EVENT_WORDS[event.type].en}” (${time}) does not fit the stage at that time and is not used; check its time, and whether something before it is missing.`,
    ),
  };
}

const PROVISIONAL: Note = {
  id: 'calendar.provisional',
  text: text(
    '有期限跨到放假安排尚未公布的年份，日期是暂定的，公布后会变。',
    'A count reaches a year whose holiday calendar is not published; that date is provisional.',
  ),
};
const SHIPPED_AFTER_REQUEST: Note = {
  id: 'refund.shippedAfterRequest',
  text: text(
    '申请退款后卖家又发了货，原来的24小时不再适用，请看退款页的倒计时；未经同意发货而没收到或拒收的，退款给买家（《淘宝平台争议处理规则》第27条）。',
    'The seller shipped after the request, so the 24 hours no longer apply; see the countdown on the refund page. Goods shipped without consent and not received or refused are refunded (Taobao dispute rules art. 27).',
  ),
};
const APPLIED_AGAIN: Note = {
  id: 'refund.applied.again',
  text: text(
    '记录里有两次申请，却没有前一次怎么结束的记录：这里按后一次计时。如果其实是同一次申请，期限要从前一次算，会更早；请看退款页的倒计时。',
    'Two applications are on record, but not how the first one ended; the later one is counted from. If both are one and the same, the limit runs from the first and ends earlier; see the countdown on the refund page.',
  ),
};
const CLOCK_MAY_RESTART: Note = {
  id: 'refund.modified.clock',
  text: text(
    '申请在卖家答复前修改过，页面可能重新计时；这里仍按较早的时间算，以页面为准。',
    'The request was changed before the answer; the page may count anew. The earlier date is shown, the page decides.',
  ),
};
