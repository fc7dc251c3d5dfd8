import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as layout from '../../../lib/bundle/layout.ts';
import { blobAccess } from '../../../lib/bundle/zip/source.ts';
import { createDigest } from '../../../lib/evidence/digester.ts';
import { publicKeySpki } from '../../../lib/evidence/signing.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { blobsSource, zipSource } from '../../../lib/verify/sources.ts';
import type { VerifyReport } from '../../../lib/verify/types.ts';
import { verifyBundle } from '../../../lib/verify/verify-bundle.ts';
import { exampleIngredients, makeBundle, noise, unpack } from './example-bundle.ts';
import { type Bytes, deps, E01, files, folderOf, get, ingredients, TOP, verifyAfter, zip } from './spoiled-bundle.ts';

describe('an unchanged bundle', () => {
  it('passes every layer, and says that it has no timestamp', async () => {
    const report = await verifyBundle(await zipSource(blobAccess(zip)), deps);
    expect(report.verdict).toBe('passed');
    expect(report.layers.map(({ layer, status }) => `${layer} ${status}`)).toEqual([
      'files passed',
      'sumsSignature passed',
      'manifest passed',
      'manifestSignature passed',
      'log passed',
      'derivation passed',
      'timestamp absent',
    ]);
    expect(report.layers.map(({ params }) => params.count)).toEqual([16, undefined, 6, undefined, 4, 1, undefined]);
    expect(report.facts).toEqual({
      no: 'WQX-20261122-121501-7F3A',
      created: '2026-11-22T12:15:01+08:00',
      software: '维权匣 0.1.0',
      topFolder: TOP,
      manifestSha256: await sha256(get(files, layout.MANIFEST_FILE)),
      keyFingerprint: await sha256(await publicKeySpki(ingredients.key.publicKey)),
    });
    expect(report.layers.flatMap(({ notes }) => notes.map(({ code }) => code))).toEqual([
      'log.withheld',
      'log.capture.deleted',
      'timestamp.none',
    ]);
  });

  it('passes unpacked, packed again by another program, and with its folder renamed, dropped or put into another', async () => {
    const entries = (top: string) => Object.fromEntries([...files].map(([path, bytes]) => [`${top}${path}`, bytes]));
    const repack = (top: string) => zipSource(blobAccess(new Blob([zipSync(entries(top), { level: 9 }) as Bytes])));
    const sources = [
      folderOf(files),
      folderOf(files, 'renamed'),
      folderOf(files, `outer/inner/${TOP}`),
      blobsSource(
        [...files].map(([path, bytes]) => ({ path, blob: new Blob([bytes]) })),
        TOP,
      ),
      await repack(`${TOP}/`),
      await repack('renamed/'),
      await repack(''),
    ];
    const reports = await Promise.all(sources.map((source) => verifyBundle(source, deps)));
    expect(reports.map(({ verdict }) => verdict)).toEqual(sources.map(() => 'passed'));
    const isNoted = ({ layers }: VerifyReport) => layers[0]?.notes.some(({ code }) => code === 'files.folderRenamed');
    expect(reports.map(isNoted)).toEqual([false, true, false, false, false, true, true]);
  });

  it('passes with decomposed names, as macOS once wrote them', async () => {
    const made = await exampleIngredients();
    made.documents.push({ path: '07_Café.txt', blob: new Blob(['x']) });
    const content = await unpack((await makeBundle(made)).blob);
    const decomposed = new Map([...content].map(([path, bytes]) => [path.normalize('NFD'), bytes]));
    expect([...decomposed.keys()].join()).not.toBe([...content.keys()].join());
    expect((await verifyBundle(folderOf(decomposed), deps)).verdict).toBe('passed');
  });

  it('ignores what operating systems add, and says so', async () => {
    const junk = ['.DS_Store', `${E01}/Thumbs.db`, 'Desktop.ini', '__MACOSX/._01_投诉书.docx', '._01_投诉书.docx'];
    const report = await verifyAfter((copy) => {
      for (const path of junk) copy.set(path, noise(9, 50));
    });
    expect(report.verdict).toBe('passed');
    expect(report.layers[0]?.notes.filter(({ code }) => code === 'files.ignored')).toHaveLength(junk.length);
  });

  it('is incomplete, not failed, where signatures cannot be checked', async () => {
    const report = await verifyBundle(folderOf(files), {
      digest: createDigest(undefined),
      verifySignature: null,
      stamps: null,
    });
    expect(report.verdict).toBe('incomplete');
    expect(report.layers.filter(({ status }) => status === 'unchecked').map(({ layer }) => layer)).toEqual([
      'sumsSignature',
      'manifestSignature',
    ]);
    expect(report.layers[1]?.notes[0]).toEqual({
      code: 'signature.noCrypto',
      params: { file: 'SHA256SUMS.txt', signature: 'SHA256SUMS.der.sig' },
    });
  });

  it('reports progress up to the last byte', async () => {
    const steps: number[] = [];
    await verifyBundle(folderOf(files), deps, {
      onProgress: ({ bytes, totalBytes }) => steps.push(bytes / totalBytes),
    });
    expect(steps).toHaveLength(files.size);
    expect(steps.at(-1)).toBe(1);
  });
});
