import type { LabelSpec } from '../../reading/labels.ts';
import { readId, readInstant, readText, readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { FactKey, Facts } from '../types.ts';
import { orderStatusOf, refundTypeOf } from './status.ts';

/** One row of the table below: the Chinese labels, the fact they feed, and how its value must look. */
function label<Key extends FactKey>(
  fact: Key,
  labels: string,
  read: (text: string) => Facts[Key] | null,
  strict = false,
): LabelSpec<FactKey> {
  return { fact, labels: labels.split(' '), read, strict };
}

const name = (text: string) => readWords(text, 60);
const id = (text: string) => readId(text);
const status = (text: string) => orderStatusOf(text)?.status ?? null;

const ORDER_LABELS: readonly LabelSpec<FactKey>[] = [
  label('orderNo', '订单编号 订单号 交易编号', id, true),
  label('paymentNo', '支付宝交易号 支付交易号', (text) => readId(text, 16, 32), true),
  label('createdAt', '创建时间 下单时间 拍下时间', readInstant, true),
  label('paidAt', '付款时间 支付时间', readInstant, true),
  label('shippedAt', '发货时间', readInstant, true),
  label('paidAmount', '实付款 实付金额 实际付款', parseYuan, true),
  label('goodsAmount', '商品总价', parseYuan, true),
  label('shippingFee', '运费 邮费 含运费', parseYuan),
];

const SHOP_LABELS: readonly LabelSpec<FactKey>[] = [
  label('shopName', '店铺 店铺名称', name),
  label('sellerNick', '卖家 卖家昵称 商家 掌柜', name),
];

/** Labels of order detail pages, old and new, Taobao and Tmall. */
export const ORDER_DETAIL_LABELS: readonly LabelSpec<FactKey>[] = [
  ...ORDER_LABELS,
  ...SHOP_LABELS,
  label('completedAt', '成交时间 确认收货时间 完成时间', readInstant, true),
  label('signedAt', '签收时间', readInstant, true),
  label('orderStatus', '当前订单状态 订单状态 交易状态', status),
  label('carrier', '物流公司 快递公司 承运公司', name),
  label('trackingNo', '运单号码 运单号 物流单号 快递单号', readTrackingNo),
];

/** On Tmall 成交时间 is when the order was made, the same as 拍下; it feeds nothing there. */
export const TMALL_ORDER_LABELS: readonly LabelSpec<FactKey>[] = ORDER_DETAIL_LABELS.map((spec) =>
  spec.fact === 'completedAt' ? { ...spec, labels: spec.labels.filter((label) => label !== '成交时间') } : spec,
);

/**
 * Labels of refund detail pages. 成交时间 means when the deal was made here, so it feeds nothing; parcels are left to the
 * negotiation, which says whose parcel it is.
 */
export const REFUND_LABELS: readonly LabelSpec<FactKey>[] = [
  ...ORDER_LABELS.filter(({ fact }) => fact === 'orderNo' || fact === 'goodsAmount' || fact === 'shippingFee'),
  label('refundNo', '退款编号 退款单号 售后编号 售后单号', id, true),
  label('refundAmount', '退款金额 申请金额 退款总金额', parseYuan, true),
  label('refundAppliedAt', '申请时间 退款申请时间', readInstant, true),
  label('refundType', '要求 退款类型 售后类型 服务类型', refundTypeOf),
  label('refundReason', '原因 退款原因 申请原因 售后原因', name),
  label('refundDescription', '说明 退款说明 退款描述 申请说明 问题描述', (text) => readText(text)),
  label('refundStatus', '退款状态 售后状态 当前状态', name),
  label('buyerNick', '买家 买家昵称 买家会员名', name),
  label('shopName', '店铺 店铺名称', name),
  label('sellerNick', '卖家 卖家昵称 商家', name),
  label('returnTrackingNo', '退货单号 退货运单号 退货物流单号', readTrackingNo),
];
