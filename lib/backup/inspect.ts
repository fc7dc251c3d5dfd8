import { checkChain } from '../evidence/chain.ts';
import { type Instant, parseIso } from '../shared/time.ts';
import type { DossierDb } from '../storage/db.ts';
import { type OpenedBackup, openBackup } from './open.ts';
import type { BackupProblem } from './problems.ts';
import { soundRecords } from './sound-records.ts';
import { type ReadOptions, wholeFiles } from './whole-files.ts';

/** What is in a backup, and what a restore would do; nothing was changed. */
export interface InspectedBackup {
  opened: OpenedBackup;
  whole: ReadonlySet<string>;
  createdAt: Instant | null;
  cases: number;
  captures: number;
  /** Captures that are in the store already. */
  knownCaptures: number;
  hasSettings: boolean;
  problems: BackupProblem[];
}

/**
 * Opens a backup and reads every byte of it.
 * @throws what `openBackup` throws; the signal's reason when cancelled.
 */
export async function inspectBackup(db: DossierDb, file: Blob, options: ReadOptions): Promise<InspectedBackup> {
  const opened = await openBackup(file);
  const whole = await wholeFiles(opened, options);
  const { rows, manifest } = opened;
  const known = await db.captures.bulkGet(rows.captures.map(({ id }) => id));
  return {
    opened,
    whole,
    createdAt: parseIso(manifest.createdAt),
    cases: rows.cases.length,
    captures: rows.captures.length,
    knownCaptures: known.filter((capture) => capture !== undefined).length,
    hasSettings: rows.settings.length > 0,
    problems: [...opened.problems, ...(await problemsInside(opened, whole))],
  };
}

async function problemsInside({ rows, files }: OpenedBackup, whole: ReadonlySet<string>): Promise<BackupProblem[]> {
  const breaks = await checkChain(rows.log);
  const { changed } = await soundRecords(rows);
  const damaged = [...files.values()].filter(({ id }) => !whole.has(id)).map(({ id }) => id);
  const artifacts = rows.captures.flatMap((capture) => capture.artifacts);
  const other = artifacts.filter(({ id, sha256 }) => whole.has(id) && files.get(id)?.sha256 !== sha256);
  const absent = artifacts.filter(({ id }) => !files.has(id));
  const namedAlready = new Set(rows.blobs.map(({ id }) => id));
  const gone = [...other, ...absent.filter(({ id }) => !namedAlready.has(id))].map(({ id }) => id);
  return [
    ...breaks.slice(0, 1).map(({ seq }): BackupProblem => ({ code: 'log', subject: String(seq) })),
    ...changed.map((subject): BackupProblem => ({ code: 'record', subject })),
    ...[...damaged, ...gone].map((subject): BackupProblem => ({ code: 'file', subject })),
  ];
}
