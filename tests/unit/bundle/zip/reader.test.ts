import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../../../lib/bundle/zip/directory.ts';
import { ZipError, type ZipErrorCode } from '../../../../lib/bundle/zip/errors.ts';
import { readEntry } from '../../../../lib/bundle/zip/reader.ts';
import { fileAccess } from '../../../../lib/bundle/zip/source.ts';
import { zipBlob } from '../../../../lib/bundle/zip/writer.ts';
import { utf8 } from '../../../../lib/shared/bytes.ts';
import { crc32 } from '../../../../lib/shared/crc32.ts';
import {
  accessTo,
  bytesOf,
  CENTRAL,
  END,
  exampleZip,
  indexOf,
  item,
  LOCAL,
  MODIFIED_AT,
  patched,
  readAll,
} from './example-zip.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The code of the ZipError that reading everything ends with; anything else thrown fails the test. */
async function codeOf(bytes: Uint8Array): Promise<ZipErrorCode | 'read'> {
  try {
    await readAll(accessTo(bytes));
    return 'read';
  } catch (error) {
    if (error instanceof ZipError) return error.code;
    throw error;
  }
}

async function zipOf(files: Record<string, string>): Promise<Bytes> {
  return bytesOf(
    zipBlob(
      Object.entries(files).map(([path, text]) => item(path, utf8(text))),
      MODIFIED_AT,
    ),
  );
}

/** One deflated file by fflate. */
function deflated(text: string, path = '文.txt'): Bytes {
  return zipSync({ [path]: strToU8(text) }, { level: 6 }) as Bytes;
}

/** The same zip with its raw names replaced by others of the same length, and flags by `flags`. */
function renamed(bytes: Bytes, from: Uint8Array, to: Uint8Array, flags: number): Bytes {
  const copy = bytes.slice();
  copy.set(to, indexOf(copy, [...from], 0));
  copy.set(to, indexOf(bytes, [...from], 1));
  return patched(patched(copy, 6, 2, flags), indexOf(copy, CENTRAL) + 8, 2, flags);
}

