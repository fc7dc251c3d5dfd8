import { readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import { normalizeSpace } from '../../shared/text.ts';
import { present, quantityOf } from '../common/items.ts';
import type { Item } from '../types.ts';
import { itemIdOfAddress } from './links.ts';

/** Words about an item's refund on lists and order pages (docs/marketplaces.md); 申请售后, 查看退款 are only links. */
export const ITEM_STATUS =
  /^(?:(?:仅退款|退货退款|退款|退货|换货|售后)(?:处理)?(?:成功|中|关闭|完成)|已退款|待(?:商家|卖家)处理|待买家退货|待退货|请退款|请(?:商家|卖家)处理)$/u;

/** An item as the new list and the new order page show it (docs/marketplaces.md); null for a box without a title. */
export function itemOfBox(box: Element): Item | null {
  const link = box.querySelector('a[class*="title--"]');
  const title = titleOf(link);
  if (!title) return null;
  return {
    title,
    ...present({
      sku: skuOf(box),
      unitPrice: priceOf(box.querySelector('[class*="itemInfoColPrice"], [class*="baseInfoRight--"]')),
      quantity: quantityOf(normalizeSpace(box.querySelector('[class*="quantity--"]')?.textContent ?? '')),
      itemId: itemIdOfAddress(link?.getAttribute('href')),
      status: statusOf(box),
    }),
  };
}

/** The title of a link to a product, without the link to the snapshot that some pages print into it. */
function titleOf(link: Element | null): string | null {
  const text = (link?.querySelector('[class*="titleText"]') ?? link)?.textContent ?? '';
  return readWords(text.replace(/[[【]?交易快照[\]】]?\s*$/u, ''), 200);
}

const INFOS = '[class*="content--"] [class*="info--"], [class*="baseInfoLeft--"] [class*="info--"]';
const SERVICE = /退货|退款|极速|无理由|保障|包邮|运费险|价保|发货|赔|先用后付|正品/u;

/** Remarks such as `颜色分类：黑色`, each in a line of its own or in one; service (`7天无理由退货`) stands among them. */
function skuOf(box: Element): string | null {
  const infos = Array.from(box.querySelectorAll(INFOS), ({ textContent }) => readWords(textContent ?? '', 200) ?? '');
  const named = infos.filter((info) => /^(?!服务|保障|承诺)[^:：]{1,12}[:：]/u.test(info));
  const [first] = infos;
  return named.join('；') || (first && !SERVICE.test(first) ? first : null);
}

/** The first price is what the item cost; a struck one follows. They are split over spans: “￥” “8” “.” “27”. */
function priceOf(column: Element | null): string | null {
  const text = normalizeSpace((column?.querySelector('.trade-price-container') ?? column)?.textContent ?? '');
  return parseYuan(text.replace(/\s/gu, '').replace(/[x×]\d{1,4}$/u, ''));
}

function statusOf(box: Element): string | null {
  const named = readWords(box.querySelector('[class*="refundStatus"]')?.textContent ?? '');
  const texts = Array.from(
    box.querySelectorAll('a, div, span, button'),
    ({ textContent }) => textContent?.trim() ?? '',
  );
  return named ?? texts.find((text) => ITEM_STATUS.test(text)) ?? null;
}
