import { dataPairs } from '../../reading/data-pairs.ts';
import { isRecord, listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readInstant, readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { FactCollector } from '../collector.ts';
import { present, quantityOf } from '../common/items.ts';
import { readCarrier } from '../common/label-specs.ts';
import { isSigned } from '../common/parcels.ts';
import { refundStatusOf } from '../common/status.ts';
import type { Item, NegotiationEntry, PageStage } from '../types.ts';
import { REFUND_LABELS } from './labels.ts';
import { partyOf } from './negotiation.ts';
import { takePairs } from './order-data.ts';
import { type Component, type RefundData, rowsOf } from './refund-components.ts';

export interface RefundDataRead {
  /** In the order of the page. */
  negotiation: NegotiationEntry[];
  /** The stage of the progress bar. */
  progress: PageStage | null;
  /** The other side, as the row with its nick says; null when there is none. */
  otherSide: 'buyer' | 'seller' | null;
}

/** Takes the items that a refund is about. */
export function takeRefundItems({ components }: RefundData, facts: FactCollector): void {
  takeItems(
    components.filter(({ tag }) => /^itemInfo/u.test(tag)),
    facts,
  );
}

/** Takes rows by their labels, items, parcels and progress. */
export function takeRefundData(data: RefundData, facts: FactCollector): RefundDataRead {
  const { components } = data;
  const tagged = (pattern: RegExp) => components.filter(({ tag }) => pattern.test(tag));
  takePairs(rowsOf(components), REFUND_LABELS, facts);
  takeRefundItems(data, facts);
  takeParcels(components, facts);
  const otherSide = tagged(/^nickRow/u)
    .flatMap(({ fields }) => dataPairs(fields))
    .map(({ label }) => label);
  return {
    negotiation: tagged(/^negotiationInfoItem/u).flatMap(({ fields }) => negotiationOf(fields) ?? []),
    progress: progressStage(tagged(/^processBar/u)),
    otherSide: otherSide.includes('买家')
      ? 'buyer'
      : otherSide.some((label) => /^(?:卖家|商家)$/u.test(label))
        ? 'seller'
        : null,
  };
}

function takeItems(components: readonly Component[], facts: FactCollector): void {
  const items = components.flatMap(({ fields }): Item[] => {
    const title = readWords(textAt(fields, 'title') ?? '', 200);
    if (!title) return [];
    const sku = readWords(textAt(fields, 'skuInfo') ?? '', 200);
    const unitPrice = parseYuan(textAt(fields, 'price') ?? '');
    return [{ title, ...present({ sku, unitPrice, quantity: quantityOf(textAt(fields, 'amount')) }) }];
  });
  facts.offer('items', items, 'inlineData', items.map(({ title }) => title).join('；'));
}

/** `logisticsDetail` is the parcel to the buyer, `logistics` the return. */
function takeParcels(components: readonly Component[], facts: FactCollector): void {
  for (const { tag, fields } of components) {
    if (tag === 'logisticsDetail') {
      facts.take('carrier', textAt(fields, 'companyName'), readCarrier);
      facts.take('trackingNo', textAt(fields, 'trackingNum'), readTrackingNo);
      const signed = listAt(fields, 'options').find((step) => isSigned(textAt(step, 'process', 'value') ?? ''));
      facts.take('signedAt', textAt(signed, 'time'), readInstant);
    } else if (tag === 'logistics') {
      facts.take('returnCarrier', textAt(fields, 'company'), readCarrier);
      facts.take('returnTrackingNo', textAt(fields, 'trackingNum'), readTrackingNo);
    }
  }
}

const STEP_STAGES: readonly [RegExp, PageStage][] = [
  [/(?:卖家|商家)处理/u, 'WAIT_SELLER_AGREE'],
  [/买家(?:退货|寄回|发货)/u, 'WAIT_BUYER_RETURN_GOODS'],
  [/(?:卖家|商家)确认收货/u, 'WAIT_SELLER_CONFIRM_GOODS'],
  [/介入/u, 'INTERVENTION'],
];

/** The stage of the step that is under way. It does not know whether the seller refused in it. */
function progressStage(components: readonly Component[]): PageStage | null {
  const steps = components.flatMap(({ fields }) => listAt(fields, 'steps'));
  const doing = steps.filter((step) => textAt(step, 'type') === 'doing');
  if (doing.length > 1) return null;
  const title = textAt(doing[0], 'title');
  if (title) return STEP_STAGES.find(([pattern]) => pattern.test(title))?.[1] ?? null;
  const last = steps.at(-1);
  const end = textAt(last, 'type') === 'done' ? refundStatusOf(textAt(last, 'title') ?? '')?.stage : null;
  return end === 'SUCCESS' || end === 'CLOSED' ? end : null;
}

function negotiationOf(fields: Literal): NegotiationEntry | null {
  const text = textAt(fields, 'info');
  if (!text) return null;
  const name = textAt(fields, 'name') ?? '';
  return {
    at: readInstant(textAt(fields, 'time') ?? ''),
    party: partyOf(text, textAt(fields, 'identity'), name),
    name,
    text,
    images: imagesOf(fields),
  };
}

/** Pictures are extra fields whose name is not settled: every image address below the entry counts, but not the avatar. */
function imagesOf(fields: Literal): string[] {
  if (!isRecord(fields)) return [];
  const found = Object.entries(fields).flatMap(([key, value]) => (/^ava|icon/iu.test(key) ? [] : addressesIn(value)));
  return [...new Set(found)];
}

function addressesIn(value: Literal): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (isRecord(value)) return Object.values(value).flatMap(addressesIn);
  const text = textAt(value);
  return text && /^(?:https?:)?\/\/[^\s"'<>]+\.(?:jpe?g|png|webp|gif)/iu.test(text)
    ? [text.replace(/^\/\//u, 'https://')]
    : [];
}
