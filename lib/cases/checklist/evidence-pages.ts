import type { Facts, PageKind } from '../../marketplaces/types.ts';
import type { Case } from '../types.ts';

/** Addresses by kind of page; what an address needs and the case does not know makes it null. */
type Addresses = Partial<Record<PageKind, (facts: Facts, role: Case['role']) => string | null>>;

const TAOBAO: Addresses = {
  orderDetail: ({ orderNo }, role) =>
    orderNo
      ? `https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=${orderNo}${role === 'seller' ? '&sifg=1' : ''}`
      : null,
  snapshot(facts) {
    const number = oneItemOrder(facts);
    return number ? `https://trade.taobao.com/trade/detail/tradeSnap.htm?trade_id=${number}` : null;
  },
  product(facts) {
    const itemId = firstItemId(facts);
    return itemId ? `https://item.taobao.com/item.htm?id=${itemId}` : null;
  },
  // Sellers talk and track parcels in programs of their own.
  logistics: ({ orderNo }, role) =>
    orderNo && role !== 'seller'
      ? `https://market.m.taobao.com/app/dinamic/pc-trade-logistics/home.html?orderId=${orderNo}&entrance=pc`
      : null,
  chat: (_facts, role) => (role === 'seller' ? null : 'https://market.m.taobao.com/app/im/chat/index.html'),
};

const ALIBABA_1688: Addresses = {
  orderDetail: ({ orderNo }) =>
    orderNo ? `https://trade.1688.com/order/new_step_order_detail.htm?orderId=${orderNo}` : null,
  snapshot({ subOrderNos }) {
    const [entry] = subOrderNos ?? [];
    return entry ? `https://trade.1688.com/order/offer_snapshot.htm?order_entry_id=${entry}` : null;
  },
  product(facts) {
    const itemId = firstItemId(facts);
    return itemId ? `https://detail.1688.com/offer/${itemId}.html` : null;
  },
};

/** Where a page of the case can be opened to capture it; null when its address would have to be guessed. */
export function addressOf(pageKind: PageKind, { marketplace, facts, origins, role }: Case): string | null {
  if (pageKind === 'refundDetail') return refundAddress(origins);
  const addresses = addressesOf(marketplace);
  return addresses[pageKind]?.(facts, role) ?? null;
}

function addressesOf(marketplace: Case['marketplace']): Addresses {
  if (marketplace === 'taobao' || marketplace === 'tmall') return TAOBAO;
  return marketplace === '1688' ? ALIBABA_1688 : {};
}

/** Only the refund's own page tells these, so that is where they were read. */
function refundAddress({ negotiation, refundReason, refundAppliedAt }: Case['origins']): string | null {
  const origin = [negotiation, refundReason, refundAppliedAt].find((one) => one !== undefined && one.source !== 'user');
  return origin?.url || null;
}

function firstItemId({ items, itemId }: Facts): string | null {
  return items?.find((item) => item.itemId)?.itemId ?? itemId ?? null;
}

/** A snapshot is one item's, so its number is the sub-order's where there is one. */
function oneItemOrder({ subOrderNos, orderNo }: Facts): string | null {
  return subOrderNos?.[0] ?? orderNo ?? null;
}
