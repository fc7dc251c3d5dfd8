import type { Capture } from '../evidence/types.ts';
import type { Facts, PageKind } from '../marketplaces/types.ts';
import type { Case } from './types.ts';

/** What a complaint is proved with, as keys of `locales/` under `checklist.` (rules.md 6, common core). */
export type ChecklistKey = 'order' | 'goods' | 'chat' | 'refund' | 'logistics' | 'licence';

export interface ChecklistItem {
  key: ChecklistKey;
  /** The newest capture that covers it, or null when it is missing. */
  capture: Capture | null;
  /** Where to get it, when the pages named an address. */
  url: string | null;
}

const COVERED_BY: Record<ChecklistKey, readonly PageKind[]> = {
  order: ['orderDetail'],
  goods: ['snapshot', 'product'],
  chat: ['chat'],
  refund: ['refundDetail'],
  logistics: ['logistics'],
  licence: ['shopLicence'],
};

/** The evidence that every complaint to 12315 needs, with what is there already. */
export function checklistOf({ facts }: Case, captures: readonly Capture[]): ChecklistItem[] {
  const keys = (Object.keys(COVERED_BY) as ChecklistKey[]).filter(
    (key) => key !== 'refund' || facts.refundNo !== undefined,
  );
  return keys.map((key) => ({
    key,
    capture: captures.findLast(({ pageKind }) => pageKind !== null && COVERED_BY[key].includes(pageKind)) ?? null,
    url: addressFor(key, facts),
  }));
}

/** Where a missing piece can be captured; the licence stands behind a link on the shop's page that no order names. */
function addressFor(key: ChecklistKey, { orderNo, subOrderNos, items }: Facts): string | null {
  const itemId = items?.find((item) => item.itemId)?.itemId;
  const itemOrder = subOrderNos?.[0] ?? orderNo;
  switch (key) {
    case 'order':
      return orderNo ? `https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=${orderNo}` : null;
    case 'goods':
      if (itemId) return `https://item.taobao.com/item.htm?id=${itemId}`;
      return itemOrder ? `https://trade.taobao.com/trade/detail/tradeSnap.htm?trade_id=${itemOrder}` : null;
    case 'logistics':
      return orderNo
        ? `https://market.m.taobao.com/app/dinamic/pc-trade-logistics/home.html?orderId=${orderNo}&entrance=pc`
        : null;
    case 'chat':
      return 'https://market.m.taobao.com/app/im/chat/index.html';
    default:
      return null;
  }
}
