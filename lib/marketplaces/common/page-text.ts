import type { Content } from '../../reading/content.ts';
import type { LabelTable } from '../../reading/label-table.ts';
import { findLabelled } from '../../reading/labels.ts';
import type { Line } from '../../reading/lines.ts';
import { isWithin, parentOf } from '../../reading/tree.ts';
import { firstOfEach } from '../../shared/lists.ts';
import { normalizeSpace, plainText, withoutSpace } from '../../shared/text.ts';
import type { FactCollector } from '../collector.ts';
import type { FactKey, Facts } from '../types.ts';

/** What a row of a list of refunds may say. */
export const REFUND_COLUMNS = [
  'orderNo',
  'refundAppliedAt',
  'refundAmount',
  'refundStatus',
  'refundType',
  'refundReason',
  'shopName',
  'sellerNick',
  'buyerNick',
] as const;

/** Offers every label → value pair of the content. */
export function takeLabels(lines: readonly Line[], table: LabelTable<FactKey>, facts: FactCollector): void {
  for (const { fact, value, text } of findLabelled(lines, table)) {
    facts.offer(fact, value as Facts[FactKey], 'label', text);
  }
}

/** A part of a list that is about one number. */
export interface Card {
  number: string;
  box: Element;
}

/** Around each number that a label of `table` names, the largest box that holds no other; each number once. */
export function cardsOf(lines: readonly Line[], table: LabelTable<FactKey>): Card[] {
  const numbers = findLabelled(lines, table).map(({ value, element }) => ({ number: String(value), element }));
  return firstOfEach(numbers, ({ number }) => number).map(({ number, element }) => {
    const others = numbers.filter((other) => other.number !== number);
    return {
      number,
      box: boxWithout(
        element,
        others.map((other) => other.element),
      ),
    };
  });
}

/** The rows of tables in which a heading of `table` stands above numbers, each number once. */
export function tableRows(content: Content, table: LabelTable<FactKey>): Card[] {
  const rows = content.query('tr').flatMap((box) => {
    const [found] = columnsOf(box, table);
    return found ? [{ number: String(found.value), box }] : [];
  });
  return firstOfEach(rows, ({ number }) => number);
}

/** Offers what the headings of a table say about the cells of one of its rows; nothing for other boxes. */
export function takeColumns(row: Element, table: LabelTable<FactKey>, facts: FactCollector): void {
  for (const { fact, value, text } of columnsOf(row, table)) facts.offer(fact, value as Facts[FactKey], 'label', text);
}

function columnsOf(row: Element, table: LabelTable<FactKey>) {
  const headings = Array.from(row.closest('table')?.querySelector('tr')?.children ?? []);
  const isRow = row.tagName === 'TR' && headings.length === row.children.length && headings[0]?.tagName === 'TH';
  return (isRow ? headings : []).flatMap((heading, column) => {
    const label = withoutSpace(plainText(heading.textContent ?? ''));
    const text = normalizeSpace(row.children[column]?.textContent ?? '');
    const spec = table.specOf(label);
    const value = spec?.read(text) ?? null;
    return spec && value !== null ? [{ fact: spec.fact, value, text: `${label} ${text}` }] : [];
  });
}

/**
 * Leaves out of the content all but our own part when the number of another order or refund stands on the page: a list
 * beside it, or what a single-page site has not replaced yet. Our part is the largest box around our number that holds no
 * other one; of what stands outside nobody knows whose it is. A page that shows only strangers is left out whole.
 * @param own the numbers of what the page is about; empty when nobody knows.
 */
export function leaveOutStrangers(content: Content, table: LabelTable<FactKey>, own: readonly string[]): void {
  const numbers = findLabelled(content.lines, table);
  const isOwn = ({ value }: { value: unknown }) => own.includes(value as string);
  const strangers = numbers.filter((number) => !isOwn(number)).map(({ element }) => element);
  if (own.length === 0 || strangers.length === 0) return;
  content.keepOnly(numbers.filter(isOwn).map(({ element }) => boxWithout(element, strangers)));
}

/** The largest box around an element that holds none of the strangers. */
export function boxWithout(element: Element, strangers: readonly Element[]): Element {
  let box = element;
  for (let up = parentOf(box); up && !strangers.some((other) => isWithin(up as Element, other)); up = parentOf(up))
    box = up;
  return box;
}
