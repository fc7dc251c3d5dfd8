import type { ChatPlan, ChatSoFar } from '../evidence/chat/types.ts';
import type { CaptureGap } from '../evidence/types.ts';
import type { OpenChat } from '../marketplaces/adapter.ts';
import { formatIso } from '../shared/time.ts';
import { ChatFrames } from './chat-frames.ts';
import { ChatList } from './chat-list.ts';
import { ChatPictures } from './chat-pictures.ts';
import { ChatReport } from './chat-report.ts';
import { Conversation, type Gathered, type ReadLine } from './gathered.ts';
import { nextPaint } from './settle.ts';
import type { ChatProgress, StepLog, Walk, WalkDeps } from './types.ts';
import { viewOf } from './view.ts';

/** How often a step that overlaps nothing is taken back by half, before the place counts as a gap. */
const TRIES = 3;
/** A list that never ends is left here, and the capture says so. */
const MAX_LOOKS = 8000;

export interface ChatWalkDeps extends WalkDeps {
  chat: OpenChat;
  plan: ChatPlan;
  /** Hands over the bytes of a picture of a message. */
  keepPicture: (address: string, picture: Blob) => Promise<void>;
  /** Tells how far it is; answers whether the user has had enough. Rejects when the capture was cancelled. */
  progress: (progress: ChatProgress) => Promise<{ stop: boolean }>;
}

/**
 * Walks a conversation from the newest message to the first, or to the time the user has chosen, and gathers messages and
 * pictures while the page recycles its nodes (ADR 0009). The list ends where it stood when the capture began.
 */
export function walkChat(deps: ChatWalkDeps, log: StepLog): Promise<Walk> {
  return new ChatWalk(deps, log).run();
}

type Ending = 'start' | 'chosen' | 'stopped' | 'tooLong';

class ChatWalk {
  private readonly list: ChatList;
  private readonly known = new Conversation();
  private readonly frames: ChatFrames;
  private readonly pictures: ChatPictures;
  private readonly report: ChatReport;
  private readonly gaps = new Set<CaptureGap>(['framesOnly']);
  private readonly deps: ChatWalkDeps;
  private readonly log: StepLog;
  /** What the last look has read, oldest first. */
  private lines: readonly ReadLine[] = [];

  constructor(deps: ChatWalkDeps, log: StepLog) {
    this.deps = deps;
    this.log = log;
    this.list = new ChatList(deps.chat);
    this.frames = new ChatFrames(this.list, deps);
    this.pictures = new ChatPictures(deps.keepPicture);
    this.report = new ChatReport(deps.progress);
  }

  async run(): Promise<Walk> {
    const restore = this.list.remember();
    try {
      this.list.toNewest();
      const ending = await this.toOldest();
      await this.lookForNews();
      return this.result(ending);
    } finally {
      restore();
      this.log.add('聊天窗口已恢复原来的位置');
    }
  }

  private async toOldest(): Promise<Ending> {
    let moved = 0;
    for (let looks = 1; ; looks += 1) {
      await this.look(moved);
      this.report.tell(this.known.messages, () => this.soFar(false));
      if (this.isChosenReached()) return 'chosen';
      if (this.report.stopAsked) return 'stopped';
      if (looks >= MAX_LOOKS) return 'tooLong';
      moved = await this.goUp();
      if (moved === 0) {
        await this.frames.last();
        return 'start';
      }
    }
  }

  /** Reads what is on the page. Where it touches nothing that is known, the list is moved back first. */
  private async look(moved: number): Promise<void> {
    await nextPaint();
    let stretches = await this.list.read();
    for (let tries = 1, back = moved / 2; tries <= TRIES && back > 1 && !this.fits(stretches); tries += 1, back /= 2) {
      this.list.move(back);
      await nextPaint();
      stretches = await this.list.read();
    }
    const at = formatIso(this.deps.now());
    const lines = stretches.flat();
    const placed = stretches.flatMap((stretch) => this.known.add(stretch, at));
    if (!(await this.list.picturesLoaded(lines))) this.gaps.add('picturesNotLoaded');
    const seen = lines.map((line, index) => ({ line, gathered: placed[index] as Gathered }));
    this.lines = stretches[0] ?? [];
    const unkept = await this.pictures.keep(seen.filter(({ line }) => this.isAtHand(line)));
    await this.frames.take(seen, { isNeeded: unkept, messages: this.known.messages.length });
  }

