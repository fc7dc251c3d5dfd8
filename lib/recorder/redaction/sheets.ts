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
  /** The stitched picture of the whole page when its parts are known to be these screens. */
  page: Sheet | null;
}

/** Sizes of the pictures of a capture, and where each screen lies in the whole page. */
export async function readSheets(capture: Capture, read: ReadFile): Promise<Sheets> {
  const artifacts = originalArtifacts(capture.artifacts);
  const isOwnPicture = capture.own?.kind === 'picture';
  const shown = artifacts.filter(
    ({ role }) => role === 'frame' || role === 'picture' || (role === 'own' && isOwnPicture),
  );
  const sized = await Promise.all(shown.map(async (artifact) => ({ artifact, size: await sizeOf(artifact, read) })));
  const pictures = sized.flatMap(({ artifact, size }) =>
    size ? [{ artifact, name: artifact.name, ...size, place: null }] : [],
  );
  const [fullPage, ...more] = artifacts.filter(({ role }) => role === 'fullPage');
  const layout = fullPage && more.length === 0 ? await layoutOf(artifacts, fullPage, read) : null;
  if (!layout) return { pictures, page: null };
  return {
    pictures: pictures.map((sheet) => ({ ...sheet, place: layout.places.get(sheet.name) ?? null })),
    page: layout.page,
  };
}

async function layoutOf(artifacts: readonly Artifact[], fullPage: Artifact, read: ReadFile) {
  const record = artifacts.find(({ role }) => role === 'record');
  const [text, size] = await Promise.all([
    record && read(record.name).then((blob) => blob?.text()),
    sizeOf(fullPage, read),
  ]);
  const found = recordGeometrySchema.safeParse(parse(text));
  if (!found.success || !size) return null;
  const { geometry, frames } = found.data;
  const plan = planStitch(geometry);
  if (plan.width !== size.width || plan.height !== size.height || geometry.shots.length !== frames.length) return null;
  const places = new Map(
    frames.map(({ name }, index) => {
      const { source, top } = plan.rowOf(index);
      return [name, { source: { ...source, width: plan.width }, left: 0, top }] as const;
    }),
  );
  const whole = { left: 0, top: 0, ...size };
  return { places, page: { name: fullPage.name, ...size, place: { source: whole, left: 0, top: 0 } } };
}

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
