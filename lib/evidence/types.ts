import type { Facts, Marketplace, PageKind, Role } from '../marketplaces/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';
import type { Redaction } from './covered.ts';

/**
 * What a stored file is. `frame`: one screenshot as the browser gave it. `fullPage`: stitched from frames. `picture`: an
 * image file shown in a chat. `record`: how, when and with what the capture was made. `textBoxes`: where the words of each frame
 * are. `own`: a file as the user gave it. `redacted`: a derived copy with personal data covered; `redaction`: what was covered.
 */
export const ARTIFACT_ROLES = [
  'frame',
  'fullPage',
  'thumbnail',
  'text',
  'facts',
  'messages',
  'pageCopy',
  'picture',
  'record',
  'textBoxes',
  'own',
  'redacted',
  'redaction',
] as const;
export type ArtifactRole = (typeof ARTIFACT_ROLES)[number];

/** How the user started a capture. */
export type CaptureTrigger = 'button' | 'shortcut' | 'contextMenu';

/** One stored file of a capture. Its bytes are in the blob table under `id`; everything else is here. */
export interface Artifact {
  /** `<capture id>/<name>`; of a frame, whose name is known only in the end, `<capture id>/shot-<number>`. */
  id: string;
  /** File name inside the capture's folder of a bundle, such as `frame-001.png`. */
  name: string;
  role: ArtifactRole;
  mediaType: string;
  bytes: number;
  sha256: Sha256;
  crc32: number;
  /** Digests of the originals a derived picture was made from; empty for originals. */
  derivedFrom: Sha256[];
}

/** What a file of the user's is, by its first bytes. `other` is kept as well: it may be evidence that only they can open. */
export const FILE_KINDS = ['picture', 'video', 'audio', 'pdf', 'document', 'archive', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** When a file says that it was recorded; nobody can vouch for it. */
export interface RecordedAt {
  /** The time as it stands in the file, `2026-11-20 10:11:12`. */
  text: string;
  /** The zone that the file names, such as `+08:00`; null when it names none. */
  zone: string | null;
  /** The instant; without a zone, as Beijing time. */
  at: Instant;
}

/** What makes a capture a file that the user added instead of a page. */
export interface OwnFile {
  /** Its name on the user's computer. */
  name: string;
  kind: FileKind;
  /** When the file system says it was last changed; null when it does not say. */
  modifiedAt: Instant | null;
  recordedAt: RecordedAt | null;
  /** What it proves, as an id of `lib/stages/rules/evidence/needs.ts`; null while the user has not said. */
  proves: string | null;
  /** In the user's words. */
  description: string;
}

/** A page kept as evidence, or a file of the user's (`own`), with all its files. */
export interface Capture {
  id: string;
  /** Null until the capture is put into a case. */
  caseId: string | null;
  takenAt: Instant;
  url: string;
  title: string;
  marketplace: Marketplace | null;
  pageKind: PageKind | null;
  role: Role;
  facts: Facts;
  adapter: string | null;
  artifacts: Artifact[];
  /** Null for a page. */
  own: OwnFile | null;
  /** Messages read, for a chat. */
  messageCount: number;
  /** What is known not to be in the capture, as keys of `locales/` under `gap.`; empty when complete. */
  gaps: CaptureGap[];
  /** In the user's words: what the capture is to prove (证明目的), and a note of their own. Empty while they have not said. */
  purpose: string;
  note: string;
  /** When the user deleted it; it can be brought back until its bytes are erased. Null while it counts. */
  deletedAt: Instant | null;
  /** What the user has covered in it; null when nothing. The originals stay as they are. */
  redaction: Redaction | null;
  /** Place in the log. */
  logSeq: number;
  logHash: Sha256;
}

/** What is known not to be in a capture. `pageCopyNotAllowed` is of earlier versions: now there is a copy without leave, too. */
export const CAPTURE_GAPS = [
  'pageCopyNotAllowed',
  'pageCopyFailed',
  'pageCopyTooLarge',
  'pageCopyIncomplete',
  'pageTooLong',
  'pageGrew',
  'picturesNotLoaded',
  'unstableFrames',
  'chatStartNotReached',
  'chatFromChosenDay',
  'chatDiscontinuous',
  'chatPicturesNotSaved',
  'chatFramesPartial',
  'fullPageTooLarge',
  'framesOnly',
  'interrupted',
  'pageMoved',
  'viewChanged',
  'scrollRefused',
  'textTooLong',
  'innerBoxes',
  'foreignFrames',
  'textBoxesIncomplete',
] as const;
export type CaptureGap = (typeof CAPTURE_GAPS)[number];

/**
 * Where the words of the frames of a capture are (`文字位置.json`): what lets them be found and covered. Boxes are
 * `[left, top, width, height, text]` in CSS pixels of the frame, one for each line of a run of text.
 */
export interface TextBoxes {
  format: 'text-boxes/1';
  devicePixelRatio: number;
  frames: { name: string; boxes: [number, number, number, number, string][] }[];
}

/** One line of text on a screen. */
export type TextBox = TextBoxes['frames'][number]['boxes'][number];

/** The lines of text that could be seen on a screen. */
export interface ScreenText {
  boxes: TextBox[];
  /** False when there was too much to measure all of it. */
  complete: boolean;
}

/** One picture of a screen, taken for a capture. */
export interface Screenshot {
  /** What the tab in front showed (PNG). The screen may change already while the browser still encodes it. */
  picture: Promise<Blob>;
  /** The screen as text that can be compared with that of the next screenshot. */
  look: string;
  /** False when the screen changed while the picture was made; true when it did not, or when nobody could tell. */
  isStill: boolean;
  /** The browser holds us to its quota from now on. */
  paced: boolean;
}

/**
 * What the log tells of. `capture.deleted`: put into the bin (before version 4 of the database: erased at once). `capture.restored`:
 * taken out of it. `capture.erased`: its files are gone. `capture.imported`, `record.imported`: brought back from a backup of a
 * store with another log; the files are those that the entry of that log names.
 */
export const LOG_TYPES = [
  'capture.stored',
  'capture.deleted',
  'capture.redacted',
  'capture.unredacted',
  'capture.restored',
  'capture.erased',
  'capture.imported',
  'record.imported',
  'bundle.exported',
  'fact.corrected',
  'fact.restored',
  'entry.added',
  'entry.changed',
  'entry.removed',
  'case.merged',
  'case.split',
  'case.deleted',
] as const;
export type LogType = (typeof LOG_TYPES)[number];

/** One entry of the append-only log. `hash` is SHA-256 over the canonical JSON (RFC 8785) of all other members. */
export interface LogEntry {
  /** 1, 2, 3 … without gaps. */
  seq: number;
  /** ISO 8601 with `+08:00`. */
  at: string;
  type: LogType;
  /** The capture, bundle, correction or act of the user concerned; of a deleted case, the case. */
  subject: string;
  /** Files stored with this entry, in order; of a correction or an act, its record. */
  files: { name: string; bytes: number; sha256: Sha256 }[];
  /** `hash` of the entry before; 64 zeros for the first. */
  previous: Sha256;
  hash: Sha256;
}

/** How an entry of another case appears in a bundle: its place in the chain and nothing of its content. */
export interface WithheldLogEntry {
  seq: number;
  previous: Sha256;
  hash: Sha256;
  withheld: true;
}

export const FIRST_PREVIOUS: Sha256 = '0'.repeat(64);
