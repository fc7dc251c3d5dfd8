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
  'export.interrupted',
  'export.noCaptures',
  'export.damaged',
  'export.running',
  'message.invalid',
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

/** The code of any thrown value; `unexpected` for what nobody foresaw. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  if (isQuotaError(error)) return 'storage.full';
  return 'unexpected';
}

/** Browsers and Dexie report a full disk under one name, sometimes wrapped in `inner`. */
function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  return 'inner' in error && isQuotaError(error.inner);
}
