import { readInstant, readText, readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { FactCollector } from '../collector.ts';
import { readCarrier } from '../common/label-specs.ts';
import { refundTypeOf } from '../common/status.ts';
import type { FactSource, Facts, NegotiationEntry, PageEvent, Party } from '../types.ts';
import { stepOf } from './negotiation-steps.ts';

const PLATFORM = /^(?:淘宝|天猫|平台)?(?:客服|小二|平台|系统)/u;
/** How the platform words what a side did; free text that merely starts with 买家 or 商家 goes on differently. */
const DONE_BY: readonly [RegExp, Party][] = [
  [PLATFORM, 'platform'],
  [/^(?:卖家|商家)(?=[（(已拒同确申要修撤退寄超上发留]|$)/u, 'seller'],
  [/^买家(?=[（(已申创发提撤修要退寄上确超留]|$)/u, 'buyer'],
];

/** Who wrote an entry of the negotiation: the identity in the data, else how its text or its author's name starts. */
export function partyOf(text: string, identity: string | null = null, name = ''): Party {
  if (identity === 'buyer') return 'buyer';
  const isPlatform = PLATFORM.test(name) || PLATFORM.test(text.trim());
  if (isPlatform || (identity && /xiaoer|service|system|platform|kefu|^cs$/iu.test(identity))) return 'platform';
  if (identity === 'user' || identity === 'seller') return OPENED.test(text) ? 'buyer' : 'seller';
  return DONE_BY.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? 'unknown';
}

const REQUEST = (verbs: string) =>
  new RegExp(
    `^买家[（(][^）)]*[）)]于\\s*(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*(?:${verbs})了?.{0,6}申请`,
    'u',
  );
const OPENED = REQUEST('创建|发起|提交');
const REQUESTED = REQUEST('创建|发起|提交|修改');

/** Oldest first, whichever way the page shows them: by their times, else by where the opening entry stands. */
export function oldestFirst(entries: readonly NegotiationEntry[]): NegotiationEntry[] {
  const times = entries.flatMap(({ at }) => at ?? []);
  const [first = '', last = ''] = [times[0], times.at(-1)];
  const opensOnTop = OPENED.test(entries[0]?.text ?? '') && !OPENED.test(entries.at(-1)?.text ?? '');
  const isOldestFirst = first === last ? opensOnTop : first < last;
  const ordered = isOldestFirst ? [...entries] : entries.toReversed();
  return times.length < entries.length
    ? ordered
    : ordered.sort((a, b) => Number((a.at ?? '') > (b.at ?? '')) - Number((a.at ?? '') < (b.at ?? '')));
}

/** Authors of free text by the nicks that the page names; sellers' sub-accounts have theirs behind a colon. */
export function withParties(
  entries: readonly NegotiationEntry[],
  { sellerNick, buyerNick }: Facts,
): NegotiationEntry[] {
  return entries.map((entry) => {
    if (entry.party !== 'unknown' || !entry.name) return entry;
    if (entry.name === buyerNick) return { ...entry, party: 'buyer' };
    return entry.name.split(/[:：]/u)[0] === sellerNick ? { ...entry, party: 'seller' } : entry;
  });
}

/**
 * Takes what the negotiation itself says: a request carries type, amount and reason, the return entry the return parcel.
 * Rows beside it are better sources, so this counts as sentences.
 * @param entries oldest first.
 */
export function takeNegotiation(entries: readonly NegotiationEntry[], source: FactSource, facts: FactCollector): void {
  facts.offer('negotiation', [...entries], source, `${entries.length}`);
  takeOpening(entries, facts);
  const request = entries.findLast(({ text }) => REQUESTED.test(text));
  if (request) takeRequest(request.text, facts);
  const returned = entries.findLast((entry) => stepOf(entry)?.event === 'return.shipped');
  if (returned) takeReturnParcel(returned.text, facts);
}

/** Takes when the refund was asked for from the platform's sentence `买家(…)于…创建了退款申请`, wherever the page shows it. */
export function takeOpening(texts: readonly { text: string }[], facts: FactCollector): void {
  for (const { text } of texts) facts.take('refundAppliedAt', OPENED.exec(text)?.[1] ?? null, readInstant, 'sentence');
}

/** The last part of a request; it may have several lines. */
const DESCRIPTION = /退款(?:描述|说明)\s*[:：]\s*([\s\S]+?)(?=\n(?:退款|申请|售后|凭证|上传)[^\n:：]{0,6}[:：]|$)/u;

/** The newest request: a modified one replaces the amounts and reasons of the first. */
function takeRequest(text: string, facts: FactCollector): void {
  facts.take('refundType', lineAfter(text, '退款类型|售后类型'), refundTypeOf, 'sentence');
  facts.take('refundAmount', lineAfter(text, '退款金额'), parseYuan, 'sentence');
  facts.take('refundReason', lineAfter(text, '退款原因'), readWords, 'sentence');
  const description = DESCRIPTION.exec(text)?.[1] ?? null;
  facts.take('refundDescription', description, (words) => readText(words), 'sentence');
}

function takeReturnParcel(text: string, facts: FactCollector): void {
  const after = (label: RegExp) => label.exec(text)?.[1] ?? null;
  facts.take('returnCarrier', after(/(?:物流|快递)公司\s*[:：]\s*([^，,；;\n]+)/u), readCarrier, 'sentence');
  facts.take(
    'returnTrackingNo',
    after(/(?:物流|快递|运|退货)单号\s*[:：]\s*([^，,；;\s]+)/u),
    readTrackingNo,
    'sentence',
  );
}

function lineAfter(text: string, label: string): string | null {
  return new RegExp(`(?:${label})\\s*[:：]\\s*([^\\n]+)`, 'u').exec(text)?.[1]?.trim() ?? null;
}

/** The dated steps of the history, in its order. Entries without a time or a known meaning are left out. */
export function negotiationEvents(entries: readonly NegotiationEntry[]): PageEvent[] {
  return entries.flatMap((entry) => {
    const type = stepOf(entry)?.event;
    return type && entry.at ? [{ type, at: entry.at }] : [];
  });
}
