import { namesCaptureFiles } from '../../evidence/chain.ts';
import type { LogEntry, LogType } from '../../evidence/types.ts';
import type { Sha256 } from '../../shared/digest.ts';

/** What the log says of a capture: which files it has, and what became of it last. */
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
  const lives = new Map<string, CaptureLife>();
  for (const entry of entries) {
    const { type, subject, files } = entry;
    const state = STATES[type];
    if (!state) continue;
    const named = namesCaptureFiles(entry) ? new Set(files.map(({ sha256 }) => sha256)) : lives.get(subject)?.files;
    lives.set(subject, { state, files: named ?? new Set() });
  }
  return lives;
}
