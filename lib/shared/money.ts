import { plainText } from './text.ts';

/** Yuan as a decimal string with two places, such as `"35.20"`; never a number, which could not hold every amount. */
export type Yuan = string;

const AMOUNT = /^(-?)\s*([¥￥]?)\s*(-?)\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?![\d.,])(\s*元)?(.*)$/su;
/** What may follow an amount: nothing, a pause, or words that pages print right behind it. */
const AFTER_AMOUNT = /^(?:$|[\s(,;|、。[【]|含|已|整|复制|查看|明细|详情)/u;
/** What shows that it is no total: “88.00 起”, “88 - 120”, “3.52 * 2”, “8.27 x1”, a second number. */
const NOT_A_TOTAL = /^\s*(?:起|[¥￥*×xX/\d]|[-~—–至到]\s*[¥￥]?\s*\d)/u;
const MAX_YUAN_DIGITS = 9;

/**
 * Reads an amount at the start of `text`: `￥1,288.50`, `-￥27.00`, `¥ 8 . 27` split over elements, `153元`, full-width
 * digits. Without ￥ or 元 it counts only when no words follow, so `3天`, `12:30` and `4.9 分` are no amounts.
 * Returns null when there is none or when it is a price range, a starting price, a product, or another unit (`1.2万`).
 */
export function parseYuan(text: string): Yuan | null {
  const match = AMOUNT.exec(joinSplitPrice(plainText(text)));
  if (!match) return null;
  const [, minusBefore, sign, minusAfter, whole = '', cents, unit, rest = ''] = match;
  if (!AFTER_AMOUNT.test(rest) || NOT_A_TOTAL.test(rest)) return null;
  if (!sign && !unit && !(cents === undefined ? /^\s*$/u : /^\s*(?:$|[(,;。|[【])/u).test(rest)) return null;
  const digits = whole.replace(/,/gu, '').replace(/^0+(?=\d)/u, '');
  if (digits.length > MAX_YUAN_DIGITS) return null;
  const amount = `${digits}.${(cents ?? '').padEnd(2, '0')}`;
  return (minusBefore || minusAfter) && amount !== '0.00' ? `-${amount}` : amount;
}

/** Marketplaces print a price over several elements: “￥” “8” “.” “27”. */
function joinSplitPrice(text: string): string {
  return text.replace(/([¥￥])\s+(?=[-\d])/gu, '$1').replace(/(\d)\s*\.\s*(?=\d)/gu, '$1.');
}

/** `"47.40"` → 4740n. Throws a TypeError on anything that `parseYuan` would not return. */
export function toCents(amount: Yuan): bigint {
  const match = /^(-?)(\d+)\.(\d{2})$/.exec(amount);
  if (!match) throw new TypeError(`Not an amount in yuan: ${amount}`);
  const cents = BigInt(`${match[2]}${match[3]}`);
  return match[1] ? -cents : cents;
}
