import type { RedactionRule } from '../../evidence/covered.ts';
import { isCardNumber, isIdNumber, isOldIdNumber } from '../numbers.ts';
import type { FindConfidence, Hit } from './types.ts';

/** What stands before numbers that are nobody's: orders, parcels, payments, goods, prices. */
const OTHER_NUMBER =
  /(?:单号|编号|订单|运单|物流号?|快递单|流水号?|交易号|交易单|凭证号?|货号|款号|条形?码|批号|[\w.]*id|no\.?|sku|[¥$])\s{0,2}[:=为是]?\s{0,2}$/i;
const BEFORE_PHONE = /(?:手机|电话|联系|致电|拨打|号码|tel|phone|mobile|vx|wx|微信|支付宝)[^\n\d]{0,6}$/i;
const BEFORE_LANDLINE = /(?:电话|座机|固话|tel|phone)[^\n\d]{0,4}$/i;
const BEFORE_ID = /(?:身份证|证件)[^\n\d]{0,6}$/;
const BEFORE_CARD = /(?:卡号|银行卡|信用卡|储蓄卡|借记卡|银行账[号户]|银行帐[号户])[^\n\d]{0,6}$/;
const LOOK_BACK = 20;

/** A mobile number, alone or with the code of the country; `138****0000` is masked already and stays. */
const MOBILE = /(?<![\d*]|\d[-.])(?:(?:\+|00)86[ -]?|86[ -])?1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\d*a-z]|[-.]\d)/gi;
const MOBILE_WITH_BARE_CODE = /(?<![\d*]|\d[-.])861[3-9]\d{9}(?![\d*a-z]|[-.]\d)/gi;
const LANDLINE = /(?<![\d*]|\d[-.])(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{7,8}(?:[-转]\d{1,5})?(?![\d*a-z]|[-.]\d)/gi;
const BARE_LANDLINE = /(?<![\d*]|\d[-.])(?:0\d{2,3})?[2-8]\d{6,7}(?![\d*a-z]|[-.]\d)/gi;
const ID = /(?<![\da-z*])(?:\d{17}[\dx]|\d{15})(?![\da-z*])/gi;
const CARD = /(?<![\d*a-z]|\d[-.])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{12,19})(?![\d*a-z]|[-.]\d)/gi;

/** Mobile and landline numbers. */
export function findPhones(text: string): Hit[] {
  return [
    ...hits(text, MOBILE, 'phone', (_, before) => (followsLetters(before) ? null : 'high')),
    ...hits(text, MOBILE_WITH_BARE_CODE, 'phone', (_, before) => (BEFORE_PHONE.test(before) ? 'high' : null)),
    ...hits(text, LANDLINE, 'landline', () => 'high'),
    ...hits(text, BARE_LANDLINE, 'landline', (_, before) => (BEFORE_LANDLINE.test(before) ? 'medium' : null)),
  ];
}

/** Identity numbers of 18 characters, and of 15 digits; without a check digit only where the text says that it is one. */
export function findIdNumbers(text: string): Hit[] {
  return hits(text, ID, 'idNumber', (found, before) => {
    if (BEFORE_ID.test(before)) return 'high';
    if (isIdNumber(found)) return 'high';
    return isOldIdNumber(found) ? 'low' : null;
  });
}

/** Numbers of bank cards. */
export function findCards(text: string): Hit[] {
  return hits(text, CARD, 'bankCard', (found, before) => {
    if (BEFORE_CARD.test(before)) return 'high';
    const digits = found.replace(/\D/g, '');
    if (!isCardNumber(digits)) return null;
    return digits !== found ? 'high' : 'medium';
  });
}

function hits(
  text: string,
  pattern: RegExp,
  rule: RedactionRule,
  judge: (found: string, before: string) => FindConfidence | null,
): Hit[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index }) => {
    const before = text.slice(Math.max(0, index - LOOK_BACK), index);
    const confidence = OTHER_NUMBER.test(before) ? null : judge(found, before);
    return confidence ? [{ rule, start: index, end: index + found.length, confidence }] : [];
  });
}

/** `YT13800000000` is a parcel; `tel13800000000` is a telephone. */
function followsLetters(before: string): boolean {
  const letters = /[a-z]+$/i.exec(before)?.[0];
  return letters !== undefined && !/^(?:tel|phone|mobile|vx|wx|v|call)$/i.test(letters);
}
