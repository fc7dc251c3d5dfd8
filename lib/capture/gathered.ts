import type { Box, ChatStep, PictureGap } from '../evidence/chat/types.ts';
import type { ChatLine } from '../marketplaces/adapter.ts';
import type { ChatMessage } from '../marketplaces/types.ts';
import { layRun } from './chat-merge.ts';

/** One message, however often it was seen on the way. */
export interface Gathered {
  key: string;
  message: ChatMessage;
  /** Messages may be missing before it. */
  gapBefore: boolean;
  frames: { shot: number; box: Box }[];
  pictures: { address: string; why: PictureGap | null }[];
}

/** A line whose message can be read. */
export type ReadLine = ChatLine & { message: ChatMessage };

interface Look {
  at: string;
  first: Gathered;
  last: Gathered;
  shared: number;
}

/** What is known of a conversation while it is walked, and the proof that nothing is missing: how each look fits the others. */
export class Conversation {
  /** Oldest first. */
  messages: Gathered[] = [];
  private readonly looks: Look[] = [];

  /** True when a run touches what is known, or nothing is known yet. */
  fits(run: readonly ReadLine[]): boolean {
    return this.messages.length === 0 || layRun(this.keys(), keysOf(run)).shared > 0;
  }

  /**
   * Adds messages that stand next to each other on the page, oldest first. Where they touch nothing that is known, they are
   * kept apart from it by a gap.
   * @returns the run's messages as they are gathered, in its order.
   */
  add(run: readonly ReadLine[], at: string): Gathered[] {
    if (run.length === 0) return [];
    const { at: place, shared } = layRun(this.keys(), keysOf(run));
    const isFirst = this.messages.length === 0;
    const placed = run.map((line, index) => this.known(shared > 0 ? place + index : -1, line));
    const isNewer = shared === 0 && !isFirst && isAfter(run, this.messages);
    const [front, behind] = isNewer ? [this.messages, placed] : [placed, this.messages];
    const gapAt = behind[0];
    if (shared === 0 && !isFirst && gapAt) gapAt.gapBefore = true;
    this.messages = shared === 0 ? [...front, ...behind] : this.around(place, placed);
    for (const message of placed.slice(1)) message.gapBefore = false; // Seen side by side after all.
    this.looks.push({ at, first: placed[0] as Gathered, last: placed.at(-1) as Gathered, shared });
    return placed;
  }

  /** The looks with the places of their messages in the conversation as it is now. */
  steps(): ChatStep[] {
    const places = new Map(this.messages.map((message, index) => [message, index]));
    const placeOf = (message: Gathered) => places.get(message) ?? 0;
    return this.looks.map(({ at, first, last, shared }) => ({
      at,
      first: placeOf(first),
      last: placeOf(last),
      shared,
    }));
  }

  private keys(): string[] {
    return this.messages.map(({ key }) => key);
  }

  /** What is known already stays; a time that the page had not said clearly before is learned. */
  private known(place: number, { key, message }: ReadLine): Gathered {
    const known = this.messages[place];
    if (!known) return { key, message, gapBefore: false, frames: [], pictures: [] };
    if (known.message.at === null) known.message = message;
    return known;
  }

  private around(place: number, placed: readonly Gathered[]): Gathered[] {
    const older = placed.slice(0, Math.max(0, -place));
    const newer = placed.slice(Math.max(0, this.messages.length - place));
    return [...older, ...this.messages, ...newer];
  }
}

function keysOf(run: readonly ReadLine[]): string[] {
  return run.map(({ key }) => key);
}

/** By their times; without any it is older, because a walk goes that way. */
function isAfter(run: readonly ReadLine[], known: readonly Gathered[]): boolean {
  const first = run.find(({ message }) => message.at !== null)?.message.at ?? '';
  const last = known.findLast(({ message }) => message.at !== null)?.message.at ?? '9';
  return first > last;
}
