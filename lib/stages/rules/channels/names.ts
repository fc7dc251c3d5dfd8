import { type Text, text } from '../../text.ts';

/** What a way out is called and how it is used, short enough for a list of next steps. */
export interface ChannelName {
  name: Text;
  /** What it is for and how to use it, as a sentence for the person who may go there. */
  use: Text;
  /**
   * The words on marketplaces other than Taobao and Tmall, whose pages and telephones are not theirs; null where there is no
   * such way, absent where nothing is different.
   */
  elsewhere?: Pick<ChannelName, 'name' | 'use'> | null;
}

/** The ways out of rules 5, in its order; apart from their details so that the panel need not load those. */
export const CHANNEL_NAMES = {
  'CH.seller': {
    name: text('找卖家协商（旺旺）', 'talk to the seller (旺旺)'),
    use: text('先在旺旺里写清要求和期限，留下文字', 'state your demand and a date in the chat; keep it in writing'),
    elsewhere: {
      name: text('找卖家协商', 'talk to the seller'),
      use: text(
        '先在平台的聊天里写清要求和期限，留下文字',
        'state your demand and a date in the chat; keep it in writing',
      ),
    },
  },
  'CH.refund': {
    name: text('退款/售后', 'refund / after-sales'),
    use: text(
      '在订单上申请退款、退货、换货、维修、补寄或价保',
      'apply on the order for refund, return, exchange, repair, resend or price protection',
    ),
    elsewhere: {
      name: text('平台的退款/售后', 'refund / after-sales of the marketplace'),
      use: text('在订单上申请，条件和时限看页面', 'apply on the order; its page has the conditions and times'),
    },
  },
  'CH.complain': {
    name: text('投诉卖家', 'complain about the seller'),
    use: text(
      '在订单详情“投诉商家”，针对违背承诺、发货、服务、虚假发货',
      'under 投诉商家 on the order, for broken promises, shipping, service, fake shipping',
    ),
    elsewhere: null,
  },
  'CH.intervene': {
    name: text('要求客服介入（小二）', 'ask the platform to step in'),
    use: text(
      '卖家拒绝或超时后，在退款详情要求客服介入，把凭证一次交齐',
      'after a refusal or time-out, on the refund page; hand in all proof at once',
    ),
    elsewhere: {
      name: text('要求平台介入', 'ask the marketplace to step in'),
      use: text('卖家拒绝或超时后，在售后页申请平台介入，条件和时限看页面', 'after a refusal or time-out, on its page'),
    },
  },
  'CH.jury': {
    name: text('大众评审', 'public jury (大众评审)'),
    use: text('部分纠纷可选，由用户评审', 'some disputes are decided by users'),
    elsewhere: null,
  },
  'CH.hotline': {
    name: text('淘宝客服热线、在线客服', 'Taobao hotline and online service'),
    use: text('查询进度，或投诉处理不当', 'ask about the progress, or complain about the handling'),
    elsewhere: null,
  },
  'CH.merchant': {
    name: text('商家热线、商家客服、申诉中心', 'merchant hotline and appeal centre'),
    use: text('不服处理结果，带着决定和凭证申诉', 'appeal with the decision and proof'),
    elsewhere: {
      name: text('平台的商家客服、申诉入口', 'merchant service and appeals of the marketplace'),
      use: text('不服处理结果，带着决定和凭证申诉', 'appeal with the decision and proof'),
    },
  },
  'CH.xiaoer': {
    name: text('投诉小二（平台客服）', 'complain about the platform’s agent'),
    use: text(
      '要求平台说明事实、理由和依据；申诉只由人工智能处理的，要求人工判定',
      'ask the platform for facts, reasons and basis, and for a human decision where an appeal was handled by AI alone',
    ),
    elsewhere: {
      name: text('对平台的处理提出异议', 'object to the marketplace’s handling'),
      use: text(
        '要求平台说明事实、理由和依据；申诉只由人工智能处理的，要求人工判定',
        'ask it for facts, reasons and basis, and for a human decision where an appeal was handled by AI alone',
      ),
    },
  },
  'CH.12315.web': {
    name: text('全国12315平台', 'the national 12315 platform'),
    use: text(
      '消费争议用“投诉”，违法线索用“举报”，写成两份',
      'a dispute as a complaint (投诉), a lead on a violation as a report (举报), in two texts',
    ),
  },
  'CH.12315.tel': {
    name: text('12315电话', '12315 by telephone'),
    use: text('同12315平台，口述内容', 'the same as the platform, read out'),
  },
  'CH.12315.odr': {
    name: text('ODR企业（12315平台上的绿色通道）', 'ODR company on the 12315 platform'),
    use: text(
      '先由企业自己和解，和解不成再转市场监管部门',
      'the company settles first; otherwise it goes to the authority',
    ),
  },
  'CH.12345': {
    name: text('12345政务服务便民热线', '12345 government hotline'),
    use: text('本地事务，会转给市场监管部门', 'local matters; passed on to the authority'),
  },
  'CH.12381': {
    name: text('12381工信公共服务', '12381 of the ministry of industry'),
    use: text('电信、互联网服务问题', 'telecom and internet-service matters'),
  },
  'CH.minister': {
    name: text('部长信箱（miit.gov.cn）', "minister's mailbox (miit.gov.cn)"),
    use: text('对互联网服务的意见', 'opinions on internet services'),
  },
  'CH.isc': {
    name: text('互联网信息服务投诉平台（ts.isc.org.cn）', 'internet service complaints (ts.isc.org.cn)'),
    use: text('账号、应用、信息服务问题，须实名', 'account, app and information services; real name'),
  },
  'CH.12300': {
    name: text('12300电信用户申诉', '12300 telecom appeals'),
    use: text('先向运营商投诉，15天没有答复再申诉', 'complain to the operator first; appeal after 15 d'),
  },
  'CH.12377': {
    name: text('12377违法和不良信息举报中心', '12377 illegal information'),
    use: text('违法信息、诈骗网站', 'illegal information and fraud sites'),
  },
  'CH.heimao': {
    name: text('黑猫投诉', 'Black Cat complaints (黑猫投诉)'),
    use: text('公开投诉，企业自愿回复', 'public complaint; the company answers voluntarily'),
  },
  'CH.social': {
    name: text('微博、微信等公开发布', 'public posts'),
    use: text('只说能证明的事实，遮住个人信息', 'only facts you can prove, personal data covered'),
  },
  'CH.xiehui': {
    name: text('消费者协会', 'consumer association (消协)'),
    use: text('请求调解', 'ask for mediation'),
  },
  'CH.post': {
    name: text('12305邮政业申诉', '12305 postal appeals'),
    use: text(
      '快递丢失、虚假签收：先向快递公司投诉，7天没有解决再申诉',
      'lost parcels, false signing: complain to the carrier first; appeal after 7 d',
    ),
  },
  'CH.platformlaw': {
    name: text('举报平台（平台住所地市场监管部门）', "report the platform (authority of the platform's seat)"),
    use: text(
      '平台不说明理由、没有申诉途径、强制仅退款、无效条款、规则不公开',
      'no reasons or appeal, forced refunds without return, void clauses, unpublished rules',
    ),
  },
  'CH.court': {
    name: text('法院（可网上立案）', 'court (online filing possible)'),
    use: text(
      '起诉要求退款、赔偿、三倍或十倍；小额诉讼一审终审',
      'sue for refund, damages, three- or tenfold; small claims have one instance',
    ),
  },
  'CH.lawyer': {
    name: text('律师、12348法律援助', 'lawyer, legal aid 12348'),
    use: text('带上整份证据包咨询', 'take the whole bundle along'),
  },
  'CH.arbitration': {
    name: text('仲裁', 'arbitration'),
    use: text('只在有仲裁协议时', 'only with an arbitration agreement'),
  },
  'CH.police': {
    name: text('公安', 'police'),
    use: text(
      '诈骗、敲诈、调包；报警后把受理凭证交给平台，介入可以中止',
      'fraud, blackmail, swapped parcels; give the platform the acceptance document to suspend the case',
    ),
    elsewhere: {
      name: text('公安', 'police'),
      use: text('诈骗、敲诈、调包', 'fraud, blackmail, swapped parcels'),
    },
  },
} as const satisfies Record<string, ChannelName>;
export type ChannelId = keyof typeof CHANNEL_NAMES;

/** The words for a channel on a marketplace; null where it does not exist there. */
export function channelWords(id: ChannelId, isTaobao: boolean): Pick<ChannelName, 'name' | 'use'> | null {
  const words: ChannelName = CHANNEL_NAMES[id];
  return isTaobao || words.elsewhere === undefined ? words : words.elsewhere;
}
