import { countdownAction } from '../../reading/countdown.ts';
import { textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { formatIso, SECOND_MS } from '../../shared/time.ts';
import type { Viewing } from '../adapter.ts';
import type { Countdown } from '../types.ts';

interface Sentence {
  text: string;
  after: string;
}

/** The words around a countdown cell, with the clock written out as the page would show it at load. */
export function sentenceOf(cells: readonly Literal[], index: number, seconds: number): Sentence {
  const words = cells.map((cell) => textAt(cell, 'value') ?? textAt(cell, 'value', 'text') ?? '');
  const before = words.slice(Math.max(0, index - 1), index).join('');
  const after = words.slice(index + 1).join('');
  const stop = after.search(/[。！!]/u);
  const sentence = stop < 0 ? after : after.slice(0, stop + 1);
  return { text: `${before} ${clock(seconds)} ${sentence}`.trim(), after: sentence };
}

function clock(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return `${days}天${hours}小时${minutes}分${Math.floor(seconds % 60)}秒`;
}

/** A countdown from seconds left at the time the page was loaded; without that time only the length is known. */
export function countdownFromSeconds(seconds: number, { text, after }: Sentence, viewing: Viewing): Countdown {
  const from = viewing.loadedAt ?? viewing.at;
  const remainingMs = Math.round(seconds * SECOND_MS);
  const endsAt = from === undefined ? null : formatIso(from + remainingMs);
  return { endsAt, ...(endsAt === null && { remainingMs }), text, action: countdownAction(after) };
}

/** A countdown to an instant that the page names (`targetTime` in epoch ms). */
export function countdownToInstant(targetMs: number, { text, after }: Sentence): Countdown {
  return { endsAt: formatIso(targetMs), text, action: countdownAction(after) };
}
