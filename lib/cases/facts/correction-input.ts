import { type FactKey, type Facts, PAGE_STAGES, type PageStage, REFUND_TYPES } from '../../marketplaces/types.ts';
import { parseYuan } from '../../shared/money.ts';
import { normalizeSpace, plainText } from '../../shared/text.ts';
import { formatIso, parsePageTime } from '../../shared/time.ts';
import { parseCompany, parseItems, rowsText } from './rows-input.ts';

/** How a fact is typed: what its input looks like and what it takes, as keys of `locales/` under `correction.problem.`. */
export type InputKind =
  | 'number'
  | 'numbers'
  | 'money'
  | 'time'
  | 'words'
  | 'text'
  | 'parcel'
  | 'stage'
  | 'refundType'
  | 'items'
  | 'company';

/** The facts that a user can correct or fill in, in the order of the screens; what people wrote to each other is evidence as it is. */
export const CORRECTABLE = {
  orderNo: 'number',
  subOrderNos: 'numbers',
  refundNo: 'number',
  stage: 'stage',
  countdown: 'time',
  orderStatus: 'words',
  refundStatus: 'words',
  refundType: 'refundType',
  refundReason: 'words',
  refundDescription: 'text',
  refundAmount: 'money',
  paidAmount: 'money',
  goodsAmount: 'money',
  shippingFee: 'money',
  createdAt: 'time',
  paidAt: 'time',
  shipBy: 'time',
  shippedAt: 'time',
  signedAt: 'time',
  completedAt: 'time',
  refundAppliedAt: 'time',
  shopName: 'words',
  sellerNick: 'words',
  buyerNick: 'words',
  carrier: 'words',
  trackingNo: 'parcel',
  returnCarrier: 'words',
  returnTrackingNo: 'parcel',
  complaintNo: 'number',
  complaintStatus: 'words',
  complaintReason: 'words',
  complainedAt: 'time',
  paymentNo: 'number',
  itemId: 'number',
  items: 'items',
  listPrice: 'money',
  company: 'company',
} as const satisfies Partial<Record<FactKey, InputKind>>;
export type CorrectableFact = keyof typeof CORRECTABLE;
export const CORRECTABLE_FACTS = Object.keys(CORRECTABLE) as CorrectableFact[];

export function isCorrectable(fact: FactKey): fact is CorrectableFact {
  return Object.hasOwn(CORRECTABLE, fact);
}

type Value = NonNullable<Facts[FactKey]>;
export type ParsedInput = { value: Value } | { problem: InputKind };

/** How many digits a number has: order and refund numbers are long, payments of Alipay longer, item numbers short. */
export const DIGITS: Partial<Record<CorrectableFact, readonly [number, number]>> = {
  paymentNo: [16, 32],
  itemId: [6, 20],
  complaintNo: [6, 20],
};
export const USUAL_DIGITS: readonly [number, number] = [15, 20];

/** 1688 writes `TQ` before the number of a refund. */
const REFUND_OF_1688 = /^TQ\d{6,24}$/;

const MAX_WORDS = 200;
const MAX_TEXT = 2000;
const PARCEL = /^(?=(?:.*\d){8})[A-Za-z\d-]{8,40}$/;

/**
 * What the user typed as the value of a fact: numbers without spaces, yuan with two places, a local time of China as ISO with
 * `+08:00`. What does not fit is named by its kind, never bent into shape.
 */
export function parseInput(fact: CorrectableFact, typed: string): ParsedInput {
  const kind: InputKind = CORRECTABLE[fact];
  const value = READERS[kind](typed, fact);
  return value === null ? { problem: kind } : { value };
}

const READERS: Record<InputKind, (typed: string, fact: CorrectableFact) => Value | null> = {
  number: readNumber,
  numbers(typed, fact) {
    const numbers = typed.split(/[\s,;，；、]+/u).filter(Boolean);
    const read = numbers.map((number) => readNumber(number, fact)).filter((number) => number !== null);
    return read.length > 0 && read.length === numbers.length ? [...new Set(read)] : null;
  },
  money(typed) {
    const yuan = parseYuan(typed);
    return yuan?.startsWith('-') ? null : yuan;
  },
  time(typed, fact) {
    const instant = parsePageTime(plainText(typed).replace('T', ' '));
    if (instant === null) return null;
    const at = formatIso(instant);
    return fact === 'countdown' ? { endsAt: at, text: '', action: '' } : at;
  },
  words: (typed) => shortText(normalizeSpace(typed), MAX_WORDS),
  text: (typed) => shortText(typed.split('\n').map(normalizeSpace).filter(Boolean).join('\n'), MAX_TEXT),
  parcel(typed) {
    const code = plainText(typed).replace(/\s/gu, '');
    return PARCEL.test(code) ? code : null;
  },
  stage: (typed) => PAGE_STAGES.find((stage) => stage === typed) ?? null,
  refundType: (typed) => REFUND_TYPES.find((type) => type === typed) ?? null,
  items: parseItems,
  company: parseCompany,
};

function readNumber(typed: string, fact: CorrectableFact): string | null {
  const [min, max] = DIGITS[fact] ?? USUAL_DIGITS;
  const number = plainText(typed).replace(/\s/gu, '').toUpperCase();
  if (fact === 'refundNo' && REFUND_OF_1688.test(number)) return number;
  return /^\d+$/.test(number) && number.length >= min && number.length <= max ? number : null;
}

function shortText(words: string, max: number): string | null {
  return words && words.length <= max ? words : null;
}

/** A value as it stands in its input; times as the local time of China, as the inputs of browsers want them. */
export function inputText(fact: CorrectableFact, value: Facts[FactKey] | null): string {
  if (fact === 'countdown') return localTime((value as Facts['countdown'])?.endsAt ?? '');
  if (fact === 'subOrderNos') return (value as Facts['subOrderNos'])?.join(', ') ?? '';
  if (typeof value !== 'string') return rowsText(fact, value);
  return CORRECTABLE[fact] === 'time' ? localTime(value) : value;
}

function localTime(iso: string): string {
  return iso.slice(0, 19);
}

/** True for facts of several fields, which no single place on a page holds. */
export function hasRows(fact: CorrectableFact): fact is 'items' | 'company' {
  return fact === 'items' || fact === 'company';
}

const ORDER_STAGES: readonly PageStage[] = ['UNPAID', 'PAID', 'SHIPPED', 'SUCCESS', 'CLOSED'];
const OF_ORDERS_ONLY = new Set<PageStage>(['UNPAID', 'PAID', 'SHIPPED']);

/** The stages that the user can choose from. */
export function stageChoices(isRefund: boolean): readonly PageStage[] {
  return isRefund ? PAGE_STAGES.filter((stage) => !OF_ORDERS_ONLY.has(stage)) : ORDER_STAGES;
}
