import { loggedFiles } from '../../evidence/derivation.ts';
import type { LogEntry, LogType } from '../../evidence/types.ts';
import type { Sha256 } from '../../shared/digest.ts';

/** What the log says of a capture: which files it has, its covered copies too, and what became of it last. */
export interface CaptureLife {
  files: ReadonlySet<Sha256>;
  state: 'stored' | 'deleted' | 'erased';
}

const STATES: Partial<Record<LogType, CaptureLife['state']>> = {
  'capture.stored': 'stored',
  'capture.imported': 'stored',
  'capture.restored': 'stored',
  'capture.deleted': 'deleted',
  'capture.erased': 'erased',
};

/** The lives of all captures that a log tells of, by their ids. `entries` in their order. */
export function livesOf(entries: readonly LogEntry[]): Map<string, CaptureLife> {
  const filesOf = loggedFiles(entries);
  const lives = new Map<string, CaptureLife>();
  for (const { type, subject } of entries) {
    const state = STATES[type];
    if (!state) continue;
    const { stored, covered } = filesOf(subject);
    lives.set(subject, { state, files: new Set([...stored, ...covered]) });
  }
  return lives;
}
