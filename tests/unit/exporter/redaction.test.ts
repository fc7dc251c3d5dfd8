import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkChain } from '../../../lib/evidence/chain.ts';
import type { Redaction } from '../../../lib/evidence/covered.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import { runExportJob } from '../../../lib/exporter/job.ts';
import { redactionMaterial } from '../../../lib/recorder/redaction/material.ts';
import { type RedactionChoice, redactCapture } from '../../../lib/recorder/redaction/redact.ts';
import { findAll, findWords } from '../../../lib/redaction/find.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import { deleteCapture } from '../../../lib/storage/bin.ts';

import { removeRedaction } from '../../../lib/storage/redactions.ts';
import { NOW } from '../cases/pages.ts';
import { type Drawing, stubCanvas } from '../recorder/canvas.ts';
import { exportJob, requestFor, type StoredCase, storedCase } from './stored-case.ts';

const TOOL = { name: '维权匣', version: '0.1.0' };
const BOX = { picture: 'frame-001.png', left: 10, top: 290, width: 50, height: 20 };

let drawings: Drawing[] = [];
beforeEach(() => {
  drawings = stubCanvas();
});
afterEach(() => void vi.unstubAllGlobals());

/** Covers words and boxes in one capture of a case and returns it as it is stored then. */
async function cover(
  { db }: StoredCase,
  capture: Capture,
  { words = [], boxes = [] }: { words?: string[]; boxes?: RedactionChoice['boxes'] },
  at = NOW + 1000,
): Promise<Capture> {
  const material = await redactionMaterial(db, capture);
  const finds = words.flatMap((text) => findWords(text, material.sources) ?? []);
  await redactCapture(capture, material, { finds, boxes }, { db, now: () => at, tool: TOOL });
  return stored(db, capture);
}

async function stored(db: StoredCase['db'], { id }: Capture): Promise<Capture> {
  const capture = await db.captures.get(id);
  if (!capture) throw new Error('The capture is gone');
  return capture;
}

/** Order, refund and chat of a stored case. */
async function example(): Promise<StoredCase & { order: Capture; refund: Capture; chat: Capture }> {
  const made = await storedCase();
  const [order, refund, chat] = made.captures as [Capture, Capture, Capture];
  return { ...made, order, refund, chat };
}

async function textOf(db: StoredCase['db'], capture: Capture, name: string): Promise<string> {
  return (await db.blobs.get(`${capture.id}/${name}`))?.blob.text() ?? '';
}

/** A bundle's files by their path below its top folder, and how it went. */
async function exported(made: StoredCase, change: Parameters<typeof requestFor>[1] = {}) {
  const job = await exportJob(made);
  await runExportJob(job.jobId, requestFor(made, change), job.deps);
  const { errorCode } = (await made.db.jobs.get(job.jobId)) ?? {};
  expect([job.reported, errorCode]).toEqual([[], null]);
  const files = unzipSync(new Uint8Array((await job.saved[0]?.bundle.arrayBuffer()) ?? new ArrayBuffer(0)));
  return new Map(Object.entries(files).map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]));
}

function textsOf(files: Map<string, Uint8Array>): string {
  const readable = [...files].filter(([path]) => /\.(?:json|jsonl|txt|html)$/.test(path));
  return readable.map(([, bytes]) => new TextDecoder().decode(bytes)).join('\n');
}

function namesIn(files: Map<string, Uint8Array>, item: string): string[] {
  const inside = [...files.keys()].filter((path) => path.startsWith(`08_原始证据/${item}`));
  return inside.map((path) => path.slice(path.lastIndexOf('/') + 1)).toSorted();
}

