import { text } from '../../text.ts';
import type { ChannelDetails } from './types.ts';

const SAMR = text('市场监管部门', 'market regulators');
const THREE_YEARS = text('知道或应当知道权益被侵害起3年内', 'within 3 years of knowing');
const ONE_AUTHORITY = text(
  '法院、仲裁机构、其他行政机关、消协已受理或处理同一争议的，不予受理；同一争议只走一处',
  'a dispute that a court, arbitration, another authority or 消协 has accepted or handled is refused; go to one of them only',
);
const INSTEAD = text(
  '它受理之后，12315对同一争议不予受理（总局令第121号第16条第2项）：代替12315，不要同时走',
  'once it has accepted, 12315 refuses the same dispute (Order 121 art. 16(2)): instead of 12315, not beside it',
);
const ANSWER = text(
  '7个工作日决定是否受理；双方同意调解的，60日内',
  '7 working days to accept; 60 days of mediation if both sides agree',
);
const NOT_A_CONSUMER = text(
  '不是为生活消费购买的，不予受理；卖家不能用“投诉”，只能“举报”',
  'refused when not bought for daily life; a seller can report, not complain',
);
const ART_10 = text(
  '投诉：本人姓名、电话、通讯地址；对方名称和地址；具体请求；事实和凭证（第10条）。举报：具体线索和事实依据（第28条）',
  'complaint: your name, phone, address; the other’s name and address; your claims; facts and proof (art. 10). Report: a concrete lead and its facts (art. 28)',
);

/** Authorities, and what stands beside them. */
export const AUTHORITY_DETAILS = {
  'CH.12315.web': {
    operator: SAMR,
    roles: ['buyer', 'seller'],
    wrong: NOT_A_CONSUMER,
    cost: ONE_AUTHORITY,
    deadline: THREE_YEARS,
    answer: ANSWER,
    bring: ART_10,
    contact: text(
      '全国12315平台的网站、App、微信和支付宝小程序',
      'the 12315 site, app, or its programs in WeChat and Alipay',
    ),
    articles: text(
      '平台没有解决时向12315投诉，写明姓名、联系方式、店铺、内容和全部证据',
      'complain to 12315 when the platform did not help; name, contact, shop, content, all proof',
    ),
    isAuthority: true,
    filings: ['12315.filed', 'report.filed'],
    sources: [{ key: 'L1', article: '第3、8、10、15、16、18、23、28条' }],
    confidence: ['V'],
  },
  'CH.12315.tel': {
    operator: SAMR,
    roles: ['buyer', 'seller'],
    wrong: NOT_A_CONSUMER,
    cost: ONE_AUTHORITY,
    deadline: THREE_YEARS,
    answer: ANSWER,
    bring: ART_10,
    contact: text(
      '电话 12315；找别的城市加拨区号（没有核实）',
      'telephone 12315; other cities by area code (not verified)',
    ),
    articles: text(
      '也可以打电话；二次申诉失败后是“唯一的办法”',
      'also by telephone; “the only way” after a lost second appeal',
    ),
    isAuthority: true,
    filings: ['12315.filed', 'report.filed'],
    sources: [{ key: 'L1', article: '第3、8、10、15、16、18、23、28条' }],
    confidence: ['V'],
  },
  'CH.12315.odr': {
    operator: text('企业自己，市场监管部门指导', 'the company, guided by the market regulator'),
    roles: ['buyer'],
    wrong: text('企业没有加入的，用不了', 'not for companies that have not joined'),
    cost: null,
    deadline: null,
    answer: text('10个工作日', '10 working days'),
    bring: text('同12315投诉', 'as for a 12315 complaint'),
    contact: text('在全国12315平台选择已加入的企业', 'choose the company on the 12315 platform, if it has joined'),
    articles: null,
    isAuthority: true,
    filings: ['12315.filed'],
    sources: [{ key: 'O1' }],
    confidence: ['V2'],
  },
  'CH.12345': {
    operator: text('地方政府', 'city governments'),
    roles: ['buyer', 'seller'],
    wrong: text('已经向12315投诉的：转来的是同一争议', 'after a 12315 complaint: it lands there as the same dispute'),
    cost: INSTEAD,
    deadline: null,
    answer: text('各地不同，常见5至15个工作日（没有核实）', 'differs by city, often 5–15 working days (not verified)'),
    bring: text('姓名、电话、事实', 'name, phone, facts'),
    contact: text(
      '电话 12345；找别的城市加拨区号（没有核实）',
      'telephone 12345; other cities by area code (not verified)',
    ),
    articles: text('“市长热线”，什么诉求都收，会转办；拨“区号+12345”', 'takes all requests and passes them on'),
    isAuthority: true,
    filings: [null],
    sources: [{ key: 'S1' }],
    confidence: ['R'],
  },
  'CH.xiehui': {
    operator: text('消费者协会', 'consumer associations'),
    roles: ['buyer'],
    wrong: text('已经向12315投诉的：同一争议不要再交一次', 'after a 12315 complaint about the same dispute'),
    cost: INSTEAD,
    deadline: THREE_YEARS,
    answer: text('“及时”，没有天数（《消费者权益保护法实施条例》第45条）', '“promptly”, no number of days'),
    bring: text('同12315投诉', 'as for a 12315 complaint'),
    contact: text('当地消协；全国消协智慧315（没有核实）', 'the local one; its national site was not verified'),
    articles: null,
    isAuthority: true,
    filings: [null],
    sources: [
      { key: 'L1', article: '第16条第2项' },
      { key: 'L4', article: '第45条' },
    ],
    confidence: ['V', 'R'],
  },
  'CH.post': {
    operator: text('邮政管理部门', 'postal administration'),
    roles: ['buyer', 'seller'],
    wrong: text('商品本身的问题：快递不负责', 'not for defects of the goods'),
    cost: null,
    deadline: text('约在交寄后一年内（没有核实）', 'about one year after posting (not verified)'),
    answer: text('快递公司7天内处理；申诉的时限没有核实', 'the carrier within 7 d; the appeal’s time is not verified'),
    bring: text('运单号、快递公司的答复', 'the tracking number, the carrier’s answer'),
    contact: text('电话 12305（没有核实）', 'telephone 12305 (not verified)'),
    articles: null,
    isAuthority: false,
    filings: [null],
    sources: [{ key: 'L18', title: text('《快递暂行条例》', 'Express Delivery Regulations'), article: '第28条' }],
    confidence: ['V', 'R'],
  },
  'CH.platformlaw': {
    operator: text('平台住所地的市场监管部门', "the market regulator of the platform's seat"),
    roles: ['buyer', 'seller'],
    wrong: text('要退款、赔偿的：举报查处违法，不解决自己的钱', 'for your money: a report leads to a penalty at most'),
    cost: null,
    deadline: null,
    answer: text('15个工作日内核查决定是否立案，可再延长15个工作日', '15 working days to decide on a case (+15)'),
    bring: text('平台规则的原文和采集的页面', 'the text of the rule and captures'),
    contact: text('全国12315平台选“举报”', 'a report on the 12315 platform'),
    articles: null,
    isAuthority: false,
    filings: ['report.filed'],
    sources: [
      { key: 'L8', article: '第19、20、27–30、39–42条' },
      { key: 'L1', article: '第31条' },
      { key: 'L10', article: '第18条' },
    ],
    confidence: ['V'],
  },
} as const satisfies Record<string, ChannelDetails>;
