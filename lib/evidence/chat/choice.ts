import type { IsoTime } from '../../marketplaces/types.ts';
import { type ChinaDate, formatIso, isChinaDate, startOfChinaDay } from '../../shared/time.ts';
import type { MergedChat } from './merge.ts';
import type { ChatPlan } from './types.ts';

/** How far back a conversation is to be read. `new`: what came after the earlier captures; `older`: on from where they end. */
export type ChatReach = 'all' | 'day' | 'new' | 'older';

/** What the user chooses before a conversation is captured. */
export interface ChatChoice {
  reach: ChatReach;
  /** The day to go back to, `YYYY-MM-DD`; empty while none is chosen. */
  day: ChinaDate | '';
  /** A screenshot of every screen, however long it takes. */
  everyScreen: boolean;
}

export const NO_CHOICE: ChatChoice = { reach: 'all', day: '', everyScreen: false };

/** What earlier captures of the conversation hold. */
export interface ChatPast {
  oldest: IsoTime;
  newest: IsoTime;
  reachedStart: boolean;
}

/** The span of the newest stretch without gaps, to go on from at either end; null when no message says its time. */
export function pastOf({ messages, reachedStart }: MergedChat): ChatPast | null {
  const start = messages.findLastIndex(({ gapBefore }) => gapBefore);
  const times = messages.slice(Math.max(0, start)).flatMap(({ message }) => message.at ?? []);
  const [oldest, newest] = [times[0], times.at(-1)];
  if (oldest === undefined || newest === undefined) return null;
  return { oldest, newest, reachedStart: reachedStart && start === -1 };
}

/** What the capture is told. A choice that is not complete, or goes on from nothing, means everything. */
export function planOf({ reach, day, everyScreen }: ChatChoice, past: ChatPast | null): ChatPlan {
  const from = reach === 'day' && isChinaDate(day) ? formatIso(startOfChinaDay(day)) : null;
  return {
    from: reach === 'new' ? (past?.newest ?? null) : from,
    frames: everyScreen ? 'all' : 'free',
    framesBefore: reach === 'older' ? (past?.oldest ?? null) : null,
  };
}
