import { findCountdowns } from '../../reading/countdown.ts';
import type { Line } from '../../reading/lines.ts';
import { closestOf } from '../../reading/tree.ts';
import { areOfOneKind } from '../../reading/value-place.ts';
import type { FactCollector } from '../collector.ts';
import type { PageStage } from '../types.ts';
import { orderStatusOf, refundStatusOf } from './status.ts';

const STEP =
  /^(?:提交订单|(?:买家)?(?:拍下|下单|付款)(?:商品|宝贝|成功|到支付宝)?|(?:卖家|商家|仓库)?(?:已?发货|已?出库|处理.{0,6})|(?:买家)?(?:确认|已)?(?:收货|签收)|(?:双方)?(?:互评|评价)|(?:交易|订单)(?:成功|完成|关闭)|待(?:付款|发货|收货|评价|退款)|(?:全部|所有)(?:订单)?|买家(?:已?付款|申请.{0,6}|退货.{0,6})|退款(?:完[毕成结]|成功|中))$/u;
const STEPS_AROUND = 6;

/** True for a line that is one of a row of steps or tabs: those name what may be, not what is. */
function isStep(lines: readonly Line[], line: Line): boolean {
  const index = lines.indexOf(line);
  const around = lines.slice(Math.max(0, index - STEPS_AROUND), index + STEPS_AROUND + 1);
  return around.filter(({ text, block }) => STEP.test(text) && areAlike(line.block, block)).length >= 2;
}

/** True for two boxes of one kind side by side, or what hangs in them. */
function areAlike(a: Element, b: Element): boolean {
  let box = a;
  while (box.parentElement && !box.parentElement.contains(b)) box = box.parentElement;
  let other = b;
  while (other.parentElement && other.parentElement !== box.parentElement) other = other.parentElement;
  return box !== other && areOfOneKind(box, other);
}

/** Words that go on with a sentence: 退款成功 is a status, 退款成功后 none. */
const GOES_ON = /^[后前时率的]/u;

/** An element of its own at the start of a line, such as the status before its clock, else the whole line. */
function headlineOf(line: Line): string {
  const [first, second] = line.segments;
  const isApart = first && second && !second.element.contains(first.element);
  return isApart && !GOES_ON.test(second.text) ? first.text : line.text;
}

function isHeading({ block }: Line): boolean {
  return block.matches('h1, h2, h3, h4, [class*="status" i], [class*="title" i]');
}

/** Boxes and rows of single items, whose words are about the item. */
const ITEM_BOXES = '.trade-order-detail-order-info, .trade-bought-list-order-info, .order-item-entry, td';

/**
 * Offers the status of a page, and our stage for it. Without a label (`当前订单状态：`) it is a heading: a line of nothing but
 * status words. Tabs and steps are such lines too: they do not count, and when others differ, only a heading decides.
 */
export function takeStatusLine(lines: readonly Line[], facts: FactCollector): void {
  const { orderStatus } = facts.finish().facts;
  if (orderStatus) {
    facts.offer('stage', orderStatusOf(orderStatus)?.stage, 'label', orderStatus);
    return;
  }
  const candidates = lines.filter(
    (line) => orderWords(line) && !closestOf(line.block, ITEM_BOXES) && !isStep(lines, line),
  );
  const groups = [candidates, candidates.filter(isHeading)].map((group) => new Set(group.map(orderWords)));
  const [words = ''] = groups.find(({ size }) => size === 1) ?? [];
  const found = orderStatusOf(words);
  if (!found) return;
  facts.offer('orderStatus', found.status, 'sentence', found.status);
  facts.offer('stage', found.stage, 'sentence', found.status);
}

/** The words of a line that is nothing but a status, or headed by one. */
function orderWords(line: Line): string | undefined {
  return [line.text, isHeading(line) ? headlineOf(line) : ''].find((text) => orderStatusOf(text)?.status === text);
}

/**
 * Where a refund stands in the words of its page: a heading, else the line beside the running clock, else the only line
 * that reads like one. Null when they contradict each other.
 */
function refundStatusLine(lines: readonly Line[]): { status: string; stage: PageStage | null } | null {
  const clock = lines.findIndex(({ text }) => findCountdowns(text).length > 0);
  const candidates = lines.flatMap((line, index) => {
    if (line.text.length > 60 || isStep(lines, line)) return [];
    const whole = refundStatusOf(line.text);
    const found = ((whole || isHeading(line)) && refundStatusOf(headlineOf(line))) || whole;
    return found ? [{ ...found, line, isBeside: clock >= 0 && Math.abs(index - clock) <= 2 }] : [];
  });
  const groups = [
    candidates.filter(({ line }) => isHeading(line)),
    candidates.filter(({ isBeside }) => isBeside),
    candidates,
  ];
  const group = groups.find(({ length }) => length > 0) ?? [];
  const [first] = group;
  return first && group.every(({ stage }) => stage === first.stage) ? first : null;
}

/** Offers the status of a refund page, and our stage for it, by its label or else its words; false when it says none. */
export function takeRefundStage(lines: readonly Line[], facts: FactCollector): boolean {
  const labelled = facts.finish().facts.refundStatus;
  const words = labelled ? refundStatusOf(labelled) : refundStatusLine(lines);
  if (!words) return false;
  const source = labelled ? 'label' : 'sentence';
  facts.offer('refundStatus', words.status, source, words.status);
  facts.offer('stage', words.stage, source, words.status);
  return true;
}

/** Offers the status of a refund in a row of a list: a line that reads like one, else a word of its own in a row of others. */
export function takeRowStatus(lines: readonly Line[], facts: FactCollector): void {
  const texts = lines.flatMap(({ segments }) => segments.map(({ text }) => text));
  const whole = texts.filter((text) => refundStatusOf(text)?.status === text);
  for (const status of [refundStatusLine(lines)?.status, ...whole]) facts.offer('refundStatus', status, 'sentence', '');
}
