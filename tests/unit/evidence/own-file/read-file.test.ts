import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwnFile } from '../../../../lib/evidence/own-file/read-file.ts';
import { AppError, errorCodeOf } from '../../../../lib/shared/errors.ts';
import { formatIso } from '../../../../lib/shared/time.ts';
import { blobOf, heic, JFIF, jpeg, movie, tiff } from './files.ts';

const hex = (text: string) => blobOf((text.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
const TAKEN = '2026:11:20 10:11:12';

describe('what a file is', () => {
  it.each([
    ['photo.jpg', hex('ffd8ffe000104a464946'), 'picture', 'image/jpeg'],
    ['photo.dat', hex('89504e470d0a1a0a0000000d'), 'picture', 'image/png'],
    ['a.webp', hex('52494646240000005745425056503820'), 'picture', 'image/webp'],
    ['a.gif', blobOf('GIF89a..'), 'picture', 'image/gif'],
    ['a.heic', heic(tiff(TAKEN)), 'picture', 'image/heic'],
    ['video.mp4', movie(null), 'video', 'video/mp4'],
    ['video.mov', movie(null, 'qt  '), 'video', 'video/quicktime'],
    ['voice.m4a', movie(null, 'M4A '), 'audio', 'audio/mp4'],
    ['voice.amr', blobOf('#!AMR\n......'), 'audio', 'audio/amr'],
    ['voice.mp3', blobOf('ID3.......'), 'audio', 'audio/mpeg'],
    ['report.pdf', blobOf('%PDF-1.7\n'), 'pdf', 'application/pdf'],
    ['report.doc', hex('d0cf11e0a1b11ae100000000'), 'document', 'application/x-ole-storage'],
    [
      'report.docx',
      blobOf('PK\u0003\u0004..........................[Content_Types].xml'),
      'document',
      'application/vnd.openxmlformats-officedocument',
    ],
    ['notes.txt', blobOf('12 boxes, 3 broken\r\n'), 'document', 'text/plain'],
    ['备注.txt', blobOf('第一行\n第二行'), 'document', 'text/plain'],
    ['all.zip', blobOf('PK\u0003\u0004..........................photo.jpg'), 'archive', 'application/zip'],
    ['camera.dav', hex('44484156f0000000'), 'other', 'application/octet-stream'],
  ])('%s', async (name, file, kind, mediaType) => {
    expect(await readOwnFile(file, name)).toMatchObject({ kind, mediaType });
  });

  it.each([
    ['a program under any name', 'photo.jpg', hex('4d5a90000300')],
    ['a program of Linux', 'a', hex('7f454c460201')],
    ['a program of a Mac', 'a', hex('cffaedfe0c00')],
    ['a shell script', 'a.txt', blobOf('#!/bin/sh\n')],
    ['a script by its name', 'photo.jpg.js', blobOf('alert(1)')],
    ['a batch file', '发票.BAT', blobOf('del *')],
    ['a web page', 'order.html', blobOf('<p>')],
    ['a drawing that can run scripts', 'a.svg', blobOf('<svg>')],
    ['a shortcut', 'a.lnk', hex('4c0000000114020000000000c000000000000046')],
    ['a program for phones', 'a.zip', blobOf('PK\u0003\u0004..........................AndroidManifest.xml')],
  ])('%s is refused', async (_name, name, file) => {
    expect(errorCodeOf(await readOwnFile(file, name).catch((error: unknown) => error))).toBe('file.program');
  });

  it('an empty file is refused', async () => {
    await expect(readOwnFile(new Blob([]), 'a.jpg')).rejects.toMatchObject({ code: 'file.empty' });
  });

  it('a file that cannot be read is named as that', async () => {
    const locked = {
      size: 9,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
    };
    await expect(readOwnFile(locked as unknown as Blob, 'a.jpg')).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});

describe('when a file says that it was recorded', () => {
  const timeOf = async (file: Blob, name = 'a.jpg') => (await readOwnFile(file, name)).recordedAt;

  it.each([
    ['a JPEG with its zone', jpeg(tiff(TAKEN, '+09:00')), '+09:00', '2026-11-20T09:11:12+08:00'],
    ['a JPEG without one, as Beijing time', jpeg(tiff(TAKEN)), null, '2026-11-20T10:11:12+08:00'],
    ['a JPEG with other data first', jpeg(tiff(TAKEN), JFIF), null, '2026-11-20T10:11:12+08:00'],
    ['a HEIC', heic(tiff(TAKEN, '+08:00')), '+08:00', '2026-11-20T10:11:12+08:00'],
  ])('%s', async (_name, file, zone, instant) => {
    const found = await timeOf(file);
    expect(found).toMatchObject({ text: '2026-11-20 10:11:12', zone });
    expect(formatIso(found?.at ?? 0)).toBe(instant);
  });

  it('a movie, whose time is UTC, wherever its header stands', async () => {
    expect(await timeOf(movie('2026-11-20T02:11:12Z'), 'a.mp4')).toEqual({
      text: '2026-11-20 10:11:12',
      zone: '+08:00',
      at: Date.parse('2026-11-20T02:11:12Z'),
    });
  });

  it.each([
    ['a movie that counts from nothing', movie(null)],
    ['a camera that was never set', jpeg(tiff('0000:00:00 00:00:00'))],
    ['a date that does not exist', jpeg(tiff('2026:02:30 10:00:00'))],
    ['no Exif data', jpeg([])],
    ['a picture of another kind', hex('89504e470d0a1a0a0000000d')],
    ['a document', blobOf('%PDF-1.7')],
  ])('does not say: %s', async (_name, file) => {
    expect(await timeOf(file)).toBeNull();
  });

  it('is nothing, or a real time, however damaged the file is', async () => {
    const whole = await Promise.all(
      [jpeg(tiff(TAKEN, '+08:00'), JFIF), heic(tiff(TAKEN)), movie('2026-11-20T02:11:12Z')].map(
        async (file) => new Uint8Array(await file.slice(0, 400).arrayBuffer()),
      ),
    );
    const damage = fc.record({
      which: fc.constantFrom(...whole),
      changes: fc.array(fc.tuple(fc.nat(399), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      length: fc.integer({ min: 1, max: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ which, changes, length }) => {
        const bytes = which.slice(0, length);
        for (const [place, byte] of changes) if (place < bytes.length) bytes[place] = byte;
        const found = await readOwnFile(new Blob([bytes]), 'a').catch((error: unknown) => error);
        if (found instanceof AppError) return;
        expect(found).toMatchObject({ kind: expect.any(String) });
        const { recordedAt } = found as Awaited<ReturnType<typeof readOwnFile>>;
        if (recordedAt) expect(recordedAt.text).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
      }),
      { numRuns: 600 },
    );
  });
});
