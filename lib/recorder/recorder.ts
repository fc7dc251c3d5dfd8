import type { Capture, CaptureGap, Screenshot } from '../evidence/types.ts';
import type { CaptureBegin, CaptureFinish, ShotOutcome, ShotRequest } from '../messaging/types.ts';
import { AppError, type ErrorCode, errorCodeOf } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { storeCapture, UNTOLD } from '../storage/captures.ts';
import type { DossierDb } from '../storage/db.ts';
import { failJob, finishJob, startJob, updateJob } from '../storage/jobs.ts';
import { captureFiles, type TakenFrame } from './files.ts';
import type { CaptureTrigger, Tool } from './record.ts';

/** A page that moves all the time is taken as it is at last; screens that look the same are, too. */
const MAX_ATTEMPTS = 4;

/** What the recorder needs from the browser. */
export interface RecorderDeps {
  db: DossierDb;
  now: () => Instant;
  tool: Tool;
  /** Name of this worker's life; jobs of an earlier one are orphans. */
  owner: string;
  /** A copy of the page as MHTML, or why there is none. */
  copyPage: (tabId: number) => Promise<Blob | CaptureGap>;
  /** Tells the user outside the panel, on the toolbar icon. */
  showProgress: (tabId: number, state: 'running' | 'done' | 'failed' | 'none', done: number, total: number) => void;
}

/** A frame whose picture may still be on its way. */
type TakenPicture = Omit<TakenFrame, 'blob'> & Pick<Screenshot, 'picture'>;

interface Session {
  jobId: string;
  tabId: number;
  trigger: CaptureTrigger;
  startedAt: Instant;
  frames: TakenPicture[];
  /** The browser holds this capture to its quota of pictures. */
  paced: boolean;
  /** What the last kept picture looked like. */
  lastLook: { look: string; scrollTop: number } | null;
  cancel: AbortController;
  /** `handedOver`: the page has given everything and may go. `storing`: too late to cancel as well. */
  state: 'taking' | 'handedOver' | 'storing';
}

/**
 * Runs captures from the first screenshot to the stored evidence. Screenshots are held in memory only: when the worker
 * dies, nothing half-made is left, and the next one finds the orphaned job and says so.
 */
export class Recorder {
  private readonly sessions = new Map<string, Session>();
  private readonly triggers = new Map<number, CaptureTrigger>();
  private readonly deps: RecorderDeps;

  constructor(deps: RecorderDeps) {
    this.deps = deps;
  }

  /** Remembers how the capture that is about to begin in a tab was started. */
  expect(tabId: number, trigger: CaptureTrigger): void {
    this.triggers.set(tabId, trigger);
  }

  /** The running capture of a tab. */
  runningIn(tabId: number): string | null {
    return this.sessionIn(tabId)?.jobId ?? null;
  }

  /** A page says that it is ready to be captured. Throws capture.running when that page is being captured already. */
  async begin(tabId: number, page: CaptureBegin): Promise<string> {
    if (this.runningIn(tabId)) throw new AppError('capture.running');
    const { db, now, owner } = this.deps;
    const jobId = crypto.randomUUID();
    const trigger = this.triggers.get(tabId) ?? 'button';
    this.triggers.delete(tabId);
    const startedAt = now();
    const cancel = new AbortController();
    this.sessions.set(jobId, {
      jobId,
      tabId,
      trigger,
      startedAt,
      frames: [],
      paced: false,
      lastLook: null,
      cancel,
      state: 'taking',
    });
    await startJob(db, { id: jobId, kind: 'capture', tabId, caseId: null, owner }, startedAt).catch(
      (error: unknown) => {
        this.sessions.delete(jobId);
        throw error;
      },
    );
    this.deps.showProgress(tabId, 'running', 0, page.expectedShots);
    return jobId;
  }

  /**
   * How the next picture of a capture is taken: its cancel signal, and whether the browser holds it to its quota. Throws
   * capture.interrupted when this worker does not know it.
   */
  pictureOf(jobId: string): { signal: AbortSignal; paced: boolean } {
    const { cancel, paced } = this.session(jobId);
    cancel.signal.throwIfAborted();
    return { signal: cancel.signal, paced };
  }

