import { AppError } from '../shared/errors.ts';

/**
 * Why no bundle was made. `digestMismatch`: bytes are no longer those that were hashed at capture. `notInLog`: an original that the
 * log entry of its capture does not name. `logBroken`: the log itself does not hold. `originalMissing`: a derived picture whose original is
 * neither in the bundle nor, with it, in the log. `unexplained`: covered copies without what was covered. `unsafePath`, `duplicatePath`, `reservedPath`: a name that would not survive unpacking, or is ours.
 */
export type BundleFault =
  | 'digestMismatch'
  | 'notInLog'
  | 'logBroken'
  | 'originalMissing'
  | 'unexplained'
  | 'unsafePath'
  | 'duplicatePath'
  | 'reservedPath';

/** A bundle that would not verify is not made: this says why and for which file. */
export class BundleError extends AppError {
  readonly fault: BundleFault;
  readonly file: string;

  constructor(fault: BundleFault, file: string) {
    super('export.damaged', `${fault}: ${file}`);
    this.name = 'BundleError';
    this.fault = fault;
    this.file = file;
  }
}
