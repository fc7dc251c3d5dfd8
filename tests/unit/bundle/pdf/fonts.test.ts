import { readFileSync } from 'node:fs';
import * as fontkit from '@cantoo/fontkit';
import { describe, expect, test, vi } from 'vitest';
import { createCanvas } from '../../../../lib/bundle/pdf/canvas.ts';
import { PAPERS } from '../../../../lib/bundle/pdf/paper.ts';
import { readTypefaces } from '../../../../lib/bundle/pdf/typefaces.ts';
import { writePdf } from '../../../../lib/bundle/pdf/write.ts';
import { hasPoppler, type Pixels, pdfPages, pdfPixels, withoutSpace } from '../poppler.ts';
import { fonts } from '../stubs.ts';

/** Whole documents are made here, on machines that run other tests at the same time. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

function charactersOf(encodingRows: [number, number], cells: [number, number]): string[] {
  const decoder = new TextDecoder('gbk');
  const found: string[] = [];
  for (let row = encodingRows[0]; row <= encodingRows[1]; row += 1) {
    for (let cell = cells[0]; cell <= cells[1]; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) found.push(character);
    }
  }
  return found;
}

describe('fonts', () => {
  test('the regular font has all but a handful of GBK, the bold one all but a handful of GB2312', () => {
    const faces = readTypefaces(fonts);
    const missing = (face: 'regular' | 'bold', characters: string[]) =>
      characters.filter((character) => faces[face].advanceOf(character.codePointAt(0) ?? 0) === null);
    expect(missing('regular', charactersOf([0x81, 0xfe], [0x40, 0xfe])).length).toBeLessThan(90);
    expect(missing('regular', charactersOf([0xb0, 0xf7], [0xa1, 0xfe]))).toEqual([]);
    expect(missing('bold', charactersOf([0xb0, 0xf7], [0xa1, 0xfe]))).toEqual([]);
  });

  test('they are TrueType, small enough to ship, with their licence', () => {
    expect([...fonts.regular.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
    expect([...fonts.bold.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
    expect(fonts.regular.length).toBeLessThan(8_000_000);
    expect(fonts.bold.length).toBeLessThan(2_700_000);
    expect(fonts.licence).toContain('SIL OPEN FONT LICENSE');
  });
});

const RARE = '囍垚喆㎡℃①✓龘靐氹甪砼';
const SIZE = 36;
/** So that a glyph that reaches over its box is not taken for its neighbour. */
const GAP = 12;
const PLACE = { x: 60, baseline: 200 };

/** The page of the paper format with one line of text at a known place. */
async function pdfOfLine(text: string, face: 'regular' | 'bold'): Promise<Uint8Array> {
  const canvas = createCanvas();
  const glyphs = [...text].map((character) => ({ codePoint: character.codePointAt(0) ?? 0, gap: GAP }));
  canvas.ops.push({ kind: 'text', ...PLACE, size: SIZE, face, colour: [0, 0, 0], glyphs });
  const meta = { title: 't', subject: 's', creator: 'c', createdAt: 0, id: 'i' };
  const chunks: Uint8Array[] = [];
  const pages = [{ paper: PAPERS.landscape, canvas }];
  for await (const chunk of writePdf({ pages, meta, bookmarks: [] }, { fonts })) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

interface Sides {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Bounding box (points) of the dark pixels in a box given in points. */
function inkIn(pixels: Pixels, box: Sides, scale: number): Sides {
  const found = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
  for (let y = Math.floor(box.top * scale); y < box.bottom * scale; y += 1) {
    for (let x = Math.floor(box.left * scale); x < box.right * scale; x += 1) {
      if (pixels.at(x, y) > 127) continue;
      found.left = Math.min(found.left, x / scale);
      found.top = Math.min(found.top, y / scale);
      found.right = Math.max(found.right, (x + 1) / scale);
      found.bottom = Math.max(found.bottom, (y + 1) / scale);
    }
  }
  return found;
}

describe.skipIf(!hasPoppler)('glyphs on paper (pixels, because a broken subset still extracts well)', () => {
  test.each([
    ['regular', '400Regular/NotoSansSC_400Regular.ttf', RARE],
    ['bold', '700Bold/NotoSansSC_700Bold.ttf', '投诉书证据目录'],
  ] as const)('%s glyphs have the outline box of the full font', async (face, file, text) => {
    const pdf = await pdfOfLine(text, face);
    expect(withoutSpace(pdfPages(pdf).join(''))).toBe(text);
    const scale = 4;
    const pixels = pdfPixels(pdf, 1, 72 * scale);
    const source = fontkit.create(readFileSync(`node_modules/@expo-google-fonts/noto-sans-sc/${file}`));
    if (!source || !('glyphForCodePoint' in source)) throw new TypeError('no font');
    const em = SIZE / source.unitsPerEm;
    let { x } = PLACE;
    for (const character of text) {
      const glyph = source.glyphForCodePoint(character.codePointAt(0) ?? 0);
      if (!glyph) throw new TypeError(`no glyph for ${character}`);
      const { bbox, advanceWidth } = glyph;
      const box = { left: x - GAP / 2, top: PLACE.baseline - SIZE, right: x + SIZE, bottom: PLACE.baseline + SIZE / 3 };
      const found = inkIn(pixels, box, scale);
      expect(Math.abs(found.left - x - bbox.minX * em), `${character} left`).toBeLessThan(0.6);
      expect(Math.abs(found.right - x - bbox.maxX * em), `${character} right`).toBeLessThan(0.6);
      expect(Math.abs(found.top - PLACE.baseline + bbox.maxY * em), `${character} top`).toBeLessThan(0.6);
      expect(Math.abs(found.bottom - PLACE.baseline + bbox.minY * em), `${character} bottom`).toBeLessThan(0.6);
      x += advanceWidth * em + GAP;
    }
  });

  test('characters that share a glyph extract as themselves', async () => {
    expect(withoutSpace(pdfPages(await pdfOfLine('①➀元·•', 'regular')).join(''))).toBe('①➀元·•');
  });
});
