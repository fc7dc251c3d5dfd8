import { type Text, text } from '../text.ts';
import { CHECKED_ON } from './define.ts';
import type { Confidence } from './types.ts';

/** A way to have a dispute handled (rules 5). */
export interface Channel {
  id: string;
  name: Text;
  /** What it is for and how to use it, as a sentence for the person who may go there. */
  use: Text;
  /** When it is wrong or what it costs; null when nothing is known against it. */
  caution: Text | null;
  /** Until when it is open, null when no limit is known. */
  deadline: Text | null;
  /** How fast it answers, null when nothing is published. */
  answer: Text | null;
  confidence: readonly Confidence[];
  checkedOn: string;
}

type Row = Omit<Channel, 'caution' | 'deadline' | 'answer' | 'checkedOn'> &
  Partial<Pick<Channel, 'caution' | 'deadline' | 'answer'>>;

const THREE_YEARS = text('知道或应当知道权益被侵害起3年内', 'within 3 years of knowing');
const ONE_AUTHORITY = text(
  '别的行政机关、消协、法院已受理或处理同一争议的，12315不予受理；同一争议只走一处',
  '12315 refuses a dispute that another authority, 消协 or a court has accepted; go to one of them only',
);
const ACCEPT_AND_MEDIATE = text('7个工作日决定是否受理，调解60日', '7 working days to accept, 60 days of mediation');

