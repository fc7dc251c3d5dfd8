/** Yuan as a decimal string with two places, such as `"35.20"`; never a number, which could not hold every amount. */
export type Yuan = string;

const AMOUNT = /^(-?)\s*([¥￥]?)\s*(-?)\s*(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d{1,2}))?(?![\d.,，])\s*(元?)(.*)$/su;
/** What may not follow a price that was paid: “88.00起”, “88-120”, “3.52*2(数量)”. */
const NOT_A_TOTAL = /^\s*(?:起|[-~～—至]\s*[¥￥]?\s*\d|[*×xX/])/u;
const MAX_YUAN_DIGITS = 9;

/**
 * Reads an amount at the start of `text`: `￥1,288.50`, `-￥27.00`, `¥ 8 . 27` split over elements, `153元`.
 * A bare whole number counts only when nothing follows it, so `3天` and `12:30` are no amounts.
 * Returns null when there is none or when it is a price range, a starting price or a product.
 */
export function parseYuan(text: string): Yuan | null {
  const match = AMOUNT.exec(joinSplitPrice(text.trim()));
  if (!match) return null;
  const [, minusBefore, sign, minusAfter, whole = '', cents, unit, rest = ''] = match;
  const isBareInteger = !sign && !unit && cents === undefined;
  if (NOT_A_TOTAL.test(rest) || (isBareInteger && rest.trim())) return null;
  const digits = whole.replace(/[,，]/gu, '').replace(/^0+(?=\d)/u, '');
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

/** 4740n → `"47.40"`. */
export function fromCents(cents: bigint): Yuan {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
