import type { RedactionRule } from '../../evidence/covered.ts';
import type { FindConfidence, Hit } from './types.ts';

const EMAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}(?![\w-])/gi;

/** A name at a service after its label; a telephone or an address of mail there is found by its own rule. */
const ACCOUNT =
  /(?:微信|wechat|weixin|vx|v信|(?<![a-z])wx|支付宝|alipay|qq|企鹅)(?:账号|帐号|账户|帐户|号码|号|id)?\s{0,2}[:是为]\s{0,2}([a-z][\w-]{4,19}|[1-9]\d{4,10})(?![\w@.-])/giu;

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][· ]?(?=[A-HJ-NP-Z]*\d)[A-HJ-NP-Z\d]{5,6}(?![A-Za-z\d])/g;

const LABELLED_NAME =
  /(?:收货人|收件人|寄件人|联系人|退货人|真实姓名|姓名|快递员|派件员|派送员|配送员|投诉人)(?:姓名)?(?:\s{0,2}:\s{0,2}|\s{1,2}|\n)(\p{Script=Han}{2,6}(?:·\p{Script=Han}{2,8})?)(?![\p{Script=Han}·*])/gu;

/** `张三，13800000000` and `张三 138 0000 0000`: how addresses are written. */
const NAME_BEFORE_PHONE =
  /(?<![\p{Script=Han}·])(\p{Script=Han}{2,6}(?:·\p{Script=Han}{2,8})?)[\s,、(]{1,3}(?:(?:\+86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]\d{7,8})(?!\d)/gu;

/** Words that stand where a name could. */
const NO_NAME =
  /^(?:电话|手机|号码|联系|热线|客服|地址|信息|姓名|快递|派送|派件|配送|签收|收货|微信|方式|拨打|致电|请|您|本人|商家|卖家|买家|订单|退货)|(?:电话|手机|号码|热线|微信|联系|客服|[路街村区市县省镇号楼室栋])$/;

/** E-mail addresses, accounts after their labels, number plates. */
export function findAccounts(text: string): Hit[] {
  return [
    ...matches(text, EMAIL, 'email', 'high'),
    ...matches(text, ACCOUNT, 'account', 'high'),
    ...matches(text, PLATE, 'plate', 'medium'),
  ];
}

/** Names of people: after a label, or before a telephone number. Nothing else tells a name from other words. */
export function findNames(text: string): Hit[] {
  const found = [
    ...matches(text, LABELLED_NAME, 'name', 'high'),
    ...matches(text, NAME_BEFORE_PHONE, 'name', 'medium'),
  ];
  return found.filter(({ start, end }) => !NO_NAME.test(text.slice(start, end)));
}

/** The first group of every match, or all of it. */
function matches(text: string, pattern: RegExp, rule: RedactionRule, confidence: FindConfidence): Hit[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const value = match[1] ?? match[0];
    const start = match.index + match[0].indexOf(value);
    return { rule, start, end: start + value.length, confidence };
  });
}
