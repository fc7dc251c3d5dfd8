import { type Text, text } from '../../text.ts';
import { CHECKED_ON } from '../define.ts';
import type { SourceRef } from '../types.ts';
import type { EvidenceLimit, EvidenceRow } from './types.ts';

type Row = Omit<EvidenceRow, 'limit' | 'checkedOn'> & { limit?: EvidenceLimit };

const T1 = (article: string): SourceRef => ({ key: 'T1', article });
const category = (zh: string, en: string, article?: string): SourceRef => ({
  key: 'T6',
  title: text(`《淘宝平台${zh}类商品争议处理规范》`, `Taobao dispute rules for ${en}`),
  ...(article && { article }),
});

/** Proof of what was found when the parcel was opened, in the two days that the rules of several kinds of goods give. */
const within48h = (action: Text): EvidenceLimit => ({
  duration: { amount: 48, unit: 'h' },
  counting: 'clock',
  since: 'signed',
  action,
  onTimeout: text(
    '超过期限才提出的，平台可能不支持；以页面和规则全文为准',
    'raised later, the platform may not support it; the page and the full rule decide',
  ),
});
const BUYER_FIRST = text('买家先举证', 'the buyer proves first');

const ROWS: readonly Row[] = [
  {
    id: 'EV.qualityVisible',
    name: text('质量问题（看得出来）', 'quality, visible'),
    buyer: ['defectPhotos', 'packaging'],
    seller: ['noDefect'],
    burden: text(
      '买家先举证，没有凭证的货款打给卖家；买家举证后由卖家反驳，之后买家可能还要提供质检凭证',
      'the buyer first, without proof the seller is paid; then the seller must rebut; the buyer may then need a test report',
    ),
    sources: [T1('第65、67条'), { key: 'T6' }],
    confidence: ['V', 'X'],
  },
  {
    id: 'EV.qualityHidden',
    name: text('质量问题（看不出来）', 'quality, invisible'),
    buyer: ['claim', 'testReport'],
    seller: ['supplyPapers'],
    burden: text('卖家先举证；拿不出的，退货退款', 'the seller first; with nothing to show, return and refund'),
    sources: [T1('第66条')],
    confidence: ['V'],
  },
  {
    id: 'EV.fake',
    name: text('假货', 'fake'),
    buyer: ['claim', 'brandStatement', 'comparison'],
    seller: ['purchaseChain'],
    burden: text(
      '卖家先举证；认定为假货的退款（限自己消费）；还可以向法院主张三倍或十倍赔偿',
      'the seller first; fake means refund (own consumption); three or ten times may be claimed in court',
    ),
    sources: [T1('第66、69条'), { key: 'L3', article: '第55条' }],
    confidence: ['V'],
  },
  {
    id: 'EV.descriptionVisible',
    name: text('描述不符（看得出来）', 'not as described, visible'),
    buyer: ['besideText'],
    seller: ['explanation'],
    burden: text(
      '买家先举证；商品完好的退货退款，已使用并损坏的货款打给卖家',
      'the buyer first; intact goods: return and refund; used and damaged: the seller is paid',
    ),
    sources: [T1('第73、77条')],
    confidence: ['V'],
  },
  {
    id: 'EV.descriptionHidden',
    name: text('描述不符（材质、成分）', 'not as described, material or content'),
    buyer: ['testReport'],
    seller: ['sellerTest'],
    burden: text('与看不出来的质量问题相同：卖家先举证', 'as for invisible quality: the seller first'),
    sources: [T1('第74条'), category('服饰', 'clothing')],
    confidence: ['V', 'X'],
  },
  {
    id: 'EV.notReceived',
    name: text('没有收到货', 'not received'),
    buyer: ['claim', 'lockerMessage', 'carrierAnswer'],
    seller: ['signingProof', 'deliveryPhoto', 'carrierCertificate'],
    burden: text('卖家举证；拿不出签收证明的，退款', 'the seller; without proof of signing, refund'),
    sources: [T1('第10、28、36、38条'), { key: 'L5', article: '第20条' }],
    confidence: ['V'],
  },
  {
    id: 'EV.falseSigning',
    name: text('虚假签收', 'signed for by somebody else'),
    buyer: ['claim', 'lockerMessage', 'carrierAnswer', 'signingSlip'],
    seller: ['signingProof', 'deliveryPhoto', 'carrierCertificate'],
    burden: text('卖家举证；拿不出签收证明的，退款', 'the seller; without proof of signing, refund'),
    sources: [T1('第36、38条')],
    confidence: ['V'],
  },
  {
    id: 'EV.shortOrBroken',
    name: text('少件、破损', 'missing parts or broken'),
    buyer: ['unboxing', 'waybill', 'weight', 'atSigning'],
    seller: ['signingProof', 'separateShipment'],
    burden: text(
      '卖家先证明正常签收，再由买家证明签收时的状态；确认收货之后由买家举证；多个订单合并一个包裹的由卖家举证',
      'the seller proves proper signing, then the buyer the state at signing; after confirming, the buyer; merged parcels, the seller',
    ),
    sources: [T1('第26、37、75、76、79–81条')],
    confidence: ['V'],
  },
  {
    id: 'EV.shipping',
    name: text('虚假发货、延迟发货', 'fake or late shipping'),
    buyer: ['promisedTime', 'weight'],
    seller: ['carrierData', 'reported'],
    burden: text(
      '以快递数据为准；上传单号后24小时没有揽收记录的算虚假发货',
      'carrier data decide; no pick-up within 24 h of the tracking number is fake shipping',
    ),
    sources: [{ key: 'T2', article: '第9–12条' }],
    confidence: ['X'],
  },
  {
    id: 'EV.refusal',
    name: text('拒绝退换、拒不履行', 'refusal to return, exchange or perform'),
    buyer: ['datedDemand', 'refusalText', 'noReturnAddress', 'fifteenDays'],
    seller: [],
    burden: text(
      '拖延超过15日的，可以作为举报的理由',
      'more than 15 days of delay are a ground for a report to the authority',
    ),
    sources: [
      { key: 'L7', article: '第31条' },
      { key: 'L9', article: '第8、9条' },
    ],
    confidence: ['V'],
  },
  {
    id: 'EV.sevenDay',
    name: text('拒绝七天无理由退货', 'seven-day return refused'),
    buyer: ['datedDemand', 'refusalText', 'intactPhotos', 'noConfirmation'],
    seller: ['confirmationPage', 'damagePhotos'],
    burden: text(
      '购买时没有单独确认「不支持无理由退货」的，应当退货',
      'without a separate confirmation when buying, the return is due',
    ),
    sources: [{ key: 'L7', article: '第7–9、20条' }, { key: 'L4', article: '第19条' }, { key: 'T3' }],
    confidence: ['V', 'X'],
  },
  {
    id: 'EV.promise',
    name: text('服务态度、违背承诺（赠品、价格、发票、送货方式）', 'service or a broken promise'),
    buyer: ['promise', 'delivered'],
    seller: ['performance'],
    burden: text('按承诺算；承诺与规则不同的，按更严的', 'the promise counts; of promise and rule, the stricter one'),
    sources: [T1('第7、15、29条'), { key: 'L4', article: '第12条' }],
    confidence: ['V'],
  },
  {
    id: 'EV.price',
    name: text('价格、促销（虚假折扣、价保）', 'price or promotion'),
    buyer: ['pricePages'],
    seller: ['priceRecords'],
    burden: text('价格欺诈可以举报', 'price fraud can be reported'),
    sources: [{ key: 'L3', article: '第20条' }],
    confidence: ['V', 'R'],
  },
  {
    id: 'EV.food',
    name: text('食品安全', 'food safety'),
    buyer: ['foodLabel', 'foreignBody', 'medical'],
    seller: ['inspection'],
    burden: text(
      '十倍赔偿、最低1000元，向法院或12315主张，平台不处理',
      'ten times, at least ¥1000, at the court or 12315, not the platform',
    ),
    sources: [{ key: 'L11', article: '第148条' }, category('食品', 'food')],
    confidence: ['V', 'X'],
  },
  {
    id: 'EV.fresh',
    name: text('生鲜', 'fresh goods'),
    buyer: ['wholeLot', 'unboxing', 'waybill', 'contact'],
    seller: ['coldChain'],
    burden: BUYER_FIRST,
    limit: within48h(
      text('拍下全部商品、面单并联系卖家', 'photograph the whole lot and the waybill, and contact the seller'),
    ),
    sources: [category('生鲜', 'fresh goods', '第3条')],
    confidence: ['X'],
  },
  {
    id: 'EV.flowers',
    name: text('鲜花绿植', 'flowers and plants'),
    buyer: ['defectPhotos', 'unboxing'],
    seller: ['careShown'],
    burden: BUYER_FIRST,
    limit: within48h(text('拍照留证并提出', 'take photos and raise it')),
    sources: [category('鲜花绿植', 'flowers and plants', '第5条')],
    confidence: ['X'],
  },
  {
    id: 'EV.jewellery',
    name: text('珠宝玉石', 'jewellery'),
    buyer: ['measuring', 'certificate'],
    seller: ['certificate'],
    burden: text(
      '买家先举证；证明成立的退货退款，运费由卖家承担',
      'the buyer first; when proved, return and refund, freight on the seller',
    ),
    limit: within48h(text('尺寸、种水有问题的，测量拍照并提出', 'measure, photograph and raise it')),
    sources: [category('珠宝饰品', 'jewellery', '第5条')],
    confidence: ['X'],
  },
  {
    id: 'EV.pets',
    name: text('鱼、爬宠等活体（放快递柜、驿站）', 'fish and reptiles left in a locker'),
    buyer: ['lockerMessage', 'unboxing'],
    seller: ['deliveredAt'],
    burden: text('超过时间才取、之后死亡的，不算卖家的责任', 'a later death is not the seller’s fault'),
    limit: {
      duration: { amount: 12, unit: 'h' },
      counting: 'clock',
      since: 'arrived',
      action: text('到柜后取件', 'collect it from the locker'),
      onTimeout: text('之后死亡的，不算卖家的责任', 'a later death is not the seller’s fault'),
    },
    sources: [category('宠物', 'pets', '第5条')],
    confidence: ['X'],
  },
  {
    id: 'EV.usedDigital',
    name: text('二手数码', 'second-hand electronics'),
    buyer: ['testReport'],
    seller: ['ownTest'],
    burden: text(
      '读到的摘录不全，没有读到由谁举证；卖家承诺的期限更长的按承诺',
      'the excerpt is cut and does not say who proves; a longer promise of the seller counts',
    ),
    limit: {
      duration: { amount: 180, unit: 'd' },
      counting: 'clock',
      since: 'signed',
      action: text('有故障的，取得检测报告并提出', 'get a test report on the defect and raise it'),
      onTimeout: text('读到的摘录不全，以页面和规则全文为准', 'the excerpt is cut; the page and the full rule decide'),
    },
    sources: [category('二手数码', 'second-hand electronics', '第5条')],
    confidence: ['X'],
  },
  {
    id: 'EV.voucher',
    name: text('餐饮卡券', 'food vouchers'),
    buyer: ['voucherFailure'],
    seller: ['voucherIssue'],
    burden: text('期限内没有凭证的，不支持', 'without proof in time the claim is lost'),
    limit: {
      duration: { amount: 15, unit: 'd' },
      counting: 'clock',
      since: 'completed',
      action: text('提供卡券用不了的凭证', 'hand in proof that the voucher fails'),
      onTimeout: text('期限内没有凭证的，不支持', 'without proof in time the claim is lost'),
    },
    sources: [category('餐饮卡券', 'food vouchers', '第4条')],
    confidence: ['X'],
  },
  {
    id: 'EV.swapped',
    name: text('退回的商品被调包', 'another item came back'),
    buyer: ['packing', 'weightSlip', 'serialNo'],
    seller: ['returnUnboxing', 'serialNo', 'returnWeight', 'returnComparison', 'carrierCertificate'],
    burden: text(
      '交接时看得出并拒收的，货款打给卖家；签收前买家没有填退货单号的，由谁举证看具体情况',
      'visible at handover and refused: the seller is paid; without a tracking number before signing, it depends',
    ),
    sources: [T1('第37、38、45条'), { key: 'S2' }],
    confidence: ['V', 'S'],
  },
  {
    id: 'EV.emptyReturn',
    name: text('退货是空包，或没有收到退货', 'empty return, or none received'),
    buyer: ['returnLogistics', 'signedWeight'],
    seller: ['carrierCertificate', 'returnWeight'],
    burden: text('由买家证明退货已经送到', 'the buyer must prove that the return arrived'),
    sources: [T1('第38条')],
    confidence: ['V'],
  },
  {
    id: 'EV.returnDamaged',
    name: text('退回的商品已使用或损坏', 'returned goods used or damaged'),
    buyer: ['beforeDispatch'],
    seller: ['afterReturn'],
    burden: text(
      '是否完好按类目标准；为查验而打开包装、合理试用不算',
      'intact by the standard of the category; opening and reasonable testing are allowed',
    ),
    sources: [{ key: 'L7', article: '第8、9条' }, { key: 'T3' }, { key: 'T6' }],
    confidence: ['V', 'X'],
  },
  {
    id: 'EV.maliciousBuyer',
    name: text('恶意买家、敲诈', 'malicious buyer, extortion'),
    buyer: [],
    seller: ['threats', 'pattern'],
    burden: text(
      '涉及敲诈的报警；对方投诉到12315的，答复时写明；也可以向平台投诉',
      'go to the police; say so when answering a 12315 complaint; complain to the platform too',
    ),
    sources: [
      { key: 'L4', article: '第49条' },
      { key: 'L1', article: '第17、42条' },
    ],
    confidence: ['V'],
  },
  {
    id: 'EV.wrongDecision',
    name: text('小二判错', 'wrong decision of the platform'),
    buyer: [],
    seller: ['decision', 'ruleNotApplied', 'uploadTimes'],
    burden: text('在页面显示的时间内申诉', 'appeal within the time that the page shows'),
    sources: [{ key: 'T4' }],
    confidence: ['X'],
  },
];

