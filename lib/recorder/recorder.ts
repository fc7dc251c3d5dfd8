import type { PageCopy } from '../evidence/capture-record.ts';
import { type ChatPlan, WHOLE_CHAT } from '../evidence/chat/types.ts';
import { createDigest } from '../evidence/digester.ts';
import { isPartial } from '../evidence/gaps.ts';
import { measureBlob } from '../evidence/measure.ts';
import type { PageSnapshot } from '../evidence/page-capture.ts';
import type { Artifact, Capture, CaptureGap, CaptureTrigger, Screenshot } from '../evidence/types.ts';
import type { CaptureFinish, HandedPicture, Payload, ShotOutcome, ShotRequest } from '../messaging/types.ts';
import { fromBase64 } from '../shared/bytes.ts';
import { AppError, type ErrorCode, errorCodeOf } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { askToStop, keepPicture, noteReading } from '../storage/chat-drafts.ts';
import type { DossierDb } from '../storage/db.ts';
import { adoptDraft, dropDraft, handOver, openDraft, shotsOf } from '../storage/drafts.ts';
import { failJob, updateJob } from '../storage/jobs.ts';
import type { CaptureDraft } from '../storage/rows.ts';
import { pictureName } from './chat-files.ts';
import { finishDraft } from './finish-draft.ts';
import type { ToolInUse } from './record.ts';
import { Session } from './session.ts';

/** A page that moves all the time is taken as it is at last; screens that look the same are, too. */
const MAX_ATTEMPTS = 4;

export type ShownState = 'running' | 'done' | 'partial' | 'failed' | 'none';

/** What the recorder needs from the browser. */
export interface RecorderDeps {
  db: DossierDb;
  now: () => Instant;
  /** May still be being worked out when the first capture begins. */
  tool: ToolInUse | Promise<ToolInUse>;
  /** Name of this worker's life. */
  owner: string;
  /** A copy of the page, or why there is none. */
  copyPage: (tabId: number) => Promise<PageCopy | CaptureGap>;
  /** Tells the user outside the panel, on the toolbar icon. */
  showProgress: (tabId: number, state: ShownState, done: number, total: number) => void;
}

/**
 * Runs captures from the first screenshot to the stored evidence. Each screenshot goes into the database as it comes, so
 * that the capture of a worker that dies is taken on by the next one, and one whose page is gone becomes the evidence of what
 * was seen until then.
 */
export class Recorder {
  private readonly sessions = new Map<string, Session>();
  private readonly triggers = new Map<number, { trigger: CaptureTrigger; plan: ChatPlan }>();
  private readonly deps: RecorderDeps;

  constructor(deps: RecorderDeps) {
    this.deps = deps;
  }

  /** Remembers how the capture that is about to begin in a tab was started, and what is wanted if it is a chat. */
  expect(tabId: number, trigger: CaptureTrigger, plan: ChatPlan = WHOLE_CHAT): void {
    this.triggers.set(tabId, { trigger, plan });
  }

  /** The running capture of a tab. */
  runningIn(tabId: number): string | null {
    return this.sessionIn(tabId)?.id ?? null;
  }

  /** A page says that it is ready to be captured. Throws capture.running when that page is being captured already. */
  async begin(tabId: number, begin: PageSnapshot): Promise<{ jobId: string; plan: ChatPlan }> {
    if (this.runningIn(tabId)) throw new AppError('capture.running');
    const { db, now, owner } = this.deps;
    const { trigger, plan } = this.triggers.get(tabId) ?? { trigger: 'button' as const, plan: WHOLE_CHAT };
    this.triggers.delete(tabId);
    const ids = { id: crypto.randomUUID(), captureId: crypto.randomUUID(), tabId };
    const draft = {
      ...ids,
      trigger,
      startedAt: now(),
      owner,
      begin,
      plan,
      page: null,
      pageCopy: null,
      finishedAt: null,
    };
    this.sessions.set(draft.id, new Session(db, draft));
    await openDraft(db, draft).catch((error: unknown) => {
      this.sessions.delete(draft.id);
      throw error;
    });
    this.deps.showProgress(tabId, 'running', 0, 0);
    return { jobId: draft.id, plan };
  }

  /**
   * How the next picture of a capture is taken: its cancel signal, and whether the browser holds it to its quota. Null when
   * this worker does not know it: then it has to `adopt` it first.
   */
  pictureOf(jobId: string): { signal: AbortSignal; paced: boolean } | null {
    const session = this.sessions.get(jobId);
    if (!session) return null;
    session.signal.throwIfAborted();
    return { signal: session.signal, paced: session.paced };
  }

  /** Takes on a capture that a worker before this one has begun. Throws what its job has ended with when it has. */
  async adopt(jobId: string): Promise<{ signal: AbortSignal; paced: boolean }> {
    const { db, owner } = this.deps;
    const draft = await adoptDraft(db, jobId, owner);
    const known = this.pictureOf(jobId); // Somebody may have been quicker.
    if (known) return known;
    if (!draft) throw new AppError((await db.jobs.get(jobId))?.errorCode ?? 'capture.interrupted');
    const session = new Session(db, draft, (await shotsOf(db, jobId)).length);
    this.sessions.set(jobId, session);
    return { signal: session.signal, paced: session.paced };
  }

  /** Keeps one screenshot, unless it shows an unfinished screen and may be taken again. */
  async keep(request: ShotRequest, shot: Screenshot): Promise<ShotOutcome> {
    const session = this.session(request.jobId);
    const { isStill } = shot;
    const isOld = session.looksLikeTheScreenBefore(request, shot);
    if ((isOld || !isStill) && request.attempt < MAX_ATTEMPTS) return { kept: false, isStill };
    const { done, total } = await session.keep(request, shot, this.deps.now());
    this.deps.showProgress(session.tabId, 'running', done, total);
    return { kept: true, isStill };
  }

