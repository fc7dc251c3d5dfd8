import type { z } from 'zod';
import { readDirectory, type ZipEntry } from '../bundle/zip/directory.ts';
import { ZipError } from '../bundle/zip/errors.ts';
import { STORED } from '../bundle/zip/format.ts';
import { readEntry } from '../bundle/zip/reader.ts';
import { salvageEntries } from '../bundle/zip/salvage.ts';
import { blobAccess, type RandomAccess } from '../bundle/zip/source.ts';
import { AppError } from '../shared/errors.ts';
import { DATABASE_VERSION } from '../storage/db.ts';
import {
  BACKUP_FORMAT,
  BACKUP_TABLES,
  type BackupManifest,
  MANIFEST_PATH,
  manifestSchema,
  versionSchema,
} from './format.ts';
import type { BackupProblem } from './problems.ts';
import { readTable } from './read-table.ts';
import type { ROW_SCHEMAS } from './row-schemas.ts';

/** The rows of a backup that are as they should be, by table. */
export type BackupRows = { [Table in keyof typeof ROW_SCHEMAS]: z.infer<(typeof ROW_SCHEMAS)[Table]>[] };

/** A file of a capture, and where its bytes are. */
export type BackedUpFile = BackupRows['blobs'][number] & { entry: ZipEntry };

/** A backup that was opened; nothing of its files was read yet. */
export interface OpenedBackup {
  file: Blob;
  manifest: BackupManifest;
  rows: BackupRows;
  /** By id. */
  files: ReadonlyMap<string, BackedUpFile>;
  /** The end of the file is missing; what comes before it can be used. */
  isCutOff: boolean;
  problems: BackupProblem[];
}

const MAX_MANIFEST_BYTES = 1024 * 1024;

/**
 * Opens a backup: its directory and its tables, each row checked. What is damaged is named in `problems`.
 * @throws AppError backup.notOurs for any other file; backup.newer for one of a later version; backup.refused for a zip that this
 * program does not write (packed anew, paths that lead elsewhere, files that overlap), whoever made it and why; file.unreadable.
 */
export async function openBackup(file: Blob): Promise<OpenedBackup> {
  const source = blobAccess(file);
  const { entries, isCutOff } = await entriesOf(source);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const manifest = await readManifest(source, byPath.get(MANIFEST_PATH));
  if (entries.some(({ method }) => method !== STORED)) throw new AppError('backup.refused', 'packed anew');
  const problems: BackupProblem[] = isCutOff ? [{ code: 'cutOff', subject: '' }] : [];
  const rows = {} as Record<keyof BackupRows, unknown>;
  for (const table of BACKUP_TABLES) {
    const read = await readTable(source, byPath, table, manifest.tables[table]);
    rows[table] = read.rows;
    problems.push(...read.problems);
  }
  return { file, manifest, isCutOff, ...placed(rows as BackupRows, byPath, problems) };
}

/** Files that are named and not there are named as missing; so is one that two captures claim. */
function placed(rows: BackupRows, byPath: ReadonlyMap<string, ZipEntry>, problems: BackupProblem[]) {
  const files = new Map<string, BackedUpFile>();
  for (const row of rows.blobs) {
    const entry = byPath.get(row.path);
    const isThere = entry !== undefined && entry.bytes === row.bytes && !files.has(row.id);
    if (isThere) files.set(row.id, { ...row, entry });
    else problems.push({ code: 'file', subject: row.id });
  }
  return { rows, files, problems };
}

/** The directory stands at the end; where a download was cut off, the headers before each file still tell what there is. */
async function entriesOf(source: RandomAccess): Promise<{ entries: ZipEntry[]; isCutOff: boolean }> {
  try {
    return { entries: await readDirectory(source), isCutOff: false };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    if (error.code === 'notZip') throw new AppError('backup.notOurs');
    if (error.code !== 'cutOff' && error.code !== 'damagedDirectory')
      throw new AppError('backup.refused', error.message);
    return { entries: await salvageEntries(source), isCutOff: true };
  }
}

async function readManifest(source: RandomAccess, entry: ZipEntry | undefined): Promise<BackupManifest> {
  if (!entry) throw new AppError('backup.notOurs');
  const raw = await readJson(source, entry);
  const version = versionSchema.safeParse(raw);
  if (!version.success) throw new AppError('backup.notOurs');
  const isNewer = version.data.version > BACKUP_FORMAT || version.data.database > DATABASE_VERSION;
  if (isNewer) throw new AppError('backup.newer', `${version.data.version}/${version.data.database}`);
  const manifest = manifestSchema.safeParse(raw);
  if (!manifest.success) throw new AppError('backup.refused', manifest.error.message.slice(0, 300));
  return manifest.data;
}

async function readJson(source: RandomAccess, entry: ZipEntry): Promise<unknown> {
  if (entry.bytes > MAX_MANIFEST_BYTES) throw new AppError('backup.refused', 'manifest too large');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  try {
    await readEntry(source, entry, (chunk) => chunks.push(chunk));
    return JSON.parse(await new Blob(chunks).text());
  } catch (error) {
    if (error instanceof ZipError || error instanceof SyntaxError) throw new AppError('backup.notOurs', error.message);
    throw error;
  }
}
