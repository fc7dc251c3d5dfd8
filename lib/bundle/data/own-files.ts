import type { Artifact, Capture, FileKind, OwnFile } from '../../evidence/types.ts';
import { truncate } from '../../shared/text.ts';
import { NEEDS, type NeedId } from '../../stages/rules/evidence/index.ts';
import { EVIDENCE_FOLDER } from '../layout.ts';
import { evidenceFolderName, safeName, uniqueName } from '../names.ts';
import type { BookPicture, BundleFile, EvidenceGroup, EvidenceItem } from '../types.ts';
import { itemRedaction } from './redaction.ts';

/** What a piece of evidence proves, in the words of a catalogue. */
export interface Proof {
  group: EvidenceGroup;
  name: string;
  purpose: string;
}

const KIND_WORDS: Record<FileKind, { name: string; type: string }> = {
  picture: { name: '照片', type: '照片（电子数据）' },
  video: { name: '视频', type: '视听资料' },
  audio: { name: '录音', type: '视听资料' },
  pdf: { name: 'PDF 文件', type: '电子文件' },
  document: { name: '文档', type: '电子文件' },
  archive: { name: '压缩包', type: '电子文件' },
  other: { name: '文件', type: '电子文件' },
};

/** Where a file stands among the evidence, by what it proves; most of it shows what is wrong with the goods. */
const GROUPS: Partial<Record<NeedId, EvidenceGroup>> = {
  licence: 'subject',
  order: 'contract',
  payment: 'contract',
  snapshot: 'promise',
  product: 'promise',
  promise: 'promise',
  promisedTime: 'promise',
  pricePages: 'promise',
  noConfirmation: 'promise',
  chat: 'negotiation',
  refund: 'negotiation',
  claim: 'negotiation',
  contact: 'negotiation',
  datedDemand: 'negotiation',
  refusalText: 'negotiation',
  noReturnAddress: 'negotiation',
  signingSlip: 'negotiation',
  carrierAnswer: 'negotiation',
  threats: 'negotiation',
  decision: 'negotiation',
  uploadTimes: 'negotiation',
  medical: 'loss',
};

/** What a file of the complainant's is called and what it proves: the need it was added for, and their own words. */
export function ownFileProof({ name, kind, proves, description }: OwnFile): Proof {
  const need = needOf(proves);
  const said = [need && `证明：${NEEDS[need].what.zh}`, description.trim()].filter(Boolean).join('。');
  return {
    group: need ? (GROUPS[need] ?? 'breach') : 'other',
    name: `${KIND_WORDS[kind].name}（${truncate(name, 40)}）`,
    purpose: said || '投诉人提供，证明目的待投诉人说明',
  };
}

/** What of a file goes into the bundle. */
interface OwnFileContent {
  pictures: readonly BookPicture[];
  artifacts: readonly Artifact[];
  withOriginals: boolean;
}

/** A file of the complainant's as evidence: the original bytes under a name that every system can unpack. */
export function ownFileItem(
  capture: Capture,
  own: OwnFile,
  { pictures, artifacts, withOriginals }: OwnFileContent,
  no: string,
): EvidenceItem {
  const folder = evidenceFolderName(no, '用户补充', capture.takenAt);
  const taken = new Set<string>();
  return {
    ...ownFileProof(own),
    no,
    pageKind: null,
    type: KIND_WORDS[own.kind].type,
    folder,
    captureId: capture.id,
    url: '',
    origin: '投诉人自行提供的文件，从本机选取，字节未经改动',
    capturedAt: capture.takenAt,
    remark: '原件由投诉人保存，可当场出示',
    gaps: capture.gaps,
    files: artifacts.map((artifact) => bundleFile(artifact, folder, taken)),
    pictures: [...pictures],
    messages: [],
    own,
    ...itemRedaction(capture, withOriginals),
  };
}

function bundleFile({ id, name, ...artifact }: Artifact, folder: string, taken: Set<string>): BundleFile {
  return { ...artifact, path: `${EVIDENCE_FOLDER}/${folder}/${uniqueName(safeFileName(name), taken)}`, blobId: id };
}

const EXTENSION = /\.[A-Za-z0-9]{1,8}$/;

function safeFileName(name: string): string {
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  return safeName(name.slice(0, name.length - extension.length), extension);
}

function needOf(proves: string | null): NeedId | null {
  return proves !== null && Object.hasOwn(NEEDS, proves) ? (proves as NeedId) : null;
}
