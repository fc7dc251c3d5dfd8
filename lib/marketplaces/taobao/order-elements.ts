import type { Content } from '../../reading/content.ts';
import { readTrackingNo, readWords } from '../../reading/values.ts';
import { plainText } from '../../shared/text.ts';
import type { FactCollector } from '../collector.ts';
import { readCarrier } from '../common/label-specs.ts';
import type { Role } from '../types.ts';
import { itemOfBox } from './items.ts';
import { nickOf } from './links.ts';

/** The box of one item on the new page. */
export const ITEM_BOX = '.trade-order-detail-order-info';
const PARCEL = '[class*="logisticsPackageHeader--"]';
/** The new page (tbpc, 2026): hashed class names with stable prefixes (docs/marketplaces.md). */
export function takeNewElements(content: Content, role: Role, facts: FactCollector): void {
  for (const shop of content.query('a[class*="shopInfoName--"]')) {
    facts.take('shopName', shop.textContent, readWords, 'element');
  }
  takeNick(content, role, facts);
  takeParcels(content, facts);
  const items = content.query(ITEM_BOX).flatMap((box) => itemOfBox(box) ?? []);
  facts.offer('items', items, 'element', items.map(({ title }) => title).join('；'));
}

/** The chat button is for the other side. */
function takeNick(content: Content, role: Role, facts: FactCollector): void {
  if (role === 'unknown') return;
  const nick = nickOf(content.query('[data-nick], a[href*="amos.alicdn.com"][href*="uid="]'));
  facts.take(role === 'seller' ? 'buyerNick' : 'sellerNick', nick, readWords, 'element');
}

function takeParcels(content: Content, facts: FactCollector): void {
  for (const header of content.query(PARCEL)) {
    const carrier = header.querySelector('[class*="logisticsPackageEXTxt--"]')?.textContent ?? null;
    facts.take('carrier', carrier, readCarrier, 'element');
    const rest = plainText(header.textContent ?? '').replace(plainText(carrier ?? ''), ' ');
    const code = /(?<![\dA-Za-z])[A-Za-z]{0,6}\d[\dA-Za-z-]{7,}/u.exec(rest)?.[0] ?? null;
    facts.take('trackingNo', code, readTrackingNo, 'element');
  }
}
