import { text } from '../../text.ts';
import type { ChannelDetails } from './types.ts';

/** Courts, and who helps on the way there. */
export const COURT_DETAILS = {
  'CH.court': {
    operator: text('人民法院', "people's courts"),
    roles: ['buyer', 'seller'],
    wrong: text('12315正在调解的：起诉之后调解会终止', 'while 12315 mediates: suing ends the mediation'),
    cost: text(
      '要先交案件受理费，数额以法院通知为准（没有收录）',
      'a court fee is paid first; its amount is not included here',
    ),
    deadline: text(
      '知道权益受损和义务人起3年内（《民法典》第188条）；产品缺陷另有2年的规定，按较早的准备',
      'within 3 years of knowing damage and debtor (Civil Code art. 188); for defects another law says 2 years: prepare for the earlier',
    ),
    answer: text(
      '7日内决定是否立案；小额2个月、简易3个月审结，可以延长',
      '7 d to register; small claims 2 months, simple procedure 3 months, both can be prolonged',
    ),
    bring: text(
      '起诉状和副本、身份证、对方企业信息、证据目录和证据、送达地址确认书',
      'the statement of claim with copies, ID, the defendant’s company data, list of evidence, address for service',
    ),
    contact: text(
      '人民法院在线服务；收货地或被告住所地的法院',
      'the courts’ online service; the court of the place of delivery or of the defendant',
    ),
    articles: text('证据充分时的最后一步', 'the last step, with enough proof'),
    isAuthority: true,
    filings: ['court.filed'],
    sources: [
      { key: 'L12', article: '第188、195条' },
      { key: 'L13', article: '第24、122–126、164–169条' },
      { key: 'L1', article: '第16条第2项' },
    ],
    confidence: ['V'],
  },
  'CH.lawyer': {
    operator: text('律师、法律援助机构', 'lawyers, legal aid'),
    roles: ['buyer', 'seller'],
    wrong: null,
    cost: text('律师收费；法律援助有条件', 'lawyers charge; legal aid has conditions'),
    deadline: null,
    answer: null,
    bring: text('整份证据包', 'the whole bundle'),
    contact: text('电话 12348（没有核实）', 'telephone 12348 (not verified)'),
    articles: text('先弄清自己的权利和程序', 'know your rights and the procedure first'),
    isAuthority: false,
    filings: [null],
    sources: [{ key: 'S0' }],
    confidence: ['S', 'R'],
  },
  'CH.arbitration': {
    operator: text('仲裁机构', 'arbitration bodies'),
    roles: ['buyer', 'seller'],
    wrong: text('没有仲裁协议的', 'without an arbitration agreement'),
    cost: text(
      '受理之后，12315对同一争议不予受理（总局令第121号第16条第2项）',
      'once it has accepted, 12315 refuses the same dispute (Order 121 art. 16(2))',
    ),
    deadline: null,
    answer: null,
    bring: text('仲裁协议和证据', 'the agreement and the evidence'),
    contact: text('仲裁协议写明的机构', 'the body named in the agreement'),
    articles: null,
    isAuthority: true,
    filings: [null],
    sources: [
      { key: 'L3', article: '第39条' },
      { key: 'L1', article: '第16条第2项' },
    ],
    confidence: ['V'],
  },
  'CH.police': {
    operator: text('公安机关', 'police'),
    roles: ['buyer', 'seller'],
    wrong: text('没有诈骗、敲诈、调包的一般消费争议', 'for ordinary disputes without fraud, blackmail or a swap'),
    cost: text(
      '夹带、掉包、造假骗赔或敲诈的，自己会被移送公安（总局令第121号第42条）',
      'who swaps, fakes or blackmails is handed to the police (Order 121 art. 42)',
    ),
    deadline: null,
    answer: text(
      '平台等公安的结果，最长6个月（《淘宝平台争议处理规则》第83条）',
      'Taobao waits up to 6 months for the police (dispute rules art. 83)',
    ),
    bring: text('聊天、付款、物流和实物照片', 'chats, payments, tracking and photos'),
    contact: text('当地公安机关', 'the local police'),
    articles: null,
    isAuthority: false,
    filings: [null],
    sources: [
      { key: 'T1', article: '第83条' },
      { key: 'L1', article: '第42条' },
    ],
    confidence: ['V'],
    elsewhere: { answer: null, sources: [{ key: 'L1', article: '第42条' }] },
  },
} as const satisfies Record<string, ChannelDetails>;