describe('covering a capture', () => {
  it('makes copies of what shows the data, and of nothing else', async () => {
    const made = await example();
    const covered = await cover(made, made.order, { words: ['测试旗舰店'], boxes: [BOX] });
    const copies = covered.redaction?.copies.map(({ copy }) => copy);
    expect(copies).toEqual(['frame-001_遮盖.png', '全页_遮盖.png', '页面信息_遮盖.json', '缩略图_遮盖.jpg']);
    expect(drawings.flatMap(({ filled = [] }) => filled)).toEqual([
      [10, 290, 50, 10],
      [10, 290, 50, 10],
    ]);
    expect(await textOf(made.db, covered, '页面信息_遮盖.json')).toContain('■指定文字■');
    for (const { name, sha256 } of made.order.artifacts) {
      expect(covered.artifacts).toContainEqual(expect.objectContaining({ name, sha256 }));
    }
  });

  it('names the originals of each copy, and says in the explanation what was covered, never what was below', async () => {
    const made = await example();
    const covered = await cover(made, made.order, { words: ['测试牌玻璃杯'], boxes: [BOX] });
    const frames = made.order.artifacts.filter(({ role }) => role === 'frame').map(({ sha256 }) => sha256);
    const copy = (name: string) => covered.artifacts.find((artifact) => artifact.name === name);
    expect(copy('frame-001_遮盖.png')?.derivedFrom).toEqual(frames.slice(0, 1));
    expect(copy('全页_遮盖.png')?.derivedFrom).toEqual(frames);
    const text = await textOf(made.db, covered, '遮盖说明.json');
    expect(text).not.toContain('测试牌玻璃杯');
    expect(JSON.parse(text)).toMatchObject({
      format: 'redaction/1',
      captureId: covered.id,
      coveredAt: '2026-11-22T12:00:01+08:00',
      tool: TOOL,
      files: expect.arrayContaining([
        expect.objectContaining({
          file: 'frame-001_遮盖.png',
          original: expect.objectContaining({ name: 'frame-001.png', sha256: frames[0] }),
          boxes: [expect.objectContaining({ rule: 'hand', left: 10, top: 290 })],
        }),
      ]),
    });
  });

  it('makes its words known to the other captures of the case', async () => {
    const made = await example();
    await cover(made, made.chat, { words: ['测试卖家'] });
    const { known, sources } = await redactionMaterial(made.db, made.refund);
    expect(findAll(sources, known).map(({ rule, text }) => [rule, text])).toContainEqual(['word', '测试卖家']);
    const elsewhere = await redactionMaterial(made.db, made.other);
    expect(elsewhere.known.words).toEqual([]);
  });

  it('is noted in the log with every copy; again, with the new ones; taken back, with that', async () => {
    const made = await example();
    const first = await cover(made, made.order, { boxes: [BOX] });
    const second = await cover(made, first, { words: ['测试旗舰店'] }, NOW + 2000);
    expect(second.redaction).toMatchObject<Partial<Redaction>>({ at: NOW + 2000, boxes: [] });
    expect(second.artifacts.filter(({ role }) => role === 'redacted').map(({ name }) => name)).toEqual([
      '页面信息_遮盖.json',
    ]);
    await removeRedaction(made.db, second.id, NOW + 3000);
    const bare = await stored(made.db, second);
    expect([bare.redaction, bare.artifacts]).toEqual([null, made.order.artifacts]);
    expect(await made.db.blobs.where('captureId').equals(bare.id).count()).toBe(bare.artifacts.length);
    const log = await made.db.log.orderBy('seq').toArray();
    expect(await checkChain(log)).toEqual([]);
    const entries = log.filter(({ subject, type }) => subject === bare.id && type !== 'capture.stored');
    expect(entries.map(({ type, files }) => [type, files.length])).toEqual([
      ['capture.redacted', 4],
      ['capture.redacted', 2],
      ['capture.unredacted', 0],
    ]);
  });

  it.each<[string, (made: Awaited<ReturnType<typeof example>>) => Promise<unknown>, string]>([
    ['of nothing', (made) => cover(made, made.order, { boxes: [{ ...BOX, left: 9999 }] }), 'redaction.nothing'],
    [
      'of a capture that was deleted meanwhile',
      async (made) => {
        const material = await redactionMaterial(made.db, made.order);
        await deleteCapture(made.db, made.order.id, NOW);
        await redactCapture(
          made.order,
          material,
          { finds: [], boxes: [BOX] },
          { db: made.db, now: () => NOW, tool: TOOL },
        );
      },
      'redaction.gone',
    ],
    ['taken back when the capture is gone', (made) => removeRedaction(made.db, 'gone', NOW), 'redaction.gone'],
  ])('%s is refused and changes nothing', async (_, work, code) => {
    const made = await example();
    const before = await made.db.log.count();
    expect(errorCodeOf(await work(made).catch((error: unknown) => error))).toBe(code);
    const types = (await made.db.log.orderBy('seq').toArray()).slice(before).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('capture.redacted') || type === 'capture.unredacted')).toEqual([]);
  });

  it('leaves the whole picture out when nobody knows where its screens lie', async () => {
    const made = await example();
    const record = made.order.artifacts.find(({ role }) => role === 'record');
    await made.db.blobs.update(record?.id ?? '', { blob: new Blob(['{}']) });
    const covered = await cover(made, made.order, { boxes: [BOX] });
    expect(covered.redaction?.leftOut).toEqual(['全页.png', '文字位置.json']);
    expect(covered.redaction?.copies.map(({ copy }) => copy)).toEqual(['frame-001_遮盖.png', '缩略图_遮盖.jpg']);
  });
});

