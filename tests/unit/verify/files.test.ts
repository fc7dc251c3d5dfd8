import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as layout from '../../../lib/bundle/layout.ts';
import { blobAccess } from '../../../lib/bundle/zip/source.ts';
import { blobsSource, zipSource } from '../../../lib/verify/sources.ts';
import type { Layer } from '../../../lib/verify/types.ts';
import { verifyBundle } from '../../../lib/verify/verify-bundle.ts';
import { noise } from './example-bundle.ts';
import {
  deps,
  E01,
  E02,
  failedLayers,
  files,
  flip,
  folderOf,
  get,
  problemsOf,
  TOP,
  verifyAfter,
  zip,
} from './spoiled-bundle.ts';

describe('one changed byte is found and its file named', () => {
  /** Which layers a change of each file must fail. */
  const expected: [path: string, layers: Layer[]][] = [
    [layout.START_PAGE, ['files']],
    ['01_投诉书.docx', ['files']],
    ['03_证据目录.pdf', ['files']],
    ['06_12315填报内容.txt', ['files']],
    [`${E01}/frame-001.png`, ['files', 'manifest']],
    [`${E01}/全页.png`, ['files', 'manifest']],
    [`${E02}/聊天.json`, ['files', 'manifest']],
    [layout.GUIDE_FILE, ['files']],
    [layout.SUMS_DER_FILE, ['sumsSignature']],
    [layout.MANIFEST_DER_FILE, ['files', 'manifestSignature']],
  ];

  it.each(expected)('%s', async (path, layers) => {
    const middle = Math.floor(get(files, path).length / 2);
    const report = await verifyAfter((copy) => void copy.set(path, flip(get(copy, path), middle)));
    expect(failedLayers(report)).toEqual(layers);
    expect(problemsOf(report).every((problem) => problem.endsWith(path))).toBe(true);
  });

  it.each([
    layout.MANIFEST_FILE,
    layout.MANIFEST_SIGNATURE_FILE,
    layout.PUBLIC_KEY_FILE,
    layout.LOG_FILE,
    layout.SUMS_FILE,
  ])('%s, at every byte', { timeout: 60_000 }, async (path) => {
    const { length } = get(files, path);
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const report = await verifyAfter((copy) => {
          copy.set(
            path,
            get(copy, path).map((byte, index) => (index === at ? byte ^ mask : byte)),
          );
        });
        expect(report.verdict).toBe('failed');
        const wanted = path === layout.SUMS_FILE ? 'sumsSignature signature.invalid' : `files files.changed ${path}`;
        expect(problemsOf(report).join('\n')).toContain(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('missing, extra, renamed and swapped files', () => {
  it('names every missing file', async () => {
    for (const path of files.keys()) {
      const report = await verifyAfter((copy) => void copy.delete(path));
      expect(report.verdict, path).toBe('failed');
      expect(
        problemsOf(report).some((problem) => problem.endsWith(path)),
        path,
      ).toBe(true);
    }
  });

  it('names an extra file, wherever it is', async () => {
    const report = await verifyAfter((copy) => {
      copy.set('02_补充.pdf', noise(1, 9));
      copy.set(`${E01}/frame-009.png`, noise(2, 9));
      copy.set('09_校验/x.txt', noise(3, 9));
    });
    expect(problemsOf(report)).toEqual([
      'files files.extra 02_补充.pdf',
      `files files.extra ${E01}/frame-009.png`,
      'files files.extra 09_校验/x.txt',
      `manifest manifest.fileUnlisted ${E01}/frame-009.png`,
    ]);
  });

  it('names an extra file beside the top folder', async () => {
    const source = folderOf(files);
    source.files.push(...blobsSource([{ path: '另一个.pdf', blob: new Blob(['x']) }]).files);
    expect(problemsOf(await verifyBundle(source, deps))).toEqual(['files files.extra 另一个.pdf']);
  });

  it('is not taken in by a second bundle inside', async () => {
    const report = await verifyAfter((copy) => {
      copy.set('00/09_校验/manifest.json', get(files, '09_校验/manifest.json'));
    });
    expect(problemsOf(report)).toEqual(['files files.extra 00/09_校验/manifest.json']);
  });

  it('recognises a renamed file by its digest', async () => {
    const report = await verifyAfter((copy) => {
      copy.set('01_投诉书（新）.docx', get(copy, '01_投诉书.docx'));
      copy.delete('01_投诉书.docx');
    });
    expect(report.layers[0]?.problems).toEqual([
      { code: 'files.renamed', file: '01_投诉书.docx', params: { now: '01_投诉书（新）.docx' } },
    ]);
  });

  it('recognises two files that changed places', async () => {
    const [a, b] = [`${E01}/frame-001.png`, `${E01}/frame-002.png`];
    const report = await verifyAfter((copy) => {
      copy.set(a, get(files, b));
      copy.set(b, get(files, a));
    });
    expect(report.layers[0]?.problems).toEqual([
      { code: 'files.replaced', file: a, params: { other: b } },
      { code: 'files.replaced', file: b, params: { other: a } },
    ]);
  });

  it('reports two files of one name', async () => {
    const source = folderOf(files);
    source.files.push(...blobsSource([{ path: `${TOP}/01_投诉书.docx`, blob: new Blob(['x']) }]).files);
    expect(problemsOf(await verifyBundle(source, deps))).toContain('files files.duplicate 01_投诉书.docx');
  });

  it('goes on when a file cannot be read, and names it', async () => {
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const content = get(files, `${E01}/frame-002.png`);
    const at = Buffer.from(bytes).indexOf(Buffer.from(content.slice(0, 64)));
    bytes[at + 100] = (bytes[at + 100] ?? 0) ^ 1;
    const report = await verifyBundle(await zipSource(blobAccess(new Blob([bytes]))), deps);
    expect(report.layers[0]?.problems).toEqual([
      { code: 'files.unreadable', file: `${E01}/frame-002.png`, params: { reason: 'crcMismatch' } },
    ]);
    expect(failedLayers(report)).toEqual(['files', 'manifest']);
  });
});
