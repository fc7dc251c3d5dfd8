import type { ChatMessage } from '../marketplaces/types.ts';

/** What is known of a conversation so far. */
export interface Conversation {
  /** Oldest first. */
  messages: ChatMessage[];
  /** Number of places where a step did not overlap the one before, so that messages may be missing there. */
  breaks: number;
}

/**
 * Adds the messages of one more screen, walked from the newest to the oldest. Nodes are recycled, so identity is not in
 * the page: the new run is laid over the known beginning where both say the same, which also proves that nothing is
 * missing between them. Equal messages sent twice stay two; of three in one second the third cannot be told from them.
 */
export function addOlder(known: Conversation, run: readonly ChatMessage[]): Conversation {
  if (run.length === 0) return known;
  if (known.messages.length === 0) return { messages: [...run], breaks: 0 };
  const keys = known.messages.map(keyOf);
  const runKeys = run.map(keyOf);
  if (isRunAt(0, keys, runKeys)) return known;
  const overlap = longestOverlap(runKeys, keys);
  if (overlap === 0 && containsRun(keys, runKeys)) return known;
  const older = run.slice(0, run.length - overlap);
  return { messages: [...older, ...known.messages], breaks: known.breaks + (overlap === 0 ? 1 : 0) };
}

/** How many of the last entries of `older` are the first of `newer`. */
function longestOverlap(older: readonly string[], newer: readonly string[]): number {
  for (let size = Math.min(older.length, newer.length); size > 0; size -= 1) {
    const start = older.length - size;
    if (newer.slice(0, size).every((key, index) => key === older[start + index])) return size;
  }
  return 0;
}

/** The page has gone back to what was seen before. */
function containsRun(keys: readonly string[], run: readonly string[]): boolean {
  return keys.some((_, start) => isRunAt(start, keys, run));
}

function isRunAt(start: number, keys: readonly string[], run: readonly string[]): boolean {
  return run.every((key, index) => key === keys[start + index]);
}

function keyOf({ at, party, sender, kind, text, images }: ChatMessage): string {
  return JSON.stringify([at, party, sender, kind, text, images]);
}
