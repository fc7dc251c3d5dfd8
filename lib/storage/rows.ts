import type { ActRecord } from '../cases/moves/acts.ts';
import type { PickedPlace, ReadFact, SeenPage } from '../cases/types.ts';
import type { PageCopy } from '../evidence/capture-record.ts';
import type { ChatPlan, ChatSoFar } from '../evidence/chat/types.ts';
import type { PageCapture, PageSnapshot, ShotView } from '../evidence/page-capture.ts';
import type { Artifact, CaptureGap, CaptureTrigger, LogEntry, ScreenText } from '../evidence/types.ts';
import type { FactKey, Facts } from '../marketplaces/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';

/** Bytes of one artifact, apart from the capture's row so that lists stay quick however large the pictures are. */
export interface StoredBlob {
  id: string;
  captureId: string;
  blob: Blob;
}

/**
 * A capture that is being made: what is needed to end it when the worker or the page goes away. Its pictures are in the blob
 * table already, each with a `StoredShot`.
 */
export interface CaptureDraft {
  /** The id of its job. */
  id: string;
  captureId: string;
  tabId: number;
  trigger: CaptureTrigger;
  startedAt: Instant;
  /** The worker that takes its pictures; only a worker that has died leaves a draft behind. */
  owner: string;
  begin: PageSnapshot;
  /** What is wanted if it is a chat. */
  plan: ChatPlan;
  /** What the page handed over when it was done; null while it is being walked. */
  page: PageCapture | null;
  /** The page copy, or why there is none; null until it has been asked for. */
  pageCopy: PageCopy | CaptureGap | null;
  /** When the page had handed over everything. */
  finishedAt: Instant | null;
}

/** What is kept of a chat while it is read, beside its screenshots. */
export interface ChatDraft {
  /** The id of its draft. */
  id: string;
  /** The user has had enough. */
  stopAsked: boolean;
  /** What had been read when it was last noted; null before that. */
  soFar: ChatSoFar | null;
}

/** One picture of a message of a draft. Its bytes are in the blob table under the id of the artifact. */
export interface StoredPicture {
  /** `<draft id>/<index>`. */
  id: string;
  draftId: string;
  index: number;
  /** Where the page had it from. */
  address: string;
  artifact: Artifact;
}

/** One kept screenshot of a draft. Its bytes are in the blob table under `blobId`. */
export interface StoredShot {
  /** `<draft id>/<index>`. */
  id: string;
  draftId: string;
  blobId: string;
  index: number;
  pass: number;
  scrollTop: number;
  takenAt: Instant;
  view: ShotView;
  words: ScreenText;
  bytes: number;
  sha256: Sha256;
  crc32: number;
}

/** The page that a tab shows now; emptied when the browser starts. */
export interface TabPage extends SeenPage {
  tabId: number;
  /** The stored case of the page, if it has one. */
  caseId: string | null;
}

/** A key pair made in this browser profile; the private key cannot be exported. */
export interface StoredKey {
  id: 'signing';
  createdAt: number;
  pair: CryptoKeyPair;
}

/** One correction, or one taken back, as it was made; never changed afterwards. */
export interface CorrectionRecord {
  id: string;
  caseId: string;
  fact: FactKey;
  type: 'fact.corrected' | 'fact.restored';
  at: Instant;
  /** What the user said; null when a correction was taken back. */
  value: Facts[FactKey] | null;
  /** What the pages said then. */
  read: ReadFact | null;
  picked: PickedPlace | null;
}

/** A record as it is stored: with its place in the log, which names the digest of everything else. */
export interface StoredCorrection extends CorrectionRecord {
  sha256: Sha256;
  logSeq: number;
  /** The case it belongs to now; `caseId` stays the one it was made in. */
  filedIn: string;
}

/** An act as it is stored: with its place in the log, which names the digest of everything else. */
export interface StoredAct extends ActRecord {
  sha256: Sha256;
  logSeq: number;
  /** The case it belongs to now. */
  filedIn: string;
}

/** The one row, as it is stored: what a later version has added is kept though this one does not know it. */
export type StoredSettings = { id: 'settings' } & Record<string, unknown>;

/** The log of an earlier store, kept whole since its captures were brought into this one: their first entries are in it. */
export interface PastLog {
  /** The hash of its last entry. */
  id: Sha256;
  entries: LogEntry[];
  /** When it came here. */
  keptAt: Instant;
  /** Time stamps of its entries; missing when it has none. */
  stamps?: { id: string }[];
}
