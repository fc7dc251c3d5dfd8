import { pngSize } from '../../evidence/png-size.ts';
import { originalArtifacts } from '../../evidence/redaction.ts';
import type { Artifact, Capture } from '../../evidence/types.ts';
import { recordGeometrySchema } from '../../redaction/schema.ts';
import type { Sheet } from '../../redaction/spread.ts';
import { planStitch } from '../stitch.ts';

/** Reads a stored file of a capture by its name; null when it is not there. */
export type ReadFile = (name: string) => Promise<Blob | null>;

/** The pictures of a capture. */
export interface Sheets {
  /** Those that the user looks at and covers: screens, pictures of a chat, a photo of their own. */
  pictures: (Sheet & { artifact: Artifact })[];
  /** The stitched pictures of the whole page; empty when it is not known where the screens lie in them. */
  wholes: Sheet[];
}

/** Sizes of the pictures of a capture, and where each screen lies in the whole page. */
export async function readSheets(capture: Capture, read: ReadFile): Promise<Sheets> {
  const artifacts = originalArtifacts(capture.artifacts);
  const isOwnPicture = capture.own?.kind === 'picture';
  const shown = artifacts.filter(
    ({ role }) => role === 'frame' || role === 'picture' || (role === 'own' && isOwnPicture),
  );
  const sized = await Promise.all(shown.map(async (artifact) => ({ artifact, size: await sizeOf(artifact, read) })));
  const { places, wholes } = await layoutOf(artifacts, read);
  const pictures = sized.flatMap(({ artifact, size }) =>
    size ? [{ artifact, name: artifact.name, ...size, place: places.get(artifact.name) ?? null }] : [],
  );
  return { pictures, wholes };
}

interface Layout {
  places: ReadonlyMap<string, Sheet['place']>;
  wholes: Sheet[];
}

/** Where everything lies on the page, when the stitched pictures are as the record of the capture would make them. */
async function layoutOf(artifacts: readonly Artifact[], read: ReadFile): Promise<Layout> {
  const nothing = { places: new Map(), wholes: [] };
  const stitched = artifacts.filter(({ role }) => role === 'fullPage');
  const record = artifacts.find(({ role }) => role === 'record');
  if (stitched.length === 0 || !record) return nothing;
  const found = recordGeometrySchema.safeParse(parse(await (await read(record.name))?.text()));
  if (!found.success) return nothing;
  const { geometry, frames } = found.data;
  const { width, tiles, partsOf } = planStitch(geometry);
  const sizes = await Promise.all(stitched.map((artifact) => sizeOf(artifact, read)));
  const isAsPlanned =
    tiles.length === stitched.length &&
    geometry.shots.length === frames.length &&
    tiles.every(({ height }, index) => sizes[index]?.width === width && sizes[index]?.height === height);
  if (!isAsPlanned) return nothing;
  const places = partsOf(WHOLE_PAGE).map(({ index, source, top }) => {
    return [frames[index]?.name ?? '', { source: { ...source, width }, left: 0, top }] as const;
  });
  const wholes = tiles.map(({ top, height }, index) => {
    const source = { left: 0, top: 0, width, height };
    return { name: stitched[index]?.name ?? '', width, height, place: { source, left: 0, top } };
  });
  return { places: new Map(places), wholes };
}

/** A tile that everything is on. */
const WHOLE_PAGE = { top: 0, height: Number.POSITIVE_INFINITY };

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** Null for a picture that this browser cannot show. */
async function sizeOf({ name }: Artifact, read: ReadFile): Promise<{ width: number; height: number } | null> {
  const blob = await read(name);
  if (!blob) return null;
  const size = await pngSize(blob);
  if (size) return size;
  const bitmap = await createImageBitmap(blob).catch(() => null);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}
