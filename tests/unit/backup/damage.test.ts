import { describe, expect, it } from 'vitest';
import { MANIFEST_PATH } from '../../../lib/backup/format.ts';
import { inspectBackup } from '../../../lib/backup/inspect.ts';
import { readDirectory } from '../../../lib/bundle/zip/directory.ts';
import { dataStart } from '../../../lib/bundle/zip/reader.ts';
import { blobAccess } from '../../../lib/bundle/zip/source.ts';
import { type ZipItem, zipBlob } from '../../../lib/bundle/zip/writer.ts';
import { crc32 } from '../../../lib/shared/crc32.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { NOW } from '../cases/pages.ts';
import { contents, testDb } from '../storage/database.ts';
import { keepDispute } from '../storage/filled.ts';
import { backUp, problemsIn, quiet, restore } from './tools.ts';

interface Part {
  path: string;
  text: string;
}

/** The files of a backup as text, in their order. */
async function partsOf(file: Blob): Promise<Part[]> {
  const source = blobAccess(file);
  return Promise.all(
    (await readDirectory(source)).map(async (entry) => {
      const start = await dataStart(source, entry);
      return { path: entry.path, text: await file.slice(start, start + entry.bytes).text() };
    }),
  );
}

async function packed(parts: readonly Part[]): Promise<Blob> {
  const items = await Promise.all(
    parts.map(async ({ path, text }): Promise<ZipItem> => {
      const bytes = new TextEncoder().encode(text);
      return { path, blob: new Blob([bytes]), crc32: crc32(bytes), bytes: bytes.length };
    }),
  );
  return zipBlob(items, NOW);
}

/** A backup of a small store in which one file was changed by somebody who writes a sound zip. */
async function forged(path: string, change: (text: string) => string): Promise<Blob> {
  const db = testDb();
  await keepDispute(db);
  const parts = await partsOf((await backUp(db)).file);
  const isThere = parts.some((part) => part.path === path);
  expect(isThere).toBe(true);
  return packed(parts.map((part) => (part.path === path ? { path, text: change(part.text) } : part)));
}

async function refusal(db: DossierDb, file: Blob): Promise<string> {
  return inspectBackup(db, file, quiet).then(
    () => 'opened',
    (error: unknown) => errorCodeOf(error),
  );
}

function replaceIn(member: string, value: unknown) {
  return (text: string) => `${JSON.stringify({ ...JSON.parse(text), [member]: value })}\n`;
}

describe('a file that is no backup of ours is refused, and nothing is changed', () => {
  it.each<[string, () => Promise<Blob> | Blob, string]>([
    ['an empty file', () => new Blob([]), 'backup.notOurs'],
    ['a text', () => new Blob(['not a zip at all'.repeat(100)]), 'backup.notOurs'],
    ['another zip', () => packed([{ path: 'a.txt', text: 'a' }]), 'backup.notOurs'],
    [
      'a manifest of something else',
      () => packed([{ path: MANIFEST_PATH, text: '{"format":"other"}' }]),
      'backup.notOurs',
    ],
    ['a manifest that is no JSON', () => packed([{ path: MANIFEST_PATH, text: '{' }]), 'backup.notOurs'],
    ['a later format', () => forged(MANIFEST_PATH, replaceIn('version', 2)), 'backup.newer'],
    ['a later database', () => forged(MANIFEST_PATH, replaceIn('database', 99)), 'backup.newer'],
    ['a manifest of wrong types', () => forged(MANIFEST_PATH, replaceIn('tables', [])), 'backup.refused'],
    ['a path that leads out', () => packed([{ path: '../backup.json', text: '{}' }]), 'backup.refused'],
    ['a path from the root', () => packed([{ path: '/backup.json', text: '{}' }]), 'backup.refused'],
    [
      'two files of one name',
      () =>
        packed([
          { path: 'A', text: '1' },
          { path: 'a', text: '2' },
        ]),
      'backup.refused',
    ],
  ])('%s', async (_name, make, code) => {
    const db = testDb();
    await keepDispute(db);
    const before = await contents(db);
    expect(await refusal(db, await make())).toBe(code);
    expect(await contents(db)).toEqual(before);
  });

  it('a backup that was packed anew: what unpacks to more than it is can be a bomb', async () => {
    const db = testDb();
    await keepDispute(db);
    const bytes = new Uint8Array(await (await backUp(db)).file.arrayBuffer());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 10, 8, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint16(at + 8, 8, true);
    }
    expect(await refusal(testDb(), new Blob([bytes]))).toMatch(/^backup\.(?:refused|notOurs)$/);
  });
});

