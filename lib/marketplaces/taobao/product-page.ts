import { Content } from '../../reading/content.ts';
import { at, findInlineData, textAt } from '../../reading/inline-data.ts';
import { pageDocuments } from '../../reading/lines.ts';
import { readId, readWords } from '../../reading/values.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { takeLabels } from '../common/page-text.ts';
import type { FactSource, Item } from '../types.ts';
import { PRODUCT_LABELS, SNAPSHOT_LABELS } from './labels.ts';
import { nickOf } from './links.ts';

const TITLE = '[class*="mainTitle--"], .tb-main-title, .tb-detail-hd h1';
const SHOP = '.tb-shop-name h3 a[title], [class*="shopName--"]';
const NICK = '.base-info .seller .J_WangWang[data-nick], .shop-card .ww-light[data-nick]';
/** What the seller and other buyers wrote is not what the page says of itself. */
const WRITTEN = '[class*="Comment--"], [class*="Drawer--"], .desc-root, #description';
/** How the two sites end the titles of product pages. */
const SITE = /\s*-\s*(?:淘宝网|tmall\.com天猫|天猫Tmall\.com|tmall\.hk天猫国际).*$/iu;
/** What stands there when there is no product, or not yet. */
const NO_TITLE = /^(?:商品|宝贝|产品)?详情页?$|^(?:淘宝网?|天猫)$|抱歉|不存在|出错|已下架/u;

/**
 * Reads a product page, or the snapshot of one that goes with an order. The price is what the page asks for (`listPrice`);
 * what was paid stands on the order.
 */
export function readProductPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document, (element) => element.matches(WRITTEN));
  takeLoadedData(document, page, facts);
  takeElements(content, page, facts);
  takeLabels(content.lines, page.pageKind === 'snapshot' ? SNAPSHOT_LABELS : PRODUCT_LABELS, facts);
  const { title } = document;
  const isKnown = facts.values('items').length > 0;
  if (page.pageKind === 'product' && !isKnown && SITE.test(title))
    takeTitle(title.replace(SITE, ''), page, 'sentence', facts);
  const { itemId = snapshotItemOf(document) } = page.ids;
  facts.offer('itemId', itemId, page.ids.itemId ? 'url' : 'inlineData', itemId ?? '');
  return { pageKind: page.pageKind, role: page.role, partial: false, events: [], ...facts.finish() };
}

function takeTitle(text: string | null, page: DetectedPage, source: FactSource, facts: FactCollector): void {
  facts.take('items', text, (words) => itemOf(words, page.ids.itemId), source);
}

function itemOf(text: string, itemId: string | undefined): Item[] | null {
  const title = readWords(text, 200);
  return title && !NO_TITLE.test(title) ? [{ title, ...(itemId && { itemId }) }] : null;
}

/** The new page carries what it was rendered from (docs/marketplaces.md); data of another item is not taken. */
function takeLoadedData(document: Document, page: DetectedPage, facts: FactCollector): void {
  for (const name of ['b', '__ICE_APP_CONTEXT__']) {
    for (const data of findInlineData(pageDocuments(document), name)) {
      const loaded = at(data, 'loaderData', 'home', 'data', 'res');
      if (textAt(loaded, 'item', 'itemId') !== page.ids.itemId) continue;
      takeTitle(textAt(loaded, 'item', 'title'), page, 'inlineData', facts);
      facts.take('shopName', textAt(loaded, 'seller', 'shopName'), readWords);
      facts.take('sellerNick', textAt(loaded, 'seller', 'sellerNick'), readWords);
    }
  }
}

function takeElements(content: Content, page: DetectedPage, facts: FactCollector): void {
  for (const title of content.query(TITLE)) takeTitle(title.textContent, page, 'element', facts);
  for (const shop of content.query(SHOP)) {
    facts.take('shopName', shop.getAttribute('title') ?? shop.textContent, readWords, 'element');
  }
  for (const seller of content.query('.tb-seller-name')) {
    facts.take('sellerNick', seller.textContent, readWords, 'element');
  }
  facts.take('sellerNick', nickOf(content.query(NICK)), readWords, 'element');
}

/** The old snapshot names its item in its data, once or often; with several nobody knows which. */
function snapshotItemOf(document: Document): string | undefined {
  const sources = Array.from(document.scripts, ({ textContent }) => textContent ?? '');
  const data = sources.filter((source) => source.includes('baseSnapDO') && source.length < 4_000_000);
  const found = data.flatMap((source) => [...source.matchAll(/\\?"itemId\\?"\s*:\s*\\?"?(\d{6,20})/gu)]);
  const [itemId, other] = new Set(found.flatMap(([, id = '']) => readId(id, 6) ?? []));
  return other === undefined ? itemId : undefined;
}
