import { sha256 } from '../shared/digest.ts';
import { actBytes } from '../storage/case-acts.ts';
import { correctionBytes } from '../storage/corrections.ts';
import type { StoredAct, StoredCorrection } from '../storage/rows.ts';
import type { BackupRows } from './open.ts';

/** Corrections and acts of a backup that are what their digests say, and the ids of those that are not. */
export interface SoundRecords {
  corrections: StoredCorrection[];
  acts: StoredAct[];
  changed: string[];
}

/** Digests every record; one that is not what it was is left out, because it would count as the user's word. */
export async function soundRecords(rows: Pick<BackupRows, 'corrections' | 'caseActs'>): Promise<SoundRecords> {
  const corrections = rows.corrections as unknown as StoredCorrection[];
  const acts = rows.caseActs as unknown as StoredAct[];
  const [soundCorrections, soundActs] = await Promise.all([
    keepSound(corrections, correctionBytes),
    keepSound(acts, actBytes),
  ]);
  const sound = new Set([...soundCorrections, ...soundActs].map(({ id }) => id));
  const changed = [...corrections, ...acts].map(({ id }) => id).filter((id) => !sound.has(id));
  return { corrections: soundCorrections, acts: soundActs, changed };
}

async function keepSound<Row extends { sha256: string }>(
  rows: readonly Row[],
  bytesOf: (row: Row) => Uint8Array<ArrayBuffer>,
): Promise<Row[]> {
  const digests = await Promise.all(rows.map((row) => sha256(bytesOf(row))));
  return rows.filter((row, index) => row.sha256 === digests[index]);
}
