import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDirectory } from '../../../../lib/bundle/zip/directory.ts';
import { dosTime } from '../../../../lib/bundle/zip/dos-time.ts';
import { blobAccess, type RandomAccess } from '../../../../lib/bundle/zip/source.ts';
import { zipBlob, zipParts } from '../../../../lib/bundle/zip/writer.ts';
import { hasTool, run } from '../../verify/tools.ts';
import {
  bytesOf,
  CENTRAL,
  contentOf,
  exampleItems,
  exampleZip,
  indexOf,
  item,
  MODIFIED_AT,
  readAll,
} from './example-zip.ts';

const LISTING = ['包/00_先看这里.html 15', '包/08_原始证据/空.txt 0', '包/08_原始证据/frame-001.png 3000'];

describe('zipBlob', () => {
  it('is read back file by file', async () => {
    const files = await readAll(blobAccess(zipBlob(exampleItems(), MODIFIED_AT)));
    for (const { path, blob } of exampleItems()) expect(files.get(path)).toEqual(await bytesOf(blob));
    expect(files.size).toBe(3);
  });

  it('is read back whatever names and contents there are', async () => {
    const name = fc.stringMatching(/^[a-zé中文（）0-9_-]{1,20}$/);
    const file = fc.tuple(name, fc.uint8Array({ maxLength: 300 }));
    const files = fc.uniqueArray(file, { selector: ([path]) => path.toLowerCase().normalize('NFC'), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(files, async (pairs) => {
        const items = pairs.map(([path, bytes]) => item(path, bytes.slice()));
        const read = await readAll(blobAccess(zipBlob(items, MODIFIED_AT)));
        expect([...read]).toEqual(pairs.map(([path, bytes]) => [path.normalize('NFC'), bytes]));
      }),
    );
  });

  it('is read by another library', async () => {
    const files = unzipSync(await exampleZip());
    expect(Object.keys(files)).toEqual(exampleItems().map(({ path }) => path));
  });

  it('states sizes and CRC in the local header: stored, UTF-8, version 2.0, no data descriptor', async () => {
    const view = new DataView((await exampleZip()).buffer);
    const [first] = exampleItems();
    expect(view.getUint16(4, true)).toBe(20);
    expect(view.getUint16(6, true)).toBe(0x0800);
    expect(view.getUint16(8, true)).toBe(0);
    expect(view.getUint32(14, true)).toBe(first?.crc32);
    expect([view.getUint32(18, true), view.getUint32(22, true)]).toEqual([15, 15]);
  });

  it('is the same each time, and shows Asia/Shanghai wall time', async () => {
    const zip = await exampleZip();
    expect(await exampleZip()).toEqual(zip);
    const time = new DataView(zip.buffer).getUint32(indexOf(zip, CENTRAL) + 12, true);
    expect([(time >> 25) + 1980, (time >> 21) & 15, (time >> 16) & 31]).toEqual([2026, 11, 22]);
    expect([(time >> 11) & 31, (time >> 5) & 63, (time & 31) * 2]).toEqual([12, 15, 0]);
  });

  it('is a readable zip without any file', async () => {
    expect(await readDirectory(blobAccess(zipBlob([], MODIFIED_AT)))).toEqual([]);
  });

  it('refuses a Blob of another length than stated, and two equal paths', () => {
    const [first] = exampleItems();
    if (!first) throw new Error('No example');
    expect(() => zipBlob([{ ...first, bytes: 14 }], MODIFIED_AT)).toThrow(`sizeMismatch: ${first.path}`);
    expect(() => zipBlob([first, first], MODIFIED_AT)).toThrow(`duplicate: ${first.path}`);
  });
});

describe('dosTime', () => {
  it('stays inside the years that the field can hold', () => {
    expect(dosTime(Date.UTC(1970, 0, 1))).toBe(((1 << 5) | 1) << 16);
    expect(dosTime(Date.UTC(2200, 0, 1))).toBe(dosTime(Date.UTC(2107, 11, 31, 15, 59, 58)));
    expect(dosTime(Date.UTC(2200, 0, 1)) >>> 25).toBe(127);
  });
});

describe('zip64', () => {
  it('is used for a file of more than 4 GiB, and for what lies behind it', async () => {
    const size = 5 * 2 ** 30;
    const items = [
      { path: '大.mp4', blob: { size } as Blob, crc32: 1, bytes: size },
      item('后.txt', new Uint8Array([1, 2, 3])),
    ];
    const source = await partsAccess(zipParts(items, MODIFIED_AT));
    const [large, behind] = await readDirectory(source);
    expect(large).toMatchObject({ path: '大.mp4', bytes: size, compressedBytes: size, offset: 0 });
    expect(behind?.offset).toBeGreaterThan(size);
    if (behind) expect(await contentOf(source, behind)).toEqual(Uint8Array.from([1, 2, 3]));
  });

  it('is used for 65,536 files and read back', async () => {
    const empty = new Uint8Array(0);
    const items = Array.from({ length: 65_536 }, (_, index) => item(`f${index}`, empty));
    const entries = await readDirectory(blobAccess(zipBlob(items, MODIFIED_AT)));
    expect(entries).toHaveLength(65_536);
    expect(entries[65_535]?.path).toBe('f65535');
  });

  it('is not used where plain fields do', async () => {
    const zip = await exampleZip();
    expect(() => indexOf(zip, [0x50, 0x4b, 6, 6])).toThrow('Pattern not found');
  });
});

describe('other programs read it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-writer-'));
  const path = join(folder, '包.zip');
  beforeAll(async () => writeFileSync(path, await exampleZip()));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.skipIf(!hasTool('unzip', '-v'))('unzip tests and unpacks it with its Chinese names', () => {
    expect(run('unzip', ['-t', path]).status).toBe(0);
    expect(run('unzip', ['-q', path], folder).status).toBe(0);
    expect(run('sh', ['-c', 'find 包 -type f | wc -l; cat 包/00_先看这里.html'], folder).output).toBe(
      '3\n<!doctype html>',
    );
    expect(statSync(join(folder, '包/00_先看这里.html')).mode & 0o777).toBe(0o644);
  });

  it.skipIf(!hasTool('python3'))('Python tests it', () => {
    const script = `import zipfile; z = zipfile.ZipFile(r'${path}'); print(z.testzip()); [print(i.filename, i.file_size) for i in z.infolist()]`;
    expect(run('python3', ['-c', script]).output.trim().split('\n')).toEqual(['None', ...LISTING]);
  });

  it.skipIf(!hasTool('java', '-version'))('Java reads it as a stream', { timeout: 60_000 }, () => {
    const source = join(import.meta.dirname, 'ReadZip.java');
    expect(run('java', [source, path]).output.trim().split('\n')).toEqual(LISTING);
  });
});

/** Reads parts without joining them: Node cannot slice a Blob beyond 4 GiB. The large part has no content and is never read. */
async function partsAccess(parts: (Blob | Uint8Array<ArrayBuffer>)[]): Promise<RandomAccess> {
  const placed: { start: number; end: number; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let size = 0;
  for (const part of parts) {
    const length = part instanceof Uint8Array ? part.length : part.size;
    const bytes = part instanceof Uint8Array ? part : part instanceof Blob ? await bytesOf(part) : new Uint8Array(0);
    placed.push({ start: size, end: size + length, bytes });
    size += length;
  }
  const read = async (offset: number, length: number) => {
    const result = new Uint8Array(length);
    for (const { start, end, bytes } of placed) {
      const from = Math.max(offset, start);
      const to = Math.min(offset + length, end);
      if (from < to) result.set(bytes.subarray(from - start, to - start), from - offset);
    }
    return result;
  };
  return { size, read };
}
