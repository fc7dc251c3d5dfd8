import type { FactKey, Party } from '../../marketplaces/types.ts';
import { truncate } from '../../shared/text.ts';
import { parseIso } from '../../shared/time.ts';
import type { EvidenceItem, TimelineRow } from '../types.ts';
import type { CapturedFacts } from './captured-facts.ts';
import { oneLine } from './statements.ts';

const QUOTE_LENGTH = 160;

const ORDER_ROWS: readonly {
  fact: 'createdAt' | 'paidAt' | 'shippedAt' | 'signedAt' | 'completedAt';
  event: string;
  who: string;
}[] = [
  { fact: 'createdAt', event: '下单', who: '买家' },
  { fact: 'paidAt', event: '付款', who: '买家' },
  { fact: 'shippedAt', event: '发货', who: '卖家' },
  { fact: 'signedAt', event: '包裹签收', who: '物流' },
  { fact: 'completedAt', event: '交易成功', who: '平台' },
];

/**
 * What happened (as the platform shows it), when each piece of evidence was captured (this computer's clock), and what is
 * stated or was seen without proof, in one order of time; rows without a time come last.
 */
export function timelineRows(
  captured: CapturedFacts,
  items: readonly EvidenceItem[],
  unproved: readonly TimelineRow[],
): TimelineRow[] {
  const rows = [
    ...orderRows(captured),
    ...negotiationRows(captured),
    ...chatRows(items),
    ...items.flatMap(recordedRow),
    ...items.map(captureRow),
    ...unproved,
  ];
  return rows.sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY));
}

function orderRows({ facts, refs, isCorrected }: CapturedFacts): TimelineRow[] {
  return ORDER_ROWS.flatMap(({ fact, event, who }) => {
    const at = parseIso(facts[fact] ?? '');
    if (at === null) return [];
    const row = platformRow(at, event, who, orderQuote(facts, fact), refs(fact));
    return [isCorrected(fact) ? { ...row, timeSource: 'user' } : row];
  });
}

function orderQuote(facts: CapturedFacts['facts'], fact: FactKey): string {
  if (fact === 'createdAt') return facts.orderNo ? `订单编号 ${facts.orderNo}` : '';
  if (fact === 'paidAt') return facts.paidAmount ? `实付款 ￥${facts.paidAmount}` : '';
  return fact === 'shippedAt' ? [facts.carrier, facts.trackingNo].filter(Boolean).join(' ') : '';
}

const WHO: Record<Party, string> = { buyer: '买家', seller: '卖家', platform: '平台', unknown: '身份未识别' };

function negotiationRows({ facts, refs }: CapturedFacts): TimelineRow[] {
  return (facts.negotiation ?? []).map(({ at, party, text }) => {
    const [first = '', ...rest] = text.split('\n');
    const quote = truncate(oneLine(rest.join('\n')), QUOTE_LENGTH);
    return platformRow(parseIso(at ?? ''), truncate(first, 60), WHO[party], quote, refs('negotiation'));
  });
}

/** The first and the last message stand for the conversation; all of it is in the evidence book. */
function chatRows(items: readonly EvidenceItem[]): TimelineRow[] {
  return items.flatMap(({ no, messages }) => {
    const ends = messages.length > 1 ? [0, messages.length - 1] : messages.length === 1 ? [0] : [];
    return ends.flatMap((index) => {
      const message = messages[index];
      if (!message) return [];
      const event = index === 0 ? '聊天记录的第一条消息' : '聊天记录的最后一条消息';
      const refs = [{ no, message: index }];
      return [
        platformRow(
          parseIso(message.at ?? ''),
          event,
          WHO[message.party],
          truncate(oneLine(message.text), QUOTE_LENGTH),
          refs,
        ),
      ];
    });
  });
}

function captureRow({ no, name, capturedAt, url, own }: EvidenceItem): TimelineRow {
  return {
    at: capturedAt,
    timeSource: 'capture',
    event: `${own ? '添加' : '采集'}证据：${name}`,
    who: '投诉人',
    quote: url,
    evidence: [{ no }],
  };
}

/** When a file was recorded, as it says itself, apart from when it was added. */
function recordedRow({ no, name, own }: EvidenceItem): TimelineRow[] {
  if (!own?.recordedAt) return [];
  const { at } = own.recordedAt;
  const event = `${own.kind === 'picture' ? '拍摄' : '录制'}：${name}`;
  const quote = truncate(oneLine(own.description), QUOTE_LENGTH);
  return [{ at, timeSource: 'file', event, who: '投诉人', quote, evidence: [{ no }] }];
}

function platformRow(
  at: number | null,
  event: string,
  who: string,
  quote: string,
  evidence: TimelineRow['evidence'],
): TimelineRow {
  return { at, timeSource: 'platform', event, who, quote, evidence };
}
