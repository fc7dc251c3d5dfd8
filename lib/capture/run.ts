import {
  MAX_TEXT_CHARS,
  type PageCapture,
  type PageSnapshot,
  type ServerTimeAnswer,
} from '../evidence/page-capture.ts';
import type { OpenChat } from '../marketplaces/adapter.ts';
import type { Reading } from '../marketplaces/types.ts';
import { readEnvironment, visibleText } from './environment.ts';
import { readNavigation } from './navigation.ts';
import { findScroller } from './scroller.ts';
import { StepLog, type Walk, type WalkDeps } from './types.ts';
import { type ChatWalkDeps, walkChat } from './walk-chat.ts';
import { walkPage } from './walk-page.ts';

export interface CaptureDeps extends WalkDeps, Pick<ChatWalkDeps, 'plan' | 'keepPicture' | 'progress'> {
  /** The web chat of the page, or null. */
  chat: OpenChat | null;
  /** Zoom of the tab, which the page cannot see. */
  zoom: number | null;
  /** What the page's server said about its time, when the user allows the question; else null. */
  serverTime: Promise<ServerTimeAnswer> | null;
}

/**
 * What there is of a page before it is walked.
 * @param zoom of the tab, when it is known.
 */
export function snapshotPage(read: () => Reading, zoom: number | null = null): PageSnapshot {
  const { href: url } = location;
  const text = visibleText().slice(0, MAX_TEXT_CHARS);
  const environment = readEnvironment(zoom);
  return { url, title: document.title, reading: read(), text, environment, navigation: readNavigation() };
}

/**
 * Captures the page this runs in: pictures through `shoot`, text, facts, messages, and the record of how it was done. The
 * page is put back before this returns or throws.
 */
export async function capturePage(deps: CaptureDeps): Promise<PageCapture> {
  const log = new StepLog(deps.now);
  const { href } = location;
  log.add(`开始采集：${href}`);
  const { chat } = deps;
  const walk = chat ? await walkChat({ ...deps, chat }, log) : await walkPage(findScroller(document), deps, log);
  const reading = withMessages(deps.read(), walk);
  log.add('已读取页面文字和页面信息');
  const serverTime = await deps.serverTime;
  if (serverTime) log.add('已按用户设置向网页所在的服务器询问一次时间');
  const snapshot = snapshotPage(() => reading, deps.zoom);
  const isCut = snapshot.text.length >= MAX_TEXT_CHARS;
  const gaps = [...walk.gaps, ...(isCut ? ['textTooLong' as const] : [])];
  return { ...snapshot, ...walk, gaps, serverTime, steps: log.steps };
}

/** The reading of a chat has the screen's messages only; the walk has them all. */
function withMessages(reading: Reading, { messages }: Walk): Reading {
  if (messages.length === 0) return reading;
  const { messages: _few, ...facts } = reading.facts;
  return { ...reading, facts };
}
