import type { ZipEntry } from '../bundle/zip/directory.ts';
import { ZipError } from '../bundle/zip/errors.ts';
import { readEntry } from '../bundle/zip/reader.ts';
import type { RandomAccess } from '../bundle/zip/source.ts';
import { createDigest, digestChunks } from '../evidence/digester.ts';
import { AppError } from '../shared/errors.ts';
import { type BackupManifest, type BackupTable, tablePath } from './format.ts';
import { LineReader, rowOf } from './json-rows.ts';
import type { BackupProblem } from './problems.ts';
import { ROW_SCHEMAS } from './row-schemas.ts';

/** Ten thousand captures take some 50 MB. */
const MAX_TABLE_BYTES = 1024 ** 3;

interface ReadRows {
  rows: unknown[];
  problems: BackupProblem[];
}

/**
 * The rows of a table, each checked. A table that is damaged gives the lines that can still be read; what it says is checked
 * further where it counts (digests of files, the chain of the log).
 * @throws AppError backup.refused for a table of a size that cannot be meant.
 */
export async function readTable(
  source: RandomAccess,
  byPath: ReadonlyMap<string, ZipEntry>,
  table: BackupTable,
  info: BackupManifest['tables'][BackupTable],
): Promise<ReadRows> {
  const entry = byPath.get(tablePath(table));
  if (!entry) return { rows: [], problems: [{ code: 'table', subject: table }] };
  if (entry.bytes > MAX_TABLE_BYTES) throw new AppError('backup.refused', `${table} is too large`);
  const found: ReadRows = { rows: [], problems: [] };
  let line = 0;
  const reader = new LineReader((text) => {
    line += 1;
    const row = parseRow(table, text);
    if (row === undefined) found.problems.push({ code: 'row', subject: `${table} ${line}` });
    else found.rows.push(row);
  });
  const digest = await digestOf(source, entry, reader);
  const isWhole = digest === info.sha256 && line === info.rows;
  if (!isWhole) found.problems.push({ code: 'table', subject: table });
  return found;
}

async function digestOf(source: RandomAccess, entry: ZipEntry, reader: LineReader): Promise<string | null> {
  try {
    const read = (write: (chunk: Uint8Array<ArrayBuffer>) => void) =>
      readEntry(source, entry, (chunk) => {
        write(chunk);
        reader.write(chunk);
      });
    return await digestChunks(entry.bytes, read, createDigest(crypto.subtle));
  } catch (error) {
    if (error instanceof ZipError || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function parseRow(table: BackupTable, text: string): unknown {
  try {
    const parsed = ROW_SCHEMAS[table].safeParse(rowOf(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // No JSON; named as a line that cannot be read.
  }
}
