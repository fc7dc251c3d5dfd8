import { text } from '../../text.ts';
import type { ChannelDetails } from './types.ts';

const TAOBAO = text('淘宝/天猫', 'Taobao/Tmall');
const BY_PAGE = text('以页面为准', 'the page decides');
const NO_DAMAGES = text(
  '要三倍、十倍等法定赔偿的：平台不处理（《淘宝平台争议处理规则》第6条），走12315或法院',
  'for statutory damages such as three or ten times the price: the platform does not decide them (Taobao dispute rules art. 6); use 12315 or the court',
);

const MARKETPLACE = text('平台', 'the marketplace');
const ITS_PAGE = text('该平台的订单或售后页', 'its order or after-sales page');

/** What is left where only the name of a way is known. */
const AS_ITS_PAGE_SAYS = {
  operator: MARKETPLACE,
  wrong: null,
  cost: null,
  deadline: text('以该平台页面为准，没有收录', 'as its page says; not included here'),
  answer: text('以该平台页面为准，没有收录', 'as its page says; not included here'),
  bring: text('订单、聊天记录、照片', 'the order, the chat, photos'),
  contact: ITS_PAGE,
  articles: null,
  sources: [],
  confidence: ['R'],
} as const satisfies ChannelDetails['elsewhere'];