const ROWS: readonly Row[] = [
  {
    id: 'CH.seller',
    name: text('找卖家协商（旺旺）', 'talk to the seller (旺旺)'),
    use: text('先在旺旺里写清要求和期限，留下文字', 'state your demand and a date in the chat; keep it in writing'),
    confidence: ['V'],
  },
  {
    id: 'CH.refund',
    name: text('退款/售后', 'refund / after-sales'),
    use: text(
      '在订单上申请退款、退货、换货、维修、补寄或价保',
      'apply on the order for refund, return, exchange, repair, resend or price protection',
    ),
    deadline: text('自动确认收货前；交易成功后15天内', 'before auto-confirm; 15 d after success'),
    answer: text('24小时/2天', '24 h / 2 d'),
    confidence: ['V2'],
  },
  {
    id: 'CH.complain',
    name: text('投诉卖家', 'complain about the seller'),
    use: text(
      '在订单详情“投诉商家”，针对违背承诺、发货、服务、虚假发货',
      'under 投诉商家 on the order, for broken promises, shipping, service, fake shipping',
    ),
    deadline: text('一般15天，以页面为准', 'usually 15 d; the page decides'),
    confidence: ['V2'],
  },
  {
    id: 'CH.intervene',
    name: text('要求客服介入（小二）', 'ask the platform to step in'),
    use: text(
      '卖家拒绝或超时后，在退款详情要求客服介入，把凭证一次交齐',
      'after a refusal or time-out, on the refund page; hand in all proof at once',
    ),
    deadline: text('退款申请关闭之前', 'before the request is closed'),
    confidence: ['S'],
  },
  {
    id: 'CH.jury',
    name: text('大众评审', '大众评审'),
    use: text('部分纠纷可选，由用户评审', 'some disputes are decided by users'),
    caution: text('可能误判，时间没有公布', 'may err; the timing is not published'),
    confidence: ['V'],
  },
  {
    id: 'CH.hotline',
    name: text('淘宝客服热线 9510211、在线客服', 'Taobao hotline 9510211 and online service'),
    use: text('查询进度，或投诉处理不当', 'ask about the progress, or complain about the handling'),
    caution: text('号码来自文章，没有核实', 'the number is from an article and not verified'),
    confidence: ['S'],
  },
  {
    id: 'CH.merchant',
    name: text('商家热线、商家客服、申诉中心', 'merchant hotline and appeal centre'),
    use: text('不服处理结果，带着决定和凭证申诉', 'appeal with the decision and proof'),
    confidence: ['X'],
  },
  {
    id: 'CH.xiaoer',
    name: text('投诉小二', 'complain about the platform’s agent'),
    use: text(
      '要求平台书面说明事实、理由和依据，并要求人工判定',
      'ask the platform for facts, reasons and basis, and for a human decision',
    ),
    confidence: ['V'],
  },
  {
    id: 'CH.12315.web',
    name: text('全国12315平台', 'the national 12315 platform'),
    use: text(
      '消费争议用“投诉”，违法线索用“举报”，写成两份',
      'a dispute as 投诉, a lead on a violation as 举报, in two texts',
    ),
    caution: ONE_AUTHORITY,
    deadline: THREE_YEARS,
    answer: ACCEPT_AND_MEDIATE,
    confidence: ['V'],
  },
  {
    id: 'CH.12315.tel',
    name: text('12315电话', '12315 by telephone'),
    use: text('同12315平台，口述内容', 'the same as the platform, read out'),
    caution: ONE_AUTHORITY,
    deadline: THREE_YEARS,
    answer: ACCEPT_AND_MEDIATE,
    confidence: ['V'],
  },
  {
    id: 'CH.12315.odr',
    name: text('ODR企业（12315平台上的绿色通道）', 'ODR company on the 12315 platform'),
    use: text(
      '先由企业自己和解，和解不成再转市场监管部门',
      'the company settles first; otherwise it goes to the authority',
    ),
    answer: text('10个工作日', '10 working days'),
    confidence: ['V2'],
  },
  {
    id: 'CH.12345',
    name: text('12345政务服务便民热线', '12345 government hotline'),
    use: text('本地事务，会转给市场监管部门', 'local matters; passed on to the authority'),
    caution: text('代替12315，不要同时走', 'instead of 12315, not beside it'),
    confidence: ['R'],
  },
  {
    id: 'CH.12381',
    name: text('12381工信公共服务', '12381 of the ministry of industry'),
    use: text('电信、互联网服务问题', 'telecom and internet-service matters'),
    caution: text('不管退款和商品质量', 'not for refunds or the quality of goods'),
    confidence: ['S', 'R'],
  },
  {
    id: 'CH.minister',
    name: text('部长信箱（miit.gov.cn）', "minister's mailbox (miit.gov.cn)"),
    use: text('对互联网服务的意见', 'opinions on internet services'),
    caution: text('不管退款和商品质量', 'not for refunds or the quality of goods'),
    confidence: ['S', 'R'],
  },
  {
    id: 'CH.isc',
    name: text('互联网信息服务投诉平台（ts.isc.org.cn）', 'internet service complaints (ts.isc.org.cn)'),
    use: text('账号、应用、信息服务问题，须实名', 'account, app and information services; real name'),
    caution: text('由中国互联网协会运营，不是行政处理', 'run by the Internet Society of China; no authority'),
    confidence: ['V2', 'R'],
  },
  {
    id: 'CH.12300',
    name: text('12300电信用户申诉', '12300 telecom appeals'),
    use: text('先向运营商投诉，15天没有答复再申诉', 'complain to the operator first; appeal after 15 d'),
    deadline: text('费用争议5个月内', 'fee disputes within 5 months'),
    confidence: ['V2'],
  },
  {
    id: 'CH.12377',
    name: text('12377违法和不良信息举报中心', '12377 illegal information'),
    use: text('违法信息、诈骗网站', 'illegal information and fraud sites'),
    confidence: ['R'],
  },
  {
    id: 'CH.heimao',
    name: text('黑猫投诉', '黑猫投诉'),
    use: text('公开投诉，企业自愿回复', 'public complaint; the company answers voluntarily'),
    caution: text('没有答复义务；先遮住个人信息', 'no duty to answer; cover personal data first'),
    confidence: ['S'],
  },
  {
    id: 'CH.social',
    name: text('微博、微信等公开发布', 'public posts'),
    use: text('只说能证明的事实，遮住个人信息', 'only facts you can prove, personal data covered'),
    caution: text('可能侵犯名誉；不要拿曝光相威胁', 'risk of defamation; never use it as a threat'),
    confidence: ['S'],
  },
  {
    id: 'CH.xiehui',
    name: text('消费者协会', 'consumer association (消协)'),
    use: text('请求调解', 'ask for mediation'),
    caution: text('代替12315，不要同时走', 'instead of 12315, not beside it'),
    deadline: THREE_YEARS,
    confidence: ['V', 'R'],
  },
  {
    id: 'CH.post',
    name: text('12305邮政业申诉', '12305 postal appeals'),
    use: text(
      '快递丢失、虚假签收：先向快递公司投诉，7天没有解决再申诉',
      'lost parcels, false signing: complain to the carrier first; appeal after 7 d',
    ),
    deadline: text('约在交寄后一年内（未核实）', 'about one year after posting (not verified)'),
    confidence: ['V', 'R'],
  },
  {
    id: 'CH.platformlaw',
    name: text('举报平台（平台住所地市场监管部门）', "report the platform (authority of the platform's seat)"),
    use: text(
      '平台不说明理由、没有申诉途径、强制仅退款、无效条款、规则不公开',
      'no reasons or appeal, forced refunds without return, void clauses, unpublished rules',
    ),
    answer: text('15个工作日（可再延长15个工作日）', '15 working days (+15)'),
    confidence: ['V'],
  },
  {
    id: 'CH.court',
    name: text('法院（可网上立案）', 'court (online filing possible)'),
    use: text(
      '起诉要求退款、赔偿、三倍或十倍；小额诉讼一审终审',
      'sue for refund, damages, three- or tenfold; small claims have one instance',
    ),
    deadline: text('3年内', 'within 3 years'),
    answer: text('7日内决定是否立案，2至3个月审结', '7 d to register, 2–3 months'),
    confidence: ['V'],
  },
  {
    id: 'CH.lawyer',
    name: text('律师、12348法律援助', 'lawyer, legal aid 12348'),
    use: text('带上整份证据包咨询', 'take the whole bundle along'),
    confidence: ['S', 'R'],
  },
  {
    id: 'CH.arbitration',
    name: text('仲裁', 'arbitration'),
    use: text('只在有仲裁协议时', 'only with an arbitration agreement'),
    confidence: ['V'],
  },
  {
    id: 'CH.police',
    name: text('公安', 'police'),
    use: text(
      '诈骗、敲诈、调包；报警后把受理凭证交给平台，介入可以中止',
      'fraud, blackmail, swapped parcels; give the platform the acceptance document to suspend the case',
    ),
    confidence: ['V'],
  },
];

/** All channels, in the order of rules.md. */
export const CHANNELS: readonly Channel[] = ROWS.map((row) => ({
  caution: null,
  deadline: null,
  answer: null,
  checkedOn: CHECKED_ON,
  ...row,
}));
