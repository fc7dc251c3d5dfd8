import { text } from '../text.ts';
import { defineSection } from './define.ts';

const INSPECT = text(
  '验货后确认退款，或拒绝并上传凭证',
  'inspect the goods, then confirm the refund or refuse with proof',
);
const REFUNDED = text('系统自动退款给买家', 'the buyer is refunded automatically');

/** Rules 1.3: return and refund (退货退款). */
export const RETURN_REFUND_RULES = defineSection('1.3', 'clock', [
  {
    id: 'RR.seller_agree',
    owners: ['seller'],
    trigger: text('买家申请退货退款', 'the buyer applies'),
    action: text('同意并给出退货地址，或拒绝', 'agree and give the return address, or refuse'),
    duration: { amount: 2, unit: 'd' },
    earlier: [{ until: '2022-08-10', duration: { amount: 3, unit: 'd' }, source: { key: 'H1' } }],
    onTimeout: text(
      '系统自动达成退货协议，变为等待买家退货',
      'agreement is reached automatically; the buyer has to send the goods back',
    ),
    note: text('天猫2022年的文本为5天', 'the Tmall text of 2022 says 5 d'),
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
  },
  {
    id: 'RR.buyer_ship',
    owners: ['buyer'],
    trigger: text('达成退货协议', 'agreement reached'),
    action: text(
      '用同类快递寄回商品，并在退款页填写运单号',
      'send the goods back with the same type of carrier and enter the tracking number',
    ),
    duration: { amount: 7, unit: 'd' },
    onTimeout: text(
      '退款申请关闭；以同样的问题再申请，要卖家同意',
      "the request is closed; a second one for the same problem needs the seller's consent",
    ),
    sources: [{ key: 'H1' }, { key: 'T1', article: '第43–45条' }],
    confidence: ['V2', 'V'],
  },
  {
    id: 'RR.seller_confirm.signed',
    owners: ['seller'],
    trigger: text('退货快递显示已签收或已拒签', 'the return parcel shows signed or refused'),
    action: INSPECT,
    duration: { amount: 3, unit: 'd' },
    onTimeout: REFUNDED,
    sources: [{ key: 'H1' }],
    effectiveFrom: '2022-07-04',
    confidence: ['V2'],
  },
  {
    id: 'RR.seller_confirm.unsigned',
    owners: ['seller'],
    trigger: text('买家已填运单号，退货还没签收', 'tracking number entered, parcel not signed'),
    action: INSPECT,
    duration: { amount: 10, unit: 'd' },
    variants: [{ key: 'post', label: text('平邮', 'ordinary mail'), duration: { amount: 14, unit: 'd' } }],
    onTimeout: REFUNDED,
    note: text('退货一签收，改按签收后的时限', 'once the return is signed the shorter limit applies'),
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
  },
  {
    id: 'RR.refused.buyer',
    owners: ['buyer'],
    trigger: text('寄回前或寄回后卖家拒绝', 'the seller refuses before or after the return'),
    action: text('修改申请，或要求客服介入', 'change the request or ask the platform to step in'),
    duration: { amount: 7, unit: 'd' },
    onTimeout: text('申请关闭，自动确认收货恢复计时', 'the request is closed and the auto-confirm clock runs again'),
    sources: [{ key: 'H4' }],
    confidence: ['V2', 'R'],
  },
  {
    id: 'RR.freight',
    owners: [],
    trigger: text('介入前达成退货协议而没说运费', 'agreement before intervention without a word about freight'),
    action: text('卖家承担；介入后“谁过错谁承担”', 'the seller pays; after intervention whoever is at fault pays'),
    duration: null,
    onTimeout: null,
    sources: [{ key: 'T1', article: '第49条' }],
    confidence: ['V'],
  },
  {
    id: 'RR.7d.freight',
    owners: [],
    trigger: text('七天无理由退货', 'seven-day return without a reason'),
    action: text(
      '包邮商品，买家只承担退回运费；不包邮的，来回运费都由买家承担',
      'with free shipping the buyer pays the way back only; otherwise both ways',
    ),
    duration: null,
    onTimeout: null,
    sources: [
      { key: 'T1', article: '第53条' },
      { key: 'L3', article: '第25条' },
    ],
    confidence: ['V'],
  },
  {
    id: 'RR.fast_refund',
    owners: ['platform'],
    trigger: text('极速退款账号填写了退货单号', '极速退款 account, return number entered'),
    action: text('平台先行垫付退款', 'the platform advances the money'),
    duration: null,
    onTimeout: null,
    note: text('几分钟内到账；卖家仍可提出异议', 'within minutes; the seller may still contest'),
    sources: [{ key: 'API1' }],
    confidence: ['V2', 'R'],
  },
  {
    id: 'RR.law.refund',
    owners: ['seller'],
    trigger: text('收到七天无理由退回的商品', 'goods from a seven-day return received'),
    action: text('把价款退给买家', 'pay back the price'),
    duration: { amount: 7, unit: 'd' },
    counting: 'calendar',
    variants: [{ key: 'punishable', label: text('可处罚', 'punishable'), duration: { amount: 15, unit: 'd' } }],
    onTimeout: text(
      '违反法定退款期限；超过15日不退的，可以举报，由市场监管部门处罚',
      'the legal limit is broken; after 15 d without a refund it can be reported and punished',
    ),
    sources: [
      { key: 'L3', article: '第25条' },
      { key: 'L7', article: '第13、31条' },
    ],
    confidence: ['V'],
  },
]);
