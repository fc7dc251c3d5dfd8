import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canonicalBytes } from '../../../lib/evidence/canonical.ts';
import { checkChain } from '../../../lib/evidence/chain.ts';
import { verifyBlob } from '../../../lib/exporter/check.ts';
import { runExportJob } from '../../../lib/exporter/job.ts';
import { exportCase } from '../../../lib/exporter/run.ts';
import type { Facts } from '../../../lib/marketplaces/types.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { AppError, errorCodeOf } from '../../../lib/shared/errors.ts';
import { RULES_VERSION } from '../../../lib/stages/index.ts';
import { changeCase } from '../../../lib/storage/case-changes.ts';
import { correctFact } from '../../../lib/storage/corrections.ts';
import { keepEntry, removeEntry } from '../../../lib/storage/entries.ts';
import type { Job, JobPhase } from '../../../lib/storage/job.ts';
import { hasPoppler, pdfPages, withoutSpace } from '../bundle/poppler.ts';
import { NOW, ORDER_NO, OTHER_ORDER_NO, OTHER_REFUND_NO } from '../cases/pages.ts';
import { stubCanvas } from '../recorder/canvas.ts';
import { COMPLAINANT, exportJob, requestFor, type StoredCase, storedCase } from './stored-case.ts';

const CORRECTED_NO = '9000000000000077777';

beforeEach(() => void stubCanvas());
afterEach(() => void vi.unstubAllGlobals());

type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** The files of a bundle by their path below its top folder. */
async function filesOf(bundle: Blob): Promise<Files> {
  const entries = Object.entries(unzipSync(new Uint8Array(await bundle.arrayBuffer())));
  return new Map(entries.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes as Uint8Array<ArrayBuffer>]));
}

