import { zlibSync } from 'fflate';
import type { GlyphPainter } from '../../../lib/bundle/pdf/painted.ts';
import type { PicturePart, PictureSource } from '../../../lib/bundle/pdf/picture-source.ts';
import type { BookPicture } from '../../../lib/bundle/types.ts';
import { crc32 } from '../../../lib/shared/crc32.ts';
import { buildFonts } from '../../../scripts/build/fonts.ts';
import { greyJpeg } from './test-jpeg.ts';

export const fonts = await buildFonts();

/** Paints a black square with the height of a hanzi, so that pixels can be looked for. */
export function stubPainter(): GlyphPainter & { painted: string[] } {
  const painted: string[] = [];
  return {
    painted,
    async paint(text, sizePx) {
      painted.push(text);
      return { png: squarePng(sizePx), width: sizePx, height: sizePx, baseline: Math.round(sizePx * 0.88) };
    },
  };
}

/** Makes grey JPEGs in the shape that is asked for, a third of the size. */
export function stubPictures(): PictureSource & { asked: { picture: BookPicture; parts: readonly PicturePart[] }[] } {
  const asked: { picture: BookPicture; parts: readonly PicturePart[] }[] = [];
  return {
    asked,
    async *slices(picture, parts) {
      asked.push({ picture, parts });
      for (const { height } of parts) {
        const width = Math.round(picture.width / 3);
        const size = { width, height: Math.round(height / 3) };
        yield { jpeg: greyJpeg(size.width, size.height, 200), ...size };
      }
    },
  };
}

function squarePng(size: number): Uint8Array {
  const inset = Math.round(size / 8);
  const rows = new Uint8Array(size * (size + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const isInk = x >= inset && x < size - inset && y >= inset && y < size - inset;
      rows[y * (size + 1) + 1 + x] = isInk ? 0 : 255;
    }
  }
  const header = [...u32(size), ...u32(size), 8, 0, 0, 0, 0];
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', header),
    ...chunk('IDAT', [...zlibSync(rows)]),
    ...chunk('IEND', []),
  ]);
}

function chunk(name: string, content: number[]): number[] {
  const body = Uint8Array.from([...name].map((letter) => letter.charCodeAt(0)).concat(content));
  return [...u32(content.length), ...body, ...u32(crc32(body))];
}

function u32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
