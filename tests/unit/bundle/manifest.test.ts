import { describe, expect, it } from 'vitest';
import { type AssembleProgress, assembleBundle } from '../../../lib/bundle/archive.ts';
import { BundleError } from '../../../lib/bundle/errors.ts';
import * as layout from '../../../lib/bundle/layout.ts';
import { prepareManifest } from '../../../lib/bundle/manifest.ts';
import { mapPooled } from '../../../lib/bundle/pool.ts';
import { parseSums } from '../../../lib/bundle/sums.ts';
import type { BundleFile } from '../../../lib/bundle/types.ts';
import { canonicalText } from '../../../lib/evidence/canonical.ts';
import { withhold } from '../../../lib/evidence/chain.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import { exampleIngredients, type Ingredients, makeBundle, unpack } from '../verify/example-bundle.ts';

/** The fault that making a bundle ends with, after `spoil`. */
async function faultOf(spoil: (ingredients: Ingredients) => void): Promise<[string, string]> {
  const ingredients = await exampleIngredients();
  spoil(ingredients);
  const error: unknown = await makeBundle(ingredients).then(
    () => 'made',
    (reason: unknown) => reason,
  );
  if (!(error instanceof BundleError)) throw error;
  return [error.fault, error.file];
}

function filesOf({ input }: Ingredients): BundleFile[] {
  return input.data.evidence.flatMap((item) => item.files);
}

describe('prepareManifest', () => {
  it('describes the evidence, and is canonical JSON', async () => {
    const { input } = await exampleIngredients();
    const { manifest, bytes, sha256: digest } = await prepareManifest(input);
    expect(canonicalText(manifest)).toBe(new TextDecoder().decode(bytes));
    expect(digest).toBe(await sha256(bytes));
    expect(manifest).toMatchObject({
      profile: 'data-package',
      bundle: 'evidence-12315/1',
      id: 'WQX-20261122-121501-7F3A',
      folder: '12315证据包_测试旗舰店_0017_20261122-1215',
      created: '2026-11-22T12:15:01+08:00',
      case: { platform: 'tmall', shop: '测试旗舰店', orderIdTail: '0017' },
      log: { path: '09_校验/采集日志.jsonl', entries: 4, head: `sha256:${input.log[3]?.hash}` },
    });
    expect(manifest.unknown).toContain('系统清洁性');
  });

  it('gives each file its capture and each derived file its originals', async () => {
    const { input } = await exampleIngredients();
    const { resources } = (await prepareManifest(input)).manifest;
    const [frame1, frame2, , fullPage] = resources;
    expect(resources.map((resource) => resource.name)).toEqual([
      'e01-001',
      'e01-002',
      'e01-003',
      'e01-004',
      'e02-001',
      'e02-002',
    ]);
    expect(frame1).toMatchObject({ role: 'original', derivedFrom: null, capture: 'cap-product', evidence: 'E01' });
    expect(fullPage).toMatchObject({ role: 'derived', derivedFrom: [frame1?.hash, frame2?.hash] });
  });

  it('is the same for the same evidence', async () => {
    const { input } = await exampleIngredients();
    expect((await prepareManifest(input)).sha256).toBe((await prepareManifest(structuredClone(input))).sha256);
  });

  it('says nothing of the order number but its end', async () => {
    const { input } = await exampleIngredients();
    const { bytes } = await prepareManifest(input);
    expect(new TextDecoder().decode(bytes)).not.toContain('9301000000000017');
  });
});

