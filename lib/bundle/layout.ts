/** Names inside a bundle (evidence.md 5.2), relative to its one top folder. */
export const START_PAGE = '00_先看这里.html';
export const EVIDENCE_FOLDER = '08_原始证据';
export const CHECK_FOLDER = '09_校验';

export const MANIFEST_FILE = `${CHECK_FOLDER}/manifest.json`;
/** Signature of the manifest in the anonymous form of WACZ-auth 0.1.0. */
export const MANIFEST_SIGNATURE_FILE = `${CHECK_FOLDER}/manifest.sig.json`;
/** Signature of the manifest for `openssl dgst -verify`. */
export const MANIFEST_DER_FILE = `${CHECK_FOLDER}/manifest.der.sig`;
export const PUBLIC_KEY_FILE = `${CHECK_FOLDER}/public-key.pem`;
export const LOG_FILE = `${CHECK_FOLDER}/采集日志.jsonl`;
export const GUIDE_FILE = `${CHECK_FOLDER}/验证说明.txt`;
/** Digests of every file but this one and its signature. */
export const SUMS_FILE = `${CHECK_FOLDER}/SHA256SUMS.txt`;
export const SUMS_DER_FILE = `${CHECK_FOLDER}/SHA256SUMS.der.sig`;
/** Time stamps: what was stamped, request and answer of each, and the certificates of all services. */
export const STAMPS_FOLDER = `${CHECK_FOLDER}/stamps`;
export const TSA_CERTIFICATES_FILE = `${STAMPS_FOLDER}/tsa-certs.pem`;

/** Names the format; a verifier that does not know it says so instead of finding faults. */
export const MANIFEST_VERSION = 'evidence-12315/1';

/** True for a path inside `folder`. */
export function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
