import type { Box, ChatPlan } from '../evidence/chat/types.ts';
import type { CaptureGap } from '../evidence/types.ts';
import type { ChatList } from './chat-list.ts';
import type { Gathered, ReadLine } from './gathered.ts';
import type { WalkDeps } from './types.ts';
import { viewOf } from './view.ts';

/** A screenshot that takes longer waits for the browser's quota: the gesture that made them free is over. */
const FREE_SHOT_MS = 400;
/** From then on one is taken so often, so that each part of a long conversation can be compared with what was on the screen. */
const SAMPLE_EVERY_MS = 10_000;

/** A line on the page with the message it was gathered as. */
export interface SeenLine {
  line: ReadLine;
  gathered: Gathered;
}

/** Decides which screens of a chat are photographed, and ties each message to the frames that show it. */
export class ChatFrames {
  readonly gaps = new Set<CaptureGap>();
  /** `scrollTop` of each shot. */
  readonly shots: number[] = [];
  private readonly list: ChatList;
  private readonly deps: WalkDeps & { plan: ChatPlan };
  private areFree = true;
  private takenAt = 0;
  /** The screen that was left without a frame. */
  private left: { seen: readonly SeenLine[]; messages: number } | null = null;

  constructor(list: ChatList, deps: WalkDeps & { plan: ChatPlan }) {
    this.list = list;
    this.deps = deps;
  }

  /** Photographs the screen if the plan wants it, or when `isNeeded`: something on it is kept in no other way. */
  async take(
    seen: readonly SeenLine[],
    { isNeeded, messages }: { isNeeded: boolean; messages: number },
  ): Promise<void> {
    this.left = { seen, messages };
    if (isNeeded || this.isWanted(seen)) await this.shoot(seen, messages);
  }

  /** Photographs the screen that stands at the beginning of the conversation, unless that was done. */
  async last(): Promise<void> {
    if (this.left) await this.shoot(this.left.seen, this.left.messages);
  }

  /** True while every screen is photographed. */
  areWanted(): boolean {
    return this.deps.plan.frames === 'all' || this.areFree;
  }

  private isWanted(seen: readonly SeenLine[]): boolean {
    const { framesBefore } = this.deps.plan;
    const isOlder = ({ gathered: { message } }: SeenLine) => message.at === null || message.at < (framesBefore ?? '9');
    if (!seen.some(isOlder)) return false;
    return this.areWanted() || performance.now() - this.takenAt > SAMPLE_EVERY_MS;
  }

  private async shoot(seen: readonly SeenLine[], messages: number): Promise<void> {
    const start = performance.now();
    const { top } = this.list;
    const shown = this.list.shown();
    const view = viewOf('chat', this.list.box(), this.list.contentHeight);
    const isStill = await this.deps.shoot({ scrollTop: top, expectedShots: 0, messages, view, pass: 1 });
    if (!isStill) this.gaps.add('unstableFrames');
    this.takenAt = performance.now();
    this.areFree = this.takenAt - start < FREE_SHOT_MS;
    const shot = this.shots.push(top) - 1;
    this.left = null;
    const hasMoved = JSON.stringify(this.list.shown()) !== JSON.stringify(shown);
    if (!hasMoved) tie(seen, shown, shot); // Else nobody can say what is where in it.
  }
}

/** Notes with each message that it is seen in a frame, and where. */
function tie(seen: readonly SeenLine[], shown: readonly { key: string; box: Box }[], shot: number): void {
  const free = [...shown];
  for (const { line, gathered } of seen) {
    const place = free.findIndex(({ key }) => key === line.key);
    const [found] = place === -1 ? [] : free.splice(place, 1); // Two equal messages have two places.
    if (found) gathered.frames.push({ shot, box: found.box });
  }
}
