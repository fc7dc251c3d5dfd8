import type { ChinaDate } from '../../shared/time.ts';
import { type Text, text } from '../text.ts';

/** `primary`: read in full. `excerpt`: the text found is cut off. `secondary`: a copy or report. `article`: a reader's article. */
export const SOURCE_LEVELS = ['primary', 'excerpt', 'secondary', 'article', 'notRead'] as const;

export interface Source {
  title: Text;
  /** Day the version read came into force; null when it does not say. */
  inForceFrom: ChinaDate | null;
  /** Version in words, e.g. when it was read. */
  version: Text;
  level: (typeof SOURCE_LEVELS)[number];
}

function source(
  title: Text,
  inForceFrom: ChinaDate | null,
  level: Source['level'],
  version: Text = text('', ''),
): Source {
  return { title, inForceFrom, version, level };
}

const CRAWL_2026 = text('2026年年中抓取的摘录', 'excerpt crawled in mid 2026');

/** Where the rules were read (rules 0.4). */
export const SOURCES = {
  T1: source(text('《淘宝平台争议处理规则》', 'Taobao Platform Dispute Rules'), '2025-08-15', 'primary'),
  T2: source(text('《淘宝网发货管理规范》', 'Taobao Shipping Rules'), '2025-09-05', 'excerpt', CRAWL_2026),
  T3: source(text('《淘宝网七天无理由退货规范》', 'Taobao Seven-day Return Rules'), null, 'excerpt', CRAWL_2026),
  T4: source(
    text('《淘宝平台卖家交易纠纷申诉管理规范》', 'Taobao Rules on Seller Appeals in Disputes'),
    null,
    'excerpt',
    CRAWL_2026,
  ),
  T5: source(
    text(
      '淘宝《物流自动拦截服务规范》《“退货宝”服务规范》《评价规范》《标错类事件处理标准》',
      'Taobao rules on parcel interception, return freight, reviews and wrong prices',
    ),
    null,
    'excerpt',
    CRAWL_2026,
  ),
  T6: source(text('《淘宝平台各类商品争议处理规范》', 'Taobao dispute rules by category'), null, 'excerpt', CRAWL_2026),
  T7: source(
    text('《淘宝网超时说明》', 'Taobao Timeouts Explained'),
    null,
    'notRead',
    text('只找到标题，没有读到正文', 'only the title was found'),
  ),
  H1: source(
    text('淘宝帮助中心关于退款超时的说明（转载）', 'Taobao help centre on refund timeouts (copy)'),
    '2022-08-10',
    'secondary',
    text('含2022-07-04、2022-08-10的调整', 'with the changes of 2022-07-04 and 2022-08-10'),
  ),
  H2: source(
    text('淘宝帮助中心关于自动确认收货的说明（转载）', 'Taobao help centre on auto-confirm (copy)'),
    null,
    'secondary',
  ),
  H3: source(
    text('关于《天猫交易时效规定》换货、维修时效调整的报道', 'report on the Tmall time limits for exchange and repair'),
    '2023-04-20',
    'secondary',
  ),
  H4: source(
    text('关于《天猫交易时效规定》的报道', 'report on the Tmall trade time limits'),
    '2018-04-10',
    'secondary',
  ),
  H5: source(
    text('“淘宝规则 违规行为投诉时限”', 'article on Taobao complaint periods'),
    null,
    'secondary',
    text('2012-01-12', '2012-01-12'),
  ),
  H6: source(
    text('投诉淘宝卖家要点（law.ma.cn）', 'points when complaining about a Taobao seller (law.ma.cn)'),
    null,
    'secondary',
    text('2017-07-19', '2017-07-19'),
  ),
  H7: source(
    text('旧商城系统抄录的淘宝订单页文字', 'order page text copied by old shop systems'),
    null,
    'secondary',
    text('2016年以前', 'before 2016'),
  ),
  N1: source(
    text('关于平台取消强制“仅退款”的报道', 'reports on the end of imposed refunds without return'),
    null,
    'secondary',
    text('2023—2025年', '2023–2025'),
  ),
  API1: source(
    text('淘宝开放平台退款对象字段说明', 'Taobao open platform: fields of the refund object'),
    null,
    'secondary',
  ),
  API2: source(text('淘宝退款表字段说明', 'Taobao: fields of the refund table'), null, 'secondary'),
  API3: source(
    text('阿里云LinkedMall、微信小店、抖店售后文档', 'after-sales docs of LinkedMall, WeChat shops and Doudian'),
    null,
    'primary',
    text('2023—2025年', '2023–2025'),
  ),
  J1: source(text('《京东开放平台交易纠纷处理总则》', 'JD Open Platform Dispute Rules'), '2025-07-04', 'primary'),
  L1: source(
    text(
      '《市场监督管理投诉举报处理办法》（总局令第121号）',
      'Measures for Handling Complaints and Reports (SAMR Order 121)',
    ),
    '2026-04-15',
    'primary',
  ),
  L1b: source(
    text('随总局令第121号发布的文书式样', 'form templates issued with SAMR Order 121'),
    '2026-04-15',
    'secondary',
  ),
  L2: source(
    text(
      '《市场监督管理投诉举报处理暂行办法》（总局令第20号，2026-04-15废止）',
      'Interim Measures for Handling Complaints and Reports (SAMR Order 20, repealed 2026-04-15)',
    ),
    '2020-01-01',
    'primary',
  ),
  L3: source(text('《消费者权益保护法》', 'Consumer Protection Law'), '2014-03-15', 'primary'),
  L4: source(
    text('《消费者权益保护法实施条例》', 'Implementing Regulations of the Consumer Protection Law'),
    '2024-07-01',
    'primary',
  ),
  L5: source(text('《电子商务法》', 'E-Commerce Law'), '2019-01-01', 'primary'),
  L6: source(
    text('《网络交易监督管理办法》', 'Measures for the Supervision of Online Trade'),
    '2021-05-01',
    'primary',
    text('2025年修正文本', 'amended in 2025'),
  ),
  L7: source(
    text('《网络购买商品七日无理由退货暂行办法》', 'Interim Measures for Seven-day Returns of Online Purchases'),
    '2017-03-15',
    'primary',
    text('2020-10-23修正', 'amended 2020-10-23'),
  ),
  L8: source(
    text('《网络交易平台规则监督管理办法》', 'Measures for the Supervision of Platform Rules'),
    '2026-02-01',
    'primary',
  ),
  L9: source(
    text('《侵害消费者权益行为处罚办法》', 'Measures for Penalising Infringements of Consumer Rights'),
    '2015-03-15',
    'primary',
    text('2015年文本，之后的修改未核对', '2015 text, later changes not checked'),
  ),
  L10: source(
    text('《市场监督管理行政处罚程序规定》', 'Rules on Administrative Penalty Procedure of Market Supervision'),
    '2022-09-29',
    'primary',
    text('2022年第二次修正，之后的修改未核对', 'second amendment of 2022, later changes not checked'),
  ),
  L11: source(text('《食品安全法》《产品质量法》', 'Food Safety Law, Product Quality Law'), null, 'primary'),
  L12: source(text('《民法典》', 'Civil Code'), '2021-01-01', 'primary'),
  L13: source(
    text('《民事诉讼法》及其司法解释', 'Civil Procedure Law and its interpretation'),
    null,
    'primary',
    text('2023年文本；法释〔2022〕11号', '2023 text; Fa Shi [2022] 11'),
  ),
  L14: source(
    text(
      '《最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）》',
      'Supreme Court Provisions on Online Consumer Disputes (I)',
    ),
    '2022-03-15',
    'primary',
  ),
  L15: source(
    text('《最高人民法院关于互联网法院审理案件若干问题的规定》', 'Supreme Court Provisions on Internet Courts'),
    '2018-09-07',
    'primary',
  ),
  L16: source(
    text(
      '《最高人民法院关于互联网法院案件管辖的规定》',
      'Supreme Court Provisions on the Jurisdiction of Internet Courts',
    ),
    '2025-11-01',
    'secondary',
    text('只读到新闻报道', 'news reports only'),
  ),
  L17: source(text('《人民法院在线诉讼规则》', 'Online Litigation Rules'), '2021-08-01', 'primary'),
  L18: source(
    text(
      '《行政复议法》《快递暂行条例》等',
      'Administrative Reconsideration Law, Interim Regulations on Express Delivery and others',
    ),
    null,
    'primary',
  ),
  L19: source(text('《全国年节及纪念日放假办法》', 'Measures on Public Holidays'), '2025-01-01', 'primary'),
  O1: source(
    text('市场监管部门关于ODR企业的说明（转载）', 'market supervision text on ODR companies (copy)'),
    null,
    'secondary',
  ),
  S0: source(
    text('文章《怎样举报淘宝小二处理不公平?》', 'article “How to report an unfair Taobao agent”'),
    null,
    'article',
    text('2025-01-09', '2025-01-09'),
  ),
  S1: source(
    text('文章《提升淘宝投诉效率的最佳方法》', 'article “Best ways to complain on Taobao”'),
    null,
    'article',
    text('2024-11-23', '2024-11-23'),
  ),
  S2: source(
    text('文章《怎么投诉淘宝小二?被故意针对怎么办?》', 'article “How to complain about a Taobao agent”'),
    null,
    'article',
    text('2022-03-09', '2022-03-09'),
  ),
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;
