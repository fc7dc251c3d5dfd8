import { type DataPair, dataPairs, stripMarkup } from '../../reading/data-pairs.ts';
import { at, isRecord, listAt, textAt } from '../../reading/inline-data.ts';
import type { LabelSpec } from '../../reading/labels.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId, readInstant, readMonthDayAfter, readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { Viewing } from '../adapter.ts';
import type { FactCollector } from '../collector.ts';
import type { FactKey, Facts, Item } from '../types.ts';
import { countdownFromSeconds, countdownToInstant, sentenceOf } from './countdown-data.ts';
import { ORDER_DETAIL_LABELS, TMALL_ORDER_LABELS } from './labels.ts';
import { itemIdOfAddress } from './links.ts';
import { orderStageOfCode, orderStatusOf } from './status.ts';

/** Offers every pair whose label is in the table; the data uses the same words as the page's labels. */
export function takePairs(
  pairs: readonly DataPair[],
  specs: readonly LabelSpec<FactKey>[],
  facts: FactCollector,
): void {
  for (const { label, value } of pairs) {
    const spec = specs.find(({ labels }) => labels.includes(label));
    if (spec) facts.take(spec.fact, value, (text) => spec.read(text) as Facts[FactKey] | null);
  }
}

/** The old Taobao order detail: `var data = JSON.parse('…')` with `mainOrder` (pages.md 1.3). */
export function takeOldOrder(data: Literal, facts: FactCollector, viewing: Viewing): void {
  const order = at(data, 'mainOrder');
  if (!isRecord(order)) return;
  const pairs = [at(order, 'orderInfo'), at(order, 'payInfo')].flatMap((part) => dataPairs(part));
  takePairs(pairs, ORDER_DETAIL_LABELS, facts);
  facts.take('orderNo', textAt(order, 'id'), readId);
  takeStatus(textAt(order, 'statusInfo', 'text'), textAt(order, 'tradeStatus'), facts);
  takeSteps(listAt(data, 'orderBar', 'nodes'), facts);
  takeParties(data, order, facts);
  takeItems(listAt(order, 'subOrders'), facts);
  const createdAt = readInstant(pairs.find(({ label }) => label === '创建时间')?.value ?? '');
  takeShipBy(order, createdAt ?? undefined, facts);
  takeGuideCountdown(data, facts, viewing);
}

/** The old Tmall order detail: `var detailData = {…}` (pages.md 1.3). */
export function takeTmallOrder(data: Literal, facts: FactCollector): void {
  takePairs(dataPairs(at(data, 'basic')), TMALL_ORDER_LABELS, facts);
  takePairs(dataPairs(at(data, 'amount')), TMALL_ORDER_LABELS, facts);
  takeSteps(listAt(data, 'stepbar', 'options'), facts);
  const status = textAt(data, 'overStatus', 'status', 'content', 0, 'text');
  takeStatus(status && stripMarkup(status), textAt(data, 'tradeStatus'), facts);
  const orders = listAt(data, 'orders', 'list');
  const parcel = orders.flatMap((order) => listAt(order, 'logistic', 'content'))[0];
  facts.take('carrier', textAt(parcel, 'companyName'), readWords);
  facts.take('trackingNo', textAt(parcel, 'mailNo'), readTrackingNo);
  takeItems(
    orders.flatMap((order) => listAt(order, 'status')).flatMap((part) => listAt(part, 'subOrders')),
    facts,
  );
  takePromptCountdown(data, facts);
}

function takeStatus(words: string | null, code: string | null, facts: FactCollector): void {
  facts.take('orderStatus', words, (text) => orderStatusOf(text)?.status ?? null);
  facts.take('stage', code ?? words, () => orderStageOfCode(code) ?? orderStatusOf(words ?? '')?.stage ?? null);
}

const STEP_FACTS: readonly [RegExp, 'createdAt' | 'paidAt' | 'shippedAt' | 'completedAt'][] = [
  [/拍下/u, 'createdAt'],
  [/付款/u, 'paidAt'],
  [/发货/u, 'shippedAt'],
  [/确认收货/u, 'completedAt'],
];

/** The progress bar carries a date for each step that is done: `{text, date}` on Taobao, `{content, time}` on Tmall. */
function takeSteps(steps: readonly Literal[], facts: FactCollector): void {
  for (const step of steps) {
    const name = textAt(step, 'text') ?? textAt(step, 'content') ?? '';
    const fact = STEP_FACTS.find(([pattern]) => pattern.test(name))?.[1];
    if (fact) facts.take(fact, textAt(step, 'date') ?? textAt(step, 'time'), readInstant);
  }
}