  /** The page cannot be photographed until the user comes back to it. */
  async wait(jobId: string): Promise<void> {
    await updateJob(this.deps.db, jobId, { phase: 'waitingForTab' }, this.deps.now());
  }

  /** Keeps a picture of a message. */
  async keepPicture({ jobId, address, picture }: HandedPicture): Promise<null> {
    const [head = '', base64 = ''] = picture.split(';base64,');
    const mediaType = head.slice('data:'.length);
    const blob = new Blob([fromBase64(base64)], { type: mediaType });
    const measured = await measureBlob(blob, createDigest(crypto.subtle));
    const describe = (captureId: string, index: number): Artifact => {
      const name = pictureName(index, mediaType);
      const named = { id: `${captureId}/${name}`, name, role: 'picture' as const, mediaType };
      return { ...named, bytes: blob.size, ...measured, derivedFrom: [] };
    };
    await keepPicture(this.deps.db, jobId, address, { blob, describe });
    return null;
  }

  /** Notes how far the reading of a chat is; answers whether the user has had enough. */
  async noteProgress({ jobId, ...progress }: Payload<'capture.progress'>): Promise<{ stop: boolean }> {
    if (!this.sessions.has(jobId)) await this.adopt(jobId);
    this.session(jobId).signal.throwIfAborted();
    return noteReading(this.deps.db, jobId, progress, this.deps.now());
  }

  /** The user has had enough of a chat: the page stops reading, and what it has read is kept. */
  async stop(jobId: string): Promise<null> {
    await askToStop(this.deps.db, jobId);
    return null;
  }

  /** Turns everything into files and stores it, all or nothing; what can be kept of it when its page has gone meanwhile. */
  async finish({ jobId, ...page }: CaptureFinish): Promise<Capture> {
    if (!this.sessions.has(jobId)) await this.adopt(jobId);
    const session = this.session(jobId);
    try {
      const pageCopy = await this.deps.copyPage(session.tabId);
      const { signal } = session;
      signal.throwIfAborted();
      session.state = 'handedOver';
      const finishedAt = this.deps.now();
      const given = { page, pageCopy, finishedAt };
      await Promise.all([session.written(), handOver(this.deps.db, jobId, given)]);
      signal.throwIfAborted();
      session.state = 'storing';
      const capture = await this.store({ ...session.draft, ...given });
      if (!capture) throw new AppError('capture.interrupted');
      return capture;
    } catch (error) {
      session.state = 'taking';
      const kept = await this.endEarly(session, errorCodeOf(error));
      if (kept) return kept;
      throw error;
    }
  }

  /**
   * Ends a capture early. What was seen until then is kept as evidence, unless the user has taken it back or there is no room
   * for it. One that is being stored already goes on to its own end.
   * @returns what was kept.
   */
  async fail(jobId: string, code: ErrorCode): Promise<Capture | null> {
    const session = this.sessions.get(jobId);
    if (session?.state === 'storing') return null;
    if (session) return this.endEarly(session, code);
    const draft = await this.deps.db.drafts.get(jobId);
    if (draft) return this.end(draft, code);
    await failJob(this.deps.db, jobId, code, this.deps.now());
    return null;
  }

  /** The tab went away or to another page. */
  async leave(tabId: number): Promise<void> {
    const session = this.sessionIn(tabId);
    if (session?.state === 'taking') await this.fail(session.id, 'capture.pageGone');
  }

  /** Ends what workers before this one have left and no page goes on with. */
  async recover(): Promise<void> {
    for (const draft of await this.deps.db.drafts.toArray()) {
      if (!this.sessions.has(draft.id)) await this.end(draft, 'capture.interrupted');
    }
  }

  private endEarly(session: Session, code: ErrorCode): Promise<Capture | null> {
    return session.endOnce(code, () => this.end(session.draft, code, session));
  }

  private async end({ id, tabId }: CaptureDraft, code: ErrorCode, session?: Session): Promise<Capture | null> {
    const { db } = this.deps;
    try {
      await session?.written().catch(() => undefined); // What has not been written is not there; the rest is.
      const draft = await db.drafts.get(id);
      const isWanted = code !== 'cancelled' && code !== 'storage.full';
      const kept = draft && isWanted ? await this.store(draft, code) : null;
      if (kept) return kept;
      await dropDraft(db, id);
      await this.endWithout(id, tabId, code);
    } catch (error) {
      // Its pictures stay where they are: the next start of the browser or the worker tries again.
      await this.endWithout(id, tabId, errorCodeOf(error));
    } finally {
      this.sessions.delete(id);
    }
    return null;
  }

  private async endWithout(jobId: string, tabId: number, code: ErrorCode): Promise<void> {
    await failJob(this.deps.db, jobId, code, this.deps.now());
    this.deps.showProgress(tabId, code === 'cancelled' ? 'none' : 'failed', 0, 0);
  }

  /** Null when there is no screen to store. */
  private async store(draft: CaptureDraft, code?: ErrorCode): Promise<Capture | null> {
    const capture = await finishDraft(this.deps.db, draft, this.deps, code);
    if (!capture) return null;
    this.sessions.delete(draft.id); // It is kept: the next press is a new capture, and takes nothing back.
    this.deps.showProgress(draft.tabId, isPartial(capture.gaps) ? 'partial' : 'done', 0, 0);
    return capture;
  }

  private sessionIn(tabId: number): Session | undefined {
    return [...this.sessions.values()].find((session) => session.tabId === tabId);
  }

  private session(jobId: string): Session {
    const session = this.sessions.get(jobId);
    if (!session) throw new AppError('capture.interrupted');
    return session;
  }
}
