import type { DeletionType } from '../evidence/deletions.ts';
import type { DigestBytes, ReadChunks } from '../evidence/digester.ts';
import type { VerifySignature } from '../evidence/signing.ts';
import type { Sha256 } from '../shared/digest.ts';
import type { StampDeps } from '../stamps/check.ts';
import type { StampFault } from '../stamps/fault.ts';

/** One file of a bundle, wherever it lies. `path` uses `/`, in Unicode normal form C. */
export interface SourceFile {
  path: string;
  bytes: number;
  read: ReadChunks;
}

/** A zip or a folder, opened. `name` is that of the folder itself when the paths do not contain it. */
export interface BundleSource {
  name: string | null;
  files: SourceFile[];
}

export interface VerifyDeps {
  digest: DigestBytes;
  /** Null where the browser offers no WebCrypto: signatures are then reported as not checked. */
  verifySignature: VerifySignature | null;
  /** Null in the same case: time stamps are then reported as not checked. */
  stamps: StampDeps | null;
}

export interface VerifyProgress {
  bytes: number;
  totalBytes: number;
}

/** In the order in which they are shown. */
const LAYERS = ['files', 'sumsSignature', 'manifest', 'manifestSignature', 'log', 'derivation', 'timestamp'] as const;
export type Layer = (typeof LAYERS)[number];

/** `unchecked`: could not be checked here, nothing is known to be wrong. `absent`: the bundle does not have this layer. */
export type LayerStatus = 'passed' | 'failed' | 'unchecked' | 'absent';

export type ProblemCode =
  | 'files.noList'
  | 'files.listMalformed'
  | 'files.listedTwice'
  | 'files.duplicate'
  | 'files.changed'
  | 'files.replaced'
  | 'files.missing'
  | 'files.renamed'
  | 'files.extra'
  | 'files.unreadable'
  | 'key.missing'
  | 'key.malformed'
  | 'signature.missing'
  | 'signature.malformed'
  | 'signature.otherFile'
  | 'signature.otherKey'
  | 'signature.invalid'
  | 'manifest.missing'
  | 'manifest.malformed'
  | 'manifest.unknownVersion'
  | 'manifest.notCanonical'
  | 'manifest.fileMissing'
  | 'manifest.fileChanged'
  | 'manifest.fileUnlisted'
  | 'log.missing'
  | 'log.malformed'
  | 'log.sequence'
  | 'log.link'
  | 'log.content'
  | 'log.head'
  | 'log.noManifest'
  | 'log.originalUnlogged'
  | 'log.deletionUntold'
  | 'derivation.originalMissing'
  | 'derivation.copyUnlogged'
  | 'derivation.unexplained'
  | 'derivation.noManifest'
  | 'timestamp.incomplete'
  | 'timestamp.otherLog'
  | `timestamp.${StampFault}`;

/** What is worth knowing without being wrong. */
export type NoteCode =
  | 'files.folderRenamed'
  | 'files.ignored'
  | 'signature.noCrypto'
  | 'log.withheld'
  | `log.${DeletionType}`
  | 'derivation.withheld'
  | 'timestamp.none'
  | 'timestamp.noCrypto'
  | 'timestamp.stamped'
  | 'timestamp.rootUnknown'
  | 'timestamp.rootMissing'
  | 'timestamp.uncovered';

/** A finding as data: `texts.ts` makes a sentence of it. `params` fill the sentence. */
export interface Finding<Code extends string> {
  code: Code;
  /** The file it is about, from the top folder. */
  file?: string;
  params?: Record<string, string | number>;
}
export type Problem = Finding<ProblemCode>;
export type Note = Finding<NoteCode>;

export interface LayerResult {
  layer: Layer;
  status: LayerStatus;
  /** Numbers for the layer's line, such as how many files were compared. */
  params: Record<string, string | number>;
  problems: Problem[];
  notes: Note[];
}

/** What the bundle says about itself; null for what could not be read. */
export interface BundleFacts {
  no: string | null;
  created: string | null;
  software: string | null;
  topFolder: string | null;
  manifestSha256: Sha256 | null;
  /** SHA-256 of the public key, to be compared with other bundles of the same person. */
  keyFingerprint: Sha256 | null;
}

/** `incomplete`: nothing wrong was found, but something could not be checked here. */
export type Verdict = 'passed' | 'incomplete' | 'failed';

export interface VerifyReport {
  verdict: Verdict;
  layers: LayerResult[];
  facts: BundleFacts;
}

/** What was opened is no bundle at all. */
export class NotABundleError extends Error {
  override readonly name = 'NotABundleError';
}

/** A file that cannot be read, for a reason that is not the zip's. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}
