import { type ZipItem, zipBlob } from '../bundle/zip/writer.ts';
import { createDigest } from '../evidence/digester.ts';
import { measureBlob } from '../evidence/measure.ts';
import { utf8 } from '../shared/bytes.ts';
import { AppError } from '../shared/errors.ts';
import { chinaDate, formatIso, type Instant } from '../shared/time.ts';
import { DATABASE_VERSION, type DossierDb } from '../storage/db.ts';
import {
  BACKUP_FORMAT,
  BACKUP_TABLES,
  type BackupManifest,
  filePath,
  MANIFEST_PATH,
  README_PATH,
  tablePath,
} from './format.ts';
import { lineOf } from './json-rows.ts';
import { openBackup } from './open.ts';
import { readmeText } from './readme.ts';
import { type StoreRows, snapshotRows } from './snapshot.ts';
import { wholeFiles } from './whole-files.ts';

export interface BackupDeps {
  db: DossierDb;
  now: Instant;
  tool: { name: string; version: string };
  /** Bytes done and expected; everything is read twice, once for its digest and once from the finished file. */
  onProgress: (phase: 'reading' | 'verifying', done: number, total: number) => void;
  signal: AbortSignal;
}

/** A finished backup that was read back. */
export interface WrittenBackup {
  file: Blob;
  fileName: string;
  cases: number;
  captures: number;
  /** Files that the browser could not read any more; everything else is in the backup. */
  unreadable: string[];
  /** Rows that are in the backup as they are in the store, and that a restore would not take. */
  oddRows: string[];
}

/**
 * Puts everything that is stored into one file, and reads the finished file back before it is handed over. No file is in memory
 * as a whole: the zip is a Blob of the stored Blobs.
 * @throws AppError backup.unverified when it does not read back as it should; the signal's reason when cancelled.
 */
export async function writeBackup(deps: BackupDeps): Promise<WrittenBackup> {
  const { db, now, tool, signal } = deps;
  const rows = await snapshotRows(db);
  const { items, lines, unreadable } = await measureFiles(rows, deps);
  const tables = [];
  for (const table of BACKUP_TABLES) {
    tables.push(await tableItem(table, table === 'blobs' ? lines : rows.lines[table]));
    signal.throwIfAborted();
  }
  const manifest: BackupManifest = {
    format: 'dispute-dossier-backup',
    version: BACKUP_FORMAT,
    database: DATABASE_VERSION,
    createdAt: formatIso(now),
    tool,
    tables: Object.fromEntries(tables.map(({ table, info }) => [table, info])) as BackupManifest['tables'],
    fileBytes: items.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  const head = await textItem(MANIFEST_PATH, `${JSON.stringify(manifest, null, 2)}\n`);
  const readme = await textItem(README_PATH, readmeText(manifest));
  const file = zipBlob([head, readme, ...tables.map(({ item }) => item), ...items], now);
  const oddRows = await verifyWritten(file, deps);
  return {
    file,
    fileName: `维权匣备份_${chinaDate(now)}.zip`,
    cases: rows.lines.cases.length,
    captures: rows.lines.captures.length,
    unreadable,
    oddRows,
  };
}

interface MeasuredFiles {
  items: ZipItem[];
  lines: string[];
  unreadable: string[];
}

/** A file that is damaged in the store goes into the backup as it is; one that cannot be read is named. */
async function measureFiles({ blobs }: StoreRows, { onProgress, signal }: BackupDeps): Promise<MeasuredFiles> {
  const total = blobs.reduce((sum, { blob }) => sum + blob.size, 0);
  const measured: MeasuredFiles = { items: [], lines: [], unreadable: [] };
  let done = 0;
  for (const { id, captureId, blob } of blobs) {
    signal.throwIfAborted();
    const found = await measureBlob(blob, createDigest(crypto.subtle)).catch(() => null);
    if (found) {
      const path = filePath(measured.items.length + 1);
      measured.items.push({ path, blob, crc32: found.crc32, bytes: blob.size });
      measured.lines.push(lineOf({ id, captureId, path, mediaType: blob.type, bytes: blob.size, ...found }));
    } else {
      measured.unreadable.push(id);
    }
    done += blob.size;
    onProgress('reading', done, total);
  }
  return measured;
}

async function tableItem(table: (typeof BACKUP_TABLES)[number], lines: readonly string[]) {
  const blob = new Blob(lines as string[]);
  const { sha256, crc32 } = await measureBlob(blob, createDigest(crypto.subtle));
  const item: ZipItem = { path: tablePath(table), blob, crc32, bytes: blob.size };
  return { table, item, info: { rows: lines.length, bytes: blob.size, sha256 } };
}

async function textItem(path: string, text: string): Promise<ZipItem> {
  const blob = new Blob([utf8(text)]);
  const { crc32 } = await measureBlob(blob, createDigest(crypto.subtle));
  return { path, blob, crc32, bytes: blob.size };
}

/**
 * Opens the file as a restore would, and reads every byte of it again.
 * @returns the rows that are written well but are not as rows should be.
 */
async function verifyWritten(file: Blob, { onProgress, signal }: BackupDeps): Promise<string[]> {
  const opened = await openBackup(file);
  const progress = (done: number, total: number) => onProgress('verifying', done, total);
  const whole = await wholeFiles(opened, { onProgress: progress, signal });
  const oddRows = opened.problems.filter(({ code }) => code === 'row');
  const isWhole = oddRows.length === opened.problems.length && whole.size === opened.files.size;
  if (!isWhole) throw new AppError('backup.unverified', JSON.stringify(opened.problems.slice(0, 20)));
  return oddRows.map(({ subject }) => subject);
}
