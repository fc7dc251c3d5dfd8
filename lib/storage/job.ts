import type { CaptureGap } from '../evidence/types.ts';
import type { IsoTime, PageKind } from '../marketplaces/types.ts';
import type { ErrorCode } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';

export type JobState = 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';

/** What a running job is doing, as a key of `locales/` under `phase.`. */
export type JobPhase =
  | 'starting'
  | 'scrolling'
  | 'readingChat'
  | 'storing'
  | 'waitingForTab'
  | 'checking'
  | 'writing'
  | 'packing'
  | 'verifying'
  | 'saving';

/** Long work that people watch. Kept in the database so that popup, panel and case list show the same and nothing is lost. */
export interface Job {
  id: string;
  kind: 'capture' | 'export';
  state: JobState;
  phase: JobPhase;
  /** Steps done and expected; `total` 0 while nobody knows. */
  done: number;
  total: number;
  /** Bytes written so far, for exports. */
  bytes: number;
  /** For a chat: when the oldest message read so far was sent; absent while nobody knows. */
  reached?: IsoTime | null;
  tabId: number | null;
  caseId: string | null;
  /** The worker or page that does it; a job whose owner is gone was interrupted. */
  owner: string;
  startedAt: Instant;
  updatedAt: Instant;
  /** Why it failed; of a capture that was stored in part, why it ended. */
  errorCode: ErrorCode | null;
  /** The capture that was stored, or the file that was written. */
  result:
    | { captureId: string; pageKind: PageKind | null; gaps: CaptureGap[] }
    | { fileName: string; manifestSha256: string; bytes: number }
    | null;
  /** The user has seen the outcome. */
  seen: boolean;
}
