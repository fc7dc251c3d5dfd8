import type { ChatSoFar } from '../evidence/chat/types.ts';
import type { Gathered } from './gathered.ts';
import type { ChatProgress } from './types.ts';

const TOLD_EVERY_MS = 250;
/** So much is lost at most when the page goes away in the middle. */
const NOTED_EVERY_MS = 3000;

/** Tells how far the walk through a chat is, without holding it up, and learns what the user wants meanwhile. */
export class ChatReport {
  private readonly send: (progress: ChatProgress) => Promise<{ stop: boolean }>;
  private hasStopped = false;
  private failure: unknown = null;
  private toldAt = Number.NEGATIVE_INFINITY;
  private notedAt = Number.NEGATIVE_INFINITY;

  constructor(send: (progress: ChatProgress) => Promise<{ stop: boolean }>) {
    this.send = send;
  }

  /** The user has had enough. */
  get stopAsked(): boolean {
    return this.hasStopped;
  }

  /** Throws what ended the capture, if something has. */
  throwIfEnded(): void {
    if (this.failure !== null) throw this.failure;
  }

  /**
   * Tells how far it is a few times in a second, and everything that has been read every few seconds.
   * @throws what ended the capture, if something has.
   */
  tell(messages: readonly Gathered[], soFar: () => ChatSoFar): void {
    this.throwIfEnded();
    const now = performance.now();
    if (now - this.toldAt < TOLD_EVERY_MS) return;
    this.toldAt = now;
    const isDue = now - this.notedAt > NOTED_EVERY_MS;
    if (isDue) this.notedAt = now;
    const reached = messages.find(({ message }) => message.at !== null)?.message.at ?? null;
    this.send({ messages: messages.length, reached, soFar: isDue ? soFar() : null }).then(
      ({ stop }) => {
        this.hasStopped ||= stop;
      },
      (error: unknown) => {
        this.failure = error ?? new Error('The capture has ended');
      },
    );
  }
}
