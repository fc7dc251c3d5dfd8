import type { AssembledBundle, AssembleProgress, BundleDocument } from '../bundle/archive.ts';
import { assembleBundle } from '../bundle/archive.ts';
import { bundleData } from '../bundle/data/index.ts';
import { CASE_FACTS, caseFactsFile } from '../bundle/documents/case-facts.ts';
import { formTextFile } from '../bundle/documents/form-text.ts';
import { MERGED_CHATS, mergedChatsFile } from '../bundle/documents/merged-chats.ts';
import { renderComplaintDocx } from '../bundle/docx/render.ts';
import { START_PAGE } from '../bundle/layout.ts';
import { type PreparedManifest, prepareManifest } from '../bundle/manifest.ts';
import { topFolderName } from '../bundle/names.ts';
import {
  type PreparedDocuments,
  prepareDocuments,
  renderCataloguePdf,
  renderComplaintPdf,
  renderEvidenceBook,
  renderTimelinePdf,
} from '../bundle/pdf/render.ts';
import type { FontFiles } from '../bundle/pdf/typefaces.ts';
import { mapPooled } from '../bundle/pool.ts';
import type { BundleStamp } from '../bundle/stamps.ts';
import type { BundleData, Claim, Complainant } from '../bundle/types.ts';
import type { Case, Visit } from '../cases/types.ts';
import type { LogRecord } from '../evidence/chain.ts';
import type { Deletion } from '../evidence/deletions.ts';
import type { Capture } from '../evidence/types.ts';
import { coverCapture } from '../redaction/cover-capture.ts';
import { coverValue, textCoverer } from '../redaction/cover-text.ts';
import type { Instant } from '../shared/time.ts';
import type { JobPhase } from '../storage/job.ts';
import { startPageHtml } from '../verify/page/html.ts';
import type { CaptureFiles } from './capture-files.ts';
import { verifyBlob } from './check.ts';
import { canvasPainter } from './painter.ts';
import { bookPictures, pictureSource, type ReadBlob } from './pictures.ts';
import { startPageSummary } from './start-page.ts';

/** Everything a bundle is built from. */
export interface BundleRequest {
  known: Case;
  captures: readonly Capture[];
  claims: readonly Claim[];
  complainant: Complainant;
  /** The originals of covered files go into the bundle as well. */
  withOriginals: boolean;
  /** The whole log; entries of other cases withheld. */
  log: readonly LogRecord[];
  deletions: readonly Deletion[];
  stamps: readonly BundleStamp[];
  key: CryptoKeyPair;
  /** Every correction of the case as it was made, those that were taken back too. */
  corrections: readonly object[];
  /** How the complainant's statements were noted and changed. */
  acts: readonly object[];
  visits: readonly Visit[];
  createdAt: Instant;
  software: BundleData['software'];
  bundleNo: string;
}

export interface BuildDeps {
  read: ReadBlob;
  readFiles: (capture: Capture) => Promise<CaptureFiles>;
  /** Fonts and the verifier, from the extension's own files. */
  fonts: () => Promise<FontFiles>;
  verifierScript: () => Promise<string>;
  onProgress: (progress: { phase: JobPhase; done: number; total: number; bytes: number }) => void;
  signal: AbortSignal;
}

/** Photos are decoded for their size; a large one takes 50 MB then. */
const PICTURES_AT_A_TIME = 2;

/**
 * Builds a bundle and verifies it before handing it over, with the same checks that an officer makes.
 * @throws BundleError when an original no longer matches its digest; AppError export.damaged when the finished bundle
 * does not verify; the signal's reason when cancelled.
 */
export async function buildBundle(request: BundleRequest, deps: BuildDeps): Promise<AssembledBundle> {
  const { signal, onProgress } = deps;
  const report = (phase: JobPhase, done = 0, total = 0, bytes = 0) => onProgress({ phase, done, total, bytes });
  report('checking');
  // One text for all: a message that is covered in one capture of a conversation must be the same message in another.
  const { cover } = textCoverer(request.captures.flatMap(({ redaction }) => redaction?.words ?? []));
  const contents = await mapPooled(request.captures, PICTURES_AT_A_TIME, async (capture) => {
    const { chat, record } = await deps.readFiles(capture);
    const pictures = await bookPictures(capture, deps.read);
    const covered = coverValue({ chat, record }, cover);
    return { capture: coverCapture(capture, cover), pictures, messages: covered.chat?.messages ?? [], ...covered };
  });
  const data = bundleData({ ...request, contents });
  const topFolder = topFolderName(
    data.dispute.shopName ?? data.dispute.sellerNick ?? '',
    data.dispute.orderNo ?? '',
    data.createdAt,
  );
  const manifest = await prepareManifest({ data, topFolder, log: request.log, deletions: request.deletions });
  report('writing');
  const prepared = await prepareDocuments(data, { fonts: await deps.fonts(), painter: canvasPainter }, { signal });
  const documents = await writeDocuments(prepared, manifest, request, deps);
  report('packing');
  const onAssembled = ({ items, totalItems, bytes }: AssembleProgress) => report('packing', items, totalItems, bytes);
  const parts = { prepared: manifest, documents, stamps: request.stamps, key: request.key };
  const bundle = await assembleBundle(parts, { read: deps.read, onProgress: onAssembled, signal });
  await verifyBlob(bundle.blob, (done) => report('verifying', done, bundle.blob.size, done), signal);
  return bundle;
}

async function writeDocuments(
  prepared: PreparedDocuments,
  manifest: PreparedManifest,
  { corrections, acts, stamps }: BundleRequest,
  { read, verifierScript, onProgress, signal }: BuildDeps,
): Promise<BundleDocument[]> {
  const onPage = ({ done, total }: { done: number; total: number }) =>
    onProgress({ phase: 'writing', done, total, bytes: 0 });
  const book: Blob[] = [];
  const deps = { manifest: manifest.bytes, pictures: pictureSource(read) };
  for await (const chunk of renderEvidenceBook(prepared, deps, { onProgress: onPage, signal }))
    book.push(new Blob([chunk]));
  const chats = mergedChatsFile(prepared.data);
  const startPage = startPageHtml(
    await verifierScript(),
    startPageSummary(prepared.data, manifest.sha256, stamps.length > 0),
  );
  return [
    { path: START_PAGE, blob: new Blob([startPage], { type: 'text/html' }) },
    { path: '01_投诉书.docx', blob: new Blob([await renderComplaintDocx(prepared)]) },
    { path: '01_投诉书.pdf', blob: pdf([await renderComplaintPdf(prepared, { signal })]) },
    { path: '03_证据目录.pdf', blob: pdf([await renderCataloguePdf(prepared, { signal })]) },
    { path: '04_时间线.pdf', blob: pdf([await renderTimelinePdf(prepared, { signal })]) },
    { path: '05_证据册.pdf', blob: pdf(book) },
    {
      path: CASE_FACTS,
      blob: new Blob([caseFactsFile(prepared.data, corrections, acts)], { type: 'application/json' }),
    },
    { path: '06_12315填报内容.txt', blob: new Blob([formTextFile(prepared.data)], { type: 'text/plain' }) },
    ...(chats ? [{ path: MERGED_CHATS, blob: new Blob([chats], { type: 'text/plain' }) }] : []),
  ];
}

function pdf(parts: BlobPart[]): Blob {
  return new Blob(parts, { type: 'application/pdf' });
}
