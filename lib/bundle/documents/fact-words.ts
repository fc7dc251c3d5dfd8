import type { CorrectableFact } from '../../cases/correction-input.ts';
import type { PageStage, RefundType } from '../../marketplaces/types.ts';

/** What each fact that can be corrected is called in the documents. */
export const FACT_WORDS: Record<CorrectableFact, string> = {
  orderNo: '订单编号',
  refundNo: '退款编号',
  complaintNo: '投诉编号',
  paymentNo: '支付宝交易号',
  itemId: '商品编号',
  paidAmount: '实付款',
  goodsAmount: '商品总价',
  shippingFee: '运费',
  refundAmount: '退款金额',
  createdAt: '下单时间',
  paidAt: '付款时间',
  shippedAt: '发货时间',
  signedAt: '签收时间',
  completedAt: '成交时间',
  refundAppliedAt: '退款申请时间',
  shipBy: '应发货时间',
  orderStatus: '订单状态',
  refundStatus: '退款状态',
  stage: '处理阶段',
  refundType: '退款类型',
  refundReason: '退款原因',
  refundDescription: '退款说明',
  countdown: '页面倒计时的到期时间',
  shopName: '店铺名称',
  sellerNick: '卖家昵称',
  buyerNick: '买家昵称',
  carrier: '物流公司',
  trackingNo: '运单号码',
  returnCarrier: '退货物流公司',
  returnTrackingNo: '退货运单号码',
};

export const REFUND_WORDS: Record<RefundType, string> = {
  refundOnly: '仅退款',
  returnRefund: '退货退款',
  exchange: '换货',
  repair: '维修',
  resend: '补寄',
  priceProtection: '价保',
};

export const STAGE_WORDS: Record<PageStage, string> = {
  UNPAID: '等待付款',
  PAID: '等待卖家发货',
  SHIPPED: '卖家已发货',
  SUCCESS: '已成功',
  CLOSED: '已关闭',
  WAIT_SELLER_AGREE: '等待卖家处理',
  SELLER_REFUSE_BUYER: '卖家已拒绝',
  WAIT_BUYER_RETURN_GOODS: '等待买家退货',
  WAIT_SELLER_CONFIRM_GOODS: '等待卖家确认收货',
  INTERVENTION: '平台客服已介入',
  EVIDENCE: '双方举证中',
  REVIEW: '平台客服审理中',
};
