import type { ChatSoFar, WalkedChat } from '../evidence/chat/types.ts';
import type { CaptureGeometry } from '../evidence/page-capture.ts';
import type { CaptureGap } from '../evidence/types.ts';
import type { ChatMessage, IsoTime, Reading } from '../marketplaces/types.ts';
import type { ShotRequest } from '../messaging/types.ts';
import { formatIso } from '../shared/time.ts';

/** One screen, or one area of the page, as the walk sees it. */
export type Shot = Pick<ShotRequest, 'scrollTop' | 'expectedShots' | 'messages' | 'view' | 'pass' | 'area'>;

/** What a walk over the page may ask for; the outside decides and stores. */
export interface WalkDeps {
  /**
   * Takes a picture of the screen as it is now; false when the page would not stand still for it. Rejects when the capture
   * was cancelled or cannot go on.
   */
  shoot: (shot: Shot) => Promise<boolean>;
  /** `shoot` can take an `area` of the page instead of the screen, seen or not. */
  canShootAreas: boolean;
  /** Reads the page as it is now. */
  read: () => Reading;
  now: () => number;
}

/** How far a walk through a chat is. */
export interface ChatProgress {
  messages: number;
  /** When the oldest message that was read was sent; null while none says so. */
  reached: IsoTime | null;
  /** Everything that has been read, now and then: what is left when the page goes away. */
  soFar: ChatSoFar | null;
}

/** What a walk found. */
export interface Walk {
  geometry: CaptureGeometry;
  gaps: CaptureGap[];
  /** For a chat, oldest first. */
  messages: ChatMessage[];
  /** How the messages were gathered; null for every other page. */
  chat: WalkedChat | null;
}

/** Notes what was done and when, for the record that goes with the evidence. */
export class StepLog {
  readonly steps: { at: string; what: string }[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  add(what: string): void {
    this.steps.push({ at: formatIso(this.now()), what });
  }
}
