import { text } from '../text.ts';
import { defineSection } from './define.ts';

const AGREE_OR_REFUSE = text('同意或拒绝退款', 'agree to or refuse the refund');
const REFUNDED = text('系统按申请的金额自动退款给买家', 'the amount asked for is refunded to the buyer automatically');
const BEFORE_2022 = {
  until: '2022-08-10',
  duration: { amount: 3, unit: 'd' },
  source: { key: 'H1' },
} as const;

/** Rules 1.2: refund only (仅退款). */
export const REFUND_ONLY_RULES = defineSection('1.2', 'clock', [
  {
    id: 'RF.unshipped.seller',
    owners: ['seller'],
    trigger: text('买家申请退款，订单未发货', 'the buyer applies, the order is paid and not shipped'),
    action: text(
      '同意或拒绝退款（要发货的，先征得买家同意）',
      "agree to or refuse the refund (before shipping get the buyer's consent)",
    ),
    duration: { amount: 24, unit: 'h' },
    onTimeout: text('系统自动退款给买家', 'the buyer is refunded automatically'),
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
  },
  {
    id: 'RF.shipped.seller',
    owners: ['seller'],
    trigger: text('买家申请退款，订单已发货', 'the buyer applies, the order is shipped'),
    action: AGREE_OR_REFUSE,
    duration: { amount: 2, unit: 'd' },
    earlier: [BEFORE_2022],
    onTimeout: REFUNDED,
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
  },
  {
    id: 'RF.aftersale.seller',
    owners: ['seller'],
    trigger: text('交易成功后买家申请退款', 'the buyer applies after the trade succeeded'),
    action: AGREE_OR_REFUSE,
    duration: { amount: 2, unit: 'd' },
    onTimeout: REFUNDED,
    note: text('比照已发货退款；没有读到公布的数字', 'by analogy with a shipped order; no published number was read'),
    sources: [{ key: 'H1' }, { key: 'H4' }],
    confidence: ['R'],
  },
  {
    id: 'RF.refused.buyer',
    owners: ['buyer'],
    trigger: text('卖家拒绝退款', 'the seller refuses'),
    action: text('修改申请、补充凭证，或要求客服介入', 'change the request, add proof, or ask the platform to step in'),
    duration: { amount: 7, unit: 'd' },
    onTimeout: text(
      '退款申请关闭，交易继续，自动确认收货恢复计时',
      'the request is closed, the trade goes on and the auto-confirm clock runs again',
    ),
    note: text('数字来自2018年的天猫文本', 'the number is from the Tmall text of 2018'),
    sources: [{ key: 'H4' }],
    confidence: ['V2'],
  },
  {
    id: 'RF.second.seller',
    owners: ['seller'],
    trigger: text('被拒绝后买家修改了申请', 'the buyer changed the request after a refusal'),
    action: text('再次答复：同意或拒绝', 'answer again: agree or refuse'),
    duration: { amount: 2, unit: 'd' },
    earlier: [BEFORE_2022],
    onTimeout: REFUNDED,
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
  },
  {
    id: 'RF.onlyrefund.policy',
    owners: ['platform'],
    trigger: text('买家已收货，要求退款不退货', 'goods received, the buyer wants the money without a return'),
    action: text(
      '平台不再强制“仅退款”，一般支持退货退款；只在规则列明的情形支持不退货退款，例如实质拒绝履行、违禁品、拒绝协助退货、被拦截、擅自发货、证明不了已送达、拒收、退货地址错误、自用买到假货',
      'the platform no longer imposes refunds without return; it supports them only in listed cases, e.g. refusal to perform, forbidden goods, no help with the return, interception, shipping without consent, delivery not proved, refused parcel, wrong return address, counterfeit bought for own use',
    ),
    duration: null,
    onTimeout: null,
    sources: [
      { key: 'T1', article: '第18、20–24、27、31、37、38、40、41、47、69条' },
      { key: 'L8', article: '第27条' },
      { key: 'N1' },
    ],
    confidence: ['V'],
  },
]);
