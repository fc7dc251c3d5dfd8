import { findInlineData } from '../../reading/inline-data.ts';
import type { Line } from '../../reading/lines.ts';
import { readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import { normalizeSpace } from '../../shared/text.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { type CollectedFacts, FactCollector } from '../collector.ts';
import type { Item, Role } from '../types.ts';
import { ORDER_DETAIL_LABELS, TMALL_ORDER_LABELS } from './labels.ts';
import { itemIdOfAddress, nickOf } from './links.ts';
import { takeOldOrder, takeTmallOrder } from './order-data.ts';
import { contentLines, takeLabels, takeShownCountdown } from './page-text.ts';
import { orderStatusOf } from './status.ts';

/** Reads an order detail of any generation: data in scripts, elements with stable ids, labels, sentences, address. */
export function readOrderPage(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  const facts = new FactCollector();
  const data = findInlineData(document, 'data');
  if (data) takeOldOrder(data, facts, viewing);
  const tmall = findInlineData(document, 'detailData');
  if (tmall) takeTmallOrder(tmall, facts);
  takeNewElements(document, facts);
  const lines = contentLines(document);
  takeLabels(lines, page.marketplace === 'tmall' ? TMALL_ORDER_LABELS : ORDER_DETAIL_LABELS, facts);
  takeStatusLine(lines, facts);
  takeShownCountdown(lines, facts, viewing);
  if (page.ids.orderNo) facts.offer('orderNo', page.ids.orderNo, 'url', page.ids.orderNo);
  const read = withoutEarlyEnd(facts.finish());
  return { pageKind: 'orderDetail', role: roleOf(document, page), partial: false, events: [], ...read };
}

/** An order that is under way, or that would have ended before it was paid, has not ended: the label meant something else. */
function withoutEarlyEnd(read: CollectedFacts): CollectedFacts {
  const { completedAt, stage, createdAt = '', paidAt = '', shippedAt = '' } = read.facts;
  const underWay = stage === 'UNPAID' || stage === 'PAID' || stage === 'SHIPPED';
  if (!completedAt || (!underWay && [createdAt, paidAt, shippedAt].every((earlier) => earlier < completedAt)))
    return read;
  const { completedAt: _fact, ...facts } = read.facts;
  const { completedAt: _source, ...source } = read.source;
  const { completedAt: _text, ...text } = read.text;
  return { ...read, facts, source, text };
}

function roleOf(document: Document, page: DetectedPage): Role {
  const body = document.body?.classList;
  if (body?.contains('tm-buyer')) return 'buyer';
  if (body?.contains('tm-seller')) return 'seller';
  return page.role;
}

const ITEM_BOX = '.trade-order-detail-order-info';
const WITHIN_OTHERS = '[class*="recommend" i], [class*="guess" i], [class*="extBlank"]';

/** The new page (tbpc, 2026): hashed class names with stable prefixes (pages.md 1.3). */
function takeNewElements(document: Document, facts: FactCollector): void {
  const shop = document.querySelector('a[class*="shopInfoName--"]');
  facts.take('shopName', shop?.textContent ?? null, readWords, 'element');
  facts.take('sellerNick', nickOf(document.querySelector('.tbpc-order-detail-main') ?? document), readWords, 'element');
  takeParcel(document, facts);
  const boxes = Array.from(document.querySelectorAll(ITEM_BOX)).filter((box) => !box.closest(WITHIN_OTHERS));
  const items = boxes.flatMap((box) => itemOf(box) ?? []);
  facts.offer('items', items, 'element', items.map(({ title }) => title).join('；'));
}

/** One parcel is a fact; with several it takes the list, which a later reader gives. */
function takeParcel(document: Document, facts: FactCollector): void {
  const headers = document.querySelectorAll('[class*="logisticsPackageHeader--"]');
  const [header] = headers;
  if (!header || headers.length > 1) return;
  const carrier = header.querySelector('[class*="logisticsPackageEXTxt--"]')?.textContent ?? null;
  facts.take('carrier', carrier, readWords, 'element');
  const rest = normalizeSpace(header.textContent ?? '').replace(normalizeSpace(carrier ?? ''), '');
  facts.take('trackingNo', /[A-Za-z]{0,4}\d[\dA-Za-z-]{7,}/u.exec(rest)?.[0] ?? null, readTrackingNo, 'element');
}

function itemOf(box: Element): Item | null {
  const link = box.querySelector('a[class*="title--"]');
  const title = readWords(link?.textContent ?? '', 200);
  if (!title) return null;
  const sku = readWords(box.querySelector('[class*="baseInfoLeft--"] [class*="info--"]')?.textContent ?? '', 200);
  const right = box.querySelector('[class*="baseInfoRight--"]');
  const count = /[x×]\s*(\d{1,4})$/u.exec(
    normalizeSpace(right?.querySelector('[class*="quantity--"]')?.textContent ?? ''),
  );
  const unitPrice = parseYuan(normalizeSpace(right?.textContent ?? '').replace(/[x×]\s*\d{1,4}$/u, ''));
  const itemId = itemIdOfAddress(link?.getAttribute('href'));
  return {
    title,
    ...(sku && { sku }),
    ...(unitPrice && { unitPrice }),
    ...(count && { quantity: Number(count[1]) }),
    ...(itemId && { itemId }),
  };
}

/**
 * The new page shows its status as a heading without a label, so a line of nothing but status words counts. Tabs and
 * steppers are such lines too: when they differ, only a heading decides.
 */
function takeStatusLine(lines: readonly Line[], facts: FactCollector): void {
  const candidates = lines.filter(
    ({ text, block }) => !block.closest(ITEM_BOX) && orderStatusOf(text)?.status === text,
  );
  const headings = candidates.filter(({ block }) =>
    block.matches('h1, h2, h3, h4, [class*="status" i], [class*="title" i]'),
  );
  const chosen = [candidates, headings].find((group) => new Set(group.map(({ text }) => text)).size === 1)?.[0];
  const found = chosen && orderStatusOf(chosen.text);
  if (!found) return;
  facts.offer('orderStatus', found.status, 'sentence', found.status);
  facts.offer('stage', found.stage, 'sentence', found.status);
}
