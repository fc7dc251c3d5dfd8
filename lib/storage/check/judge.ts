import type { ChainProblem } from '../../evidence/chain.ts';
import type { Artifact, LogEntry } from '../../evidence/types.ts';
import type { Sha256 } from '../../shared/digest.ts';
import type { CaptureLife } from './lives.ts';
import type { StoreProblem, StoreProblemCode } from './problems.ts';
import type { CheckedCapture } from './snapshot.ts';

/** What is really stored of a file; null when nothing is. */
export type StoredFile = Pick<Artifact, 'bytes' | 'sha256' | 'crc32'> | 'unreadable' | null;

/** Compares a file with what its capture says of it. */
export function judgeFile(capture: CheckedCapture, artifact: Artifact, stored: StoredFile): StoreProblem[] {
  if (stored === null) return [aboutCapture('fileMissing', artifact.name, capture)];
  if (stored === 'unreadable') return [aboutCapture('fileUnreadable', artifact.name, capture)];
  const { bytes, sha256, crc32 } = artifact;
  const isSame = stored.bytes === bytes && stored.sha256 === sha256 && stored.crc32 === crc32;
  return isSame ? [] : [aboutCapture('fileChanged', artifact.name, capture)];
}

/**
 * Compares a capture with what the log says of it. A derived file may have been made after the capture was stored; an original
 * may not.
 */
export function judgeCapture(capture: CheckedCapture, life: CaptureLife | undefined): StoreProblem[] {
  if (!life) return [aboutCapture('captureUnlogged', capture.id, capture)];
  if (life.state === 'erased') return [aboutCapture('captureErased', capture.id, capture)];
  const present = new Set(capture.artifacts.map(({ sha256 }) => sha256));
  const isKnown = ({ derivedFrom, sha256 }: Artifact) => derivedFrom.length > 0 || life.files.has(sha256);
  const hasAll = capture.artifacts.every(isKnown) && [...life.files].every((sha256) => present.has(sha256));
  const isSameBin = (life.state === 'deleted') === (capture.deletedAt !== null);
  return [
    ...(hasAll ? [] : [aboutCapture('captureFiles', capture.id, capture)]),
    ...(isSameBin ? [] : [aboutCapture('captureBin', capture.id, capture)]),
  ];
}

/**
 * The captures that must be there by the log and are not. One that was deleted and is not there is none: before version 4
 * deleting erased at once.
 */
export function judgeLost(lives: ReadonlyMap<string, CaptureLife>, present: ReadonlySet<string>): StoreProblem[] {
  return [...lives].flatMap(([id, { state }]) =>
    state === 'stored' && !present.has(id) ? [about('captureLost', id)] : [],
  );
}

const CHAIN: Record<ChainProblem['code'], StoreProblemCode> = {
  sequence: 'logSequence',
  link: 'logLink',
  content: 'logContent',
};

/** The breaks of the log, as findings. */
export function judgeChain(problems: readonly ChainProblem[]): StoreProblem[] {
  return problems.map(({ code, seq }) => about(CHAIN[code], String(seq)));
}

/** A correction or an act of the user: what its row says its digest is, what it really is, and the log's word. */
export function judgeRecord(
  { id, sha256 }: { id: string; sha256: Sha256 },
  digest: Sha256,
  entries: readonly LogEntry[],
): StoreProblem[] {
  if (digest !== sha256) return [about('recordChanged', id)];
  const isLogged = entries.some(({ files }) => files.some((file) => file.sha256 === sha256));
  return isLogged ? [] : [about('recordUnlogged', id)];
}

/** Whether the case that a capture is filed in is there. */
export function judgeFiling(capture: CheckedCapture, cases: ReadonlyMap<string, unknown>): StoreProblem[] {
  const { caseId } = capture;
  return caseId === null || cases.has(caseId) ? [] : [aboutCapture('caseGone', caseId, capture)];
}

/** A finding that is about no capture. */
export function about(code: StoreProblemCode, subject: string): StoreProblem {
  return { code, subject, capture: null };
}

function aboutCapture(code: StoreProblemCode, subject: string, { title, takenAt }: CheckedCapture): StoreProblem {
  return { code, subject, capture: { title, takenAt } };
}
