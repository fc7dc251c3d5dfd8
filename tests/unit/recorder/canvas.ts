import { zlibSync } from 'fflate';
import { vi } from 'vitest';
import { crc32 } from '../../../lib/shared/crc32.ts';
import { greyJpeg } from '../bundle/test-jpeg.ts';

/** A real grey PNG, as a screenshot would be; `grey` makes two of one size differ. */
export function png(width: number, height: number, grey = 200): Blob {
  const rows = new Uint8Array(height * (width + 1)).fill(grey);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', Uint8Array.of(...u32(width), ...u32(height), 8, 0, 0, 0, 0)),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ];
  return new Blob(parts as BlobPart[], { type: 'image/png' });
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const body = Uint8Array.of(...new TextEncoder().encode(name), ...content);
  return Uint8Array.of(...u32(content.length), ...body, ...u32(crc32(body)));
}

function u32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

/** Width and height of a PNG. */
export async function sizeOf(picture: Blob): Promise<{ width: number; height: number }> {
  const header = new DataView(await picture.slice(0, 24).arrayBuffer());
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

export interface Drawing {
  canvas: { width: number; height: number };
  /** The arguments of `drawImage` after the picture: source box, then target box. */
  boxes: number[][];
  /** The boxes that were painted over: left, top, width, height. Absent when none was. */
  filled?: number[][];
  type: string;
}

/**
 * Gives Node the two things of a browser that pictures need: decoding (of the size only) and a canvas that makes pictures of
 * its own size, unless they are too large. Returns what was drawn; `vi.unstubAllGlobals()` takes it away again.
 */
export function stubCanvas(isTooLarge: (width: number, height: number) => boolean = () => false): Drawing[] {
  const drawings: Drawing[] = [];
  class FakeCanvas {
    readonly boxes: number[][] = [];
    readonly filled: number[][] = [];
    readonly width: number;
    readonly height: number;
    constructor(width: number, height: number) {
      this.width = width;
      this.height = height;
    }
    getContext() {
      if (isTooLarge(this.width, this.height)) return null;
      return {
        drawImage: (_picture: unknown, ...box: number[]) => this.boxes.push(box),
        measureText: () => ({ width: 64, fontBoundingBoxAscent: 56, fontBoundingBoxDescent: 8 }),
        fillText: () => undefined,
        fillRect: (...box: number[]) => this.filled.push(box),
      };
    }
    async convertToBlob({ type }: { type: string }) {
      const { width, height, boxes, filled } = this;
      drawings.push({ canvas: { width, height }, boxes, ...(filled.length > 0 && { filled }), type });
      return type === 'image/jpeg' ? new Blob([greyJpeg(width, height)], { type }) : png(width, height);
    }
  }
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('createImageBitmap', async (picture: Blob) => {
    const signature = new Uint8Array(await picture.slice(0, 4).arrayBuffer());
    if (signature[1] !== 0x50) throw new DOMException('The source image could not be decoded.', 'InvalidStateError');
    return { ...(await sizeOf(picture)), close: () => undefined };
  });
  return drawings;
}