describe('rows that are not as rows should be are left out and named', () => {
  const changed = (table: string, change: (row: Record<string, unknown>) => unknown) =>
    forged(`tables/${table}.jsonl`, (text) =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line, index) => `${JSON.stringify(index === 0 ? change(JSON.parse(line)) : JSON.parse(line))}\n`)
        .join(''),
    );

  it.each<[string, string, (row: Record<string, unknown>) => unknown]>([
    ['a capture of a wrong type', 'captures', (row) => ({ ...row, takenAt: 'yesterday' })],
    ['a capture that claims the files of another', 'captures', (row) => ({ ...row, id: 'another' })],
    ['a case whose facts are a text', 'cases', (row) => ({ ...row, facts: 'all of them' })],
    ['a case with entries that are none', 'cases', (row) => ({ ...row, entries: [1, 2] })],
    ['a visit without a reading', 'visits', (row) => ({ ...row, reading: null })],
    ['a file outside of its folder', 'blobs', (row) => ({ ...row, path: '../../etc/passwd' })],
    ['an entry of the log of an unknown type', 'log', (row) => ({ ...row, type: 'everything.erased' })],
    ['a correction of no fact', 'corrections', (row) => ({ ...row, fact: '__proto__' })],
    ['an act that is a number', 'caseActs', (row) => ({ ...row, what: 5 })],
    ['a row that is a list', 'cases', () => []],
  ])('%s', async (_name, table, change) => {
    const db = testDb();
    const { problems } = await inspectBackup(db, await changed(table, change), quiet);
    const codes = problems.map(({ code, subject }) => `${code} ${subject}`);
    expect(codes).toContain(`row ${table} 1`);
    expect(codes).toContain(`table ${table}`);
  });

  it('a correction that says something else than was corrected is not taken for the user’s word', async () => {
    const file = await changed('corrections', (row) => ({ ...row, value: '99999.00' }));
    const db = testDb();
    const { problems } = await inspectBackup(db, file, quiet);
    expect(problems.map(({ code }) => code)).toEqual(['table', 'record']);
    await restore(db, file);
    expect(await db.corrections.count()).toBe(0);
  });

  it('a log that was changed is not taken over; what comes with it gets entries of its own', async () => {
    const file = await changed('log', (row) => ({ ...row, at: '2020-01-01T00:00:00+08:00' }));
    const db = testDb();
    const { problems } = await inspectBackup(db, file, quiet);
    expect(problems.map(({ code }) => code)).toEqual(['table', 'log']);
    await restore(db, file);
    const types = (await db.log.orderBy('seq').toArray()).map(({ type }) => type);
    expect(types).toEqual(['record.imported', 'record.imported', 'capture.imported', 'capture.imported']);
    expect(await problemsIn(db)).toEqual([expect.stringMatching(/^pastLogBroken /)]);
  });
});

describe('a damaged backup', () => {
  async function whole(): Promise<{ file: Blob; places: { path: string; start: number; bytes: number }[] }> {
    const db = testDb();
    await keepDispute(db);
    const { file } = await backUp(db);
    const source = blobAccess(file);
    const entries = await readDirectory(source);
    const places = await Promise.all(
      entries.map(async (entry) => ({ path: entry.path, start: await dataStart(source, entry), bytes: entry.bytes })),
    );
    return { file, places };
  }

  it('gives back everything but the file with the flipped bit, and names it', async () => {
    const { file, places } = await whole();
    const { start } = places.find(({ path }) => path === 'files/000002') ?? { start: 0 };
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[start] = (bytes[start] ?? 0) ^ 1;
    const db = testDb();
    const { problems } = await inspectBackup(db, new Blob([bytes]), quiet);
    expect(problems.map(({ code }) => code)).toEqual(['file']);
    await restore(db, new Blob([bytes]));
    expect([await db.captures.count(), await db.blobs.count()]).toEqual([2, 3]);
    expect(await problemsIn(db)).toEqual([expect.stringMatching(/^fileMissing /)]);
    expect(await restore(db, file)).toMatchObject({ captures: 0, files: 1 });
    expect(await problemsIn(db)).toEqual([]);
  });

  it('that was cut off anywhere after its tables gives back what is there', async () => {
    const { file, places } = await whole();
    const last = places.at(-1) ?? { start: 0, bytes: 0 };
    for (const end of [file.size - 1, last.start + last.bytes, last.start + 1, (places.at(-3)?.start ?? 0) - 5]) {
      const db = testDb();
      const cut = file.slice(0, end);
      const { problems } = await inspectBackup(db, cut, quiet);
      expect(problems[0]).toEqual({ code: 'cutOff', subject: '' });
      await restore(db, cut);
      expect(await db.captures.count()).toBe(2);
      expect((await problemsIn(db)).every((words) => words.startsWith('fileMissing'))).toBe(true);
      expect(await restore(db, file)).toMatchObject({ captures: 0 });
      expect(await problemsIn(db)).toEqual([]);
    }
  });

  it('never throws anything that nobody foresaw, whatever byte is changed', async () => {
    const { file } = await whole();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const db = testDb();
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const code = await refusal(db, new Blob([changed]));
      expect(['opened', 'backup.notOurs', 'backup.refused', 'backup.newer'], `byte ${at}`).toContain(code);
    }
  });
});
