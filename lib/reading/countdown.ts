import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';

/** A running clock found in text. */
export interface CountdownText {
  remainingMs: number;
  /** The clock itself, such as `还剩 1 天 23 时 05 分`. */
  text: string;
  /** What follows the clock in the same sentence. */
  after: string;
}

/**
 * Only a clock that says it is running counts. “商家应在48小时内处理” is a rule, not a countdown, so one of the words
 * that mark remaining time must stand directly before the number.
 */
const COUNTDOWN =
  /(?:还\s*剩(?:余)?|剩余(?:时间)?|还有|仅剩|倒计时)\s*[:：]?\s*((?:(\d{1,3})\s*天)?\s*(?:(\d{1,3})\s*(?:个)?小?时)?\s*(?:(\d{1,2})\s*分(?:钟)?)?\s*(?:(\d{1,2})\s*秒)?)/u;

/**
 * Finds the first running countdown in one line of text. Units are 天, 小时 or 时, 分 and 秒, each optional, in that order.
 * Returns null when there is none or when every unit is missing.
 */
export function findCountdown(line: string): CountdownText | null {
  const match = COUNTDOWN.exec(line);
  if (!match?.[1]?.trim()) return null;
  const [, , days, hours, minutes, seconds] = match;
  const remainingMs =
    Number(days ?? 0) * DAY_MS +
    Number(hours ?? 0) * HOUR_MS +
    Number(minutes ?? 0) * MINUTE_MS +
    Number(seconds ?? 0) * SECOND_MS;
  return {
    remainingMs,
    text: match[0].trim(),
    after: line.slice(match.index + match[0].length).trim(),
  };
}

const QUOTED_ACTION = /["“「『【]([^"”」』】]{2,12})["”」』】]/u;

/**
 * What the page wants done before the clock ends, from the words after it: the quoted button
 * (`来完成宝贝…的"确认收货"操作` → 确认收货), or the clause itself (`内处理，逾期…` → 处理). Empty when it does not say.
 */
export function countdownAction(after: string): string {
  const quoted = QUOTED_ACTION.exec(after)?.[1];
  if (quoted) return quoted;
  const clause = after.replace(/^[，,。；;\s]*/u, '').split(/[，,。；;！!]/u)[0] ?? '';
  const action = clause.replace(/^(?:之?内|来|以便|用于|请)\s*/u, '').trim();
  return action.length <= 20 ? action : '';
}
