import { plainText, withoutSpace } from '../../../shared/text.ts';
import type { DisputeType } from './types.ts';

/**
 * The reasons that refund pages offer, word for word, with the types they can mean. Where a reason can mean several (a fault
 * that is seen, or one that only a test finds) the user is asked among these; a reason that is not here is asked in full.
 */
const REASONS: readonly (readonly [types: readonly DisputeType[], reasons: readonly string[]])[] = [
  [
    ['qualityVisible', 'qualityHidden'],
    ['质量问题', '商品质量问题', '商品质量不好', '质量不好', '商品质量差'],
  ],
  [
    ['qualityVisible'],
    ['做工粗糙/有瑕疵', '做工瑕疵', '商品有瑕疵', '做工问题', '商品做工粗糙', '掉色/起球/抽丝', '开线/开胶'],
  ],
  [['qualityHidden'], ['功能故障', '功能/效果不符', '无法正常使用']],
  [['fake'], ['假冒品牌', '假货', '收到假货', '假冒商品', '商品假冒', '疑似假货', '卖家售假']],
  [
    ['descriptionVisible', 'descriptionHidden'],
    ['与描述不符', '描述不符', '商品与描述不符', '与商品描述不符', '商品描述不符', '商品信息描述不符'],
  ],
  [
    ['descriptionVisible'],
    [
      '大小/尺寸与商品描述不符',
      '尺寸与商品描述不符',
      '大小尺寸与商品描述不符',
      '颜色/图案/款式与商品描述不符',
      '颜色/款式/图案与描述不符',
      '颜色/款式与商品描述不符',
      '重量/数量与商品描述不符',
    ],
  ],
  [
    ['descriptionHidden'],
    ['材质与商品描述不符', '材质/面料与商品描述不符', '面料/材质与商品描述不符', '成分与商品描述不符', '材质不符'],
  ],
  [
    ['notReceived'],
    [
      '未收到货',
      '没有收到货',
      '没收到货',
      '快递/物流一直未送到',
      '快递一直未送到',
      '物流一直未送到',
      '快递/物流一直未送达',
      '快递丢件',
      '包裹丢失',
    ],
  ],
  [['falseSigning'], ['虚假签收', '显示签收但未收到', '物流显示签收但未收到货', '快递显示签收但未收到货']],
  [
    ['shortOrBroken'],
    [
      '少件/破损',
      '商品破损',
      '破损',
      '收到商品破损',
      '包装/商品破损',
      '包装/商品破损/污渍',
      '收到商品少件/破损/污渍',
      '收到商品少件/破损',
      '收到商品少件（含缺少配件）',
      '少件/漏发',
      '商品少件',
      '卖家漏发',
      '漏发/少发',
    ],
  ],
  [
    ['shortOrBroken', 'shipping'],
    ['空包裹', '空包裹/少货', '收到空包裹', '空包'],
  ],
  [
    ['shipping'],
    ['未按约定时间发货', '未按承诺时间发货', '延迟发货', '缺货', '虚假发货', '一直未发货', '卖家未发货', '发货太慢'],
  ],
  [
    ['shipping', 'notReceived'],
    ['快递/物流无跟踪记录', '快递无跟踪记录', '物流无跟踪记录', '物流信息长时间未更新'],
  ],
  [['sevenDay'], ['七天无理由退换货', '七天无理由退货', '七天无理由', '7天无理由退换货', '7天无理由退货', '7天无理由']],
  [
    ['promise'],
    ['未履行承诺', '卖家未履行承诺', '商家未履行承诺', '服务态度', '服务态度差', '发票问题', '未开发票', '赠品漏发'],
  ],
  [['price'], ['价格问题', '商品降价', '降价', '价保', '虚假促销']],
  [
    ['food', 'qualityVisible'],
    ['食品变质', '商品腐坏/变质', '商品变质', '变质/有异物', '食品有异物', '商品过期'],
  ],
];

const TYPES = new Map(
  REASONS.flatMap(([types, reasons]) => reasons.map((reason) => [wordsOf(reason), types] as const)),
);

/** The types that a refund's reason, in the page's words, can mean; empty when its words say none. */
export function disputeTypesOf(refundReason: string | undefined): readonly DisputeType[] {
  return TYPES.get(wordsOf(refundReason ?? '')) ?? [];
}

/** Full-width and half-width signs and spaces make no difference; any other word does. */
function wordsOf(reason: string): string {
  return withoutSpace(plainText(reason)).replace(/[()]/g, '').replaceAll('、', '/');
}
