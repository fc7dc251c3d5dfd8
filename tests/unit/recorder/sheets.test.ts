import { describe, expect, it } from 'vitest';
import type { CaptureGeometry } from '../../../lib/evidence/page-capture.ts';
import type { Artifact } from '../../../lib/evidence/types.ts';
import { readSheets } from '../../../lib/recorder/redaction/sheets.ts';
import { planStitch } from '../../../lib/recorder/stitch.ts';
import { spreadBoxes } from '../../../lib/redaction/spread.ts';
import { capture } from '../cases/pages.ts';
import { png } from './canvas.ts';

const GEOMETRY: CaptureGeometry = {
  kind: 'window',
  viewport: { width: 20, height: 25_000 },
  box: { left: 0, top: 50, width: 20, height: 24_000 },
  contentHeight: 48_000,
  devicePixelRatio: 1,
  shots: [0, 24_000],
};

/** A capture of two tall screens of one page, stitched into as many pictures as it takes. */
function longPage(geometry: CaptureGeometry, recorded: object = geometry) {
  const { width, tiles } = planStitch(geometry);
  const frames = geometry.shots.map((_, index) => `frame-00${index + 1}.png`);
  const files = new Map<string, Blob>([
    ...frames.map((name): [string, Blob] => [name, png(20, 25_000)]),
    ...tiles.map(({ height }, index): [string, Blob] => [`全页-${index + 1}.png`, png(width, height)]),
    ['变动前-001.png', png(20, 30)],
    ['采集记录.json', new Blob([JSON.stringify({ geometry: recorded, frames: frames.map((name) => ({ name })) })])],
  ]);
  const roleOf = (name: string) => (name.startsWith('全页') ? 'fullPage' : name.endsWith('.png') ? 'frame' : 'record');
  const artifacts = [...files.keys()].map((name) => ({ name, role: roleOf(name) }) as Artifact);
  return readSheets(capture('chat', 1, { artifacts }), async (name) => files.get(name) ?? null);
}

describe('the pictures of a capture', () => {
  it('of a page in several pictures lie in each of them where the walk put them', async () => {
    const { pictures, wholes } = await longPage(GEOMETRY);
    expect(wholes.map(({ name, height }) => [name, height])).toEqual([
      ['全页-1.png', 24_000],
      ['全页-2.png', 24_000],
    ]);
    const box = { picture: 'frame-001.png', left: 1, top: 24_000, width: 5, height: 100 };
    expect(Object.fromEntries(spreadBoxes([box], [...pictures, ...wholes]))).toEqual({
      'frame-001.png': [{ left: 1, top: 24_000, width: 5, height: 100 }],
      '全页-1.png': [{ left: 1, top: 23_950, width: 5, height: 50 }],
    });
  });

  it('from before a change of the page lie nowhere in it', async () => {
    const { pictures } = await longPage(GEOMETRY);
    expect(pictures.map(({ name, place }) => [name, place === null])).toEqual([
      ['frame-001.png', false],
      ['frame-002.png', false],
      ['变动前-001.png', true],
    ]);
  });

  it.each([
    ['another size', { ...GEOMETRY, contentHeight: 50_000 }],
    ['another number of screens', { ...GEOMETRY, shots: [0] }],
    ['nothing', {}],
  ])('are not laid out by a record that tells of %s', async (_, recorded) => {
    const { pictures, wholes } = await longPage(GEOMETRY, recorded);
    expect([wholes, pictures.filter(({ place }) => place !== null)]).toEqual([[], []]);
  });
});
