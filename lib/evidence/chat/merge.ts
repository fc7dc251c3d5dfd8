import type { Instant } from '../../shared/time.ts';
import { joinRuns } from './join.ts';
import type { ChatFile, KeptMessage } from './types.ts';

/** One capture of a conversation, with what it holds. */
export interface CapturedChat {
  captureId: string;
  takenAt: Instant;
  chat: ChatFile;
}

/** Where a message of the merged conversation is from. */
export interface MessageSource {
  captureId: string;
  /** Its place in that capture. */
  index: number;
}

/** One message, however many captures hold it. */
export interface MergedMessage {
  /** As the earliest capture has it that keeps most of it. */
  message: KeptMessage;
  /** The captures that hold it; the first is the one it is shown as. */
  sources: MessageSource[];
  /** Messages may be missing before it, in every capture. */
  gapBefore: boolean;
}

/** What the captures of one conversation say together. A view: each capture stays its own evidence. */
export interface MergedChat {
  /** Oldest first. */
  messages: MergedMessage[];
  /** A capture went back to the beginning, so that nothing is missing before the first message. */
  reachedStart: boolean;
}

/** A stretch without gaps. */
interface Stretch {
  keys: string[];
  messages: MergedMessage[];
  /** It begins where the conversation does. */
  isStart: boolean;
}

/**
 * Merges captures of one conversation without doubles. Stretches of different captures that share messages become one, so that a
 * later capture closes the gaps of an earlier one; between stretches that share none the gap stays.
 */
export function mergeChats(captures: readonly CapturedChat[]): MergedChat {
  const stretches = [...captures].sort((a, b) => a.takenAt - b.takenAt).flatMap(stretchesOf);
  const merged = stretches.reduce<Stretch[]>(addStretch, []).sort(byTime);
  const messages = merged.flatMap((stretch, place) =>
    stretch.messages.map((message, index) => ({ ...message, gapBefore: place > 0 && index === 0 })),
  );
  return { messages, reachedStart: merged[0]?.isStart ?? false };
}

function stretchesOf({ captureId, chat }: CapturedChat): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, message] of chat.messages.entries()) {
    if (index === 0 || message.gapBefore) {
      stretches.push({ keys: [], messages: [], isStart: index === 0 && chat.reachedStart });
    }
    const stretch = stretches.at(-1) as Stretch;
    stretch.keys.push(keyOf(message));
    stretch.messages.push({ message, sources: [{ captureId, index }], gapBefore: false });
  }
  return stretches;
}

/** Adds a stretch to those that share nothing with each other; it may be the bridge between several. */
function addStretch(known: Stretch[], added: Stretch): Stretch[] {
  const apart: Stretch[] = [];
  let grown = added;
  for (const stretch of known) {
    const both = joinStretches(stretch, grown);
    if (both) grown = both;
    else apart.push(stretch);
  }
  return [...apart, grown];
}

function joinStretches(one: Stretch, other: Stretch): Stretch | null {
  const joined = joinRuns(one.keys, other.keys);
  if (!joined?.some((entry) => 'one' in entry && 'other' in entry && isDated(one, entry.one))) return null;
  const messages = joined.map((entry) => {
    const here = 'one' in entry ? one.messages[entry.one] : undefined;
    const there = 'other' in entry ? other.messages[entry.other] : undefined;
    return here && there ? bothOf(here, there) : ((here ?? there) as MergedMessage);
  });
  return {
    keys: messages.map(({ message }) => keyOf(message)),
    messages,
    isStart: startsTogether(one, other, messages),
  };
}

/** Words alone ("好的") are said again and again; what holds two captures together has a time of its own. */
function isDated({ messages }: Stretch, place: number): boolean {
  return messages[place]?.message.at != null;
}

function startsTogether(one: Stretch, other: Stretch, messages: readonly MergedMessage[]): boolean {
  const [first] = messages;
  const isFirstOf = ({ messages: [own], isStart }: Stretch) =>
    isStart &&
    own?.sources.some(({ captureId, index }) =>
      first?.sources.some((source) => source.captureId === captureId && source.index === index),
    );
  return Boolean(isFirstOf(one) || isFirstOf(other));
}

function bothOf(here: MergedMessage, there: MergedMessage): MergedMessage {
  const count = ({ message }: MergedMessage) => message.pictures.filter(({ file }) => file !== null).length;
  const fuller = count(there) > count(here) ? there : here;
  const others = [here, there].filter((one) => one !== fuller).flatMap(({ sources }) => sources);
  return { ...here, message: fuller.message, sources: [...fuller.sources, ...others] };
}

/** Addresses of pictures are left out: sites sign them anew each time. */
function keyOf({ at, party, sender, kind, text, images }: KeptMessage): string {
  return JSON.stringify([at, party, sender, kind, text, images.length]);
}

function byTime(a: Stretch, b: Stretch): number {
  const firstTime = ({ messages }: Stretch) => messages.find(({ message }) => message.at !== null)?.message.at ?? '';
  return firstTime(a) < firstTime(b) ? -1 : 1;
}
