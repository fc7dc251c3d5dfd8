import type { CaptureGap } from '../evidence/types.ts';
import type { ChatMessage } from '../marketplaces/types.ts';
import { addOlder, type Conversation } from './chat-merge.ts';
import { rememberScroll } from './page-state.ts';
import { type Scroller, scrollToTop } from './scroller.ts';
import { nextPaint, picturesLoaded } from './settle.ts';
import type { StepLog, Walk, WalkDeps } from './types.ts';
import { viewOf } from './walk-page.ts';

/** Each step shows the end of the one before, so that the runs overlap. */
const STEP_SHARE = 0.85;
const MAX_SHOTS = 1500;
/** How long the page may take to load older messages before the top counts as the beginning. */
const OLDER_PATIENCE_MS = 2500;

interface ChatWalkDeps extends WalkDeps {
  /** The messages that are in the document now, oldest first. */
  readMessages: () => ChatMessage[];
}

/**
 * Walks a conversation from the newest message to the first, photographs each screen and gathers the messages as data
 * while the page recycles its nodes. The list ends where it was when the capture began.
 */
export async function walkChat(scroller: Scroller, deps: ChatWalkDeps, log: StepLog): Promise<Walk> {
  const { element } = scroller;
  const restore = rememberScroll([element]);
  const gaps = new Set<CaptureGap>(['framesOnly']);
  const shots: number[] = [];
  let known: Conversation = { messages: [], breaks: 0 };
  try {
    scrollToTop(element, element.scrollHeight);
    for (let more = true; more; ) {
      await nextPaint();
      if (!(await picturesLoaded())) gaps.add('picturesNotLoaded');
      known = addOlder(known, deps.readMessages());
      const view = viewOf('chat', scroller.box(), element.scrollHeight);
      const shot = { scrollTop: element.scrollTop, expectedShots: 0, messages: known.messages.length, view, pass: 1 };
      if (!(await deps.shoot(shot))) gaps.add('unstableFrames');
      shots.push(element.scrollTop);
      if (shots.length >= MAX_SHOTS) break;
      more = await goUp(element);
    }
    if (shots.length >= MAX_SHOTS) gaps.add('chatStartNotReached');
    if (known.breaks > 0) gaps.add('chatDiscontinuous');
    if (known.messages.some(({ images }) => images.length > 0)) gaps.add('chatPicturesNotSaved');
    log.add(
      `自下而上翻阅聊天记录，截图 ${shots.length} 张，读到消息 ${known.messages.length} 条，前后衔接中断 ${known.breaks} 处`,
    );
    return {
      geometry: { ...viewOf('chat', scroller.box(), element.scrollHeight), shots },
      gaps: [...gaps],
      messages: known.messages,
    };
  } finally {
    restore();
    log.add('聊天窗口已恢复原来的位置');
  }
}

/** One step towards the beginning; at the top it waits for the page to load older messages. False when there are none. */
async function goUp(element: Element): Promise<boolean> {
  if (element.scrollTop <= 0 && !(await olderMessagesLoaded(element))) return false;
  scrollToTop(element, Math.max(0, element.scrollTop - element.clientHeight * STEP_SHARE));
  return true;
}

/**
 * Waits for the list to grow at its top. Pages either keep the view where it is (scrollTop becomes larger) or stay at the
 * top with other content; both show as a change of height.
 */
async function olderMessagesLoaded(element: Element): Promise<boolean> {
  const height = element.scrollHeight;
  const until = performance.now() + OLDER_PATIENCE_MS;
  while (performance.now() < until) {
    if (element.scrollHeight > height) {
      await nextPaint();
      if (element.scrollTop <= 0) scrollToTop(element, element.scrollHeight - height);
      return true;
    }
    await nextPaint();
  }
  return false;
}
