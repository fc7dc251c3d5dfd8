import type { ChatMessage, IsoTime } from '../../marketplaces/types.ts';

/** What the user wants of a conversation, chosen before it is captured. */
export interface ChatPlan {
  /** How far back: until a message older than this has been read; null for everything there is. */
  from: IsoTime | null;
  /** `free`: screenshots as long as they cost no waiting, text and pictures of all. `all`: one of every screen. */
  frames: 'free' | 'all';
  /** Only older messages need screenshots, because an earlier capture has those of the others; null for all. */
  framesBefore: IsoTime | null;
}

/** Everything, without waiting for the browser's quota of screenshots. */
export const WHOLE_CHAT: ChatPlan = { from: null, frames: 'free', framesBefore: null };

/** Left, top, width and height in CSS pixels of a frame. */
export type Box = [left: number, top: number, width: number, height: number];

/**
 * Why a picture of a message could not be kept as a file. `notLoaded`: the page had not loaded it when it was seen.
 * `notReadable`: the page shows it, and its host lets nobody else have it. `tooLarge`: larger than what is kept.
 */
export const PICTURE_GAPS = ['notLoaded', 'notReadable', 'tooLarge'] as const;
export type PictureGap = (typeof PICTURE_GAPS)[number];

/** How one look at the list fits what was known before it; places are those in `messages`. */
export interface ChatStep {
  at: IsoTime;
  /** The first and last message that were read in this look. */
  first: number;
  last: number;
  /** How many of them were known already, which is what proves that nothing is missing in between; 0 for a break. */
  shared: number;
}

/** A conversation as a walk through its list hands it over, beside the messages themselves. */
export interface WalkedChat {
  plan: ChatPlan;
  /** The list was at its top, and the page loaded nothing older. */
  reachedStart: boolean;
  steps: ChatStep[];
  /** One for each message. */
  seen: {
    gapBefore: boolean;
    /** The screenshots that show it, by their number in the walk, with its box there. */
    frames: { shot: number; box: Box }[];
    pictures: { address: string; why: PictureGap | null }[];
  }[];
}

/** What has been read of a conversation while it is still being walked. */
export interface ChatSoFar {
  messages: ChatMessage[];
  chat: WalkedChat;
}

/** A message as a capture keeps it. */
export interface KeptMessage extends ChatMessage {
  /** Messages may be missing between the one before and this one. */
  gapBefore: boolean;
  /** The frames that show it, by file name. */
  frames: { name: string; box: Box }[];
  /** Its pictures; `file` is null when only the frames show it. */
  pictures: { address: string; file: string | null; why: PictureGap | null }[];
}

/** A message for reading; captures of earlier versions know nothing of gaps, frames and picture files. */
export type ShownMessage = ChatMessage & Partial<KeptMessage>;

/** `聊天.json`. Captures of earlier versions hold nothing but the messages. */
export interface ChatFile {
  format: 'chat/2';
  plan: ChatPlan;
  reachedStart: boolean;
  /** Oldest first. */
  messages: KeptMessage[];
  steps: ChatStep[];
}
