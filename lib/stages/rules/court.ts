import { text } from '../text.ts';
import { defineSection } from './define.ts';

const CIVIL_PROCEDURE = text('《民事诉讼法》', 'Civil Procedure Law');
const INTERPRETATION = text('民诉法司法解释（法释〔2022〕11号）', 'interpretation Fa Shi [2022] 11');
const PRODUCT_QUALITY = text('《产品质量法》', 'Product Quality Law');

/** Rules 2.3: court. */
export const COURT_RULES = defineSection('2.3', 'calendar', [
  {
    id: 'CT.limit',
    owners: ['buyer', 'seller'],
    trigger: text('知道权利受损和义务人', 'knows the damage and the debtor'),
    action: text(
      '起诉（从记录中最早可能知道的一天起算；书面催告、对方同意履行会重新起算）',
      'sue (counted from the earliest day on record one could have known; a demand or the debtor’s consent restarts it)',
    ),
    duration: { amount: 3, unit: 'y' },
    onTimeout: text('对方可以用诉讼时效抗辩', 'the other side can plead limitation'),
    note: text('最长20年', 'at most 20 years'),
    sources: [{ key: 'L12', article: '第188、195条' }],
    confidence: ['V'],
  },
  {
    id: 'CT.limit.product',
    owners: ['buyer'],
    trigger: text('缺陷产品造成损害', 'damage by a defective product'),
    action: text('起诉要求赔偿', 'sue for damages'),
    duration: { amount: 2, unit: 'y' },
    variants: [{ key: 'civilCode', label: text('按民法典', 'Civil Code'), duration: { amount: 3, unit: 'y' } }],
    onTimeout: text('对方可能用诉讼时效抗辩', 'the other side may plead limitation'),
    note: text(
      '产品质量法写两年，民法典写三年，按较短的准备；交付满10年后请求权消灭',
      'two years in one law, three in the other: use the shorter; the claim dies 10 y after delivery',
    ),
    sources: [
      { key: 'L11', title: PRODUCT_QUALITY, article: '第45条' },
      { key: 'L12', article: '第188条' },
    ],
    confidence: ['V', 'R'],
  },
  {
    id: 'CT.where',
    owners: ['buyer'],
    trigger: text('起诉', 'suit'),
    action: text(
      '向被告住所地或合同履行地法院起诉；网购快递交付的，收货地是合同履行地',
      'court of the defendant’s seat or of performance; for online purchases by carrier the delivery address counts',
    ),
    duration: null,
    onTimeout: null,
    sources: [
      { key: 'L13', title: CIVIL_PROCEDURE, article: '第24条' },
      { key: 'L13', title: INTERPRETATION, article: '第20条' },
    ],
    confidence: ['V'],
  },
  {
    id: 'CT.internet',
    owners: ['buyer'],
    trigger: text('案件在杭州、北京、广州市辖区', 'case in the districts of Hangzhou, Beijing or Guangzhou'),
    action: text(
      '2025-11-01起互联网法院管辖范围有调整，产品责任等移出；网络购物合同是否保留，立案前核实',
      'since 2025-11-01 the internet courts have a new list without product liability; check whether 网络购物合同 is kept',
    ),
    duration: null,
    onTimeout: null,
    sources: [{ key: 'L16' }],
    confidence: ['V2', 'I'],
  },
  {
    id: 'CT.file',
    owners: ['court'],
    trigger: text('提交起诉状', 'suit handed in'),
    action: text('决定是否立案', 'register the case or refuse'),
    duration: { amount: 7, unit: 'd' },
    onTimeout: text('可以查询进度，或向上一级法院反映', 'ask about the progress, or turn to the higher court'),
    sources: [{ key: 'L13', title: CIVIL_PROCEDURE, article: '第126条' }],
    confidence: ['V'],
  },
  {
    id: 'CT.answer',
    owners: ['seller'],
    trigger: text('收到起诉状副本（立案后5日内送达）', 'copy of the suit served (within 5 d of registration)'),
    action: text('提交答辩状', 'hand in the answer'),
    duration: { amount: 15, unit: 'd' },
    onTimeout: text('不影响法院审理', 'the court goes on without it'),
    sources: [{ key: 'L13', title: CIVIL_PROCEDURE, article: '第128条' }],
    confidence: ['V'],
  },
  {
    id: 'CT.small',
    owners: ['court'],
    trigger: text(
      '小额诉讼立案（金额在上年度就业人员年平均工资50%以下，50%至200%须双方约定）',
      'small claim registered (≤50 % of the average annual wage; 50–200 % by agreement)',
    ),
    action: text('审结（一审终审）', 'finish the case (one instance)'),
    duration: { amount: 2, unit: 'm' },
    extension: { amount: 1, unit: 'm' },
    onTimeout: text('经批准可延长一个月', 'one month more with approval'),
    note: text(
      '举证不超过7日，答辩不超过15日；异议在开庭前提出',
      'evidence ≤7 d, answer ≤15 d; objection before the hearing',
    ),
    sources: [
      { key: 'L13', title: CIVIL_PROCEDURE, article: '第165–169条' },
      { key: 'L13', title: INTERPRETATION, article: '第275、279条' },
    ],
    confidence: ['V'],
  },
  {
    id: 'CT.simple',
    owners: ['court'],
    trigger: text('简易程序立案', 'simple procedure registered'),
    action: text('审结', 'finish the case'),
    duration: { amount: 3, unit: 'm' },
    extension: { amount: 1, unit: 'm' },
    onTimeout: text('经批准可延长一个月', 'one month more with approval'),
    sources: [{ key: 'L13', title: CIVIL_PROCEDURE, article: '第164条' }],
    confidence: ['V'],
  },
  {
    id: 'CT.appeal',
    owners: ['buyer', 'seller'],
    trigger: text('收到一审判决（小额诉讼除外）', 'judgment of first instance served (not small claims)'),
    action: text('不服判决的，提起上诉', 'appeal if you do not accept the judgment'),
    duration: { amount: 15, unit: 'd' },
    variants: [{ key: 'ruling', label: text('裁定', 'ruling'), duration: { amount: 10, unit: 'd' } }],
    onTimeout: text('一审判决生效', 'the judgment becomes final'),
    sources: [{ key: 'L13', title: CIVIL_PROCEDURE, article: '第171条' }],
    confidence: ['V'],
  },
  {
    id: 'CT.material',
    owners: ['buyer'],
    trigger: text('准备起诉', 'preparing the suit'),
    action: text(
      '备齐起诉状及副本、身份证明、被告企业信息、证据目录和证据、送达地址确认书；可在人民法院在线服务提交',
      'statement of claim with copies, ID, defendant’s company data, catalogue and evidence, address for service; online at 人民法院在线服务',
    ),
    duration: null,
    onTimeout: null,
    sources: [{ key: 'L13', title: CIVIL_PROCEDURE, article: '第122–124条' }],
    confidence: ['V', 'V2'],
  },
  {
    id: 'CT.edata',
    owners: [],
    trigger: text('对电子数据有争议', 'electronic data disputed'),
    action: text(
      '法院审查系统、主体、时间、存储、收集和完整性；能证明真实性的电子签名、可信时间戳、哈希值校验、区块链可以采信',
      'the court looks at system, author, time, storage, collection and completeness; signatures, time stamps, hashes and blockchain count when authenticity can be shown',
    ),
    duration: null,
    onTimeout: null,
    sources: [
      { key: 'L15', article: '第11条' },
      { key: 'L17', article: '第12–19条' },
    ],
    confidence: ['V'],
  },
]);
