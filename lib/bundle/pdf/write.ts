import { PDFArray, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { utf8 } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/digest.ts';
import type { Instant } from '../../shared/time.ts';
import type { Bookmark } from '../documents/model.ts';
import { contentStream } from './content-stream.ts';
import type { Page } from './flow.ts';
import { addOutline, destination, type Place } from './outline.ts';
import { type PictureSource, type PlacedPicture, pictureStreams } from './picture-source.ts';
import { createPageResources, embedResources, type PictureSlot, type Resources } from './resources.ts';
import { serializePdf } from './serialize.ts';
import type { FontFiles } from './typefaces.ts';

/** What a PDF says about itself; no paths, no user names. */
export interface PdfMeta {
  title: string;
  subject: string;
  creator: string;
  createdAt: Instant;
  /** Makes the file's id; the same for the same document. */
  id: string;
}

export interface PdfParts {
  pages: Page[];
  meta: PdfMeta;
  bookmarks: Bookmark[];
  attachment?: { name: string; mediaType: string; description: string; bytes: Uint8Array };
}

export interface PdfDeps {
  fonts: FontFiles;
  /** Needed when there are pictures on the pages. */
  pictures?: PictureSource | undefined;
  /** Called for every page laid down and every picture part written. */
  onStep?: (() => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Writes laid-out pages as a PDF, in chunks. The same pages give the same bytes. Rejects when aborted, and with
 * `export.damaged` when a picture does not come as promised.
 */
export async function* writePdf(
  parts: PdfParts,
  deps: PdfDeps,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { pages, meta, attachment } = parts;
  const doc = await PDFDocument.create({ updateMetadata: false });
  setMeta(doc, meta);
  const allOps = pages.flatMap(({ canvas }) => canvas.ops);
  const resources = await embedResources(doc, deps.fonts, allOps);
  const slots = addPages(doc, pages, resources, deps);
  const places = placesOf(doc, pages);
  addLinks(doc, pages, places);
  addOutline(doc, parts.bookmarks, places);
  if (attachment) {
    const { bytes, name, mediaType, description } = attachment;
    const date = new Date(meta.createdAt);
    await doc.attach(bytes, name, { mimeType: mediaType, description, creationDate: date, modificationDate: date });
  }
  await doc.flush();
  const fileId = (await sha256(utf8(`${meta.id}\n${meta.title}`))).slice(0, 32);
  const streams = pictureStreams(byPicture(slots), sourceOf(deps, slots), () => deps.onStep?.(), deps.signal);
  yield* serializePdf(doc.context, streams, fileId);
}

function setMeta(doc: PDFDocument, meta: PdfMeta): void {
  const date = new Date(meta.createdAt);
  doc.setTitle(meta.title, { showInWindowTitleBar: true });
  doc.setSubject(meta.subject);
  doc.setCreator(meta.creator);
  doc.setProducer(meta.creator);
  doc.setCreationDate(date);
  doc.setModificationDate(date);
  doc.setLanguage('zh-CN');
}

function addPages(doc: PDFDocument, pages: Page[], resources: Resources, deps: PdfDeps): PictureSlot[] {
  return pages.flatMap(({ paper, canvas }) => {
    deps.signal?.throwIfAborted();
    const page = doc.addPage([paper.width, paper.height]);
    const own = createPageResources(doc, resources);
    const content = doc.context.flateStream(contentStream(canvas.ops, paper.height, own.names));
    page.node.set(PDFName.of('Contents'), doc.context.register(content));
    page.node.set(PDFName.of('Resources'), own.dictionary());
    deps.onStep?.();
    return own.slots;
  });
}

function placesOf(doc: PDFDocument, pages: Page[]): Map<string, Place> {
  const refs = doc.getPages().map(({ ref }) => ref);
  const places = new Map<string, Place>();
  for (const [index, { canvas, paper }] of pages.entries()) {
    const page = refs[index];
    if (!page) continue;
    for (const [anchor, y] of canvas.anchors) places.set(anchor, { page, y, pageHeight: paper.height });
  }
  return places;
}

/** Links to places in other files of the bundle are left out: such places are not in this one. */
function addLinks(doc: PDFDocument, pages: Page[], places: Map<string, Place>): void {
  const { context } = doc;
  for (const [index, page] of doc.getPages().entries()) {
    const { canvas, paper } = pages[index] ?? { canvas: { links: [] }, paper: { height: 0 } };
    const annotations = canvas.links.flatMap(({ x, y, width, height, target }) => {
      const place = places.get(target);
      if (!place) return [];
      const rect = [x, paper.height - y - height, x + width, paper.height - y].map(
        (value) => Math.round(value * 10) / 10,
      );
      const link = { Type: 'Annot', Subtype: 'Link', Rect: rect, Border: [0, 0, 0], Dest: destination(context, place) };
      return [context.register(context.obj(link))];
    });
    if (annotations.length === 0) continue;
    const array = PDFArray.withContext(context);
    for (const ref of annotations) array.push(ref);
    page.node.set(PDFName.of('Annots'), array);
  }
}

function byPicture(slots: PictureSlot[]): PlacedPicture[] {
  const placed: PlacedPicture[] = [];
  for (const { op, ref } of slots) {
    const last = placed.at(-1);
    if (last && last.picture === op.picture && op.top > 0) last.parts.push({ op, ref });
    else placed.push({ picture: op.picture, parts: [{ op, ref }] });
  }
  return placed;
}

function sourceOf({ pictures }: PdfDeps, slots: PictureSlot[]): PictureSource {
  if (pictures) return pictures;
  if (slots.length > 0) throw new RangeError('Pages have pictures but there is no source for them');
  return { slices: async function* () {} };
}