describe('a bundle that would not verify is not made', () => {
  it('when the bytes of a file are no longer those of its capture', async () => {
    const spoilt = await faultOf((ingredients) => {
      const file = filesOf(ingredients)[4];
      if (file) ingredients.store.set(file.blobId, new Blob([new Uint8Array(file.bytes)]));
    });
    expect(spoilt).toEqual(['digestMismatch', '08_原始证据/E02_聊天记录_1121-2032/frame-001.png']);
  });

  it('when a file is shorter than at its capture', async () => {
    const [fault] = await faultOf((ingredients) => {
      const file = filesOf(ingredients)[0];
      if (file) ingredients.store.set(file.blobId, new Blob(['x']));
    });
    expect(fault).toBe('digestMismatch');
  });

  it('when a file is recorded with another size than it has', async () => {
    const [fault] = await faultOf((ingredients) => {
      const file = filesOf(ingredients)[0];
      if (file) file.bytes += 1;
    });
    expect(fault).toBe('digestMismatch');
  });

  it('when the log does not name an original', async () => {
    const withholding = ({ input }: Ingredients) => {
      input.log = input.log.map((entry) => (entry.seq === 3 ? withhold(entry) : entry));
    };
    expect(await faultOf(withholding)).toEqual(['notInLog', '08_原始证据/E02_聊天记录_1121-2032/frame-001.png']);
  });

  it('when the log names it under another capture', async () => {
    const [fault] = await faultOf(({ input }) => {
      const chat = input.data.evidence[1];
      if (chat) chat.captureId = 'cap-product';
    });
    expect(fault).toBe('notInLog');
  });

  it('when an entry of the log is missing', async () => {
    const removing = ({ input }: Ingredients) => {
      input.log = input.log.filter((entry) => entry.seq !== 2);
    };
    expect(await faultOf(removing)).toEqual(['logBroken', '3']);
  });

  it('when the original of a derived picture is not in it', async () => {
    const [fault, file] = await faultOf(({ input }) => {
      input.data.evidence[0]?.files.splice(0, 1);
    });
    expect([fault, layout.baseName(file)]).toEqual(['originalMissing', '全页.png']);
  });

  it.each<[string, string]>([
    ['unsafePath', '08_原始证据/E09/图😀.png'],
    ['unsafePath', '08_原始证据/../x.png'],
    ['reservedPath', '02_图.png'],
    ['duplicatePath', '08_原始证据/E02_聊天记录_1121-2032/FRAME-001.png'],
  ])('for an evidence path (%s)', async (fault, path) => {
    const spoil = (ingredients: Ingredients) => {
      const file = filesOf(ingredients).at(-1);
      if (file) file.path = path;
    };
    expect(await faultOf(spoil)).toEqual([fault, path]);
  });

  it.each<[string, string]>([
    ['reservedPath', '09_校验/manifest.json'],
    ['reservedPath', '08_原始证据/02.pdf'],
    ['duplicatePath', '01_投诉书.DOCX'],
    ['unsafePath', '02_举报:线索.docx'],
  ])('for a document path (%s)', async (fault, path) => {
    const spoil = ({ documents }: Ingredients) => documents.push({ path, blob: new Blob(['x']) });
    expect(await faultOf(spoil)).toEqual([fault, path]);
  });

  it('and the user is told that evidence is damaged', () => {
    expect(errorCodeOf(new BundleError('digestMismatch', 'x'))).toBe('export.damaged');
  });
});