describe('a bundle with covered captures', () => {
  it('has the copies, not the originals, and verifies', async () => {
    const made = await example();
    await cover(made, made.order, { words: ['测试旗舰店', '测试牌玻璃杯'], boxes: [BOX] });
    const files = await exported(made);
    expect(namesIn(files, 'E01')).toEqual([
      'frame-001_遮盖.png',
      'frame-002.png',
      '全页_遮盖.png',
      '正文.txt',
      '遮盖说明.json',
      '采集记录.json',
      '页面信息_遮盖.json',
    ]);
    expect(textsOf(files)).not.toMatch(/测试旗舰店|测试牌玻璃杯/);
    const manifest = JSON.parse(new TextDecoder().decode(files.get('09_校验/manifest.json')));
    const frame = made.order.artifacts.find(({ name }) => name === 'frame-001.png');
    expect(manifest.resources).toContainEqual(
      expect.objectContaining({ artifact: 'redacted', role: 'derived', derivedFrom: [`sha256:${frame?.sha256}`] }),
    );
  });

  it('shows the covered pages and messages in its documents', async () => {
    const made = await example();
    const chat = await cover(made, made.chat, { words: ['测试卖家'] });
    expect(chat.redaction?.copies.map(({ copy }) => copy)).toEqual(['聊天_遮盖.json', '聊天_遮盖.txt']);
    await cover(made, made.refund, { words: ['测试卖家', '出库完好'] });
    const files = await exported(made);
    expect(textsOf(files)).not.toMatch(/测试卖家|出库完好/);
    expect(textsOf(files)).toContain('■指定文字■');
  });

  it('covers in its documents what is covered in any of its captures, and keeps the files of the others as they are', async () => {
    const made = await example();
    await cover(made, made.order, { words: ['测试旗舰店'], boxes: [BOX] });
    await made.db.captures.update(made.refund.id, { facts: { ...made.refund.facts, shopName: '测试旗舰店' } });
    const files = await exported(made);
    expect(new TextDecoder().decode(files.get('06_案件信息.json'))).not.toContain('测试旗舰店');
    expect(namesIn(files, 'E02')).toContain('页面信息.json');
  });

  it('has the originals beside the copies when the user wants them', async () => {
    const made = await example();
    await cover(made, made.order, { words: ['测试旗舰店'], boxes: [BOX] });
    const files = await exported(made, { withOriginals: true });
    expect(namesIn(files, 'E01')).toEqual([
      'frame-001.png',
      'frame-001_遮盖.png',
      'frame-002.png',
      '全页.png',
      '全页_遮盖.png',
      '文字位置.json',
      '正文.txt',
      '遮盖说明.json',
      '采集记录.json',
      '页面信息.json',
      '页面信息_遮盖.json',
    ]);
  });
});
