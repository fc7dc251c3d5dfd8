import type { AssembledBundle } from '../bundle/archive.ts';
import { type BundleData, CLAIM_KINDS, type Claim } from '../bundle/types.ts';
import { actsOfStatements } from '../cases/history.ts';
import { isWithheld, type LogRecord, withhold } from '../evidence/chain.ts';
import { deletionsIn, deletionType } from '../evidence/deletions.ts';
import type { LogEntry } from '../evidence/types.ts';
import type { ExportOptions } from '../messaging/types.ts';
import { AppError } from '../shared/errors.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { appendToLog, capturesOf } from '../storage/captures.ts';
import { actsOf } from '../storage/case-acts.ts';
import { visitsOf } from '../storage/cases.ts';
import { correctionsOf } from '../storage/corrections.ts';
import type { DossierDb } from '../storage/db.ts';
import { signingKey } from '../storage/keys.ts';
import { type BuildDeps, buildBundle } from './build.ts';
import { readCaptureFiles } from './capture-files.ts';
import { bundleStamps } from './stamps.ts';

export interface ExportRequest {
  caseId: string;
  options: ExportOptions;
  createdAt: Instant;
  software: BundleData['software'];
}

export type ExportDeps = Pick<BuildDeps, 'fonts' | 'verifierScript' | 'onProgress' | 'signal'> & { db: DossierDb };

/**
 * Builds the bundle of a case from the store and notes in the log that it was made.
 * @throws AppError export.noCaptures, export.damaged; the signal's reason when cancelled.
 */
export async function exportCase(
  { caseId, options, createdAt, software }: ExportRequest,
  deps: ExportDeps,
): Promise<AssembledBundle> {
  const { db } = deps;
  const known = await db.cases.get(caseId);
  const captures = (await capturesOf(db, caseId)).filter(({ id }) => options.captureIds.includes(id));
  if (!known || captures.length === 0) throw new AppError('export.noCaptures');
  const read = async (blobId: string) => {
    const stored = await db.blobs.get(blobId);
    if (!stored) throw new AppError('export.damaged', `${blobId} is missing`);
    return stored.blob;
  };
  const [corrections, done, visits] = await Promise.all([
    correctionsOf(db, caseId),
    actsOf(db, caseId),
    visitsOf(db, caseId),
  ]);
  const acts = actsOfStatements(known, done);
  const whole = await db.log.orderBy('seq').toArray();
  const log = shownLog(whole, [...captures, ...corrections, ...acts]);
  const shown = log.flatMap((entry) => (isWithheld(entry) ? [] : [entry.seq]));
  const request = {
    known,
    captures,
    corrections,
    acts,
    visits,
    claims: options.claims.flatMap(toClaim),
    complainant: options.complainant,
    withOriginals: options.withOriginals ?? false,
    log,
    deletions: deletionsIn(whole),
    stamps: await bundleStamps(db, whole, shown),
    key: await signingKey(db, createdAt),
    createdAt,
    software,
    bundleNo: bundleNumber(createdAt),
  };
  const bundle = await buildBundle(request, { ...deps, read, readFiles: (capture) => readCaptureFiles(capture, read) });
  deps.signal.throwIfAborted();
  await appendToLog(
    db,
    { at: formatIso(createdAt), type: 'bundle.exported', subject: request.bundleNo, files: exportedFiles(bundle) },
    [],
    async () => undefined,
  );
  return bundle;
}

function exportedFiles({ files, manifestSha256 }: AssembledBundle) {
  const manifest = files.find(({ sha256 }) => sha256 === manifestSha256);
  return manifest ? [{ name: manifest.path, bytes: manifest.bytes, sha256: manifest.sha256 }] : [];
}

function toClaim({ kind, amount, note }: ExportOptions['claims'][number]): Claim[] {
  const known = CLAIM_KINDS.find((candidate) => candidate === kind);
  return known ? [{ kind: known, ...(amount && { amount }), ...(note && { note }) }] : [];
}

/** The chain from its beginning; of whatever is not in this bundle only its place is shown, but for deletions. */
function shownLog(entries: readonly LogEntry[], included: readonly { id: string }[]): LogRecord[] {
  const own = new Set(included.map(({ id }) => id));
  return entries.map((entry) => (own.has(entry.subject) || deletionType(entry.type) ? entry : withhold(entry)));
}

/** `WQX-20261122-121501-7F3A`: the time it was made, and four random digits so that two of one second differ. */
function bundleNumber(createdAt: Instant): string {
  const digits = formatIso(createdAt).slice(0, 19).replace(/\D/g, '');
  const random = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  return `WQX-${digits.slice(0, 8)}-${digits.slice(8)}-${random.toString(16).toUpperCase().padStart(4, '0')}`;
}