  /** Keeps one screenshot, unless it shows an unfinished screen and may be taken again. */
  async keep(request: ShotRequest, { picture, look, isStill, paced }: Screenshot): Promise<ShotOutcome> {
    const session = this.session(request.jobId);
    session.paced ||= paced;
    // The browser can answer with the screen before: scrolled, but not painted yet.
    const isOld = look === session.lastLook?.look && request.scrollTop !== session.lastLook.scrollTop;
    if ((isOld || !isStill) && request.attempt < MAX_ATTEMPTS) return { kept: false, isStill };
    session.lastLook = { look, scrollTop: request.scrollTop };
    picture.catch(() => undefined); // A picture that fails fails the capture when it is stored.
    session.frames.push({ picture, scrollTop: request.scrollTop, takenAt: this.deps.now() });
    const done = session.frames.length;
    const total = Math.max(request.expectedShots, request.expectedShots && done);
    this.deps.showProgress(session.tabId, 'running', done, total);
    const phase = request.messages > 0 ? 'readingChat' : 'scrolling';
    const counted = request.messages > 0 ? { done: request.messages, total: 0 } : { done, total };
    await updateJob(this.deps.db, request.jobId, { phase, ...counted }, this.deps.now());
    return { kept: true, isStill };
  }

  /** Turns everything into files and stores it, all or nothing. */
  async finish(page: CaptureFinish): Promise<Capture> {
    const session = this.session(page.jobId);
    try {
      await updateJob(this.deps.db, page.jobId, { phase: 'storing' }, this.deps.now());
      const capture = await this.store(session, page);
      this.sessions.delete(page.jobId); // It is kept: the next press is a new capture, and takes nothing back.
      const { id: captureId, pageKind } = capture;
      await finishJob(this.deps.db, page.jobId, { captureId, pageKind }, this.deps.now());
      this.deps.showProgress(session.tabId, 'done', 0, 0);
      return capture;
    } catch (error) {
      session.state = 'taking';
      await this.fail(page.jobId, errorCodeOf(error));
      throw error;
    } finally {
      this.sessions.delete(page.jobId);
    }
  }

  /** Ends a capture without storing anything; one that is being stored already goes on to its own end. */
  async fail(jobId: string, code: ErrorCode): Promise<void> {
    const session = this.sessions.get(jobId);
    if (session?.state === 'storing') return;
    this.sessions.delete(jobId);
    if (session) {
      session.cancel.abort(new AppError(code));
      this.deps.showProgress(session.tabId, code === 'cancelled' ? 'none' : 'failed', 0, 0);
    }
    await failJob(this.deps.db, jobId, code, this.deps.now());
  }

  /** The tab went away or to another page. */
  async leave(tabId: number): Promise<void> {
    const session = this.sessionIn(tabId);
    if (session?.state === 'taking') await this.fail(session.jobId, 'capture.pageGone');
  }

  private sessionIn(tabId: number): Session | undefined {
    return [...this.sessions.values()].find((session) => session.tabId === tabId);
  }

  private session(jobId: string): Session {
    const session = this.sessions.get(jobId);
    if (!session) throw new AppError('capture.interrupted');
    return session;
  }

  private async store(session: Session, page: CaptureFinish): Promise<Capture> {
    const { db, now, tool } = this.deps;
    const captureId = crypto.randomUUID();
    const pageCopy = await this.deps.copyPage(session.tabId);
    session.state = 'handedOver';
    const finishedAt = now();
    const { trigger, startedAt } = session;
    // A chat is walked from the newest message back; its pictures are kept in reading order.
    const taken = page.geometry.kind === 'chat' ? session.frames.toReversed() : session.frames;
    const frames = await Promise.all(taken.map(async ({ picture, ...frame }) => ({ ...frame, blob: await picture })));
    const { files, gaps } = await captureFiles({
      captureId,
      page,
      frames,
      pageCopy,
      startedAt,
      finishedAt,
      trigger,
      tool,
    });
    session.cancel.signal.throwIfAborted();
    session.state = 'storing';
    const { reading, url, title } = page;
    const { marketplace, pageKind, role, facts, adapter } = reading;
    const seen = { id: captureId, takenAt: finishedAt, url, title, marketplace, pageKind, role, facts, adapter };
    const draft = { ...seen, own: null, messageCount: page.messages.length, gaps, ...UNTOLD };
    return storeCapture(db, draft, files, { reading, url, title, seenAt: finishedAt }, session.tabId);
  }
}
