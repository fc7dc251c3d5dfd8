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
  navigation: PageNavigation;
  /** Null when the user has not allowed the question. */
  serverTime: ServerTimeAnswer | null;
  /** What was done, in order, with ISO times. */
  steps: { at: string; what: string }[];
}

/** What a page tells about itself when its capture begins: all there is when it goes away in the middle. */
export type PageSnapshot = Pick<PageCapture, 'url' | 'title' | 'reading' | 'text' | 'environment' | 'navigation'>;

/** The browser as the page sees it. */
export interface PageEnvironment {
  userAgent: string;
  languages: string[];
  timeZone: string;
  /** Minutes east of UTC. */
  utcOffset: number;
  /** Zoom of the tab, 1 for 100 %; null when the browser does not say. It is part of `devicePixelRatio`. */
  zoom: number | null;
  screen: { width: number; height: number };
  viewport: { width: number; height: number };
  devicePixelRatio: number;
  referrer: string;
}

/** How the page was reached, as the browser tells the page itself. */
export interface PageNavigation {
  /** The address that the document came from after all redirects; scripts may have changed it since. */
  loadedFrom: string | null;
  /** `navigate`, `reload`, `back_forward` or `prerender`. */
  kind: string | null;
  /** Redirects within the site; the browser keeps those of other sites to itself. */
  redirects: number | null;
  status: number | null;
  /** Epoch ms by the clock of this computer. */
  loadedAt: number;
  /** Parts of the page that its servers refused, without the queries of their addresses. */
  failedLoads: { address: string; status: number }[];
}

/** One request to the page's own server, asked for its clock. Instants are epoch ms of this computer's clock. */
export interface ServerTimeAnswer {
  url: string;
  sentAt: number;
  receivedAt: number;
  /** Null when no answer came. */
  status: number | null;
  /** The header as it stands; null when there is none. */
  date: string | null;
  /** Seconds that the answer has been kept somewhere on the way; its date is not of now then. */
  age: string | null;
}