describe('assembleBundle', () => {
  it('lists every file but the list and its signature', async () => {
    const { blob, files, fileName, manifestSha256, prepared } = await makeBundle(await exampleIngredients());
    const unpacked = await unpack(blob);
    const { sums, malformed } = parseSums(new TextDecoder().decode(unpacked.get(layout.SUMS_FILE)));
    const unlisted = [layout.SUMS_FILE, layout.SUMS_DER_FILE];
    expect(malformed).toEqual([]);
    expect(sums.map(({ path }) => path)).toEqual([...unpacked.keys()].filter((path) => !unlisted.includes(path)));
    for (const { path, sha256: digest } of sums) {
      expect(digest).toBe(await sha256(unpacked.get(path) ?? new Uint8Array(0)));
    }
    expect(files.map(({ path }) => path)).toEqual([...unpacked.keys()]);
    expect(fileName).toBe('12315证据包_测试旗舰店_0017_20261122-1215.zip');
    expect(manifestSha256).toBe(prepared.sha256);
  });

  it('signs the manifest as WACZ-auth does, without a member more', async () => {
    const { blob, prepared } = await makeBundle(await exampleIngredients());
    const text = new TextDecoder().decode((await unpack(blob)).get(layout.MANIFEST_SIGNATURE_FILE));
    const signature = JSON.parse(text);
    expect(Object.keys(signature)).toEqual(['hash', 'path', 'signedData']);
    expect(signature).toMatchObject({ path: 'manifest.json', hash: `sha256:${prepared.sha256}` });
    expect(Object.keys(signature.signedData)).toEqual([
      'created',
      'hash',
      'publicKey',
      'signature',
      'software',
      'version',
    ]);
  });

  it('explains itself in a text for Notepad', async () => {
    const { blob, prepared } = await makeBundle(await exampleIngredients());
    const guide = new TextDecoder('utf-8', { ignoreBOM: true }).decode((await unpack(blob)).get(layout.GUIDE_FILE));
    expect(guide.startsWith('\uFEFF')).toBe(true);
    expect(guide.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(guide).toContain(prepared.sha256);
    for (const command of ['certutil -hashfile', 'Get-FileHash', 'sha256sum -c', 'openssl dgst -sha256 -verify']) {
      expect(guide).toContain(command);
    }
    expect(guide).toContain('不能证明：网页所载内容本身真实');
  });

  it('reports progress up to all items and bytes', async () => {
    const ingredients = await exampleIngredients();
    const prepared = await prepareManifest(ingredients.input);
    const steps: AssembleProgress[] = [];
    const read = async (id: string) => ingredients.store.get(id) ?? new Blob([]);
    await assembleBundle({ ...ingredients, prepared }, { read, onProgress: (step) => steps.push(step) });
    const last = steps.at(-1);
    expect(steps).toHaveLength(10);
    expect(steps.map((step) => step.items)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([last?.bytes, last?.items]).toEqual([last?.totalBytes, last?.totalItems]);
  });

  it('stops when it is aborted, and reads no further file', async () => {
    const ingredients = await exampleIngredients();
    const prepared = await prepareManifest(ingredients.input);
    const abort = new AbortController();
    const asked: string[] = [];
    const read = async (id: string) => {
      asked.push(id);
      abort.abort();
      return ingredients.store.get(id) ?? new Blob([]);
    };
    const making = assembleBundle({ ...ingredients, prepared }, { read, signal: abort.signal });
    await expect(making).rejects.toThrow(/abort/i);
    expect(asked.length).toBeLessThan(prepared.files.length);
  });

  it('never has more than a few files in hand', async () => {
    const ingredients = await exampleIngredients();
    const prepared = await prepareManifest(ingredients.input);
    let open = 0;
    let most = 0;
    const read = async (id: string) => {
      const blob = ingredients.store.get(id) ?? new Blob([]);
      const slice = blob.slice.bind(blob);
      blob.slice = (...range) => {
        const part = slice(...range);
        const arrayBuffer = part.arrayBuffer.bind(part);
        part.arrayBuffer = async () => {
          open += 1;
          most = Math.max(most, open);
          return arrayBuffer().finally(() => {
            open -= 1;
          });
        };
        return part;
      };
      return blob;
    };
    await assembleBundle({ ...ingredients, prepared }, { read });
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(3);
  });
});

describe('mapPooled', () => {
  it('keeps the order, and has no more under way than allowed', async () => {
    let open = 0;
    let most = 0;
    const results = await mapPooled([30, 10, 20, 0], 2, async (turns) => {
      open += 1;
      most = Math.max(most, open);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      open -= 1;
      return turns;
    });
    expect([results, most]).toEqual([[30, 10, 20, 0], 2]);
  });

  it('begins nothing new after a failure', async () => {
    const begun: number[] = [];
    const second = Promise.withResolvers<void>();
    const mapping = mapPooled([1, 2, 3, 4], 2, async (item) => {
      begun.push(item);
      if (item === 1) throw new Error('first failed');
      await second.promise;
    });
    await expect(mapping).rejects.toThrow('first failed');
    second.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([1, 2]);
  });
});
