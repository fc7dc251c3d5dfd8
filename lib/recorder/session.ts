import { createDigest } from '../evidence/digester.ts';
import { measureBlob } from '../evidence/measure.ts';
import type { Capture, Screenshot } from '../evidence/types.ts';
import type { ShotRequest } from '../messaging/types.ts';
import { AppError, type ErrorCode } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from '../storage/db.ts';
import { keepShot } from '../storage/drafts.ts';
import type { Job } from '../storage/job.ts';
import type { CaptureDraft, StoredShot } from '../storage/rows.ts';

/** As many pictures may be on their way to the disk; a slow disk slows the walk, and does not fill the memory. */
const MAX_PENDING = 6;

/** One capture while its page is walked. */
export class Session {
  readonly draft: CaptureDraft;
  /** The browser holds this capture to its quota of pictures. */
  paced: boolean;
  /** `handedOver`: the page has given everything and may go. `storing`: too late to cancel as well. */
  state: 'taking' | 'handedOver' | 'storing' = 'taking';
  private readonly db: DossierDb;
  private readonly abort = new AbortController();
  private readonly writes: Promise<void>[] = [];
  private done: number;
  private ending: Promise<Capture | null> | null = null;
  /** What the last kept picture looked like. */
  private lastLook: { look: string; scrollTop: number } | null = null;

  /** @param done how many pictures a worker before this one has kept; with it, the gesture is gone. */
  constructor(db: DossierDb, draft: CaptureDraft, done = 0) {
    this.db = db;
    this.draft = draft;
    this.done = done;
    this.paced = done > 0;
  }

  get id(): string {
    return this.draft.id;
  }

  get tabId(): number {
    return this.draft.tabId;
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** Stops the walk and runs `end`, once; who comes later waits for the same end. */
  endOnce(code: ErrorCode, end: () => Promise<Capture | null>): Promise<Capture | null> {
    this.abort.abort(new AppError(code));
    this.ending ??= end();
    return this.ending;
  }

  /** The browser can answer with the screen before: scrolled, but not painted yet. */
  looksLikeTheScreenBefore({ scrollTop }: ShotRequest, { look }: Screenshot): boolean {
    return look === this.lastLook?.look && scrollTop !== this.lastLook.scrollTop;
  }

  /** Keeps a picture; it may still be on its way to the disk when this returns. Rejects when an earlier one did not get there. */
  async keep(request: ShotRequest, shot: Screenshot, takenAt: Instant): Promise<{ done: number; total: number }> {
    this.paced ||= shot.paced;
    this.lastLook = { look: shot.look, scrollTop: request.scrollTop };
    this.done += 1;
    const counted = progressOf(request, this.done);
    const write = this.write(request, shot, takenAt, counted, this.writes.at(-1));
    write.catch(() => undefined); // It is looked at by whoever waits for it.
    this.writes.push(write);
    await this.writes.at(-MAX_PENDING - 1);
    return { done: this.done, total: counted.total };
  }

  /** Resolves when every kept picture is on the disk; rejects when one could not be written. */
  async written(): Promise<void> {
    await Promise.all(this.writes);
  }

  private async write(
    { index, pass, scrollTop, view, words }: ShotRequest,
    { picture }: Screenshot,
    takenAt: Instant,
    progress: Pick<Job, 'phase' | 'done' | 'total'>,
    before: Promise<void> | undefined,
  ): Promise<void> {
    const blob = await picture;
    const { id: draftId, captureId } = this.draft;
    const measured = await measureBlob(blob, createDigest(crypto.subtle));
    const number = String(index + 1).padStart(4, '0');
    const ids = { id: `${draftId}/${index}`, draftId, blobId: `${captureId}/shot-${number}` };
    const row: StoredShot = { ...ids, index, pass, scrollTop, takenAt, view, words, bytes: blob.size, ...measured };
    await before; // One behind the other, so that what is on the disk has no holes.
    await keepShot(this.db, row, blob, progress);
  }
}

function progressOf({ expectedShots, messages }: ShotRequest, done: number): Pick<Job, 'phase' | 'done' | 'total'> {
  if (messages > 0) return { phase: 'readingChat', done: messages, total: 0 };
  return { phase: 'scrolling', done, total: expectedShots && Math.max(expectedShots, done) };
}
