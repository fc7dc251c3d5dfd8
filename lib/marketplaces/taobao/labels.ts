import { type LabelSpec, LabelTable } from '../../reading/label-table.ts';
import { readId, readInstant, readText, readTrackingNo, readWords } from '../../reading/values.ts';
import {
  label,
  OTHER_LABELS,
  PARCEL_SPECS,
  readAmount,
  readNick,
  readShop,
  SAME_ORDER_SPECS,
} from '../common/label-specs.ts';
import { refundStatusOf, refundTypeOf } from '../common/status.ts';
import type { FactKey } from '../types.ts';

const ORDER_NO = label('orderNo', '订单编号 订单号 交易编号', (text) => readId(text));
const REFUND_NO = label('refundNo', '退款编号 退款单号 售后编号 售后单号', (text) => readId(text));
const GOODS_AMOUNT = label('goodsAmount', '商品总价 商品总额', readAmount);
const SHIPPING_FEE = label('shippingFee', '运费 邮费 含运费', readAmount);
const PARTIES = [
  label('shopName', '店铺 店铺名称', readShop, 'words'),
  label('sellerNick', '卖家 卖家昵称 商家 掌柜', readNick, 'words'),
  label('buyerNick', '买家 买家昵称 买家会员名', readNick, 'words'),
];

const ORDER_SPECS: readonly LabelSpec<FactKey>[] = [
  ORDER_NO,
  label('createdAt', '创建时间 下单时间 拍下时间', readInstant),
  label('paidAt', '付款时间 支付时间', readInstant),
  label('completedAt', '成交时间 确认收货时间 完成时间 交易完成时间 交易成功时间', readInstant),
  label('paidAmount', '实付款 实付金额 实际付款 实收款', readAmount),
  GOODS_AMOUNT,
  SHIPPING_FEE,
  ...PARTIES,
  ...SAME_ORDER_SPECS,
];

const REFUND_SPECS: readonly LabelSpec<FactKey>[] = [
  ORDER_NO,
  REFUND_NO,
  GOODS_AMOUNT,
  SHIPPING_FEE,
  ...PARTIES,
  label('refundAmount', '退款金额 申请金额 退款总金额 申请退款金额', readAmount),
  label('refundAppliedAt', '申请时间 退款申请时间 申请退款时间', readInstant),
  label('refundType', '要求 退款类型 售后类型 服务类型', refundTypeOf, 'words'),
  label('refundReason', '原因 退款原因 申请原因 售后原因 换货原因', (text) => readWords(text, 60), 'words'),
  label('refundDescription', '说明 退款说明 退款描述 申请说明 问题描述 换货说明', (text) => readText(text), 'text'),
  label('refundStatus', '退款状态 售后状态 当前状态', (text) => refundStatusOf(text)?.status ?? null, 'words'),
  label('returnTrackingNo', '退货单号 退货运单号 退货物流单号', readTrackingNo),
];

/** Words of a complaint's state (pages.md 1.5 shows two of them); null for anything else. */
export const complaintStatusOf = (text: string): string | null =>
  /^(?:投诉|维权|申诉)?(?:已?(?:成立|不成立|完结|撤销|关闭|受理|处理|提交)|处理中|审核中|成功|失败|进行中)(?=$|[，,。；;（(\s])|^(?:等待|待)(?:卖家|商家|买家|平台|小二|客服|双方).{1,8}$/u.exec(
    text.trim(),
  )?.[0] ?? null;

const COMPLAINT_NO = label('complaintNo', '投诉编号 投诉单号 维权编号', (text) => readId(text, 8));
const COMPLAINT_PARTIES = [
  ORDER_NO,
  ...PARTIES,
  label('sellerNick', '被投诉方 被投诉人 被投诉卖家 被投诉商家', readNick, 'words'),
  label('buyerNick', '投诉方 投诉人', readNick, 'words'),
];
const COMPLAINT_SPECS: readonly LabelSpec<FactKey>[] = [
  COMPLAINT_NO,
  ...COMPLAINT_PARTIES,
  label('complaintStatus', '投诉状态 维权状态', complaintStatusOf, 'words'),
  label('complaintReason', '投诉原因 投诉类型 投诉理由 维权原因', (text) => readWords(text, 60), 'words'),
  label('complainedAt', '投诉时间 投诉发起时间 发起时间', readInstant),
];
const LIST_PRICE = label('listPrice', '价格 一口价 专柜价 商品价格', readAmount);

/** Labels of other pages end the value of the label before them, too. */
const EVERY_LABEL = [
  ...OTHER_LABELS,
  ...[...ORDER_SPECS, ...REFUND_SPECS, ...COMPLAINT_SPECS].flatMap(({ labels }) => labels),
];

export const ORDER_NUMBER = new LabelTable([ORDER_NO], EVERY_LABEL);
export const REFUND_NUMBER = new LabelTable([REFUND_NO], EVERY_LABEL);
export const COMPLAINT_NUMBER = new LabelTable([COMPLAINT_NO], EVERY_LABEL);
export const COMPLAINT_LABELS = new LabelTable(COMPLAINT_SPECS, EVERY_LABEL);
/** What a complaint is about, while its form is still open. */
export const COMPLAINT_SUBJECT = new LabelTable(COMPLAINT_PARTIES, EVERY_LABEL);
/** What a refund or a parcel is about. */
export const SUBJECT_LABELS = new LabelTable([ORDER_NO, ...PARTIES], EVERY_LABEL);
/** Names stand in reviews and questions too (卖家：在吗), so on product pages only elements tell them. */
export const PRODUCT_LABELS = new LabelTable([LIST_PRICE], EVERY_LABEL);
export const SNAPSHOT_LABELS = new LabelTable([LIST_PRICE, ORDER_NO], EVERY_LABEL);
export const PARCEL_LABELS = new LabelTable(PARCEL_SPECS, EVERY_LABEL);

/**
 * Labels of order pages, old and new, Taobao and Tmall. 成交时间 is when the deal was done on Taobao and when the order was
 * made on old Tmall pages: `order-times.ts` decides.
 */
export const ORDER_LABELS = new LabelTable(ORDER_SPECS, EVERY_LABEL);

/**
 * Labels of refund details. 成交时间 means when the deal was made here, so it feeds nothing; parcels are left to texts that
 * say whose parcel it is.
 */
export const REFUND_LABELS = new LabelTable(REFUND_SPECS, EVERY_LABEL);
