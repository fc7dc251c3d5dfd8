import type { Countdown, PageKind, PageStage } from '../../marketplaces/types.ts';
import { DAY_MS, formatPageTime, type Instant, parseIso } from '../../shared/time.ts';
import { text } from '../text.ts';
import type { CaseInput, Note, PageView } from '../types.ts';

/** The part of a case a page shows. */
export type PageSlot = 'order' | 'refund' | 'complaint';

export interface PageReading {
  slot: PageSlot;
  seenAt: Instant | null;
  /** End of the countdown, null when the page had none that could be read. */
  due: Instant | null;
  /** The countdown's words. */
  words: string;
  stage: PageStage | null;
}

const SLOTS: Partial<Record<PageKind, PageSlot>> = {
  orderList: 'order',
  orderDetail: 'order',
  refundList: 'refund',
  refundDetail: 'refund',
  complaintList: 'complaint',
  complaintDetail: 'complaint',
};

/** What the pages of a case say at `now`, with warnings about those that cannot be used. */
export function readPages(
  { page, morePages = [] }: Pick<CaseInput, 'page' | 'morePages'>,
  now: Instant,
): { pages: PageReading[]; warnings: Note[] } {
  const read = [page, ...morePages].map((view) => readPage(view, now));
  return {
    pages: read.flatMap((one) => (one.page ? [one.page] : [])),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

/** What a page says about deadlines at `now`; null when it says nothing that can be used, with warnings why. */
function readPage(page: PageView | undefined, now: Instant): { page: PageReading | null; warnings: Note[] } {
  if (!page) return { page: null, warnings: [] };
  const slot = SLOTS[page.pageKind];
  if (!slot) return { page: null, warnings: page.countdown ? [WRONG_KIND] : [] };
  const seenAt = page.seenAt === undefined ? null : parseIso(page.seenAt);
  if (seenAt !== null && seenAt > now) return { page: null, warnings: [seenLater(seenAt)] };
  const due = page.countdown ? endOf(page.countdown, seenAt) : null;
  const reading = { slot, seenAt, due, words: page.countdown?.text ?? '', stage: page.stage ?? null };
  return { page: reading, warnings: warningsFor(page, reading, now) };
}

function endOf(countdown: Countdown, seenAt: Instant | null): Instant | null {
  if (countdown.endsAt !== null) return parseIso(countdown.endsAt);
  const remaining = countdown.remainingMs;
  if (remaining === undefined || !Number.isFinite(remaining) || remaining < 0 || seenAt === null) return null;
  return seenAt + remaining;
}

function warningsFor(page: PageView, reading: PageReading, now: Instant): Note[] {
  const warnings: Note[] = [];
  if (page.countdown && reading.due === null) warnings.push(UNREADABLE);
  if (reading.seenAt === null) {
    if (reading.due !== null) warnings.push(NOT_DATED);
  } else if (now - reading.seenAt > DAY_MS) warnings.push(stale(reading.seenAt));
  return warnings;
}

const WRONG_KIND: Note = {
  id: 'page.kind',
  text: text(
    '这个页面上的倒计时没有用来计算：请打开订单详情或退款详情。',
    'The countdown on this page was not used: open the order or refund detail.',
  ),
};

const UNREADABLE: Note = {
  id: 'page.countdown',
  text: text(
    '页面上的倒计时没有读出到期时间，下面是按规则算的；请以页面为准。',
    'The end of the countdown on the page could not be read; the dates follow the rules. The page decides.',
  ),
};

const NOT_DATED: Note = {
  id: 'page.notDated',
  text: text(
    '不知道页面是什么时候看到的，倒计时可能已经变了，请刷新页面核对。',
    'It is not known when the page was seen; its countdown may have changed. Reload the page to check.',
  ),
};

function seenLater(seenAt: Instant): Note {
  return {
    id: 'page.future',
    text: text(
      `页面的查看时间（${formatPageTime(seenAt)}）晚于计算时间，没有采用。`,
      `The page was seen at ${formatPageTime(seenAt)}, after the time of computation, and is not used.`,
    ),
  };
}

function stale(seenAt: Instant): Note {
  return {
    id: 'page.stale',
    text: text(
      `页面是 ${formatPageTime(seenAt)} 看到的，已超过24小时，请刷新页面核对。`,
      `The page was seen at ${formatPageTime(seenAt)}, more than 24 hours ago. Reload it to check.`,
    ),
  };
}