/** Ways that lead through the shop and the marketplace. */
export const PLATFORM_DETAILS = {
  'CH.seller': {
    operator: text('店铺', 'the shop'),
    roles: ['buyer'],
    wrong: null,
    cost: text(
      '和解一旦履行，平台不再受理同一纠纷（《淘宝平台争议处理规则》第6条）',
      'once a settlement is performed the platform takes no new case (Taobao dispute rules art. 6)',
    ),
    deadline: text(
      '没有期限；书面要求履行的，诉讼时效从那时起重新计算（《民法典》第195条）',
      'none; a written demand starts the limitation period anew (Civil Code art. 195)',
    ),
    answer: null,
    bring: text('订单号，要什么、多少钱、什么时候之前', 'the order number; what you want, how much and by when'),
    contact: text('订单页的“联系卖家”', 'the contact button on the order'),
    articles: text(
      '先和卖家沟通“直接解决问题”；在小二介入之前谈好',
      'talk first, it “solves the problem directly”; settle before the platform steps in',
    ),
    isAuthority: false,
    filings: [null],
    sources: [
      { key: 'L12', article: '第195条' },
      { key: 'T1', article: '第6条' },
    ],
    confidence: ['V'],
    elsewhere: {
      cost: null,
      articles: null,
      contact: text('平台的聊天', 'the chat of the marketplace'),
      sources: [{ key: 'L12', article: '第195条' }],
    },
  },
  'CH.refund': {
    operator: TAOBAO,
    roles: ['buyer'],
    wrong: NO_DAMAGES,
    cost: text(
      '售后期过后才撤销申请的，很可能不能再申请',
      'withdrawing after the window is over can probably not be followed by a new request',
    ),
    deadline: text(
      '自动确认收货之前；交易成功后15天内，部分类目更长，以页面为准',
      'before auto-confirm; 15 d after success, longer in some categories; the page decides',
    ),
    answer: text('卖家：未发货24小时，已发货2天', 'the seller: 24 h before shipping, 2 d after'),
    bring: text('原因、金额、照片', 'reason, amount, photos'),
    contact: text('订单详情的“退款/退换”“申请售后”', 'refund or after-sales on the order'),
    articles: text('在订单页“申请售后”；先退款，再要求介入', 'apply on the order; refund first, then intervention'),
    isAuthority: false,
    filings: [null],
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
    elsewhere: AS_ITS_PAGE_SAYS,
  },
  'CH.complain': {
    operator: TAOBAO,
    roles: ['buyer'],
    wrong: text('要退钱的：投诉不是退款申请，退款要另外申请', 'for the money: a complaint is no refund request'),
    cost: null,
    deadline: text(
      '交易成功或关闭后15天左右，以页面为准',
      'about 15 d after the trade succeeded or closed; the page decides',
    ),
    answer: BY_PAGE,
    bring: text('订单、聊天记录、照片', 'the order, the chat, photos'),
    contact: text('手机淘宝：我的淘宝→订单详情→投诉商家', 'in the Taobao app on the order: 投诉商家'),
    articles: text(
      '“投诉卖家”，一般在订单完成后30天内（没有依据，见下）',
      'complain “within 30 days of completion” (no basis, see below)',
    ),
    isAuthority: false,
    filings: ['complaint.filed'],
    sources: [{ key: 'T2', article: '第18条' }, { key: 'H5' }, { key: 'H6' }],
    confidence: ['V2'],
  },
  'CH.intervene': {
    operator: TAOBAO,
    roles: ['buyer', 'seller'],
    wrong: NO_DAMAGES,
    cost: text(
      '举证期内没有交凭证的，可能按对方的说法处理',
      'who hands in no proof in the evidence period may lose on the other side’s word',
    ),
    deadline: text('退款申请关闭之前', 'before the request is closed'),
    answer: text(
      '文章说举证3天、4个工作日出结果；规则里没有数字，以页面为准',
      'articles say 3 d for proof and 4 working days to decide; the rules have no number, the page decides',
    ),
    bring: text(
      '全部凭证；平台要求时提供质检凭证（《淘宝平台争议处理规则》第65、66条）',
      'all proof; a quality report when asked (Taobao dispute rules art. 65, 66)',
    ),
    contact: text('退款详情的“要求客服介入”', 'on the refund page'),
    articles: text(
      '买卖双方举证3天，卖家24小时核实，4个（又说3个）工作日出结果',
      '3 d for proof, 24 h for the seller, 4 (elsewhere 3) working days',
    ),
    isAuthority: false,
    filings: ['intervention.requested'],
    sources: [{ key: 'T1', article: '第2、65、66条' }, { key: 'S2' }],
    confidence: ['S'],
    elsewhere: AS_ITS_PAGE_SAYS,
  },
  'CH.jury': {
    operator: text('平台的用户', 'users of the platform'),
    roles: ['buyer', 'seller'],
    wrong: NO_DAMAGES,
    cost: text('结果直接适用；时间没有公布', 'its result is applied; the timing is not published'),
    deadline: BY_PAGE,
    answer: BY_PAGE,
    bring: text('和客服介入相同', 'the same as for the intervention'),
    contact: text('退款详情，页面给出这个选项时', 'on the refund page, where it is offered'),
    articles: text('介入的两种方式之一，可能“评审失误”', 'one of two kinds of intervention; it may err'),
    isAuthority: false,
    filings: [null],
    sources: [{ key: 'T1', article: '第2条' }],
    confidence: ['V'],
  },
  'CH.hotline': {
    operator: TAOBAO,
    roles: ['buyer', 'seller'],
    wrong: text(
      '不能代替退款申请、介入和申诉，这些要在页面上提交',
      'it replaces no request, intervention or appeal; those are filed on the pages',
    ),
    cost: null,
    deadline: null,
    answer: null,
    bring: text('订单号、退款编号', 'order and refund numbers'),
    contact: text('9510211（来自文章，没有核实）；在线客服', '9510211 (from an article, not verified); online service'),
    articles: text('在线客服或电话9510211“咨询和投诉”', 'online service or 9510211 for questions and complaints'),
    isAuthority: false,
    filings: [null],
    sources: [{ key: 'S0' }, { key: 'S1' }],
    confidence: ['S'],
  },
  'CH.merchant': {
    operator: TAOBAO,
    roles: ['seller'],
    wrong: null,
    cost: text(
      '举证期内没有交有效凭证、凭证虚假的，申诉不受理或不成立；申诉期间原决定照常有效',
      'no valid proof in the evidence period, or false proof, fails; the decision stays in effect meanwhile',
    ),
    deadline: text('系统显示的申诉期限之内', 'within the time the system shows'),
    answer: BY_PAGE,
    bring: text('处理结果，没有适用的规则条文，凭证和上传时间', 'the decision, the rule not applied, proof with times'),
    contact: text(
      '千牛：退款管理→退款详情→发起申诉，或申诉中心→纠纷申诉；商家热线的号码没有读到依据',
      'Qianniu: on the refund, or in the appeal centre; no basis was read for the number of the hotline',
    ),
    articles: text(
      '误判就“直接打商家热线”“继续向平台申诉”，多问几个客服',
      'when misjudged call the hotline, appeal again, ask several agents',
    ),
    isAuthority: false,
    filings: ['appeal.filed'],
    sources: [{ key: 'T4', article: '第4、11、12条' }],
    confidence: ['X'],
    elsewhere: AS_ITS_PAGE_SAYS,
  },
  'CH.xiaoer': {
    operator: text('平台', 'the platform'),
    roles: ['buyer', 'seller'],
    wrong: text('对卖家不满的：用退款和介入', 'for a grievance against the seller: use refund and intervention'),
    cost: null,
    deadline: null,
    answer: text(
      '要求人工判定的，平台要“及时”告知结果，没有天数',
      'the result of a human decision “promptly”; no number of days',
    ),
    bring: text('退款编号、处理结果、没有适用的规则条文', 'the refund number, the decision, the rule that was missed'),
    contact: text(
      '页面开放申诉的用“申诉/复审”，否则在线客服',
      'the appeal on the page where it is open, else online service',
    ),
    articles: text('处理不公可以投诉，小二“可能会被处罚”', 'unfair handling: the agent “may be punished”'),
    isAuthority: false,
    filings: ['appeal.filed', null],
    sources: [{ key: 'L8', article: '第19、20条' }],
    confidence: ['V'],
    elsewhere: { operator: MARKETPLACE, contact: ITS_PAGE, wrong: null, articles: null },
  },
} as const satisfies Record<string, ChannelDetails>;
