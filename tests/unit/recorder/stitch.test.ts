import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureGeometry } from '../../../lib/evidence/page-capture.ts';
import { makeThumbnail, planStitch, stitchFrames } from '../../../lib/recorder/stitch.ts';
import { type Drawing, png, sizeOf, stubCanvas } from './canvas.ts';

const VIEWPORT = { width: 1000, height: 600 };

function geometry(change: Partial<CaptureGeometry> = {}): CaptureGeometry {
  return {
    kind: 'window',
    viewport: VIEWPORT,
    box: { left: 0, top: 0, ...VIEWPORT },
    contentHeight: 1500,
    devicePixelRatio: 1,
    shots: [0, 600, 900],
    ...change,
  };
}

let drawings: Drawing[];
beforeEach(() => {
  drawings = stubCanvas();
});
afterEach(() => void vi.unstubAllGlobals());

describe('stitching', () => {
  it('puts each screen where it was, the last one over the end of the one before', async () => {
    const whole = await stitchFrames([png(1000, 600), png(1000, 600), png(1000, 600)], geometry());
    expect(await Promise.all(whole.map(sizeOf))).toEqual([{ width: 1000, height: 1500 }]);
    expect(drawings).toEqual([
      {
        canvas: { width: 1000, height: 1500 },
        boxes: [
          [0, 0, 1000, 600, 0, 0, 1000, 600],
          [0, 0, 1000, 600, 0, 600, 1000, 600],
          [0, 0, 1000, 600, 0, 900, 1000, 600],
        ],
        type: 'image/png',
      },
    ]);
  });

  it('cuts a scrolling box out of each screen, in device pixels', async () => {
    const box = { left: 40, top: 100, width: 500, height: 300 };
    const inBox = geometry({ kind: 'box', box, contentHeight: 550, devicePixelRatio: 2, shots: [0, 250] });
    await stitchFrames([png(2000, 1200), png(2000, 1200)], inBox);
    expect(drawings[0]).toMatchObject({
      canvas: { width: 1000, height: 1100 },
      boxes: [
        [80, 200, 1000, 600, 0, 0, 1000, 600],
        [80, 200, 1000, 600, 0, 500, 1000, 600],
      ],
    });
  });

  it('leaves a page of one screen as the browser gave it', async () => {
    const only = png(1000, 600);
    expect(await stitchFrames([only], geometry({ kind: 'none', shots: [0] }))).toEqual([only]);
  });

  it('makes no picture of a chat, whose list moves under the walk', async () => {
    expect(await stitchFrames([png(10, 10), png(10, 10)], geometry({ kind: 'chat' }))).toEqual([]);
    expect(drawings).toEqual([]);
  });

  it('makes several pictures of a page too long for one, none with a frame that is not in it', async () => {
    const shots = Array.from({ length: 100 }, (_, index) => index * 600);
    const box = { left: 0, top: 0, width: 10, height: 600 };
    const frames = shots.map(() => png(10, 600));
    const pictures = await stitchFrames(frames, geometry({ box, contentHeight: 60_000, shots }));
    expect(await Promise.all(pictures.map(sizeOf))).toEqual([
      { width: 10, height: 30_000 },
      { width: 10, height: 30_000 },
    ]);
    expect(drawings.map(({ boxes }) => boxes.length)).toEqual([50, 50]);
    expect(drawings[1]?.boxes[0]).toEqual([0, 0, 10, 600, 0, 0, 10, 600]);
  });

  it('rejects when a frame is no picture', async () => {
    await expect(stitchFrames([png(1000, 600), new Blob(['?'])], geometry())).rejects.toThrow();
  });

  it('makes nothing of nothing', async () => {
    expect(await stitchFrames([], geometry())).toEqual([]);
  });
});

describe('the plan of a picture', () => {
  /** A walk as `walkPage` makes it: step by step, at the end as far as the page goes, on pixels of the screen. */
  const walk = fc
    .record({
      height: fc.integer({ min: 200, max: 1400 }),
      contentHeight: fc.integer({ min: 200, max: 90_000 }),
      ratio: fc.constantFrom(0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3),
    })
    .map(({ height, contentHeight, ratio }) => {
      const shots: number[] = [];
      for (let top = 0; ; top += height) {
        const reached = Math.min(top, Math.max(0, contentHeight - height));
        shots.push(Math.round(reached * ratio) / ratio);
        if (reached + height >= contentHeight) break;
      }
      const box = { left: 0, top: 0, width: 800, height };
      return geometry({ box, contentHeight, devicePixelRatio: ratio, shots });
    });

  it('leaves no row of any picture empty, at any zoom', () => {
    fc.assert(
      fc.property(walk, (page) => {
        const { tiles, partsOf } = planStitch(page);
        for (const tile of tiles) {
          let covered = 0;
          for (const { source, top } of partsOf(tile)) {
            expect(top).toBeLessThanOrEqual(covered);
            covered = Math.max(covered, top + source.height);
          }
          expect(covered).toBeGreaterThanOrEqual(tile.height);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is as high as the page in all, to the pixel, and no picture higher than viewers show', () => {
    fc.assert(
      fc.property(walk, (page) => {
        const last = page.shots.at(-1) ?? 0;
        const wanted = Math.max(page.contentHeight, last + page.box.height) * page.devicePixelRatio;
        const { width, tiles } = planStitch(page);
        let top = 0;
        for (const tile of tiles) {
          expect(tile.top).toBe(top);
          expect(tile.height).toBeLessThanOrEqual(Math.min(32_767, 2 ** 26 / width));
          top += tile.height;
        }
        expect(Math.abs(top - wanted)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});

describe('a thumbnail', () => {
  it.each([
    [{ width: 1280, height: 720 }, { width: 320, height: 180 }, [0, 0, 1280, 720, 0, 0, 320, 180]],
    [{ width: 640, height: 4000 }, { width: 320, height: 240 }, [0, 0, 640, 480, 0, 0, 320, 240]],
  ])('of a picture of %j is %j of its top', async (picture, canvas, box) => {
    await makeThumbnail(png(picture.width, picture.height));
    expect(drawings).toEqual([{ canvas, boxes: [box], type: 'image/jpeg' }]);
  });
});
