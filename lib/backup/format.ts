import { z } from 'zod';
import { isSha256 } from '../shared/digest.ts';

/** How a backup file is laid out; a file of a later one is refused. */
export const BACKUP_FORMAT = 1;
/** First in the file, so that a download that was cut off still says what it is. */
export const MANIFEST_PATH = 'backup.json';
/** What is in the file, for people who open it with another program. */
export const README_PATH = 'README.txt';

/**
 * The tables that a backup holds, in the order in which they stand in the file. Not among them: the signing key, which cannot be
 * read out; jobs and tabs, which mean nothing elsewhere; captures that are still being made.
 */
export const BACKUP_TABLES = [
  'log',
  'captures',
  'blobs',
  'cases',
  'visits',
  'corrections',
  'caseActs',
  'pastLogs',
  'stamps',
  'reminders',
  'settings',
] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** Where the rows of a table are: one JSON text a line. */
export function tablePath(table: BackupTable): string {
  return `tables/${table}.jsonl`;
}

/** Where the bytes of the n-th file are, counted from 1. Names of the user's files stay in the tables: a path cannot be tricked. */
export function filePath(index: number): string {
  return `files/${String(index).padStart(6, '0')}`;
}

const sha256 = z.string().refine(isSha256);
const count = z.int().nonnegative();

const tableInfo = z.object({ rows: count, bytes: count, sha256 });

/** `backup.json`: what the file is, and the digest of every table; the digests of the files are in the table `blobs`. */
export const manifestSchema = z.object({
  format: z.literal('dispute-dossier-backup'),
  version: z.literal(BACKUP_FORMAT),
  /** Version of the database that the rows are of. */
  database: count,
  createdAt: z.string().max(40),
  tool: z.object({ name: z.string().max(200), version: z.string().max(100) }),
  tables: z.record(z.enum(BACKUP_TABLES), tableInfo),
  /** All bytes under `files/`. */
  fileBytes: count,
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Enough to tell a backup of a later version from a file that is none. */
export const versionSchema = z.looseObject({
  format: z.literal('dispute-dossier-backup'),
  version: count,
  database: count,
});
