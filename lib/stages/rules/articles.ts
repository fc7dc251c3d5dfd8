import { type Text, text } from '../text.ts';
import type { SourceKey } from './sources.ts';
import type { Confidence, SourceRef } from './types.ts';

/** Something that the three older articles say, and what is to be said about it today (rules 1.8). */
export interface ArticleClaim {
  articles: readonly Extract<SourceKey, 'S0' | 'S1' | 'S2'>[];
  says: Text;
  finding: Text;
  /** Empty where the finding only is that no source confirms it. */
  sources: readonly SourceRef[];
  confidence: readonly Confidence[];
}

/** What is stale or contradicted in the articles, in the order of rules 1.8. */
export const ARTICLE_CLAIMS: readonly ArticleClaim[] = [
  {
    articles: ['S1'],
    says: text('投诉时限“一般为订单完成后30天内”', 'complaints “generally within 30 days of completion”'),
    finding: text(
      '旧规则文本和订单页都是交易成功或关闭后15天，部分三包类目的售后期30至180天；以页面为准，不要按30天等',
      'older rule texts and the order page say 15 days after success or closing, some categories 30–180 for after-sales; the page decides, do not count on 30',
    ),
    sources: [{ key: 'H1' }, { key: 'H5' }, { key: 'H6' }, { key: 'H7' }],
    confidence: ['V2'],
  },
  {
    articles: ['S2'],
    says: text('退款“三天后”才可以申请客服介入', 'intervention possible “after three days”'),
    finding: text(
      '来自旧的3天答复期；2022-08-10起卖家答复期是2天（未发货24小时）',
      'follows from the old 3 days; since 2022-08-10 the seller has 2 days (24 hours before shipping)',
    ),
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
  },
  {
    articles: ['S2'],
    says: text('“过个9天后他再次拒绝你又得等”', '“after 9 days he refuses again and you wait again”'),
    finding: text(
      '来自旧的10天确认期；2022-07-04起退货签收后卖家只有3天',
      'follows from the old 10 days; since 2022-07-04 the seller has 3 days once the return is signed',
    ),
    sources: [{ key: 'H1' }],
    confidence: ['V2'],
  },
  {
    articles: ['S2'],
    says: text('既说“无法再申诉了”，又说“依然还有机会去申诉”', 'both “no more appeal” and “still a chance to appeal”'),
    finding: text(
      '文章自相矛盾。卖家有申诉；买家在页面开放申诉时可以；2026-02-01起平台应当提供便捷的申诉，只由人工智能处理的可以要求人工判定',
      'the article contradicts itself. Sellers can appeal, buyers where the page allows it; since 2026-02-01 the platform has to offer an easy appeal and, where AI alone handled it, a human decision on demand',
    ),
    sources: [{ key: 'T4', article: '第4条' }, { key: 'API1' }, { key: 'L8', article: '第19条' }],
    confidence: ['X', 'V2', 'V'],
  },
  {
    articles: ['S2'],
    says: text('处理结果“三个工作日”，又说“4个工作日”', 'a decision in “three” and in “4 working days”'),
    finding: text('文章自相矛盾；规则里没有数字', 'the article contradicts itself; the rules have no number'),
    sources: [{ key: 'T1' }],
    confidence: ['V'],
  },
  {
    articles: ['S2'],
    says: text('“签收了就默认产品无问题”', '“once signed the goods count as faultless”'),
    finding: text(
      '对买家，这样的条款在法院无效；在平台上，买家点了确认收货之后，表面不一致要自己举证。卖家收退货时要当面验货，表面不符的拍照拒收',
      'against a buyer such a clause is void in court; on the platform a buyer who confirmed receipt has to prove surface faults. A seller receiving a return inspects at handover and refuses what looks wrong',
    ),
    sources: [
      { key: 'L14', article: '第1条' },
      { key: 'T1', article: '第37、76条' },
    ],
    confidence: ['V'],
  },
  {
    articles: ['S2'],
    says: text('快递证明要总公司盖红章，“网点的无效”', 'the carrier’s proof needs the head office’s red stamp'),
    finding: text(
      '现行规则没有这个要求，第38条只说由谁举证；有总公司的证明当然更有力，只是不必须',
      'not in the present rules, whose art. 38 only says who has to prove; helpful, but not required',
    ),
    sources: [{ key: 'T1', article: '第38条' }],
    confidence: ['V', 'I'],
  },
  {
    articles: ['S2'],
    says: text('小二误判，“淘宝会赔付给你的”', 'when misjudged “Taobao will pay you”'),
    finding: text(
      '规则写的是申诉成立则改变结论；赔付部分的文字没有读全，没有读到平台有赔付义务',
      'the rules say that a won appeal changes the decision; the text on compensation is cut off, no duty to pay was found',
    ),
    sources: [{ key: 'T4', article: '第12条' }],
    confidence: ['X'],
  },
  {
    articles: ['S2'],
    says: text('为减少损失可以“退款不退货”', 'to limit the damage “refund without return”'),
    finding: text(
      '这是卖家自己的选择；2026-02-01起平台不得强制卖家退款不退货',
      'the seller’s free choice; since 2026-02-01 the platform may not force it',
    ),
    sources: [{ key: 'L8', article: '第27条第1项' }],
    confidence: ['V'],
  },
  {
    articles: ['S0'],
    says: text(
      '12315“是中国国家工商行政管理总局设立”',
      '12315 was set up by the State Administration for Industry and Commerce',
    ),
    finding: text(
      '现在由国家市场监督管理总局主管，统一通过全国12315平台处理',
      'today the market regulators handle everything through the national 12315 platform',
    ),
    sources: [{ key: 'L1', article: '第4、8、40条' }],
    confidence: ['V'],
  },
  {
    articles: ['S1'],
    says: text('拨打12315、12345“需要加上所在地区的区号”', 'dial the area code before 12315 and 12345'),
    finding: text(
      '短号直接拨；只有找别的城市才加区号（没有核实）',
      'short numbers are dialled as they are; the code is for another city (not verified)',
    ),
    sources: [],
    confidence: ['R'],
  },
  {
    articles: ['S1'],
    says: text(
      '互联网信息服务投诉平台“由国家互联网信息办公室设立”',
      'the Cyberspace Administration runs ts.isc.org.cn',
    ),
    finding: text(
      '网址是中国互联网协会的；网信办自己的是12377',
      'the address is that of the Internet Society of China; the administration’s own is 12377',
    ),
    sources: [],
    confidence: ['V2', 'R'],
  },
  {
    articles: ['S1'],
    says: text('买东西的纠纷找12381和部长信箱', '12381 and the minister’s mailbox for disputes about goods'),
    finding: text(
      '工信部不管商品质量和退款，只管电信和互联网服务；可能被转办或不收',
      'the ministry is not competent for goods or refunds, only for telecom and internet services; expect a transfer or refusal',
    ),
    sources: [],
    confidence: ['R'],
  },
  {
    articles: ['S1'],
    says: text('淘宝客服电话9510211', 'Taobao’s telephone 9510211'),
    finding: text('没有在任何来源核实', 'not verified in any source'),
    sources: [],
    confidence: ['S'],
  },
  {
    articles: ['S0'],
    says: text('12315介入后会协调有关部门，“马上处理”', '12315 steps in and handles it “at once”'),
    finding: text(
      '7个工作日决定是否受理；双方都同意才调解，最长60日；调解不是裁决',
      '7 working days to accept or refuse; mediation only if both sides agree, up to 60 days; it is no ruling',
    ),
    sources: [{ key: 'L1', article: '第15、18、23条' }],
    confidence: ['V'],
  },
  {
    articles: ['S0', 'S1'],
    says: text('几个渠道可以一起投诉（没有提醒重复）', 'several channels at once (not a word on duplicates)'),
    finding: text(
      '法院、仲裁机构、其他行政机关、消协已受理或处理同一争议的，12315不予受理；同时找12345或消协，可能丢掉12315的投诉',
      '12315 refuses a dispute that a court, arbitration, another authority or 消协 has accepted or handled; filing with 12345 or 消协 as well can cost the 12315 complaint',
    ),
    sources: [{ key: 'L1', article: '第16条第2项' }],
    confidence: ['V'],
  },
];
