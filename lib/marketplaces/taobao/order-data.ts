import { type DataPair, dataPairs, stripMarkup } from '../../reading/data-pairs.ts';
import { at, isRecord, listAt, textAt } from '../../reading/inline-data.ts';
import type { LabelTable } from '../../reading/label-table.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId, readInstant, readTrackingNo, readWords } from '../../reading/values.ts';
import type { Viewing } from '../adapter.ts';
import type { FactCollector } from '../collector.ts';
import { readCarrier } from '../common/label-specs.ts';
import { readShipBy } from '../common/order-times.ts';
import { orderStageOfCode, orderStatusOf } from '../common/status.ts';
import type { FactKey, Facts } from '../types.ts';
import { countdownFromSeconds, countdownToInstant, sentenceOf } from './countdown-data.ts';
import { takeItems } from './data-items.ts';
import { ORDER_LABELS, ORDER_NUMBER } from './labels.ts';

/** Offers every pair whose label is in the table; the data uses the same words as the page's labels. */
export function takePairs(pairs: readonly DataPair[], table: LabelTable<FactKey>, facts: FactCollector): void {
  for (const { label, value } of pairs) {
    const spec = table.specOf(label);
    if (spec) facts.take(spec.fact, value, (text) => spec.read(text) as Facts[FactKey] | null);
  }
}

/** The numbers that the old Taobao order data is about, main order and items; null for data of another kind. */
export function numbersOfOldOrder(data: Literal): string[] | null {
  const order = at(data, 'mainOrder');
  if (!isRecord(order)) return null;
  const items = listAt(order, 'subOrders').map((sub) => textAt(sub, 'idStr') ?? textAt(sub, 'id'));
  return [textAt(order, 'id'), ...pairedNumbers(at(order, 'orderInfo')), ...items].filter((number) => number !== null);
}

/** The number that the old Tmall order data is about; null for data of another kind. */
export function numbersOfTmallOrder(data: Literal): string[] | null {
  return isRecord(at(data, 'basic')) || isRecord(at(data, 'overStatus')) ? pairedNumbers(at(data, 'basic')) : null;
}

function pairedNumbers(data: Literal): string[] {
  return dataPairs(data).flatMap(({ label, value }) => (ORDER_NUMBER.specOf(label) ? (readId(value) ?? []) : []));
}

/** The old Taobao order detail: `var data = JSON.parse('…')` with `mainOrder` (docs/marketplaces.md). */
export function takeOldOrder(data: Literal, facts: FactCollector, viewing: Viewing): void {
  const order = at(data, 'mainOrder');
  const pairs = [at(order, 'orderInfo'), at(order, 'payInfo')].flatMap((part) => dataPairs(part));
  takePairs(pairs, ORDER_LABELS, facts);
  facts.take('orderNo', textAt(order, 'id'), readId);
  takeStatus(textAt(order, 'statusInfo', 'text'), textAt(order, 'tradeStatus'), facts);
  takeSteps(listAt(data, 'orderBar', 'nodes'), facts);
  takeParties(data, order, facts);
  const subOrders = listAt(order, 'subOrders');
  takeItems(subOrders, facts);
  takeShipBy(subOrders, facts);
  takeGuideCountdown(data, facts, viewing);
}

/** The old Tmall order detail: `var detailData = {…}` (docs/marketplaces.md). */
export function takeTmallOrder(data: Literal, facts: FactCollector, viewing: Viewing): void {
  takePairs(
    [at(data, 'basic'), at(data, 'amount')].flatMap((part) => dataPairs(part)),
    ORDER_LABELS,
    facts,
  );
  takeSteps(listAt(data, 'stepbar', 'options'), facts);
  const status = textAt(data, 'overStatus', 'status', 'content', 0, 'text');
  takeStatus(status && stripMarkup(status), textAt(data, 'tradeStatus'), facts);
  const orders = listAt(data, 'orders', 'list');
  for (const parcel of orders.flatMap((order) => listAt(order, 'logistic', 'content'))) {
    facts.take('carrier', textAt(parcel, 'companyName'), readCarrier);
    facts.take('trackingNo', textAt(parcel, 'mailNo'), readTrackingNo);
  }
  takeItems(orders.flatMap((order) => listAt(order, 'status')).flatMap(itemsWithStatus), facts);
  takePromptCountdown(data, facts, viewing);
}

/** Tmall says the status once for a group of items. */
function itemsWithStatus(group: Literal): Literal[] {
  const tradeStatus = [{ content: listAt(group, 'statusInfo') }];
  return listAt(group, 'subOrders').map((sub) => (isRecord(sub) ? { tradeStatus, ...sub } : sub));
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
  facts.take('carrier', textAt(delivery, 'logisticsName'), readCarrier);
  facts.take('trackingNo', textAt(delivery, 'logisticsNum'), readTrackingNo);
  facts.take('sellerNick', textAt(order, 'seller', 'nick') ?? textAt(delivery, 'sellerNick'), readWords);
  facts.take('buyerNick', textAt(order, 'buyer', 'nick'), readWords);
  facts.take('shopName', textAt(order, 'seller', 'shopName'), readWords);
}

/** Each item carries the limit for shipping among its remarks. */
function takeShipBy(subOrders: readonly Literal[], facts: FactCollector): void {
  const { createdAt } = facts.finish().facts;
  for (const extra of subOrders.flatMap((sub) => listAt(sub, 'itemInfo', 'extra'))) {
    if (!/发货/u.test(textAt(extra, 'name') ?? '')) continue;
    facts.take('shipBy', textAt(extra, 'value'), (text) => readShipBy(text, createdAt));
  }
}

/** `您还有 {countdown} 来完成宝贝…的"确认收货"操作。` The seconds count from when the page was loaded. */
function takeGuideCountdown(data: Literal, facts: FactCollector, viewing: Viewing): void {
  for (const line of listAt(data, 'operationsGuide').flatMap((group) => listAt(group, 'lines'))) {
    const cells = listAt(line, 'content');
    const index = cells.findIndex((cell) => textAt(cell, 'type') === 'countdown');
    const seconds = secondsOf(at(cells[index], 'value'));
    if (!(seconds > 0)) continue;
    const sentence = sentenceOf(cells, index, seconds);
    facts.offer('countdown', countdownFromSeconds(seconds, sentence, viewing), 'inlineData', sentence.text);
    return;
  }
}

/** `{day, hour, minute, second, countDown}`, where `countDown` is the whole in seconds and may be absent. */
function secondsOf(clock: Literal): number {
  const whole = textAt(clock, 'countDown');
  if (whole !== null) return Number(whole);
  const [day, hour, minute, second] = ['day', 'hour', 'minute', 'second'].map((unit) => Number(textAt(clock, unit)));
  return (((day ?? 0) * 24 + (hour ?? 0)) * 60 + (minute ?? 0)) * 60 + (second ?? 0);
}

/** `overStatus.prompt[]` names the instant itself (`targetTime`, epoch ms) between `preText` and `afterText`. */
function takePromptCountdown(data: Literal, facts: FactCollector, viewing: Viewing): void {
  for (const prompt of listAt(data, 'overStatus', 'prompt').flatMap((entry) => [entry, ...listAt(entry, 'content')])) {
    const countdown = countdownToInstant(prompt, viewing);
    if (!countdown) continue;
    facts.offer('countdown', countdown, 'inlineData', countdown.text);
    return;
  }
}
