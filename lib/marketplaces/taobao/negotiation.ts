import { readInstant, readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { FactCollector } from '../collector.ts';
import type { NegotiationEntry, PageEvent, PageStage, Party } from '../types.ts';
import { refundTypeOf } from './status.ts';

const PARTY_WORDS: readonly [RegExp, Party][] = [
  [/^(?:淘宝|天猫|平台)?(?:客服|小二|平台|系统)/u, 'platform'],
  [/^(?:卖家|商家)/u, 'seller'],
  [/^买家/u, 'buyer'],
];

/** Who wrote an entry of the negotiation: the identity in the data, else the first word of the text. */
export function partyOf(text: string, identity: string | null = null): Party {
  if (identity === 'buyer') return 'buyer';
  if (identity && /xiaoer|system|platform|cs/iu.test(identity)) return 'platform';
  const byWords = PARTY_WORDS.find(([pattern]) => pattern.test(text.trim()))?.[1];
  if (byWords) return byWords;
  return identity === 'user' || identity === 'seller' ? 'seller' : 'unknown';
}

const OPENED =
  /买家[（(][^）)]*[）)]于\s*(\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?)\s*(?:创建|发起|提交)了?.{0,6}申请/u;

/**
 * Takes what the negotiation itself says: the opening entry carries type, amount, reason and time of the request, the
 * return entry the return parcel. Rows beside it are better sources, so this counts as sentences.
 * @param entries oldest first.
 */
export function takeNegotiation(entries: readonly NegotiationEntry[], facts: FactCollector): void {
  facts.offer('negotiation', [...entries], 'element', `${entries.length}`);
  const opener = entries.find(({ text }) => OPENED.test(text));
  if (opener) takeOpener(opener.text, facts);
  const returned = entries.findLast(({ text }) => /买家已?退货|退货物流/u.test(text));
  if (returned) takeReturnParcel(returned.text, facts);
}

function takeOpener(text: string, facts: FactCollector): void {
  facts.take('refundAppliedAt', OPENED.exec(text)?.[1] ?? null, readInstant, 'sentence');
  facts.take('refundType', lineAfter(text, '退款类型|售后类型'), refundTypeOf, 'sentence');
  facts.take('refundAmount', lineAfter(text, '退款金额'), parseYuan, 'sentence');
  facts.take('refundReason', lineAfter(text, '退款原因'), readWords, 'sentence');
  facts.take('refundDescription', lineAfter(text, '退款(?:描述|说明)'), readWords, 'sentence');
}

function takeReturnParcel(text: string, facts: FactCollector): void {
  facts.take(
    'returnCarrier',
    /(?:物流|快递)公司\s*[:：]\s*([^，,；;\n]+)/u.exec(text)?.[1] ?? null,
    readWords,
    'sentence',
  );
  const code = /(?:物流|快递|运|退货)单号\s*[:：]\s*([^，,；;\s]+)/u.exec(text)?.[1] ?? null;
  facts.take('returnTrackingNo', code, readTrackingNo, 'sentence');
}

function lineAfter(text: string, label: string): string | null {
  return new RegExp(`(?:${label})\\s*[:：]\\s*([^\\n]+)`, 'u').exec(text)?.[1]?.trim() ?? null;
}

interface Step {
  words: RegExp;
  stage: PageStage;
  event?: PageEvent['type'];
}

/** What an entry of the history did, by its first words. */
const STEPS: readonly Step[] = [
  { words: /^(?:卖家|商家)(?:已)?拒绝/u, stage: 'SELLER_REFUSE_BUYER', event: 'refund.refused' },
  {
    words: /^(?:卖家|商家)(?:已)?(?:同意退货|确认收货地址|同意.{0,6}退货)/u,
    stage: 'WAIT_BUYER_RETURN_GOODS',
    event: 'refund.agreed',
  },
  { words: /^买家(?:已)?(?:退货|寄回)/u, stage: 'WAIT_SELLER_CONFIRM_GOODS', event: 'return.shipped' },
  { words: /^买家.{0,60}修改了?.{0,6}申请/u, stage: 'WAIT_SELLER_AGREE', event: 'refund.modified' },
  { words: /^买家.{0,60}(?:创建|发起|提交)了?.{0,6}申请/u, stage: 'WAIT_SELLER_AGREE', event: 'refund.applied' },
  { words: /^(?:买家)?.{0,30}(?:撤销|关闭)了?.{0,6}申请/u, stage: 'CLOSED', event: 'withdrawn' },
  {
    words: /要求.{0,4}(?:客服|平台)介入|(?:客服|平台)(?:已)?介入/u,
    stage: 'INTERVENTION',
    event: 'intervention.requested',
  },
  { words: /^(?:退款成功|系统.{0,10}退款成功)/u, stage: 'SUCCESS' },
];

function stepOf({ text }: NegotiationEntry): Step | undefined {
  return STEPS.find(({ words }) => words.test(text.trim()));
}

/** The stage that the newest entry with a known meaning leads to; null when none has one. */
export function stageAfter(entries: readonly NegotiationEntry[]): PageStage | null {
  return entries.map(stepOf).findLast((step) => step !== undefined)?.stage ?? null;
}

/** The dated steps of the history, in its order. Entries without a time or a known meaning are left out. */
export function negotiationEvents(entries: readonly NegotiationEntry[]): PageEvent[] {
  return entries.flatMap((entry) => {
    const type = stepOf(entry)?.event;
    return type && entry.at ? [{ type, at: entry.at }] : [];
  });
}
