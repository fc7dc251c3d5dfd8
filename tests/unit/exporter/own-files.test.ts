import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { verifyBlob } from '../../../lib/exporter/check.ts';
import { exportCase } from '../../../lib/exporter/run.ts';
import { recordOwnFile } from '../../../lib/recorder/own-file.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import { describeOwnFile } from '../../../lib/storage/own-files.ts';
import { hasPoppler, isContained, pdfPages, withoutSpace } from '../bundle/poppler.ts';
import { NOW } from '../cases/pages.ts';
import { blobOf, given, jpeg, movie, tiff } from '../evidence/own-file/files.ts';
import { png, stubCanvas } from '../recorder/canvas.ts';
import { exportJob, requestFor, storedCase } from './stored-case.ts';

beforeEach(() => void stubCanvas());
afterEach(() => void vi.unstubAllGlobals());

const VIDEO = movie('2026-11-20T02:11:12Z');
const PICTURE = png(600, 400, 90);

/** A case with three files of the user's: a picture, a video, and a photo that this browser cannot show. */
async function withFiles() {
  const stored = await storedCase();
  const tool = { name: '维权匣', version: '0.1.0' };
  let minute = NOW + 1_800_000;
  const add = async (blob: Blob, name: string, proves: string | null) => {
    minute += 60_000;
    const file = given(blob, name);
    const at = minute;
    return recordOwnFile(stored.caseId, file, proves, {
      db: stored.db,
      now: () => at,
      tool,
      onProgress: () => undefined,
    });
  };
  const picture = await add(PICTURE, '破损?<近景>.png', 'defectPhotos');
  const video = await add(VIDEO, '开箱.mp4', 'unboxing');
  const heic = await add(jpeg(tiff('2026:11:20 10:11:12')), '🎁.jpg', null);
  await describeOwnFile(stored.db, picture.id, { description: '杯口右侧碎裂' });
  return { ...stored, captures: [...stored.captures, picture, video, heic], own: { picture, video, heic } };
}

async function exportedFiles() {
  const stored = await withFiles();
  const { deps } = await exportJob(stored);
  const { blob } = await exportCase(requestFor(stored), { ...deps, onProgress: () => undefined });
  const entries = Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer())));
  const files = new Map(
    entries.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes as Uint8Array<ArrayBuffer>]),
  );
  return { stored, blob, files };
}

it('files of the user’s go out exactly as they were given, listed in the manifest and verified', async () => {
  const { blob, files, stored } = await exportedFiles();
  await expect(verifyBlob(blob, () => undefined, new AbortController().signal)).resolves.toBeUndefined();
  const manifest = JSON.parse(new TextDecoder().decode(files.get('09_校验/manifest.json')));
  const own = manifest.resources.filter(({ artifact }: { artifact: string }) => artifact === 'own');
  expect(own).toHaveLength(3);
  for (const [name, original, capture] of [
    ['开箱.mp4', VIDEO, stored.own.video],
    ['破损？＜近景＞.png', PICTURE, stored.own.picture],
    ['_.jpg', null, stored.own.heic],
  ] as const) {
    const resource = own.find(({ path }: { path: string }) => path.endsWith(`/${name}`));
    expect(resource, name).toMatchObject({ role: 'original', capture: capture.id, derivedFrom: null });
    expect(resource.path).toMatch(/^08_原始证据\/E\d{2}_用户补充_\d{4}-\d{4}\//);
    const bytes = files.get(resource.path) as Uint8Array<ArrayBuffer>;
    expect(resource.hash).toBe(`sha256:${await sha256(bytes)}`);
    if (original) expect(bytes).toEqual(new Uint8Array(await original.arrayBuffer()));
  }
});

it.runIf(hasPoppler)('the papers list them, with pictures as pictures and two kinds of time apart', async () => {
  const { files } = await exportedFiles();
  const words = (path: string) => withoutSpace(pdfPages(files.get(path) as Uint8Array, '-raw').join(''));
  const catalogue = words('03_证据目录.pdf');
  for (const text of [
    '照片（破损?<近景>.png）',
    '证明：问题部位的照片或视频。杯口右侧碎裂',
    '视频（开箱.mp4）',
    '投诉人自行提供的文件',
  ])
    expect(isContained(catalogue, withoutSpace(text)), text).toBe(true);
  const timeline = words('04_时间线.pdf');
  expect(isContained(timeline, withoutSpace('录制：视频（开箱.mp4）')), '录制：视频（开箱.mp4）').toBe(true);
  expect(isContained(timeline, withoutSpace('添加证据：视频（开箱.mp4）')), '添加证据：视频（开箱.mp4）').toBe(true);
  expect(timeline).toContain('文件自称');
  const book = words('05_证据册.pdf');
  const video = await sha256(await VIDEO.arrayBuffer());
  for (const text of [
    '本文件不能打印',
    video,
    '2026-11-20 10:11:12（文件内部记载，文件未写时区，软件不能核实）',
    '文件没有记载拍摄或录制时间',
  ])
    expect(isContained(book, withoutSpace(text)), text).toBe(true);
});

it('a file whose bytes have changed since stops the export', async () => {
  const stored = await withFiles();
  const artifact = stored.own.video.artifacts.find(({ role }) => role === 'own');
  await stored.db.blobs.update(artifact?.id ?? '', { blob: blobOf('something else') });
  const { deps } = await exportJob(stored);
  const error = await exportCase(requestFor(stored), { ...deps, onProgress: () => undefined }).catch(
    (reason: unknown) => reason,
  );
  expect(errorCodeOf(error)).toBe('export.damaged');
});
