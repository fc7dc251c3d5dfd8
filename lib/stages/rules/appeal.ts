import { text } from '../text.ts';
import { defineSection } from './define.ts';

/** Rules 1.6: appeal (申诉/复审) after the platform's decision. */
export const APPEAL_RULES = defineSection('1.6', 'clock', [
  {
    id: 'AP.seller.file',
    owners: ['seller'],
    trigger: text('不服纠纷处理决定', 'decision on a dispute not accepted'),
    action: text(
      '在“千牛退款管理—退款详情—发起申诉”或“千牛申诉中心—纠纷申诉”提交申诉',
      'file the appeal under 千牛退款管理 – 退款详情 – 发起申诉, or 千牛申诉中心 – 纠纷申诉',
    ),
    duration: 'page',
    onTimeout: text('申诉入口关闭', 'the appeal window closes'),
    sources: [{ key: 'T4', article: '第4条' }],
    confidence: ['X'],
  },
  {
    id: 'AP.seller.reject',
    owners: ['platform'],
    trigger: text(
      '举证期内没有提供（有效）凭证、凭证虚假、没有止损、自身严重违规造成的损失',
      'no (valid) proof within the evidence time, false proof, loss not limited, loss from own serious violations',
    ),
    action: text('不受理申诉，或申诉不成立', 'the appeal is not accepted or lost'),
    duration: null,
    onTimeout: null,
    sources: [{ key: 'T4', article: '第11条' }],
    confidence: ['X'],
  },
  {
    id: 'AP.seller.effect',
    owners: ['platform'],
    trigger: text('申诉成立', 'appeal won'),
    action: text(
      '变更结论；申诉期间原决定继续有效',
      'the conclusion is changed; until then the decision stays in effect',
    ),
    duration: null,
    onTimeout: null,
    note: text('关于赔付的文字，摘录不全', 'the text on compensation is cut off'),
    sources: [{ key: 'T4', article: '第12条' }],
    confidence: ['X'],
  },
  {
    id: 'AP.delivery.file',
    owners: ['seller'],
    trigger: text('收到发货违规通知', 'notice of a shipping violation'),
    action: text('在“卖家中心—客户服务—申诉中心”申诉', 'appeal under 卖家中心 – 客户服务 – 申诉中心'),
    duration: 'page',
    onTimeout: text('视为认可', 'counts as accepted'),
    sources: [{ key: 'T2', article: '第19条' }],
    confidence: ['X'],
  },
  {
    id: 'AP.buyer.file',
    owners: ['buyer'],
    trigger: text('处理结果不利于买家', 'result against the buyer'),
    action: text(
      '页面有“申诉/复审”按钮的，提交申诉；没有的，联系平台客服',
      'press the appeal button if the page has one, else contact the consumer hotline',
    ),
    duration: 'page',
    onTimeout: text('申诉入口关闭', 'the appeal window closes'),
    sources: [{ key: 'API1' }, { key: 'S2' }],
    confidence: ['V2', 'S'],
  },
  {
    id: 'AP.law.reason',
    owners: ['platform'],
    trigger: text('平台依规则对买家或卖家采取措施', 'any measure against a seller or buyer based on platform rules'),
    action: text(
      '说明事实、理由和依据，并提供便捷的申诉途径',
      'state facts, reasons and basis, and offer an easy appeal',
    ),
    duration: null,
    onTimeout: text('可以向市场监管部门举报', 'can be reported to the authority'),
    sources: [{ key: 'L8', article: '第19、20条' }],
    confidence: ['V'],
  },
  {
    id: 'AP.law.human',
    owners: ['platform'],
    trigger: text(
      '申诉只由人工智能处理，当事人要求人工判定',
      'the appeal was handled only by AI and the party asks for a human decision',
    ),
    action: text('人工复核，及时告知结果', 'human review, result told in time'),
    duration: null,
    onTimeout: text('可以向市场监管部门举报', 'can be reported to the authority'),
    sources: [{ key: 'L8', article: '第19条' }],
    confidence: ['V'],
  },
]);
