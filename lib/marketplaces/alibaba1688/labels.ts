import { type LabelSpec, LabelTable } from '../../reading/label-table.ts';
import { readId, readInstant, readText, readWords } from '../../reading/values.ts';
import { plainText } from '../../shared/text.ts';
import { label, OTHER_LABELS, readAmount, readNick, readShop, SAME_ORDER_SPECS } from '../common/label-specs.ts';
import { refundStatusOf, refundTypeOf } from '../common/status.ts';
import type { FactKey } from '../types.ts';

/** The number of a refund: `TQ` and digits, neither masked nor part of a longer run. */
export function readRefundNo(text: string): string | null {
  return /^TQ\d{6,24}(?![\w*•…])/u.exec(plainText(text))?.[0] ?? null;
}

const ORDER_NO = label('orderNo', '订单编号 订单号', (text) => readId(text));
const REFUND_NO = label('refundNo', '退款编号 退款单号 售后编号 售后单号', readRefundNo);
const GOODS_AMOUNT = label('goodsAmount', '货品总价 货品总额 商品总价', readAmount);
const SHIPPING_FEE = label('shippingFee', '运费 含运费', readAmount);
/** As in the columns of 1688's own export (docs/marketplaces.md). */
const PARTIES = [
  label('shopName', '卖家公司名 卖家公司', readShop, 'words'),
  label('sellerNick', '卖家会员名', readNick, 'words'),
  label('buyerNick', '买家会员名', readNick, 'words'),
];

const ORDER_SPECS: readonly LabelSpec<FactKey>[] = [
  ORDER_NO,
  label('createdAt', '订单创建时间 创建时间 下单时间', readInstant),
  label('paidAt', '订单付款时间 付款时间', readInstant),
  label('completedAt', '确认收货时间 交易完成时间 交易成功时间', readInstant),
  label('paidAmount', '实付款 实付金额', readAmount),
  GOODS_AMOUNT,
  SHIPPING_FEE,
  ...PARTIES,
  ...SAME_ORDER_SPECS,
];

const REFUND_SPECS: readonly LabelSpec<FactKey>[] = [
  ORDER_NO,
  REFUND_NO,
  ...PARTIES,
  label('refundAmount', '退款金额 申请退款金额', readAmount),
  label('refundAppliedAt', '申请时间 退款申请时间 申请退款时间', readInstant),
  label('refundType', '退款类型 售后类型', refundTypeOf, 'words'),
  label('refundReason', '退款原因 申请原因', (text) => readWords(text, 60), 'words'),
  label('refundDescription', '退款说明 退款描述 申请说明', (text) => readText(text), 'text'),
  label('refundStatus', '退款状态 售后状态', (text) => refundStatusOf(text)?.status ?? null, 'words'),
];

/** 成交时间 feeds nothing: nobody has said whether it means the order or its end here. */
const EVERY_LABEL = [
  ...OTHER_LABELS,
  ...'货品 货品信息 成交时间 供应商 手机'.split(' '),
  ...[...ORDER_SPECS, ...REFUND_SPECS].flatMap(({ labels }) => labels),
];

export const ORDER_NUMBER = new LabelTable([ORDER_NO], EVERY_LABEL);
export const REFUND_NUMBER = new LabelTable([REFUND_NO], EVERY_LABEL);
export const ORDER_LABELS = new LabelTable(ORDER_SPECS, EVERY_LABEL);
export const REFUND_LABELS = new LabelTable(REFUND_SPECS, EVERY_LABEL);
