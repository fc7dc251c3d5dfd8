import { choiceOf } from '../../cases/entries/entry-choices.ts';
import { timeOfEntry } from '../../cases/entries/entry-time.ts';
import type { Case, Visit } from '../../cases/types.ts';
import { formatPageTime, parseIso } from '../../shared/time.ts';
import { CHANNELS } from '../../stages/rules/channels.ts';
import { ENTRY_WORDS, VISITED_WORDS } from '../documents/entry-words.ts';
import { STAGE_WORDS } from '../documents/fact-words.ts';
import type { BundleEntry, BundleVisit, EvidenceItem, TimelineRow } from '../types.ts';

/** What the complainant states to have happened, oldest first. Nothing in the evidence proves it. */
export function bundleEntries({ entries }: Pick<Case, 'entries'>): BundleEntry[] {
  return entries
    .map((entry): BundleEntry => {
      const { id, event, channel, note, enteredAt } = entry;
      const choice = event && choiceOf(event);
      const name = CHANNELS.find((known) => known.id === channel)?.name.zh;
      const words = choice ? ENTRY_WORDS[choice] : (event?.type ?? '已联系或者提交');
      return {
        id,
        words,
        event,
        at: timeOfEntry(entry),
        ...(name && { channel: name }),
        ...(note && { note }),
        enteredAt,
      };
    })
    .sort((one, other) => one.at.localeCompare(other.at));
}

/** What the pages said at each look that showed something new, oldest first. */
export function bundleVisits(visits: readonly Visit[]): BundleVisit[] {
  return visits.map(({ reading, url, firstSeenAt, lastSeenAt }) => {
    const { refundStatus, orderStatus, complaintStatus, stage, countdown } = reading.facts;
    const isOrder = reading.pageKind === 'orderDetail';
    const status = isOrder ? (orderStatus ?? refundStatus) : (refundStatus ?? complaintStatus ?? orderStatus);
    return {
      page: (reading.pageKind && VISITED_WORDS[reading.pageKind]) ?? '平台页面',
      url,
      firstSeenAt,
      lastSeenAt,
      ...(status && { status }),
      ...(stage && { stage: STAGE_WORDS[stage] }),
      ...(countdown && { countdown }),
    };
  });
}

/** Their rows in the timeline: stated and seen, apart from what was captured. A look that was captured stands there as evidence. */
export function unprovedRows(
  entries: readonly BundleEntry[],
  visits: readonly BundleVisit[],
  items: readonly EvidenceItem[],
): TimelineRow[] {
  const isCaptured = (visit: BundleVisit) =>
    items.some(
      ({ url, capturedAt }) => url === visit.url && capturedAt >= visit.firstSeenAt && capturedAt <= visit.lastSeenAt,
    );
  return [...entries.map(entryRow), ...visits.filter((visit) => !isCaptured(visit)).map(visitRow)];
}

function entryRow({ words, at, channel, note }: BundleEntry): TimelineRow {
  const details = [channel && `途径：${channel}`, note && `说明：${note.replace(/\n+/gu, '；')}`].filter(Boolean);
  return {
    at: parseIso(at),
    timeSource: 'statement',
    event: [`投诉人自述：${words}`, ...details].join('。'),
    who: '投诉人',
    quote: '',
    evidence: [],
  };
}

function visitRow({ page, status, stage, countdown, firstSeenAt }: BundleVisit): TimelineRow {
  const end = parseIso(countdown?.endsAt ?? '');
  const shown = [status ?? stage, countdown?.text || (end !== null && `倒计时到 ${formatPageTime(end)}`)];
  return {
    at: firstSeenAt,
    timeSource: 'visit',
    event: `查看${page}，页面显示如右`,
    who: '投诉人',
    quote: shown.filter(Boolean).join('；'),
    evidence: [],
  };
}