describe('readDirectory and readEntry', () => {
  it('inflate what another program deflated', async () => {
    const text = '七天无理由退货'.repeat(20_000);
    const files = await readAll(accessTo(deflated(text)));
    expect(new TextDecoder().decode(files.get('文.txt'))).toBe(text);
  });

  it('leave folders out', async () => {
    const zip = zipSync({ 包: { '甲.txt': strToU8('a'), 空: {} } }) as Bytes;
    expect([...(await readAll(accessTo(zip))).keys()]).toEqual(['包/甲.txt']);
  });

  it('read names in GBK from a program that does not mark UTF-8, with backslashes', async () => {
    const zip = await zipOf({ ABCDEFG: 'x' });
    // “证据\a” in GBK: D6 A4 BE DD, backslash, a; one byte more to keep the length.
    const gbk = Uint8Array.from([0xd6, 0xa4, 0xbe, 0xdd, 0x5c, 0x61, 0x62]);
    const files = await readAll(accessTo(renamed(zip, utf8('ABCDEFG'), gbk, 0)));
    expect([...files.keys()]).toEqual(['证据/ab']);
  });

  it('read unmarked names as UTF-8 when they are', async () => {
    const zip = await zipOf({ 证据: 'x' });
    expect([...(await readAll(accessTo(renamed(zip, utf8('证据'), utf8('证据'), 0)))).keys()]).toEqual(['证据']);
  });

  it('read the Unicode name that Info-ZIP adds, while it belongs to the first name', async () => {
    const extra = (name: string) => {
      const field = new Uint8Array(5 + utf8('证据').length);
      field[0] = 1;
      new DataView(field.buffer).setUint32(1, crc32(utf8(name)), true);
      field.set(utf8('证据'), 5);
      return { 28789: field };
    };
    const zip = (name: string) => zipSync({ __: [strToU8('x'), { extra: extra(name), level: 0 }] }) as Bytes;
    expect([...(await readAll(accessTo(zip('__')))).keys()]).toEqual(['证据']);
    expect([...(await readAll(accessTo(zip('other')))).keys()]).toEqual(['__']);
  });

  it('read from a file handle', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-reader-'));
    const path = join(folder, 'a.zip');
    const zip = await exampleZip();
    writeFileSync(path, zip);
    const handle = await open(path);
    try {
      expect(await readAll(fileAccess(handle, zip.length))).toEqual(await readAll(accessTo(zip)));
      await expect(fileAccess(handle, zip.length + 9).read(0, zip.length + 9)).rejects.toThrow('cutOff');
    } finally {
      await handle.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('accept a comment at the end, and look for no end inside it', async () => {
    const zip = await exampleZip();
    const comment = Uint8Array.from([...END, 1, 2, 3]);
    const commented = Uint8Array.from([...patched(zip, indexOf(zip, END) + 20, 2, comment.length), ...comment]);
    expect(await codeOf(commented)).toBe('read');
  });
});

describe('a hostile or damaged zip', () => {
  it('is refused wherever it is cut off', async () => {
    const zip = await exampleZip();
    const codes = new Set<string>();
    for (let length = 0; length < zip.length; length += 1) codes.add(await codeOf(zip.subarray(0, length)));
    expect([...codes].sort()).toEqual(['cutOff', 'notZip']);
  });

  it('is refused with something appended', async () => {
    expect(await codeOf(Uint8Array.from([...(await exampleZip()), 0]))).toBe('cutOff');
  });

  it('is refused as no zip when it is garbage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await codeOf(bytes)).toBe('notZip');
      }),
    );
  });

  it('gives the right content or a ZipError, whichever bytes are changed', { timeout: 60_000 }, async () => {
    const stored = await exampleZip();
    const squeezed = deflated('七天无理由退货'.repeat(50));
    const contents = new Map([...(await readAll(accessTo(stored))), ...(await readAll(accessTo(squeezed)))]);
    const change = fc.record({ at: fc.nat(), value: fc.nat(255) });
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(stored, squeezed), changes, async (zip, list) => {
        const spoiled = zip.slice();
        for (const { at, value } of list) spoiled[at % zip.length] = value;
        if ((await codeOf(spoiled)) !== 'read') return;
        const texts = [...contents.values()].map((bytes) => bytes.join());
        for (const bytes of (await readAll(accessTo(spoiled))).values()) expect(texts).toContain(bytes.join());
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, string, ZipErrorCode]>([
    ['../', '../a.txt', 'unsafePath'],
    ['../ inside', 'a/../../b.txt', 'unsafePath'],
    ['an absolute path', '/etc/a', 'unsafePath'],
    ['a drive', 'C:/a.txt', 'unsafePath'],
    ['backslashes', '..\\a.txt', 'unsafePath'],
    ['a control character', 'a\u0000.txt', 'unsafePath'],
    ['an empty part', 'a//b', 'unsafePath'],
    ['no name', '', 'unsafePath'],
  ])('is refused for a path with %s', async (_, path, code) => {
    expect(await codeOf(await zipOf({ [path]: 'x' }))).toBe(code);
  });

  it('is refused for two files of one name, also where only Windows sees one', async () => {
    const twice = await zipOf({ aa: '1', ab: '2' });
    expect(await codeOf(patchNames(twice, 'ab', 'aa'))).toBe('duplicate');
    expect(await codeOf(await zipOf({ 'A.txt': '1', 'a.txt': '2' }))).toBe('duplicate');
  });

  it('is refused when two files share bytes', async () => {
    const zip = await zipOf({ aa: 'same', bb: 'same' });
    const second = indexOf(zip, CENTRAL, 1);
    expect(await codeOf(patched(zip, second + 42, 4, 0))).toBe('overlapping');
  });

  it('is refused when a file reaches into the directory', async () => {
    const zip = await zipOf({ aa: 'x' });
    const entry = indexOf(zip, CENTRAL);
    expect(await codeOf(patched(patched(zip, entry + 20, 4, 40), entry + 24, 4, 40))).toBe('overlapping');
  });

  it('is refused when a file states 4 GB that are not there', async () => {
    const zip = await zipOf({ aa: 'x' });
    const entry = indexOf(zip, CENTRAL);
    expect(await codeOf(patched(patched(zip, entry + 20, 4, 0xfffffff0), entry + 24, 4, 0xfffffff0))).toBe(
      'overlapping',
    );
  });

  it('is refused when a deflated file states more than deflate can do', async () => {
    const zip = deflated('x'.repeat(100));
    expect(await codeOf(patchSizes(zip, 24, 0x7fffffff))).toBe('tooLarge');
  });

  it('stops a bomb at its declared size', async () => {
    const bomb = patchSizes(deflated('\0'.repeat(20_000_000)), 24, 1000);
    const [entry] = await readDirectory(accessTo(bomb));
    if (!entry) throw new Error('No entry');
    let written = 0;
    const reading = readEntry(accessTo(bomb), entry, (chunk) => {
      written += chunk.length;
    });
    await expect(reading).rejects.toThrow('sizeMismatch');
    expect(written).toBe(0);
  });

  it('is refused for a file that is shorter than stated', async () => {
    expect(await codeOf(patchSizes(deflated('x'.repeat(100)), 24, 101))).toBe('sizeMismatch');
  });

  it('is refused for a wrong CRC, stored or deflated', async () => {
    for (const zip of [await zipOf({ aa: 'x' }), deflated('x'.repeat(100))]) {
      const both = patched(patched(zip, 14, 4, 1), indexOf(zip, CENTRAL) + 16, 4, 1);
      expect(await codeOf(both)).toBe('crcMismatch');
    }
  });

  it('is refused for a changed byte of a stored file', async () => {
    const zip = await zipOf({ aa: 'hello' });
    expect(await codeOf(patched(zip, 30 + 2, 2, 0))).toBe('crcMismatch');
  });

  it('is refused for damaged compressed data', async () => {
    const zip = deflated('七天无理由退货'.repeat(50));
    const data = 30 + utf8('文.txt').length;
    expect(await codeOf(patched(zip, data, 2, 0xffff))).toBe('damagedData');
  });

  it('is refused for an encrypted file and for an unknown method', async () => {
    const zip = await zipOf({ aa: 'x' });
    const entry = indexOf(zip, CENTRAL);
    expect(await codeOf(patched(patched(zip, 6, 2, 0x801), entry + 8, 2, 0x801))).toBe('encrypted');
    expect(await codeOf(patched(patched(zip, 8, 2, 14), entry + 10, 2, 14))).toBe('unsupportedMethod');
  });

  it('is refused when a local header tells another name, size or CRC', async () => {
    const zip = await zipOf({ aa: 'x' });
    expect(await codeOf(patched(zip, 30, 2, 0x6262))).toBe('headerMismatch');
    expect(await codeOf(patched(zip, 22, 4, 2))).toBe('headerMismatch');
    expect(await codeOf(patched(zip, 14, 4, 1))).toBe('headerMismatch');
  });

  it('is refused when a local header moves its content into what follows', async () => {
    expect(await codeOf(patched(await zipOf({ aa: 'x' }), 28, 2, 3))).toBe('overlapping');
    expect(await codeOf(patched(await zipOf({ aa: 'x', bb: 'y' }), 28, 2, 3))).toBe('overlapping');
  });

  it('is refused with something between directory and end', async () => {
    const zip = await zipOf({ aa: 'x' });
    const end = indexOf(zip, END);
    expect(await codeOf(Uint8Array.from([...zip.slice(0, end), 0, ...zip.slice(end)]))).toBe('damagedDirectory');
  });

  it('is refused as one of several parts, and for a directory that is not where it should be', async () => {
    const zip = await zipOf({ aa: 'x' });
    const end = indexOf(zip, END);
    expect(await codeOf(patched(zip, end + 4, 2, 1))).toBe('spanned');
    expect(await codeOf(patched(zip, end + 16, 4, 1))).toBe('damagedDirectory');
    expect(await codeOf(patched(patched(zip, end + 8, 2, 2), end + 10, 2, 2))).toBe('damagedDirectory');
    expect(await codeOf(patched(patched(zip, end + 8, 2, 0), end + 10, 2, 0))).toBe('damagedDirectory');
    expect(await codeOf(patched(zip, end + 16, 4, 0xffffffff))).toBe('damagedDirectory');
  });

  it('names the file', async () => {
    const zip = await zipOf({ '甲.txt': 'x' });
    await expect(readAll(accessTo(patched(zip, 14, 4, 1)))).rejects.toMatchObject({ file: '甲.txt' });
  });
});

/** Replaces a name of the same length, in both headers. */
function patchNames(zip: Bytes, from: string, to: string): Bytes {
  const copy = zip.slice();
  for (const nth of [0, 1]) copy.set(utf8(to), indexOf(zip, [...utf8(from)], nth));
  return copy;
}

/** Sets the uncompressed size in both headers of the only file. */
function patchSizes(zip: Bytes, centralOffset: number, value: number): Bytes {
  return patched(patched(zip, indexOf(zip, LOCAL) + 22, 4, value), indexOf(zip, CENTRAL) + centralOffset, 4, value);
}