  /** Pictures beyond the screen count once they are there; those on the screen count as they are. */
  private isAtHand(line: ReadLine): boolean {
    return line.pictures.every(({ complete }) => complete) || this.list.boxOf(line) !== null;
  }

  private fits(stretches: readonly ReadLine[][]): boolean {
    return stretches.length === 0 || stretches.some((stretch) => this.known.fits(stretch));
  }

  /** One step towards the beginning. Returns how far it went; 0 when there is nothing older. */
  private async goUp(): Promise<number> {
    const length = this.frames.areWanted() ? this.list.screenStep() : this.list.lookStep(this.lines);
    const step = () => -this.list.move(-length);
    const moved = step();
    if (moved >= 1) return moved;
    return (await this.list.olderLoaded()) ? Math.max(1, step()) : 0;
  }

  private isChosenReached(): boolean {
    const { from } = this.deps.plan;
    return from !== null && this.known.messages.some(({ message }) => message.at !== null && message.at < from);
  }

  /** What was said while the list was being walked. */
  private async lookForNews(): Promise<void> {
    this.list.toNewest();
    await nextPaint();
    const stretches = await this.list.read();
    const lines = stretches.flat();
    const placed = stretches.flatMap((stretch) => this.known.add(stretch, formatIso(this.deps.now())));
    await this.list.picturesLoaded(lines);
    await this.pictures.keep(lines.map((line, index) => ({ line, gathered: placed[index] as Gathered })));
  }

  private result(ending: Ending): Walk {
    this.report.throwIfEnded();
    const { messages } = this.known;
    const breaks = messages.filter(({ gapBefore }) => gapBefore).length;
    this.addGaps(ending, breaks);
    this.log.add(
      `自下而上翻阅聊天记录：读到消息 ${messages.length} 条，前后衔接中断 ${breaks} 处，截图 ${this.frames.shots.length} 张，${ENDINGS[ending]}`,
    );
    const { shots } = this.frames;
    return {
      geometry: { ...viewOf('chat', this.list.box(), this.list.contentHeight), shots },
      gaps: [...this.gaps, ...this.frames.gaps],
      ...this.soFar(ending === 'start'),
    };
  }

  private soFar(reachedStart: boolean): ChatSoFar {
    const { messages } = this.known;
    const seen = messages.map(({ gapBefore, frames, pictures }) => ({ gapBefore, frames, pictures }));
    const chat = { plan: this.deps.plan, reachedStart, steps: this.known.steps(), seen };
    return { messages: messages.map(({ message }) => message), chat };
  }

  private addGaps(ending: Ending, breaks: number): void {
    const { messages } = this.known;
    if (ending === 'chosen') this.gaps.add('chatFromChosenDay');
    if (ending === 'stopped' || ending === 'tooLong') this.gaps.add('chatStartNotReached');
    if (breaks > 0) this.gaps.add('chatDiscontinuous');
    if (messages.some(({ pictures }) => pictures.some(({ why }) => why !== null)))
      this.gaps.add('chatPicturesNotSaved');
    if (messages.some(({ frames }) => frames.length === 0)) this.gaps.add('chatFramesPartial');
  }
}

const ENDINGS: Record<Ending, string> = {
  start: '已到列表顶端，等候后没有更早的消息',
  chosen: '已到所选的时间',
  stopped: '由用户停止，更早的消息未采集',
  tooLong: '列表过长，更早的消息未采集',
};