function takeParties(data: Literal, order: Literal, facts: FactCollector): void {
  const delivery = at(data, 'deliveryInfo');
  facts.take('carrier', textAt(delivery, 'logisticsName'), readWords);
  facts.take('trackingNo', textAt(delivery, 'logisticsNum'), readTrackingNo);
  facts.take('sellerNick', textAt(order, 'seller', 'nick') ?? textAt(delivery, 'sellerNick'), readWords);
  facts.take('shopName', textAt(order, 'seller', 'shopName'), readWords);
}

function takeItems(subOrders: readonly Literal[], facts: FactCollector): void {
  const items = subOrders.map(itemOf).filter(({ title }) => title);
  const numbers = items.flatMap(({ subOrderNo }) => subOrderNo ?? []);
  facts.offer('items', items, 'inlineData', items.map(({ title }) => title).join('；'));
  facts.offer('subOrderNos', numbers, 'inlineData', numbers.join(' '));
}

function itemOf(sub: Literal): Item {
  const sku = dataPairs(at(sub, 'itemInfo', 'skuText')).map(({ label, value }) => `${label}：${value}`);
  const quantity = Number(textAt(sub, 'quantity'));
  const subOrderNo = readId(textAt(sub, 'idStr') ?? textAt(sub, 'id') ?? '');
  const unitPrice = parseYuan(textAt(sub, 'priceInfo') ?? textAt(sub, 'priceInfo', 0, 'text') ?? '');
  const itemId = ['auctionUrl', 'itemUrl'].map((key) => itemIdOfAddress(textAt(sub, 'itemInfo', key))).find(Boolean);
  const status = textAt(sub, 'tradeStatus', 0, 'content', 0, 'value');
  return {
    title: readWords(textAt(sub, 'itemInfo', 'title') ?? '', 200) ?? '',
    ...(sku.length > 0 && { sku: sku.join('；') }),
    ...(unitPrice && { unitPrice }),
    ...(Number.isInteger(quantity) && quantity > 0 && { quantity }),
    ...(subOrderNo && { subOrderNo }),
    ...(itemId && { itemId }),
    ...(status && { status }),
  };
}

/** `11月08日 11:56前发货` has no year; it follows the creation of the order. */
function takeShipBy(order: Literal, createdAt: string | undefined, facts: FactCollector): void {
  for (const extra of listAt(order, 'subOrders', 0, 'itemInfo', 'extra')) {
    if (!/发货时间/u.test(textAt(extra, 'name') ?? '')) continue;
    facts.take('shipBy', textAt(extra, 'value'), (text) => readMonthDayAfter(text, createdAt));
  }
}

/** `您还有 {countdown} 来完成宝贝…的"确认收货"操作。` The seconds count from when the page was loaded. */
function takeGuideCountdown(data: Literal, facts: FactCollector, viewing: Viewing): void {
  for (const line of listAt(data, 'operationsGuide').flatMap((group) => listAt(group, 'lines'))) {
    const cells = listAt(line, 'content');
    const index = cells.findIndex((cell) => textAt(cell, 'type') === 'countdown');
    const seconds = Number(textAt(cells[index], 'value', 'countDown') ?? Number.NaN);
    if (!(seconds >= 0)) continue;
    const sentence = sentenceOf(cells, index, seconds);
    facts.offer('countdown', countdownFromSeconds(seconds, sentence, viewing), 'inlineData', sentence.text);
    return;
  }
}

/** `overStatus.prompt[]` names the instant itself (`targetTime`, epoch ms) between `preText` and `afterText`. */
function takePromptCountdown(data: Literal, facts: FactCollector): void {
  for (const prompt of listAt(data, 'overStatus', 'prompt').flatMap((entry) => [entry, ...listAt(entry, 'content')])) {
    const target = Number(textAt(prompt, 'targetTime') ?? Number.NaN);
    if (!(target > 1e12 && target < 1e13)) continue;
    const after = textAt(prompt, 'afterText') ?? '';
    const text = `${textAt(prompt, 'preText') ?? ''}${after}`;
    facts.offer('countdown', countdownToInstant(target, { text, after }), 'inlineData', text);
    return;
  }
}
