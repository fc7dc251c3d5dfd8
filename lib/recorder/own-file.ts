import { type FileFacts, readOwnFile } from '../evidence/own-file/read-file.ts';
import type { Artifact, Capture, OwnFile } from '../evidence/types.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { describeFile, type NewFile, UNTOLD } from '../storage/captures.ts';
import type { DossierDb } from '../storage/db.ts';
import { storeOwnFile } from '../storage/own-files.ts';
import type { Tool } from './record.ts';
import { makeThumbnail } from './stitch.ts';

/** A file as the browser hands it over. */
export type GivenFile = Blob & Pick<File, 'name' | 'lastModified'>;

export interface OwnFileDeps {
  db: DossierDb;
  now: () => Instant;
  tool: Tool;
  /** Told how many bytes have been hashed. */
  onProgress: (bytes: number) => void;
}

/**
 * Keeps a file that the user added to a case, exactly as it was given: hashed piece by piece, with what it tells about itself,
 * in one transaction with its log entry. Nothing of it is in memory as a whole.
 * @param proves what it was added for, as an id of the checklist; null when the user has not said.
 * @throws AppError file.empty, file.program, file.unreadable, file.duplicate; storage failures as they come. Nothing is stored then.
 */
export async function recordOwnFile(
  caseId: string,
  file: GivenFile,
  proves: string | null,
  { db, now, tool, onProgress }: OwnFileDeps,
): Promise<Capture> {
  const facts = await readOwnFile(file, file.name);
  const id = crypto.randomUUID();
  const name = file.name.toWellFormed();
  const blob = file.slice(0, file.size, facts.mediaType);
  const original: NewFile = { name, role: 'own', mediaType: facts.mediaType, blob };
  const described = await describeFile(id, original, onProgress);
  const addedAt = now();
  const own: OwnFile = {
    name,
    kind: facts.kind,
    modifiedAt: file.lastModified > 0 ? file.lastModified : null,
    recordedAt: facts.recordedAt,
    proves,
    description: '',
  };
  const others = [...(await thumbnailOf(blob, facts, described)), recordFile(id, described, own, addedAt, tool)];
  const artifacts = [described, ...(await Promise.all(others.map((other) => describeFile(id, other))))];
  return storeOwnFile(db, { ...PAGELESS, id, caseId, takenAt: addedAt, title: name, own }, artifacts, [
    original,
    ...others,
  ]);
}

/** What a page would say. */
const PAGELESS = {
  url: '',
  marketplace: null,
  pageKind: null,
  role: 'unknown',
  facts: {},
  adapter: null,
  messageCount: 0,
  gaps: [],
  ...UNTOLD,
} as const satisfies Partial<Capture>;

/** A picture that this browser cannot show (HEIC in most) is kept without a small one. */
async function thumbnailOf(blob: Blob, { kind }: FileFacts, { name, sha256 }: Artifact): Promise<NewFile[]> {
  if (kind !== 'picture') return [];
  const small = await makeThumbnail(blob).catch(() => null);
  if (!small) return [];
  const beside = nameBeside(name, '缩略图.jpg');
  return [{ name: beside, role: 'thumbnail', mediaType: 'image/jpeg', blob: small, derivedFrom: [sha256] }];
}

/** The user's file keeps its name, even one of ours. */
function nameBeside(own: string, name: string): string {
  return own === name ? `_${name}` : name;
}

const UNKNOWN = ['文件所称的时间是否准确', '文件在添加之前是否改动过', '本机时钟是否准确'];

/** What goes with the file (添加记录.json): who gave what when, and what the file says of itself. */
function recordFile(captureId: string, file: Artifact, own: OwnFile, addedAt: Instant, tool: Tool): NewFile {
  const record = {
    format: 'own-file-record/1',
    captureId,
    name: own.name,
    bytes: file.bytes,
    sha256: file.sha256,
    mediaType: file.mediaType,
    addedAt: formatIso(addedAt),
    clock: { source: '本机时钟', shownAs: '+08:00' },
    modifiedAt: own.modifiedAt === null ? null : formatIso(own.modifiedAt),
    recordedAt: own.recordedAt && { text: own.recordedAt.text, zone: own.recordedAt.zone },
    source: '由使用者从本机选取或拖入，字节未经改动',
    tool,
    unknown: UNKNOWN,
  };
  const blob = new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: 'application/json' });
  return { name: nameBeside(own.name, '添加记录.json'), role: 'record', mediaType: 'application/json', blob };
}
