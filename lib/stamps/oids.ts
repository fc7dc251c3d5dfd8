/** The object identifiers that time stamps are made of. */
export const OID = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  extendedKeyUsage: '2.5.29.37',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
} as const;

/** Names that WebCrypto knows. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Digests that count: weaker ones are refused (evidence.md 2.4). */
export const HASHES: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** How something is signed; `hash` is null where the identifier leaves it to what is around it. */
export const SIGNATURES: Readonly<Record<string, { scheme: 'rsa' | 'ecdsa'; hash: HashName | null }>> = {
  '1.2.840.113549.1.1.1': { scheme: 'rsa', hash: null },
  '1.2.840.113549.1.1.11': { scheme: 'rsa', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { scheme: 'rsa', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { scheme: 'rsa', hash: 'SHA-512' },
  '1.2.840.10045.2.1': { scheme: 'ecdsa', hash: null },
  '1.2.840.10045.4.3.2': { scheme: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { scheme: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { scheme: 'ecdsa', hash: 'SHA-512' },
};

/** Signatures with a digest that is no longer safe: SHA-1 and MD5. */
export const WEAK_SIGNATURES: readonly string[] = ['1.2.840.113549.1.1.4', '1.2.840.113549.1.1.5', '1.2.840.10045.4.1'];

/** Curves, with the length of one half of a signature in bytes. */
export const CURVES: Readonly<Record<string, { name: string; half: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', half: 32 },
  '1.3.132.0.34': { name: 'P-384', half: 48 },
  '1.3.132.0.35': { name: 'P-521', half: 66 },
};
