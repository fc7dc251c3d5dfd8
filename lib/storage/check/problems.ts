import type { Instant } from '../../shared/time.ts';

/**
 * What the check of the store can find, as keys of `locales/` under `storeCheck.problem.`, each with what to do under
 * `storeCheck.todo.`.
 * Files: `fileMissing`, `fileChanged` (other bytes than were stored), `fileUnreadable`, `fileOrphan` (belongs to no capture).
 * Captures against the log: `captureUnlogged`, `captureFiles` (the log names other files), `captureErased` (the log says that it was
 * erased), `captureBin` (the bin and the log differ), `captureLost` (the log says that it is there).
 * The log itself: `logSequence`, `logLink`, `logContent`, `pastLogBroken` (one kept from an earlier store).
 * Corrections and notes of the user: `recordChanged`, `recordUnlogged`, `correctionUnrecorded` (a case goes by one that is not there).
 * `caseGone`: something is filed in a case that does not exist.
 */
export const STORE_PROBLEMS = [
  'fileMissing',
  'fileChanged',
  'fileUnreadable',
  'fileOrphan',
  'captureUnlogged',
  'captureFiles',
  'captureErased',
  'captureBin',
  'captureLost',
  'logSequence',
  'logLink',
  'logContent',
  'pastLogBroken',
  'recordChanged',
  'recordUnlogged',
  'correctionUnrecorded',
  'caseGone',
] as const;
export type StoreProblemCode = (typeof STORE_PROBLEMS)[number];

/** One finding. */
export interface StoreProblem {
  code: StoreProblemCode;
  /** What it is about: a file name, an id, or the number of an entry of the log. */
  subject: string;
  /** The capture that is affected; null when none is. */
  capture: { title: string; takenAt: Instant } | null;
}

/** What was looked at, and what was found. */
export interface StoreReport {
  checkedAt: Instant;
  captures: number;
  files: number;
  bytes: number;
  entries: number;
  records: number;
  problems: StoreProblem[];
}
