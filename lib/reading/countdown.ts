import { plainText } from '../shared/text.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';

/** A running clock found in text. */
export interface CountdownText {
  remainingMs: number;
  /** What stands before the clock in the same sentence. */
  before: string;
  /** What follows the clock in the same sentence. */
  after: string;
}

const CLOCK =
  '(?:(\\d{1,3})\\s*天)?\\s*(?:(\\d{1,3}):(\\d{2}):(\\d{2})|(?:(\\d{1,3})\\s*个?小?时)?\\s*(?:(\\d{1,4})\\s*分钟?)?\\s*(?:(\\d{1,4})\\s*秒)?)';
/** No clock ends in the middle of a number or is only about so long. */
const WHOLE = '(?!\\s*(?:\\d|:|\\.\\d|多|余|左右|以上|个))';
/** “商家应在48小时内处理” is a rule, not a countdown, so words that mark remaining time must stand before the number. */
const REMAINING = new RegExp(
  `(?:还\\s*剩(?:余)?|剩余(?:处理)?(?:时间)?|仅剩|还有|倒计时)\\s*:?\\s*(${CLOCK})${WHOLE}`,
  'gu',
);
/** A clock to the minute is running even without such words: `如果商家在 1天23时05分 内未处理`, `2天13:25:39 后自动退款`. */
const PRECISE = new RegExp(`(?<![\\d:.])(${CLOCK})${WHOLE}(?=\\s*(?:之?[内后]))`, 'gu');

/** A clock stands in a sentence; a longer run of text is no sentence, and searching it would only cost time. */
const MAX_LINE = 1000;

/**
 * Finds the running countdowns in one line of text. Units are 天, 小时 or 时, 分 and 秒 in that order, each optional, or
 * `12:30:05`. Empty when there is none.
 */
export function findCountdowns(line: string): CountdownText[] {
  const text = line.length > MAX_LINE ? '' : plainText(line);
  if (!/\d/u.test(text)) return [];
  const remaining = [...text.matchAll(REMAINING)].flatMap((match) => clockOf(text, match));
  if (remaining.length > 0) return remaining;
  return [...text.matchAll(PRECISE)].flatMap((match) => (isPrecise(match[1] ?? '') ? clockOf(text, match) : []));
}

/** Days or hours, and minutes: a single unit is a rule, and `12:00:00` alone a time of day. */
function isPrecise(clock: string): boolean {
  return /天.*[:分]|时.*分/u.test(clock);
}

function clockOf(text: string, match: RegExpExecArray): CountdownText[] {
  const [, , days, clockHours, clockMinutes, clockSeconds, hours, minutes, seconds] = match;
  const units = [days, clockHours ?? hours, clockMinutes ?? minutes, clockSeconds ?? seconds].map(Number);
  const remainingMs = [DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS].reduce(
    (sum, unit, index) => sum + unit * (units[index] || 0),
    0,
  );
  if (remainingMs === 0) return [];
  const before = text.slice(0, match.index).split(/[。!]/u).at(-1) ?? '';
  const after = text.slice(match.index + match[0].length).split(/[。!]/u)[0] ?? '';
  return [{ remainingMs, before: before.trim(), after: after.trim() }];
}

const QUOTED_ACTIONS = /["“「]([^"”」]{2,12})["”」]\s*(操作)?/gu;

/**
 * What the page wants done before the clock ends, from the words after it: the quoted button
 * (`来完成宝贝…的"确认收货"操作` → 确认收货), or the clause itself (`内处理，逾期…`, `卖家逾期未处理，…` → 处理). Empty when it
 * does not say: what happens afterwards (`逾期将自动退款`) is no action.
 */
export function countdownAction(after: string): string {
  const quoted = [...after.matchAll(QUOTED_ACTIONS)];
  const button = (quoted.find(([, , isAction]) => isAction) ?? quoted[0])?.[1];
  if (button) return button;
  const clause = after.replace(/^[，,。；;:：\s]*/u, '').split(/[，,。；;！!（(]/u)[0] ?? '';
  const undone = /(?:逾期|超时|内)未(.{2,})$/u.exec(clause)?.[1];
  const action = undone ?? clause.replace(/^(?:之?内|来|以便|用于|后|请)\s*/u, '').trim();
  return action.length > 20 || /逾期|超时|过期/u.test(action) ? '' : action;
}
