import type { ChatMessage, Reading } from '../marketplaces/types.ts';
import type { WalkedChat } from './chat/types.ts';
import type { CaptureGap } from './types.ts';

/** Longer texts of a page are cut: a message between the parts of the extension holds 64 MB. */
export const MAX_TEXT_CHARS = 10_000_000;

/** How the screenshots fit together; all lengths in CSS pixels. */
export interface CaptureGeometry {
  /** `window`: the whole page scrolled. `box`: one scrolling box. `none`: one screen. `chat`: a list that recycles its nodes. */
  kind: 'window' | 'box' | 'none' | 'chat';
  viewport: { width: number; height: number };
  /** The walked box in the viewport. */
  box: { left: number; top: number; width: number; height: number };
  /** Height of everything that was walked. */
  contentHeight: number;
  devicePixelRatio: number;
  /** `scrollTop` of each shot. */
  shots: number[];
}

/** How one screenshot was taken. */
export type ShotView = Omit<CaptureGeometry, 'shots'>;

/** What the page hands over at the end of a capture. */
export interface PageCapture {
  url: string;
  title: string;
  reading: Reading;
  text: string;
  messages: ChatMessage[];
  /** How the messages of a chat were gathered; null for every other page. */
  chat: WalkedChat | null;
  geometry: CaptureGeometry;
  gaps: CaptureGap[];
  environment: PageEnvironment;
  /** What was done, in order, with ISO times. */
  steps: { at: string; what: string }[];
}

/** What a page tells about itself when its capture begins: all there is when it goes away in the middle. */
export type PageSnapshot = Pick<PageCapture, 'url' | 'title' | 'reading' | 'text' | 'environment'>;

/** The browser as the page sees it. */
export interface PageEnvironment {
  userAgent: string;
  languages: string[];
  timeZone: string;
  screen: { width: number; height: number };
  viewport: { width: number; height: number };
  devicePixelRatio: number;
  referrer: string;
}
