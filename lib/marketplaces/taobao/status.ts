import type { PageStage, RefundType } from '../types.ts';

/** Words of a status and our stage for it; first match wins. Wording: pages.md 1.9. */
const ORDER_STATUS: readonly [RegExp, PageStage | null][] = [
  [/^(?:商品已拍下[，,])?(?:等待买家付款|等待付款|待付款)/u, 'UNPAID'],
  [/^(?:买家已付款(?:[，,]等待(?:卖家|商家)发货)?|等待(?:卖家|商家)发货|待发货|定金已付)/u, 'PAID'],
  [/^(?:(?:卖家|商家)已发货(?:[，,]等待买家确认(?:收货)?)?|等待买家确认(?:收货)?|待收货)/u, 'SHIPPED'],
  [/^(?:交易成功|交易完成|待评价)/u, 'SUCCESS'],
  [/^(?:交易关闭|订单关闭|交易取消)/u, 'CLOSED'],
  [/^(?:付款确认中|异常订单|退款中的订单|订单部分退款中|(?:卖家|商家)部分发货)/u, null],
];

const ORDER_CODES: Record<string, PageStage> = {
  WAIT_BUYER_PAY: 'UNPAID',
  WAIT_SELLER_SEND_GOODS: 'PAID',
  WAIT_BUYER_CONFIRM_GOODS: 'SHIPPED',
  TRADE_FINISHED: 'SUCCESS',
  TRADE_CLOSED: 'CLOSED',
  TRADE_CLOSED_BY_TAOBAO: 'CLOSED',
  CREATE_CLOSED_OF_TAOBAO: 'CLOSED',
};

const REFUND_STATUS: readonly [RegExp, PageStage][] = [
  [/举证中|等待(?:双方|买卖双方)?举证|请.{0,6}(?:上传|提交)(?:凭证|证据)/u, 'EVIDENCE'],
  [/(?:客服|平台|小二)(?:已经?|正在)?(?:介入|处理中)|介入处理中/u, 'INTERVENTION'],
  [/等待(?:卖家|商家)确认收货|待(?:卖家|商家)(?:确认)?收货|买家已经?退货|请确认收货/u, 'WAIT_SELLER_CONFIRM_GOODS'],
  [/等待买家(?:退货|寄回)|待买家(?:退货|发货|寄回)|待退货|请.{0,8}(?:退货给|寄回)|请退货/u, 'WAIT_BUYER_RETURN_GOODS'],
  [/(?:卖家|商家)(?:已经?)?拒绝|已拒绝(?:退款|申请)|等待买家(?:修改|处理)/u, 'SELLER_REFUSE_BUYER'],
  [
    /等待(?:卖家|商家)(?:处理|同意)|待(?:卖家|商家)处理|退款待处理|请(?:卖家|商家)?处理.{0,6}申请|请退款/u,
    'WAIT_SELLER_AGREE',
  ],
  [/退款成功|退款完[毕成结]|退货退款成功|仅退款成功|已退款|售后成功/u, 'SUCCESS'],
  [/退款(?:已)?关闭|申请(?:已)?关闭|(?:已|买家)撤销|售后关闭/u, 'CLOSED'],
];

/** The status words at the start of `text`, without the advice behind them, and our stage when it is clear. */
export function orderStatusOf(text: string): { status: string; stage: PageStage | null } | null {
  const words = text.replace(/^(?:当前)?(?:订单|交易)状态\s*[:：]\s*/u, '').trim();
  for (const [pattern, stage] of ORDER_STATUS) {
    const status = pattern.exec(words)?.[0];
    if (status) return { status, stage };
  }
  return null;
}

/** Our stage for a code such as `WAIT_BUYER_CONFIRM_GOODS`; null for unknown codes. */
export function orderStageOfCode(code: string | null): PageStage | null {
  return (code && ORDER_CODES[code]) || null;
}

/** Our stage for the words of a refund's status; null when they say nothing known. */
export function refundStageOf(text: string): PageStage | null {
  return REFUND_STATUS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const REFUND_TYPES: readonly [RegExp, RefundType][] = [
  [/仅退款|未收到货退款/u, 'refundOnly'],
  [/退货退款|退货并退款|退款退货/u, 'returnRefund'],
  [/换货/u, 'exchange'],
  [/维修/u, 'repair'],
  [/补寄/u, 'resend'],
  [/价保|价格保护|退差价/u, 'priceProtection'],
];

/** `仅退款` → refundOnly; null for the bare word 退款, which may be either. */
export function refundTypeOf(text: string): RefundType | null {
  return REFUND_TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
