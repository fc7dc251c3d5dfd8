import type { Bytes } from '../evidence/digester.ts';
import { pemText } from '../evidence/pem.ts';
import { utf8 } from '../shared/bytes.ts';
import type { Instant } from '../shared/time.ts';
import { STAMPS_FOLDER, TSA_CERTIFICATES_FILE } from './layout.ts';

/** A time stamp as it goes into a bundle. */
export interface BundleStamp {
  /** What was stamped, the request, and the answer, as they were. */
  statement: Bytes;
  request: Bytes;
  response: Bytes;
  /** From the service's own up to its root, as far as they are there. */
  certificates: Bytes[];
  genTime: Instant;
  signer: string;
  /** The root is one that the extension knows. */
  isKnown: boolean;
  /** The log entries that it is about. */
  first: number;
  last: number;
}

/** The path of a file of the stamp at `index`. */
export function stampPath(index: number, kind: 'json' | 'tsq' | 'tsr'): string {
  return `${STAMPS_FOLDER}/${String(index + 1).padStart(2, '0')}-log.${kind}`;
}

/** The files of all stamps, and their certificates in one for `openssl`; none without stamps. */
export function stampFiles(stamps: readonly BundleStamp[]): { path: string; bytes: Bytes }[] {
  if (stamps.length === 0) return [];
  const certificates = new Set(stamps.flatMap(({ certificates: found }) => above(found).map(toPem)));
  return [
    ...stamps.flatMap(({ statement, request, response }, index) => [
      { path: stampPath(index, 'json'), bytes: statement },
      { path: stampPath(index, 'tsq'), bytes: request },
      { path: stampPath(index, 'tsr'), bytes: response },
    ]),
    { path: TSA_CERTIFICATES_FILE, bytes: utf8([...certificates].join('')) },
  ];
}

/** The service's own certificate is in its answer; named as an authority, `openssl` would warn that it is none. */
function above(certificates: readonly Bytes[]): readonly Bytes[] {
  return certificates.length > 1 ? certificates.slice(1) : certificates;
}

function toPem(der: Bytes): string {
  return pemText('CERTIFICATE', der);
}
