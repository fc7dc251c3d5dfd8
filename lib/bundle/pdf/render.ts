import { type Sha256, sha256 } from '../../shared/digest.ts';
import { catalogue, DIGEST_SHOWN } from '../documents/catalogue.ts';
import { complaint } from '../documents/complaint.ts';
import { bookmarks } from '../documents/cover.ts';
import type { Section } from '../documents/model.ts';
import type { BookPages } from '../documents/pages.ts';
import { timeline } from '../documents/timeline.ts';
import type { BundleData } from '../types.ts';
import { planBook } from './book-plan.ts';
import type { Page } from './flow.ts';
import { drawFooter } from './furniture.ts';
import { createMeasurer, type Measurer } from './measure.ts';
import { createPaintedGlyphs, type GlyphPainter, type PaintedGlyphs } from './painted.ts';
import type { PictureSource } from './picture-source.ts';
import { layoutSection } from './section.ts';
import { type FontFiles, readTypefaces } from './typefaces.ts';
import { type PdfMeta, writePdf } from './write.ts';

/** Everything the documents of one bundle share: the data, the fonts, and the page numbers of the evidence book. */
export interface PreparedDocuments {
  data: BundleData;
  /** Page numbers of the evidence book, as all documents print them. */
  pages: BookPages;
  fonts: FontFiles;
  measurer: Measurer;
  painted: PaintedGlyphs;
}

export interface Progress {
  /** Pages laid down and picture parts written, of `total`. */
  done: number;
  total: number;
}

export interface RenderOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Stands for the manifest's digest while the book is laid out before the manifest exists. */
const NO_DIGEST: Sha256 = '0'.repeat(64);

/**
 * Lays out the evidence book to learn its page numbers, and has every character painted that the fonts do not have.
 * To be called once; the documents are then rendered from the result in any order. Rejects when aborted.
 */
export async function prepareDocuments(
  data: BundleData,
  deps: { fonts: FontFiles; painter: GlyphPainter },
  { signal }: RenderOptions = {},
): Promise<PreparedDocuments> {
  const painted = createPaintedGlyphs(deps.painter);
  const measurer = createMeasurer(readTypefaces(deps.fonts), painted);
  const shared = { data, fonts: deps.fonts, measurer, painted };
  const pages = await withPainting(shared, () => planBook(data, NO_DIGEST, measurer).numbers, signal);
  return { ...shared, pages };
}

/** Lays out, paints what was missing, and lays out again until nothing is missing. */
async function withPainting<T>(
  { measurer, painted }: Pick<PreparedDocuments, 'measurer' | 'painted'>,
  layout: () => T,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const result = layout();
    if (measurer.missing.size === 0) return result;
    await painted.add(measurer.missing, signal);
    measurer.missing.clear();
  }
}

/** `01_投诉书.pdf`. */
export function renderComplaintPdf(
  documents: PreparedDocuments,
  options: RenderOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return renderSingle(documents, complaint(documents.data, documents.pages), '投诉书', options);
}

/** `03_证据目录.pdf`. */
export function renderCataloguePdf(
  documents: PreparedDocuments,
  options: RenderOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return renderSingle(documents, catalogue(documents.data, documents.pages), '证据目录', options);
}

/** `04_时间线.pdf`. */
export function renderTimelinePdf(
  documents: PreparedDocuments,
  options: RenderOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return renderSingle(documents, timeline(documents.data, documents.pages), '时间线', options);
}

async function renderSingle(
  documents: PreparedDocuments,
  section: Section,
  title: string,
  options: RenderOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { data, fonts, measurer } = documents;
  const pages = await withPainting(documents, () => layoutSection(section, measurer), options.signal);
  addFooters(pages, data.bundleNo, title, measurer);
  const parts = { pages, meta: metaOf(data, title), bookmarks: [] };
  return collect(writePdf(parts, { fonts, ...steps(pages, options) }));
}

/**
 * `05_证据册.pdf` in chunks, for a Blob made of parts: one picture part is in memory at a time. `manifest` is the
 * canonical manifest.json; it is attached and its digest stands on the cover and on each page.
 */
export async function* renderEvidenceBook(
  documents: PreparedDocuments,
  deps: { manifest: Uint8Array<ArrayBuffer>; pictures: PictureSource },
  options: RenderOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { data, fonts, measurer } = documents;
  const digest = await sha256(deps.manifest);
  const plan = await withPainting(documents, () => planBook(data, digest, measurer), options.signal);
  if (plan.numbers.total !== documents.pages.total) throw new RangeError('The page numbers of the book have changed');
  addFooters(plan.pages, data.bundleNo, `清单摘要 ${digest.slice(0, DIGEST_SHOWN)}`, measurer);
  const attachment = {
    name: 'manifest.json',
    mediaType: 'application/json',
    description: '证据包清单（与 09_校验/manifest.json 相同）',
    bytes: deps.manifest,
  };
  const parts = { pages: plan.pages, meta: metaOf(data, '证据册'), bookmarks: bookmarks(data), attachment };
  yield* writePdf(parts, { fonts, pictures: deps.pictures, ...steps(plan.pages, options) });
}

function addFooters(pages: Page[], left: string, right: string, measurer: Measurer): void {
  for (const [index, page] of pages.entries()) drawFooter(page, index + 1, pages.length, { left, right }, measurer);
}

function metaOf({ bundleNo, software, createdAt }: BundleData, title: string): PdfMeta {
  const creator = `${software.name} ${software.version}`;
  return { title: `${title}（${bundleNo}）`, subject: '消费投诉（12315）证据材料', creator, createdAt, id: bundleNo };
}

function steps(
  pages: Page[],
  { onProgress, signal }: RenderOptions,
): { onStep: () => void; signal?: AbortSignal | undefined } {
  const parts = pages.flatMap(({ canvas }) => canvas.ops.filter(({ kind }) => kind === 'picture')).length;
  const total = pages.length + parts;
  let done = 0;
  const onStep = () => {
    done += 1;
    onProgress?.({ done, total });
  };
  return { onStep, signal };
}

async function collect(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
