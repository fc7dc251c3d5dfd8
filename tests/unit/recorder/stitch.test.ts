import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureGeometry } from '../../../lib/messaging/types.ts';
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
    expect(await sizeOf(whole as Blob)).toEqual({ width: 1000, height: 1500 });
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
    expect(await stitchFrames([only], geometry({ kind: 'none', shots: [0] }))).toBe(only);
  });

  it.each<[string, Partial<CaptureGeometry>]>([
    ['a chat, whose list moves under the walk', { kind: 'chat' }],
    ['a page higher than any viewer shows', { contentHeight: 40_000 }],
    [
      'a page with more pixels than a canvas holds',
      { contentHeight: 30_000, box: { left: 0, top: 0, width: 6000, height: 600 } },
    ],
  ])('makes no picture of %s', async (_name, change) => {
    expect(await stitchFrames([png(10, 10), png(10, 10)], geometry(change))).toBeNull();
    expect(drawings).toEqual([]);
  });

  it('makes nothing of nothing', async () => {
    expect(await stitchFrames([], geometry())).toBeNull();
  });
});

describe('the plan of a picture', () => {
  /** A walk as `walkPage` makes it: step by step, at the end as far as the page goes, on pixels of the screen. */
  const walk = fc
    .record({
      height: fc.integer({ min: 200, max: 1400 }),
      contentHeight: fc.integer({ min: 200, max: 9000 }),
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

  it('leaves no row of the picture empty, at any zoom', () => {
    fc.assert(
      fc.property(walk, (page) => {
        const plan = planStitch(page);
        let covered = 0;
        for (const index of page.shots.keys()) {
          const { source, top } = plan.rowOf(index);
          expect(top).toBeLessThanOrEqual(covered);
          covered = Math.max(covered, top + source.height);
        }
        expect(covered).toBeGreaterThanOrEqual(plan.height);
      }),
      { numRuns: 500 },
    );
  });

  it('is as high as the page, to the pixel', () => {
    fc.assert(
      fc.property(walk, (page) => {
        const last = page.shots.at(-1) ?? 0;
        const wanted = Math.max(page.contentHeight, last + page.box.height) * page.devicePixelRatio;
        expect(Math.abs(planStitch(page).height - wanted)).toBeLessThanOrEqual(0.5 + 1e-6);
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
