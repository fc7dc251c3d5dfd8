import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { CorrectableFact } from '../../../lib/cases/facts/correction-input.ts';
import { pickedText } from '../../../lib/inspect/picked-text.ts';
import { readFact } from '../../../lib/marketplaces/fact-reader.ts';

/** What is read when the user clicks on the first element of some markup. */
function pick(fact: CorrectableFact, html: string, after?: string): unknown {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  const element = document.body.firstElementChild;
  if (!element) throw new Error('Nothing to click on');
  return readFact(fact, pickedText(element).texts, after);
}

describe('a click on an element reads the fact as pages are read', () => {
  it.each<[CorrectableFact, string, unknown]>([
    ['refundNo', '<span>9000000000000067890</span>', '9000000000000067890'],
    ['refundNo', '<p>退款编号：9000000000000067890 复制</p>', '9000000000000067890'],
    ['refundNo', '<div><span>售后单号</span><span>9000000000000067890</span></div>', '9000000000000067890'],
    ['refundNo', '<p>退款编号：TQ900000000000000001</p>', 'TQ900000000000000001'],
    ['orderNo', '<dl><dt>订单编号</dt><dd>9000000000000012345</dd></dl>', '9000000000000012345'],
    ['orderNo', '<p>编号为：9000000000000012345</p>', '9000000000000012345'],
    ['refundAmount', '<b><i>￥</i><span>8</span><span>.</span><span>27</span></b>', '8.27'],
    ['refundAmount', '<p>退款金额：<em>￥7.04</em></p>', '7.04'],
    ['paidAt', '<span>2026-11-10 09:01:00</span>', '2026-11-10T09:01:00+08:00'],
    ['paidAt', '<li>付款时间： 2026-11-10 09:01:00</li>', '2026-11-10T09:01:00+08:00'],
    ['sellerNick', '<a href="#">测试卖家01</a>', '测试卖家01'],
    ['sellerNick', '<div><span>卖家</span> <a href="#">测试卖家01</a></div>', '测试卖家01'],
    ['refundType', '<span>我要仅退款</span>', 'refundOnly'],
    ['refundStatus', '<h3>等待商家补寄商品</h3>', '等待商家补寄商品'],
    ['trackingNo', '<span>运单号码：SF9000000000001</span>', 'SF9000000000001'],
    ['returnCarrier', '<span>测试快递 95338</span>', '测试快递'],
    ['refundDescription', '<div>退款说明<br>杯口有裂纹<br>装水渗漏</div>', '杯口有裂纹\n装水渗漏'],
    ['complaintNo', '<span>90000001</span>', '90000001'],
  ])('%s in %s is %j', (fact, html, value) => {
    expect(pick(fact, html)).toEqual(value);
  });

  it('means the value when the label was clicked on', () => {
    const { document } = new JSDOM(
      '<ul><li><span>卖家：</span><a>测试卖家01</a></li><li><b>退款编号</b><i>9000000000000067890</i></li></ul>',
    ).window;
    const read = (selector: string, fact: CorrectableFact) => {
      const element = document.querySelector(selector);
      return element && readFact(fact, pickedText(element).texts);
    };
    expect(read('span', 'sellerNick')).toBe('测试卖家01');
    expect(read('b', 'refundNo')).toBe('9000000000000067890');
    expect(read('b', 'orderNo')).toBeNull();
  });

  it('completes a limit without a year', () => {
    const after = '2026-11-10T09:01:00+08:00';
    expect(pick('shipBy', '<p>请在 11月12日 18:00前发货</p>', after)).toBe('2026-11-12T18:00:00+08:00');
    expect(pick('shipBy', '<p>2026-11-12 18:00前发货</p>')).toBe('2026-11-12T18:00:00+08:00');
  });

  it.each<[CorrectableFact, string]>([
    ['refundNo', '<span>9000****7890</span>'],
    ['refundNo', '<button>申请退款</button>'],
    ['refundAmount', '<span>3天</span>'],
    ['paidAt', '<span>昨天</span>'],
    ['orderNo', '<input value="9000000000000012345">'],
    ['orderNo', '<div><script>9000000000000012345</script></div>'],
  ])('%s in %s is nothing', (fact, html) => {
    expect(pick(fact, html)).toBeNull();
  });
});
