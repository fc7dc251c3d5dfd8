import { ZipError, type ZipErrorCode } from '../bundle/zip/errors.ts';
import type { UnreadableReason, VerifyTexts } from './texts.ts';
import { NotABundleError } from './types.ts';

/** Why a bundle could not even be opened. */
export interface OpenFailure {
  reason: UnreadableReason;
  file: string | null;
  /** True for an archive that no honest program writes, which is a failed verification; false for one that is merely not readable. */
  isTampering: boolean;
}

const TAMPERING: readonly ZipErrorCode[] = ['duplicate', 'unsafePath', 'overlapping', 'tooLarge'];

/** Reads an error of `zipSource` or `verifyBundle`; null for one that nobody foresaw. */
export function toOpenFailure(error: unknown): OpenFailure | null {
  if (error instanceof NotABundleError) return { reason: 'notABundle', file: null, isTampering: false };
  if (!(error instanceof ZipError)) return null;
  return { reason: error.code, file: error.file, isTampering: TAMPERING.includes(error.code) };
}

/** The failure as a sentence. */
export function describeOpenFailure({ reason, file }: OpenFailure, texts: VerifyTexts): string {
  return file === null ? texts.unreadable[reason] : `${texts.unreadable[reason]}${texts.colon}${file}`;
}
