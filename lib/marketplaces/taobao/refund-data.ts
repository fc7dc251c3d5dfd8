import { dataPairs } from '../../reading/data-pairs.ts';
import { at, isRecord, listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import { formatIso, parsePageTime } from '../../shared/time.ts';
import type { FactCollector } from '../collector.ts';
import type { Item, NegotiationEntry, PageStage } from '../types.ts';
import { REFUND_LABELS } from './labels.ts';
import { partyOf } from './negotiation.ts';
import { takePairs } from './order-data.ts';
import { refundStageOf } from './status.ts';

interface Component {
  tag: string;
  fields: Literal;
}

export interface RefundDataRead {
  /** Oldest first. */
  negotiation: NegotiationEntry[];
  /** The stage of the progress bar. */
  progress: PageStage | null;
  /** The page offers what only a seller can do. */
  isSellers: boolean;
}

/**
 * Takes what an Ultron `disputeData` carries (pages.md 1.4): rows by tag, items, parcels, progress. Accepts the data
 * bare, under `resultData`, or under `data`.
 */
export function takeRefundData(data: Literal, facts: FactCollector): RefundDataRead {
  const components = componentsOf(data);
  const tagged = (pattern: RegExp) => components.filter(({ tag }) => pattern.test(tag));
  const rows = tagged(/^(?:refund|order)DetailRows|^nickRow/u).flatMap(({ fields }) => dataPairs(fields));
  takePairs(rows, REFUND_LABELS, facts);
  takeItems(tagged(/^itemInfo/u), facts);
  takeParcels(components, facts);
  return {
    negotiation: tagged(/^negotiationInfoItem/u)
      .flatMap(({ fields }) => negotiationOf(fields) ?? [])
      .reverse(),
    progress: progressStage(tagged(/^processBar/u)),
    isSellers: tagged(/^seller(?:Refuse|Agree|Confirm|Operat)/u).length > 0,
  };
}

/** Components in the order of the page's structure, so that the history keeps its order. */
function componentsOf(data: Literal): Component[] {
  const root =
    [at(data, 'resultData'), at(data, 'data', 'hierarchy') ? at(data, 'data') : null, data].find(isRecord) ?? null;
  const byId = at(root, 'data');
  if (!isRecord(byId)) return [];
  const structure = at(root, 'hierarchy', 'structure');
  const listed = isRecord(structure) ? Object.values(structure).flatMap((children) => listAt(children)) : [];
  const ids = [...new Set([...listed.map((id) => String(id)), ...Object.keys(byId)])];
  return ids.flatMap((id) => {
    const component = byId[id];
    const tag = textAt(component, 'tag');
    return tag ? [{ tag, fields: at(component, 'fields') }] : [];
  });
}

function takeItems(components: readonly Component[], facts: FactCollector): void {
  const items = components.flatMap(({ fields }): Item[] => {
    const title = readWords(textAt(fields, 'title') ?? '', 200);
    const unitPrice = parseYuan(textAt(fields, 'price') ?? '');
    const quantity = Number(textAt(fields, 'amount'));
    const sku = readWords(textAt(fields, 'skuInfo') ?? '', 200);
    if (!title) return [];
    return [
      {
        title,
        ...(sku && { sku }),
        ...(unitPrice && { unitPrice }),
        ...(Number.isInteger(quantity) && quantity > 0 && { quantity }),
      },
    ];
  });
  facts.offer('items', items, 'inlineData', items.map(({ title }) => title).join('；'));
}

/** `logisticsDetail` is the parcel to the buyer, `logistics` the return. */
function takeParcels(components: readonly Component[], facts: FactCollector): void {
  for (const { tag, fields } of components) {
    if (tag === 'logisticsDetail') {
      facts.take('carrier', textAt(fields, 'companyName'), readWords);
      facts.take('trackingNo', textAt(fields, 'trackingNum'), readTrackingNo);
    } else if (tag === 'logistics') {
      facts.take('returnCarrier', textAt(fields, 'company'), readWords);
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
  const doing = steps.find((step) => textAt(step, 'type') === 'doing');
  if (doing) return STEP_STAGES.find(([pattern]) => pattern.test(textAt(doing, 'title') ?? ''))?.[1] ?? null;
  const last = steps.at(-1);
  return textAt(last, 'type') === 'done' && refundStageOf(textAt(last, 'title') ?? '') === 'SUCCESS' ? 'SUCCESS' : null;
}

function negotiationOf(fields: Literal): NegotiationEntry | null {
  const text = textAt(fields, 'info');
  if (!text) return null;
  const instant = parsePageTime(textAt(fields, 'time') ?? '');
  return {
    at: instant === null ? null : formatIso(instant),
    party: partyOf(text, textAt(fields, 'identity')),
    name: textAt(fields, 'name') ?? '',
    text,
    images: imagesOf(fields),
  };
}

/** Pictures are extra fields whose name is not settled: every image address below the entry counts, but not the avatar. */
function imagesOf(fields: Literal): string[] {
  if (!isRecord(fields)) return [];
  const found = Object.entries(fields).flatMap(([key, value]) => (/^ava/u.test(key) ? [] : addressesIn(value)));
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
