/**
 * Expected failures. The code is the key of what the user is told (`locales/`: `error.<code>`), so that every
 * message says what happened, what is safe and what to do next.
 */
export const ERROR_CODES = [
  'cancelled',
  'capture.interrupted',
  'capture.noGrant',
  'capture.pageGone',
  'capture.pageProtected',
  'capture.running',
  'capture.tabHidden',
  'storage.full',
  'storage.newer',
  'storage.unavailable',
  'backup.notOurs',
  'backup.newer',
  'backup.refused',
  'backup.unverified',
  'export.interrupted',
  'export.noCaptures',
  'export.damaged',
  'export.running',
  'file.duplicate',
  'file.empty',
  'file.program',
  'file.unreadable',
  'message.invalid',
  'redaction.gone',
  'redaction.nothing',
  'redaction.unreadable',
  'unexpected',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure that can cross a message boundary by its code. `detail` is for the diagnostics, never for the user. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'AppError';
    this.code = code;
  }
}

/** What browsers and Dexie call their failures. */
const STORAGE_ERRORS: Readonly<Record<string, ErrorCode>> = {
  QuotaExceededError: 'storage.full',
  VersionError: 'storage.newer',
  OpenFailedError: 'storage.unavailable',
  MissingAPIError: 'storage.unavailable',
  DatabaseClosedError: 'storage.unavailable',
  // A file of the user's that was changed, moved or locked while it was read.
  NotReadableError: 'file.unreadable',
};

/** The code of any thrown value; `unexpected` for what nobody foresaw. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  if (!(error instanceof Error)) return 'unexpected';
  const inner = causesOf(error)
    .map(errorCodeOf)
    .find((code) => code !== 'unexpected');
  return inner ?? STORAGE_ERRORS[error.name] ?? 'unexpected';
}

/** Dexie wraps the reason in `inner`, and the reasons of an operation on many rows in `failures`. */
function causesOf(error: Error): unknown[] {
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  return [inner, ...(Array.isArray(failures) ? failures : [])];
}
