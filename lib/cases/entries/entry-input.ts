import { normalizeSpace } from '../../shared/text.ts';
import { formatIso, type Instant, MINUTE_MS, parseIso, parsePageTime } from '../../shared/time.ts';
import type { Case, CaseEntry } from '../types.ts';
import { choiceOf, ENTRY_CHOICES, type EntryChoice } from './entry-choices.ts';
import { timeOfEntry } from './entry-time.ts';

/** An entry as its form holds it: everything as it was typed or chosen. */
export interface EntryDraft {
  choice: EntryChoice | '';
  /** `2026-11-22T12:15`, local time of China, as inputs of browsers want it. */
  at: string;
  /** A way out, or empty. */
  channel: string;
  note: string;
}

/** Why a draft is no entry, as keys of `locales/` under `entry.problem.`. */
export type EntryProblem = 'choice' | 'time' | 'future' | 'beforeOrder' | 'note';

export const MAX_NOTE = 2000;

/** The draft of a new entry, dated now, or of one that is to be changed. */
export function draftOf(entry: CaseEntry | null, now: Instant): EntryDraft {
  if (!entry) return { choice: '', at: localMinute(now), channel: '', note: '' };
  const at = parseIso(timeOfEntry(entry)) ?? now;
  return {
    choice: (entry.event && choiceOf(entry.event)) ?? '',
    at: localMinute(at),
    channel: entry.channel ?? '',
    note: entry.note,
  };
}

function localMinute(instant: Instant): string {
  return formatIso(instant).slice(0, 16);
}

/**
 * The entry that a draft describes. What has not happened yet is not noted, and nothing of a case is older than its order.
 * @param now when it is entered; the computer's clock may be a little behind the minute that was typed.
 */
export function parseEntry(
  { choice, at, channel, note }: EntryDraft,
  { id, now, known }: { id: string; now: Instant; known: Pick<Case, 'facts'> },
): { entry: CaseEntry } | { problem: EntryProblem } {
  if (choice === '') return { problem: 'choice' };
  const instant = parsePageTime(at.replace('T', ' '));
  if (instant === null) return { problem: 'time' };
  if (instant > now + MINUTE_MS) return { problem: 'future' };
  const ordered = parseIso(known.facts.createdAt ?? '');
  if (ordered !== null && instant < ordered - (ordered % MINUTE_MS)) return { problem: 'beforeOrder' };
  const words = note.split('\n').map(normalizeSpace).join('\n').trim();
  if (words.length > MAX_NOTE) return { problem: 'note' };
  const event = { ...ENTRY_CHOICES[choice].event, at: formatIso(Math.min(instant, now)) };
  return { entry: { id, event, channel: channel || null, note: words, enteredAt: now } };
}
