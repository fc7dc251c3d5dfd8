import type { ChatPlan, ChatSoFar } from '../evidence/chat/types.ts';
import type { PageCapture, PageSnapshot, ShotView } from '../evidence/page-capture.ts';
import type { ScreenText } from '../evidence/types.ts';
import type { IsoTime, Reading } from '../marketplaces/types.ts';
import type { ErrorCode } from '../shared/errors.ts';

/** What a page needs to know to capture itself. */
export interface CaptureStart {
  jobId: string;
  plan: ChatPlan;
  canShootAreas: boolean;
  /** Zoom of its tab. */
  zoom: number | null;
  /** The user allows one request to the page's own server for its time. */
  askServerTime: boolean;
}

/** One request for a screenshot; the page stands still until the answer. */
export interface ShotRequest {
  jobId: string;
  index: number;
  /** Number of screenshots expected; 0 when nobody knows. */
  expectedShots: number;
  /** CSS pixels: how far the walked box is scrolled. */
  scrollTop: number;
  view: ShotView;
  /** Where the words are on the screen. */
  words: ScreenText;
  /** 1; 2 for the screens of a page that is walked once more because it changed under the first walk. */
  pass: number;
  /** Messages read so far, for a chat. */
  messages: number;
  /** What to photograph instead of the screen; only where `capture.begin` was answered with `canShootAreas`. */
  area?: Area | undefined;
  /** 1 for the first picture of this screen, 2 when it has to be taken again … */
  attempt: number;
}

/** A part of the page in CSS pixels, from the page's upper left corner. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What became of a screenshot. Not kept: the screen was not finished, the page should ask again. */
export interface ShotOutcome {
  kept: boolean;
  isStill: boolean;
}

/** How a capture has ended, in the user's language. */
export interface CaptureNews {
  state: 'done' | 'partial' | 'failed';
  words: string;
}

/** A picture of a message, as a `data:` address: nothing else travels in a message. */
export interface HandedPicture {
  jobId: string;
  /** Where the page has it from. */
  address: string;
  picture: string;
}

/** A capture as its page hands it over at the end. */
export type CaptureFinish = PageCapture & { jobId: string };

export interface ExportOptions {
  captureIds: string[];
  claims: { kind: string; amount?: string; note?: string }[];
  complainant: { name?: string; idType?: string; idNumber?: string; phone?: string; address?: string };
  /** Puts the originals of covered files into the bundle as well. */
  withOriginals?: boolean;
}

/** An export as the offscreen page gets it; it cannot ask the browser for the extension's version itself. */
export interface BundleOrder {
  jobId: string;
  caseId: string;
  options: ExportOptions;
  software: { name: string; version: string; browser: string; os: string; buildSha256?: string };
}

/** Where the copy of a page is in the isolated world of our scripts until it is fetched, which the page itself cannot reach. */
export const PAGE_COPY = 'disputeDossierPageCopy';

/** Background → content script: report again what the page shows. */
export const PAGE_AGAIN = 'page.again';

/**
 * Every message there is: who sends it, what it carries and what comes back. Failures travel as codes, never as thrown
 * errors.
 */
export interface MessageMap {
  // content script → background
  'page.report': { payload: { reading: Reading; url: string; title: string }; result: null };
  /** Lets the content script into the page of the sender, when it is one of ours. */
  'page.watch': { payload: Record<string, never>; result: null };
  'capture.begin': { payload: PageSnapshot; result: CaptureStart };
  'capture.shot': { payload: ShotRequest; result: ShotOutcome };
  'capture.picture': { payload: HandedPicture; result: null };
  /** How far the reading of a chat is; the answer says whether the user has had enough. */
  'capture.progress': {
    payload: { jobId: string; messages: number; reached: IsoTime | null; soFar: ChatSoFar | null };
    result: { stop: boolean };
  };
  'capture.finish': { payload: CaptureFinish; result: CaptureNews };
  /** The page is not in front; the walk goes on when it is again. */
  'capture.wait': { payload: { jobId: string }; result: null };
  /** News is null when the user has taken the capture back. */
  'capture.abort': { payload: { jobId: string; code: ErrorCode }; result: CaptureNews | null };
  // popup, panel, cases → background
  'capture.start': { payload: { tabId: number; plan?: ChatPlan }; result: null };
  /** Enough of a chat: what has been read is kept. */
  'capture.stop': { payload: { jobId: string }; result: null };
  'capture.cancel': { payload: { jobId: string }; result: null };
  'case.keep': { payload: { tabId: number }; result: { caseId: string | null } };
  'export.start': { payload: { caseId: string; options: ExportOptions }; result: { jobId: string } };
  'export.cancel': { payload: { jobId: string }; result: null };
  /** Something that reminders depend on has changed; wakes a background that sleeps. */
  'reminders.look': { payload: Record<string, never>; result: null };
  // background → offscreen page
  'bundle.build': { payload: BundleOrder; result: null };
  'bundle.cancel': { payload: { jobId: string }; result: null };
}
export type MessageType = keyof MessageMap;
export type Payload<Type extends MessageType> = MessageMap[Type]['payload'];
export type Result<Type extends MessageType> = MessageMap[Type]['result'];

export type Reply<Type extends MessageType> = { ok: true; value: Result<Type> } | { ok: false; code: ErrorCode };