/** Rules 6, every row: what proves what, and until when. */
export const EVIDENCE_ROWS: readonly EvidenceRow[] = [
  ...ROWS.map((row): EvidenceRow => ({ limit: null, checkedOn: CHECKED_ON, ...row })),
  furniture(),
];

/** Rules 6 names furniture in the row of missing parts; as a kind of goods it has the limit and the evidence of that row. */
function furniture(): EvidenceRow {
  return {
    id: 'EV.furniture',
    name: text('家具', 'furniture'),
    buyer: ['unboxing', 'waybill', 'atSigning'],
    seller: ['signingProof', 'separateShipment'],
    burden: text(
      '少件、破损的，卖家先证明正常签收，再由买家证明签收时的状态',
      'missing parts or damage: the seller proves proper signing, then the buyer the state at signing',
    ),
    limit: within48h(text('少件、破损的，拍照留证并提出', 'photograph missing parts or damage and raise it')),
    sources: [category('家具', 'furniture')],
    confidence: ['X'],
    checkedOn: CHECKED_ON,
  };
}

const BY_ID = new Map<string, EvidenceRow>(EVIDENCE_ROWS.map((row) => [row.id, row]));

/** The row of a type of dispute or kind of goods; null for goods without rules of their own. */
export function evidenceRow(key: string): EvidenceRow | null {
  return BY_ID.get(`EV.${key}`) ?? null;
}
