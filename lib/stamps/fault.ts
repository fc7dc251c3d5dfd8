/**
 * Why an answer of a time-stamp service does not count. `malformed`: not an answer in the form of RFC 3161, bytes behind it
 * included. `refused`: the service says no. `imprint`: it is about another digest. `weakDigest`: SHA-1 or weaker. `nonce`: not the
 * answer to this request. `signer`: not signed exactly once, or the signer's certificate is missing. `attributes`: what is signed
 * does not say that it is a time stamp of this content. `signingCertificate`: the signature names another certificate (ESSCertID).
 * `signature`: it does not hold. `purpose`: the certificate is not for time stamps alone. `expired`: the certificate was not valid
 * at the time of the stamp. `unsupported`: an algorithm that this browser cannot check.
 */
export const STAMP_FAULTS = [
  'malformed',
  'refused',
  'imprint',
  'weakDigest',
  'nonce',
  'signer',
  'attributes',
  'signingCertificate',
  'signature',
  'purpose',
  'expired',
  'unsupported',
] as const;
export type StampFault = (typeof STAMP_FAULTS)[number];

/** An answer that does not count. */
export class StampError extends Error {
  override readonly name = 'StampError';
  readonly fault: StampFault;

  constructor(fault: StampFault, detail = '') {
    super(detail ? `${fault}: ${detail}` : fault);
    this.fault = fault;
  }
}
