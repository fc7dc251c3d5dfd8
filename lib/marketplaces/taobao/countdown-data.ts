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

const isEpochMs = (value: number) => value > 1e12 && value < 1e13;

/**
 * A countdown to the instant that the page itself names: `targetTime` and `serverTime` in epoch ms, between `preText` and
 * `afterText`. Null for data of another form and for a clock that had run out when the page was made.
 */
export function countdownToInstant(prompt: Literal, viewing: Viewing): Countdown | null {
  const [target = Number.NaN, server = Number.NaN] = ['targetTime', 'serverTime'].map((key) =>
    Number(textAt(prompt, key) ?? Number.NaN),
  );
  if (!isEpochMs(target) || target <= server) return null;
  const remainingMs = isEpochMs(server) ? target - server : undefined;
  const after = (textAt(prompt, 'afterText') ?? '').replace(/^[;；,，]\s*/u, '');
  const words = [textAt(prompt, 'preText'), remainingMs && clock(remainingMs / SECOND_MS), after];
  return {
    endsAt: formatIso(target),
    ...(viewing.at === undefined && remainingMs !== undefined && { remainingMs }),
    text: words.filter(Boolean).join(' '),
    action: countdownAction(after),
  };
}
