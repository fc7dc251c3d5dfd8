/**
 * What can be wrong with a zip file.
 * Of the whole: `notZip`, `cutOff` (the end is missing or something follows it), `spanned` (one part of several),
 * `damagedDirectory`, `tooLarge` (a directory or file of a size that cannot be meant), `duplicate`, `unsafePath`, `overlapping`.
 * Of one file: `headerMismatch` (its two descriptions differ), `encrypted`, `unsupportedMethod`, `sizeMismatch`, `crcMismatch`, `damagedData`.
 */
export type ZipErrorCode =
  | 'notZip'
  | 'cutOff'
  | 'spanned'
  | 'damagedDirectory'
  | 'tooLarge'
  | 'duplicate'
  | 'unsafePath'
  | 'overlapping'
  | 'headerMismatch'
  | 'encrypted'
  | 'unsupportedMethod'
  | 'sizeMismatch'
  | 'crcMismatch'
  | 'damagedData';

/** An expected failure of reading or writing a zip; `file` is the path inside it, null when it is about the whole. */
export class ZipError extends Error {
  readonly code: ZipErrorCode;
  readonly file: string | null;

  constructor(code: ZipErrorCode, file: string | null = null) {
    super(file === null ? code : `${code}: ${file}`);
    this.name = 'ZipError';
    this.code = code;
    this.file = file;
  }
}
