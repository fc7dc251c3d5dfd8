import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runExportJob } from '../../../lib/exporter/job.ts';
import { GATHER_MS } from '../../../lib/stamps/queue.ts';
import { runStampRound } from '../../../lib/stamps/round.ts';
import { deleteCapture } from '../../../lib/storage/bin.ts';

import { deleteCase } from '../../../lib/storage/case-changes.ts';
import { entriesBetween, keepStamps, readStamps } from '../../../lib/storage/stamps.ts';
import { TestAuthority } from '../../tsa/authority.ts';
import { hasPoppler, pdfPages, withoutSpace } from '../bundle/poppler.ts';
import { NOW } from '../cases/pages.ts';
import { stubCanvas } from '../recorder/canvas.ts';
import { hasTool } from '../verify/tools.ts';
import { exportJob, requestFor, type StoredCase, storedCase } from './stored-case.ts';

beforeEach(() => void stubCanvas());
afterEach(() => void vi.unstubAllGlobals());

async function exported(stored: StoredCase): Promise<Map<string, Uint8Array>> {
  const { jobId, deps, saved, reported } = await exportJob(stored);
  await runExportJob(jobId, requestFor(stored), deps);
  expect(reported).toEqual([]);
  const zip = unzipSync(new Uint8Array((await saved[0]?.bundle.arrayBuffer()) ?? new ArrayBuffer(0)));
  return new Map(Object.entries(zip).map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]));
}

const text = (files: Map<string, Uint8Array>, path: string) => new TextDecoder().decode(files.get(path));
const stampFiles = (files: Map<string, Uint8Array>) => [...files.keys()].filter((path) => path.includes('/stamps/'));

// Certificates are made with real keys, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe.skipIf(!hasTool('openssl', 'version'))('time stamps in an export', () => {
  let authority: TestAuthority;
  beforeAll(() => {
    authority = new TestAuthority();
    authority.addLeaf({ name: 'leaf' });
  }, 60_000);
  afterAll(() => authority.remove());

  /** Stamps everything in the log. */
  async function stampAll({ db }: StoredCase): Promise<void> {
    for (const now of [NOW, NOW + GATHER_MS]) {
      await runStampRound({
        now: () => now,
        subtle: crypto.subtle,
        roots: [],
        load: async () => ({ settings: { on: true, chosen: ['freetsa'], own: [] }, ...(await readStamps(db)) }),
        entries: (first, last) => entriesBetween(db, first, last),
        keep: (rows, dropped) => keepStamps(db, rows, dropped),
        mayAsk: async () => true,
        ask: async (_service, request) => authority.reply(request),
        wakeAt: async () => undefined,
      });
    }
  }

  it('go into the bundle, which is handed over though their root is not known', async () => {
    const stored = await storedCase();
    await stampAll(stored);
    const files = await exported(stored);
    expect(stampFiles(files).map((path) => path.slice(path.lastIndexOf('/') + 1))).toEqual([
      '01-log.json',
      '01-log.tsq',
      '01-log.tsr',
      'tsa-certs.pem',
    ]);
    expect(text(files, '09_校验/SHA256SUMS.txt').match(/stamps/g)).toHaveLength(4);
    expect(text(files, '00_先看这里.html')).toContain('对有时间戳的采集，指时间戳所载之时');
    if (!hasPoppler) return;
    const book = pdfPages(files.get('05_证据册.pdf') ?? new Uint8Array())
      .map(withoutSpace)
      .join('');
    expect(book).toContain('附有时间戳的，自时间戳所载时间起未被改动（共1个');
    expect(book).toContain('签发者Testleaf，其根证书未经核实');
    expect(book.match(/最早的时间戳所载，北京时间/g)).toHaveLength(stored.captures.length);
  });

  it('that no longer hold are left out: they prove nothing', async () => {
    const stored = await storedCase();
    await stampAll(stored);
    await stored.db.stamps.toCollection().modify((row) => {
      if (row.stamp) row.stamp.response = row.stamp.response.replace(/.{8}$/, 'AAAAAAA=');
    });
    expect(stampFiles(await exported(stored))).toEqual([]);
  });

  it('of another log are left out', async () => {
    const stored = await storedCase();
    await stampAll(stored);
    const elsewhere = await storedCase();
    await elsewhere.db.stamps.bulkPut(await stored.db.stamps.toArray());
    expect(stampFiles(await exported(elsewhere))).toEqual([]);
  });
});

describe('deletions in an export', () => {
  it('are told, of whichever case, without what was deleted', async () => {
    const stored = await storedCase();
    await deleteCapture(stored.db, stored.other.id, NOW + 600_000);
    await deleteCase(stored.db, stored.other.caseId ?? '', { keepsCaptures: false, at: NOW + 660_000 });
    const files = await exported(stored);
    const { deletions } = JSON.parse(text(files, '09_校验/manifest.json'));
    const originals = stored.other.artifacts.length;
    expect(deletions).toEqual([
      { entry: 5, at: '2026-11-22T12:10:00+08:00', type: 'capture.deleted', stored: 4, files: originals },
      { entry: 6, at: '2026-11-22T12:11:00+08:00', type: 'case.deleted', stored: null, files: 0 },
    ]);
    const log = text(files, '09_校验/采集日志.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.map(({ type, withheld }) => type ?? withheld)).toEqual([
      'capture.stored',
      'capture.stored',
      'capture.stored',
      true,
      'capture.deleted',
      'case.deleted',
    ]);
  });
});
