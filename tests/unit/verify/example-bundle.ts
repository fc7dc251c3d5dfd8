import { type AssembledBundle, assembleBundle, type BundleDocument } from '../../../lib/bundle/archive.ts';
import type { ManifestInput } from '../../../lib/bundle/check-input.ts';
import { EVIDENCE_FOLDER, START_PAGE } from '../../../lib/bundle/layout.ts';
import { type PreparedManifest, prepareManifest } from '../../../lib/bundle/manifest.ts';
import { evidenceFolderName, topFolderName } from '../../../lib/bundle/names.ts';
import type { BundleStamp } from '../../../lib/bundle/stamps.ts';
import type { BundleFile } from '../../../lib/bundle/types.ts';
import { readDirectory } from '../../../lib/bundle/zip/directory.ts';
import { readEntry } from '../../../lib/bundle/zip/reader.ts';
import { blobAccess } from '../../../lib/bundle/zip/source.ts';
import { appendEntry, type LogRecord, withhold } from '../../../lib/evidence/chain.ts';
import { gather } from '../../../lib/evidence/digester.ts';
import { createSigningKey } from '../../../lib/evidence/signing.ts';
import type { ArtifactRole, LogEntry } from '../../../lib/evidence/types.ts';
import { utf8 } from '../../../lib/shared/bytes.ts';
import { crc32 } from '../../../lib/shared/crc32.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { formatIso } from '../../../lib/shared/time.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const CREATED_AT = Date.UTC(2026, 10, 22, 4, 15, 1);
const TAKEN_AT = Date.UTC(2026, 10, 21, 12, 31, 0);

/** What a bundle is made from, so that tests can spoil it before it is made. */
export interface Ingredients {
  input: ManifestInput;
  documents: BundleDocument[];
  stamps: BundleStamp[];
  store: Map<string, Blob>;
  key: CryptoKeyPair;
}

/** Two captures of the case with originals and derived files, and a log with an entry of another case between them. */
export async function exampleIngredients(): Promise<Ingredients> {
  const store = new Map<string, Blob>();
  const product = await captureFiles(store, 'cap-product', evidenceFolderName('E01', '商品页', TAKEN_AT), [
    ['frame-001.png', 'frame', noise(1, 60_000)],
    ['frame-002.png', 'frame', noise(2, 50_000)],
    ['正文.txt', 'text', utf8('七天无理由退货 ¥88.00\n'.repeat(400))],
  ]);
  const chat = await captureFiles(store, 'cap-chat', evidenceFolderName('E02', '聊天记录', TAKEN_AT + 60_000), [
    ['frame-001.png', 'frame', noise(3, 40_000)],
    ['聊天.json', 'messages', utf8('[{"text":"不退"}]')],
  ]);
  const fullPage = await stored(store, `${folderOf(product)}/全页.png`, 'fullPage', noise(4, 90_000));
  fullPage.derivedFrom = product.slice(0, 2).map((file) => file.sha256);
  const log = await exampleLog(product, chat);
  return {
    store,
    documents: exampleDocuments(),
    stamps: [],
    key: await createSigningKey(),
    input: exampleInput([...product, fullPage], chat, log),
  };
}

function exampleInput(product: BundleFile[], chat: BundleFile[], log: LogRecord[]): ManifestInput {
  const orderNo = '9301000000000017';
  return {
    topFolder: topFolderName('测试旗舰店', orderNo, CREATED_AT),
    log,
    deletions: [{ entry: 4, at: formatIso(TAKEN_AT), type: 'capture.deleted', stored: 2, files: 1 }],
    data: {
      bundleNo: 'WQX-20261122-121501-7F3A',
      createdAt: CREATED_AT,
      software: { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Windows 10' },
      rulesVersion: '2026-11',
      dispute: { marketplace: 'tmall', role: 'buyer', orderNo, shopName: '测试旗舰店' },
      respondent: {},
      evidence: [
        { no: 'E01', captureId: 'cap-product', capturedAt: TAKEN_AT, files: product },
        { no: 'E02', captureId: 'cap-chat', capturedAt: TAKEN_AT + 60_000, files: chat },
      ],
    },
  };
}

async function exampleLog(product: BundleFile[], chat: BundleFile[]): Promise<LogRecord[]> {
  const at = formatIso(TAKEN_AT);
  const first = await appendEntry(null, {
    at,
    type: 'capture.stored',
    subject: 'cap-product',
    files: product.map(toLogged),
  });
  const other = await appendEntry(first, { at, type: 'capture.stored', subject: 'cap-other-case', files: [] });
  const second = await appendEntry(other, {
    at,
    type: 'capture.stored',
    subject: 'cap-chat',
    files: chat.map(toLogged),
  });
  const last = await appendEntry(second, { at, type: 'capture.deleted', subject: 'cap-spoiled', files: [] });
  return [first, withhold(other), second, last];
}

function toLogged({ path, bytes, sha256: digest }: BundleFile): LogEntry['files'][number] {
  return { name: path.slice(path.lastIndexOf('/') + 1), bytes, sha256: digest };
}

function exampleDocuments(): BundleDocument[] {
  return [
    { path: START_PAGE, blob: new Blob(['<!doctype html><title>先看这里</title>']) },
    { path: '01_投诉书.docx', blob: new Blob([noise(5, 8_000)]) },
    { path: '03_证据目录.pdf', blob: new Blob([noise(6, 12_000)]) },
    { path: '06_12315填报内容.txt', blob: new Blob(['标题：商品与描述不符']) },
  ];
}

/** Both steps, as the extension makes a bundle. */
export async function makeBundle(ingredients: Ingredients): Promise<AssembledBundle & { prepared: PreparedManifest }> {
  const { input, documents, stamps, key, store } = ingredients;
  const prepared = await prepareManifest(input);
  const read = async (id: string) => store.get(id) ?? new Blob([]);
  return { prepared, ...(await assembleBundle({ prepared, documents, stamps, key }, { read })) };
}

/** The files of a zip by path from its top folder. */
export async function unpack(zip: Blob): Promise<Map<string, Bytes>> {
  const source = blobAccess(zip);
  const files = new Map<string, Bytes>();
  for (const entry of await readDirectory(source)) {
    const bytes = await gather(entry.bytes, (write) => readEntry(source, entry, write));
    files.set(entry.path.slice(entry.path.indexOf('/') + 1), bytes);
  }
  return files;
}

/** Bytes that look random and are the same each time. */
export function noise(seed: number, length: number): Bytes {
  let state = seed * 2_654_435_761;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

async function captureFiles(
  store: Map<string, Blob>,
  captureId: string,
  folder: string,
  files: [name: string, role: ArtifactRole, bytes: Bytes][],
): Promise<BundleFile[]> {
  return Promise.all(
    files.map(([name, role, bytes]) => stored(store, `${EVIDENCE_FOLDER}/${folder}/${name}`, role, bytes, captureId)),
  );
}

async function stored(
  store: Map<string, Blob>,
  path: string,
  role: ArtifactRole,
  bytes: Bytes,
  captureId = 'export',
): Promise<BundleFile> {
  const blobId = `${captureId}/${path}`;
  store.set(blobId, new Blob([bytes]));
  const mediaType = path.endsWith('.png') ? 'image/png' : 'text/plain';
  return {
    path,
    role,
    mediaType,
    bytes: bytes.length,
    sha256: await sha256(bytes),
    crc32: crc32(bytes),
    derivedFrom: [],
    blobId,
  };
}

function folderOf(files: BundleFile[]): string {
  const path = files[0]?.path ?? '';
  return path.slice(0, path.lastIndexOf('/'));
}
