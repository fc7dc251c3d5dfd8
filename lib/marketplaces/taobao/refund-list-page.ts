import { Content } from '../../reading/content.ts';
import { dataPairs } from '../../reading/data-pairs.ts';
import { findInlineData, listAt, textAt } from '../../reading/inline-data.ts';
import { pageDocuments } from '../../reading/lines.ts';
import type { Literal } from '../../reading/literal.ts';
import { follows } from '../../reading/tree.ts';
import { readId, readInstant, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { present } from '../common/items.ts';
import { cardsOf, REFUND_COLUMNS, tableRows, takeColumns, takeLabels } from '../common/page-text.ts';
import { takeRefundRows } from '../common/refund-rows.ts';
import { refundStatusOf } from '../common/status.ts';
import { takeRowStatus } from '../common/status-line.ts';
import type { ListedRefund, Role } from '../types.ts';
import { ORDER_NUMBER, REFUND_LABELS, REFUND_NUMBER } from './labels.ts';
import { addressesIn, linksOf, nickOf } from './links.ts';
import { isLongerList } from './list-page.ts';
import { refundDataOf } from './refund-components.ts';

/** A row's body may stand behind its head instead of in it. */
const BODY = '[class*="dispute-body" i], [class*="disputeBody"]';

/** Reads a list of refunds: its rows as they show, completed by the data the page was loaded with. */
export function readRefundListPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const known = findInlineData(pageDocuments(document), 'disputeData').flatMap(refundsOfData);
  const content = new Content(document);
  const cards = cardsOf(content.lines, REFUND_NUMBER);
  const bodies = content.query(BODY);
  const found = cards.length > 0 ? cards : tableRows(content, REFUND_NUMBER);
  const rows = found.map((card) => {
    const own = bodies.filter((body) => found.findLast(({ box }) => follows(box, body)) === card);
    return refundOfBoxes(card.number, [card.box, ...own], content, page.role);
  });
  const refunds = rows.map((row) => ({ ...known.find(({ refundNo }) => refundNo === row.refundNo), ...row }));
  if (rows.length > 0) takeRefundRows(refunds, 'label', facts);
  else takeRefundRows(known, 'inlineData', facts);
  const partial = isLongerList(document);
  return { pageKind: 'refundList', role: page.role, partial, events: [], ...facts.finish() };
}

function refundOfBoxes(refundNo: string, boxes: readonly Element[], content: Content, role: Role): ListedRefund {
  const lines = content.linesIn(...boxes);
  const facts = new FactCollector();
  takeLabels(lines, REFUND_LABELS, facts);
  for (const box of boxes) takeColumns(box, REFUND_LABELS, facts);
  const inBoxes = (selector: string) => boxes.flatMap((part) => Array.from(part.querySelectorAll(selector)));
  facts.offer(role === 'seller' ? 'buyerNick' : 'sellerNick', nickOf(inBoxes('[data-nick]')), 'element', 'data-nick');
  const texts = lines.flatMap(({ segments }) => segments.map(({ text }) => text));
  if (role === 'buyer') takeBareValues(texts, facts);
  takeRowStatus(lines, facts);
  const links = linksOf(boxes.flatMap(addressesIn));
  return { refundNo, ...facts.pick(...REFUND_COLUMNS), links: links.refund ? { detail: links.refund } : {} };
}

/** The buyer's rows print amount and time without a label (docs/marketplaces.md); a second one makes both doubtful. */
function takeBareValues(texts: readonly string[], facts: FactCollector): void {
  for (const text of texts) {
    if (/^\s*[¥￥]/u.test(text)) facts.take('refundAmount', text, parseYuan, 'sentence');
    facts.take('refundAppliedAt', text, readInstant, 'sentence');
  }
}

/** The seller's list as data: a head with the numbers and a body with columns for each refund (docs/marketplaces.md). */
function refundsOfData(data: Literal): ListedRefund[] {
  const components = refundDataOf(data)?.components ?? [];
  const key = (id: string) => /_([^@]+)/u.exec(id)?.[1];
  return components.flatMap(({ id, tag, fields }) => {
    if (!/GridHeader/u.test(tag)) return [];
    const refundNo = numberOf(fields, REFUND_NUMBER, 1);
    const body = components.find((other) => /^disputeBody/u.test(other.tag) && key(other.id) === key(id));
    const column = (index: number) => textAt(listAt(body?.fields, 'options')[index], 'title', 'name') ?? '';
    if (!refundNo) return [];
    const values = {
      orderNo: numberOf(fields, ORDER_NUMBER, 2),
      refundAmount: parseYuan(column(1)),
      refundAppliedAt: readInstant(column(2)),
      refundReason: readWords(column(3), 60),
      refundStatus: refundStatusOf(column(6))?.status ?? null,
    };
    return [{ refundNo, ...present(values), links: {} }];
  });
}

/** A number by its label, else by its place in the head. */
function numberOf(fields: Literal, table: typeof REFUND_NUMBER, place: number): string | null {
  const named = dataPairs(fields).find(({ label }) => table.specOf(label));
  return readId(named?.value ?? textAt(listAt(fields, 'numbers')[place], 'value') ?? '');
}