async function exported(stored: StoredCase, options: Parameters<typeof requestFor>[1] = {}) {
  const job = await exportJob(stored);
  await runExportJob(job.jobId, requestFor(stored, options), job.deps);
  expect(job.reported).toEqual([]);
  const [saved] = job.saved;
  if (!saved) throw new Error(`Nothing was saved: ${(await stored.db.jobs.get(job.jobId))?.errorCode}`);
  return { ...saved, jobId: job.jobId, files: await filesOf(saved.bundle) };
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

async function logTypes({ db }: StoredCase): Promise<string[]> {
  return (await db.log.orderBy('seq').toArray()).map(({ type }) => type);
}

describe('a bundle', () => {
  it('is built, verified, saved, and noted in the log', async () => {
    const stored = await storedCase();
    const { bundle, fileName, jobId } = await exported(stored);
    expect(fileName).toMatch(/^12315证据包_测试旗舰店_2345_20261122-1300\.zip$/);
    expect(await stored.db.jobs.get(jobId)).toMatchObject({
      state: 'done',
      phase: 'saving',
      result: { fileName, bytes: bundle.size, manifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect((await logTypes(stored)).at(-1)).toBe('bundle.exported');
    expect(await checkChain(await stored.db.log.orderBy('seq').toArray())).toEqual([]);
  });

  it('holds every document, and every file of every capture that was chosen', async () => {
    const stored = await storedCase();
    const { files } = await exported(stored);
    const paths = [...files.keys()];
    expect(paths).toEqual(
      expect.arrayContaining([
        '00_先看这里.html',
        '01_投诉书.docx',
        '01_投诉书.pdf',
        '03_证据目录.pdf',
        '04_时间线.pdf',
        '05_证据册.pdf',
        '06_12315填报内容.txt',
        '09_校验/manifest.json',
        '09_校验/SHA256SUMS.txt',
        '09_校验/采集日志.jsonl',
      ]),
    );
    const originals = await Promise.all(
      paths.filter((path) => path.startsWith('08_')).map(async (path) => sha256(files.get(path) as never)),
    );
    const kept = stored.captures.flatMap(({ artifacts }) => artifacts.filter(({ role }) => role !== 'thumbnail'));
    expect(originals.sort()).toEqual(kept.map(({ sha256: digest }) => digest).sort());
  });

  it('goes by what the user has corrected, and shows the page beside it', async () => {
    const stored = await storedCase();
    const change = { picked: null, at: NOW + 1000 };
    const correct = (fact: 'orderNo' | 'paidAt', value: string) =>
      correctFact(stored.db, stored.caseId, { id: crypto.randomUUID(), fact, value, ...change });
    await correct('orderNo', CORRECTED_NO);
    await correct('paidAt', '2026-11-10T09:05:00+08:00');
    const { files, fileName } = await exported(stored);
    expect(fileName).toContain(`_${CORRECTED_NO.slice(-4)}_`);
    const form = text(files.get('06_12315填报内容.txt'));
    expect(form).toContain(`订单编号：${CORRECTED_NO}（19字）`);
    expect(form).toContain('（订单编号由投诉人更正）。');
    expect(form).toContain(`订单编号：页面所示“${ORDER_NO}”，投诉人更正为“${CORRECTED_NO}”`);
    expect(form).toContain('付款时间：页面所示“2026-11-10 09:01:00”，投诉人更正为“2026-11-10 09:05:00”');
    const { facts, corrections } = JSON.parse(text(files.get('06_案件信息.json')));
    expect(facts.find(({ fact }: { fact: string }) => fact === 'orderNo')).toMatchObject({
      value: CORRECTED_NO,
      source: 'user',
      page: ORDER_NO,
      evidence: ['E01'],
    });
    expect(facts.find(({ fact }: { fact: string }) => fact === 'paidAmount')).toMatchObject({ source: 'page' });
    const lines = text(files.get('09_校验/采集日志.jsonl')).trimEnd().split('\n');
    for (const { logSeq, sha256: digest, id, caseId, fact, type, at, value, read, picked } of corrections) {
      const entry = JSON.parse(lines[logSeq - 1] ?? '');
      expect(entry).toMatchObject({ type: 'fact.corrected', subject: id });
      const record = canonicalBytes({ id, caseId, fact, type, at, value, read, picked });
      expect([entry.files[0].sha256, await sha256(record)]).toEqual([digest, digest]);
    }
    const readings = [...files].filter(([path]) => path.endsWith('页面信息.json')).map(([, bytes]) => text(bytes));
    expect(readings.join()).toContain(ORDER_NO);
    expect(readings.join()).not.toContain(CORRECTED_NO);
  });

  it('tells what was stated and seen, each as what it is, with the digests of the log', async () => {
    const stored = await storedCase();
    const entry = (id: string, note: string) => ({
      id,
      event: { type: '12315.filed' as const, at: '2026-11-21T10:00:00+08:00' },
      channel: 'CH.12315.web',
      note,
      enteredAt: NOW + 1000,
    });
    await keepEntry(stored.db, stored.caseId, entry('kept', '登记编号 9000000001'));
    await keepEntry(stored.db, stored.caseId, entry('gone', '记错了的一条'));
    await removeEntry(stored.db, stored.caseId, 'gone', NOW + 2000);
    await changeCase(stored.db, stored.caseId, { note: '只给自己看的备注' });
    const { files } = await exported(stored);
    const file = JSON.parse(text(files.get('06_案件信息.json')));
    expect(file.statements).toMatchObject([
      { words: '向12315提交投诉', channel: expect.stringContaining('12315'), note: '登记编号 9000000001' },
    ]);
    expect(file).toMatchObject({ rulesVersion: RULES_VERSION, rules: [{ version: RULES_VERSION }] });
    expect(file.visits).toMatchObject([{ page: '订单详情页' }, { page: '退款详情页', status: '卖家已拒绝' }]);
    const lines = text(files.get('09_校验/采集日志.jsonl')).trimEnd().split('\n');
    expect(file.acts).toHaveLength(1);
    for (const { logSeq, sha256: digest, id, caseId, at, what } of file.acts) {
      const logged = JSON.parse(lines[logSeq - 1] ?? '');
      expect(logged).toMatchObject({ type: 'entry.added', subject: id });
      expect([logged.files[0].sha256, await sha256(canonicalBytes({ id, caseId, at, what }))]).toEqual([
        digest,
        digest,
      ]);
    }
    const readable = [...files].filter(([path]) => /\.(?:json|jsonl|txt|html)$/.test(path));
    const everything = readable.map(([, bytes]) => text(bytes)).join();
    expect(everything).not.toContain('记错了的一条');
    expect(everything).not.toContain('只给自己看的备注');
  });

  it('lists nothing of the other orders on a captured list', async () => {
    const stored = await storedCase();
    const lists: Facts = {
      orders: [{ orderNo: OTHER_ORDER_NO, items: [], links: {} }],
      refunds: [{ refundNo: OTHER_REFUND_NO, buyerNick: '测试买家99', links: {} }],
      complaints: [{ complaintNo: '90000099', links: {} }],
    };
    await stored.db.captures.toCollection().modify(({ facts }) => {
      Object.assign(facts, lists);
    });
    const { files } = await exported(stored);
    const listed = text(files.get('06_案件信息.json'));
    for (const number of [OTHER_ORDER_NO, OTHER_REFUND_NO, '90000099', '测试买家99'])
      expect(listed).not.toContain(number);
  });

  it('keeps the corrections of other cases to itself', async () => {
    const stored = await storedCase();
    const change = { id: crypto.randomUUID(), fact: 'shopName' as const, value: '别家', at: NOW, picked: null };
    await correctFact(stored.db, stored.other.caseId ?? '', change);
    const { files } = await exported(stored);
    expect(text(files.get('09_校验/采集日志.jsonl'))).not.toContain(change.id);
    expect(JSON.parse(text(files.get('06_案件信息.json'))).corrections).toEqual([]);
  });

  it('agrees with its own list of digests, counted by another program', async () => {
    const { files } = await exported(await storedCase());
    const listed = text(files.get('09_校验/SHA256SUMS.txt'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ [ *]/));
    expect(listed.length).toBe(files.size - 2);
    for (const [digest, path = ''] of listed) expect(await sha256(files.get(path) as never), path).toBe(digest);
  });

  it('holds only the captures that were chosen, whatever else is asked for', async () => {
    const stored = await storedCase();
    const [order, refund] = stored.captures;
    const { files } = await exported(stored, {
      captureIds: [refund?.id ?? '', stored.other.id, order?.id.replace(/.$/, '!') ?? ''],
    });
    const folders = new Set([...files.keys()].flatMap((path) => /^08_原始证据\/([^/]+)/.exec(path)?.[1] ?? []));
    expect([...folders]).toEqual([expect.stringMatching(/^E01_退款详情_/)]);
  });

  it('shows of other cases in the log nothing but their place', async () => {
    const stored = await storedCase();
    const { files } = await exported(stored);
    const lines = text(files.get('09_校验/采集日志.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [, , , foreign] = lines;
    expect(lines.map(({ withheld = false }) => withheld)).toEqual([false, false, false, true]);
    expect(Object.keys(foreign).sort()).toEqual(['hash', 'previous', 'seq', 'withheld']);
    for (const [path, bytes] of files) {
      if (/\.(pdf|docx|png)$/.test(path)) continue;
      expect(text(bytes), path).not.toContain(stored.other.id);
      expect(text(bytes), path).not.toContain(OTHER_ORDER_NO);
    }
  });

  it('shows earlier bundles of the same case by their place only', async () => {
    const stored = await storedCase();
    await exported(stored);
    const { files } = await exported(stored);
    const [first] = (await stored.db.log.toArray()).filter(({ type }) => type === 'bundle.exported');
    expect(text(files.get('09_校验/采集日志.jsonl'))).not.toContain(first?.subject);
    expect((await logTypes(stored)).filter((type) => type === 'bundle.exported')).toHaveLength(2);
  });

  it('leaves out claims that the form does not know', async () => {
    const { files } = await exported(await storedCase(), { claims: [{ kind: '退货' }, { kind: '赔一百万' }] });
    const form = text(files.get('06_12315填报内容.txt'));
    expect(form).toContain('退货');
    expect(form).not.toContain('赔一百万');
  });

  it('names blanks where nothing was typed', async () => {
    const { files } = await exported(await storedCase(), { complainant: {}, claims: [] });
    expect(text(files.get('06_12315填报内容.txt'))).toContain('【待补】');
  });
});

describe('what the user typed about themselves', () => {
  const PERSONAL = [COMPLAINANT.name, COMPLAINANT.idNumber, COMPLAINANT.phone, COMPLAINANT.address];
  const MAY = ['01_投诉书.docx', '01_投诉书.pdf', '05_证据册.pdf', '06_12315填报内容.txt'];

  function readable(path: string, bytes: Uint8Array): string {
    if (path.endsWith('.docx'))
      return Object.values(unzipSync(bytes))
        .map(text)
        .join('\n')
        .replace(/<[^>]+>/g, '');
    if (path.endsWith('.pdf')) return hasPoppler ? withoutSpace(pdfPages(bytes, '-raw').join('')) : '';
    return text(bytes);
  }

  it('is in the complaint, the form text and the book that contains the complaint, and nowhere else', async () => {
    const { files } = await exported(await storedCase());
    for (const [path, bytes] of files) {
      const content = readable(path, bytes);
      const found = PERSONAL.filter((words) => content.includes(words));
      const isUnread = path.endsWith('.pdf') && !hasPoppler;
      expect(found, path).toEqual(MAY.includes(path) && !isUnread ? PERSONAL : []);
    }
  });

  it('is not kept after the export', async () => {
    const stored = await storedCase();
    await exported(stored);
    const rows = await Promise.all(stored.db.tables.map((table) => table.toArray()));
    const kept = JSON.stringify(rows);
    for (const words of PERSONAL) expect(kept).not.toContain(words);
  });

  it('has no say in the names of files', async () => {
    const { files, fileName } = await exported(await storedCase());
    expect([fileName, ...files.keys()].join('\n')).not.toContain(COMPLAINANT.name);
  });
});

describe('damaged evidence', () => {
  async function damage({ db, captures }: StoredCase, name: string, change: (bytes: Uint8Array) => Uint8Array | null) {
    const artifact = captures.flatMap(({ artifacts }) => artifacts).find((one) => one.name === name);
    const row = await db.blobs.get(artifact?.id ?? '');
    if (!row) throw new RangeError(name);
    const changed = change(new Uint8Array(await row.blob.arrayBuffer()));
    if (changed) await db.blobs.put({ ...row, blob: new Blob([changed as BlobPart], { type: row.blob.type }) });
    else await db.blobs.delete(row.id);
  }
  const flip = (index: number) => (bytes: Uint8Array) => bytes.with(index, (bytes[index] ?? 0) ^ 1);

  it.each<[string, (stored: StoredCase) => Promise<unknown>]>([
    ['one bit of a text', (stored) => damage(stored, '正文.txt', flip(3))],
    ['one bit of a picture', (stored) => damage(stored, 'frame-001.png', flip(60))],
    ['a picture cut after a few bytes', (stored) => damage(stored, 'frame-001.png', (bytes) => bytes.slice(0, 10))],
    ['an empty joined picture', (stored) => damage(stored, '全页.png', () => new Uint8Array())],
    ['a joined picture that is none any more', (stored) => damage(stored, '全页.png', flip(1))],
    ['a conversation that is no data any more', (stored) => damage(stored, '聊天.json', flip(0))],
    [
      'a conversation with another message',
      (stored) => damage(stored, '聊天.json', (bytes) => new TextEncoder().encode(text(bytes).replace('照片', '发票'))),
    ],
    [
      'a conversation of another shape',
      (stored) => damage(stored, '聊天.json', () => new TextEncoder().encode('[{"text":1}]')),
    ],
    ['a file that is gone', (stored) => damage(stored, '采集记录.json', () => null)],
    ['a changed log', ({ db }) => db.log.update(2, { at: '2026-11-22T00:00:00+08:00' })],
    ['a log without an entry', ({ db }) => db.log.delete(2)],
  ])('stops the export and is named as that: %s', async (_name, spoil) => {
    const stored = await storedCase();
    await spoil(stored);
    const before = await logTypes(stored);
    const { jobId, deps, saved, reported } = await exportJob(stored);
    await runExportJob(jobId, requestFor(stored), deps);
    expect(await stored.db.jobs.get(jobId)).toMatchObject({
      state: 'failed',
      errorCode: 'export.damaged',
      result: null,
    });
    expect(saved).toEqual([]);
    expect(reported).toEqual([]);
    expect(await logTypes(stored)).toEqual(before);
  });

  it('is found in the finished bundle too', async () => {
    const { bundle } = await exported(await storedCase());
    const bytes = new Uint8Array(await bundle.arrayBuffer());
    await expect(verifyBlob(bundle, () => undefined, new AbortController().signal)).resolves.toBeUndefined();
    const place = text(bytes).indexOf('退款');
    const spoiled = new Blob([bytes.with(Math.max(place, 5000), 0x20)]);
    const error = await verifyBlob(spoiled, () => undefined, new AbortController().signal).catch(
      (reason: unknown) => reason,
    );
    expect(errorCodeOf(error)).toBe('export.damaged');
  });
});

describe('an export', () => {
  it('without a capture of its case is refused', async () => {
    const stored = await storedCase();
    for (const request of [
      requestFor(stored, { captureIds: [stored.other.id] }),
      { ...requestFor(stored), caseId: 'gone' },
    ]) {
      const { jobId, deps, saved } = await exportJob(stored);
      await runExportJob(jobId, request, deps);
      expect(await stored.db.jobs.get(jobId)).toMatchObject({ state: 'failed', errorCode: 'export.noCaptures' });
      expect(saved).toEqual([]);
    }
  });

  /** Calls back whenever a job gets into another phase. */
  function onPhase({ db }: StoredCase, changed: (phase: JobPhase) => void): void {
    let last: JobPhase = 'starting';
    db.jobs.hook('updating', (changes: Partial<Job>) => {
      if (!changes.phase || changes.phase === last) return;
      last = changes.phase;
      changed(last);
    });
  }

  it('says what it is doing, in order', async () => {
    const stored = await storedCase();
    const phases: JobPhase[] = [];
    onPhase(stored, (phase) => phases.push(phase));
    await exported(stored);
    expect(phases).toEqual(['checking', 'writing', 'packing', 'verifying', 'saving']);
  });

  it.each<JobPhase>(['checking', 'writing', 'packing', 'verifying'])(
    'that is cancelled while %s leaves nothing',
    async (phase) => {
      const stored = await storedCase();
      const before = await logTypes(stored);
      const cancel = new AbortController();
      const { deps } = await exportJob(stored);
      const work = exportCase(requestFor(stored), {
        ...deps,
        signal: cancel.signal,
        onProgress: ({ phase: current }) => {
          if (current === phase) cancel.abort(new AppError('cancelled'));
        },
      });
      await expect(work).rejects.toMatchObject({ code: 'cancelled' });
      expect(await logTypes(stored)).toEqual(before);
    },
  );

  it('that is cancelled at the last moment hands nothing over', async () => {
    const stored = await storedCase();
    const cancel = new AbortController();
    const { jobId, deps, saved, reported } = await exportJob(stored, { signal: cancel.signal });
    onPhase(stored, (phase) => {
      if (phase === 'saving') cancel.abort(new AppError('cancelled'));
    });
    await runExportJob(jobId, requestFor(stored), deps);
    expect(await stored.db.jobs.get(jobId)).toMatchObject({ state: 'cancelled', errorCode: 'cancelled', result: null });
    expect([saved, reported]).toEqual([[], []]);
  });

  it('that was cancelled before it began does nothing', async () => {
    const stored = await storedCase();
    const { jobId, deps, saved } = await exportJob(stored);
    await stored.db.jobs.update(jobId, { state: 'cancelled', errorCode: 'cancelled' });
    const fonts = vi.fn(deps.fonts);
    await runExportJob(jobId, requestFor(stored), { ...deps, fonts });
    expect(fonts).not.toHaveBeenCalled();
    expect(saved).toEqual([]);
    expect(await stored.db.jobs.get(jobId)).toMatchObject({ state: 'cancelled' });
  });

  it('that fails in a way nobody foresaw is reported once', async () => {
    const stored = await storedCase();
    const failure = new TypeError('x is undefined');
    const { jobId, deps, reported, saved } = await exportJob(stored, { fonts: () => Promise.reject(failure) });
    await runExportJob(jobId, requestFor(stored), deps);
    expect(await stored.db.jobs.get(jobId)).toMatchObject({ state: 'failed', errorCode: 'unexpected' });
    expect([reported, saved]).toEqual([[failure], []]);
  });

  it('whose file cannot be handed over has failed', async () => {
    const stored = await storedCase();
    const { jobId, deps } = await exportJob(stored, {
      save: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    await runExportJob(jobId, requestFor(stored), deps);
    expect(await stored.db.jobs.get(jobId)).toMatchObject({ state: 'failed', errorCode: 'storage.full' });
  });
});
