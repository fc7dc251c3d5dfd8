import { createHash, X509Certificate } from 'node:crypto';
import selfsigned from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
  /** Base64 of the SHA-256 of its public key, by which a browser can be told to trust it. */
  keyDigest: string;
}

/** A self-signed certificate for `hosts` (with `*.` for one label), valid from yesterday for the life of the server. */
export async function createCertificate(hosts: string[]): Promise<Certificate> {
  const altNames = hosts.map((value) => ({ type: 2 as const, value }));
  const pems = await selfsigned.generate([{ name: 'commonName', value: 'practice marketplace' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 86_400_000),
    notAfterDate: new Date(Date.now() + 30 * 86_400_000),
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  const publicKey = new X509Certificate(pems.cert).publicKey.export({ type: 'spki', format: 'der' });
  const keyDigest = createHash('sha256').update(publicKey).digest('base64');
  return { key: pems.private, cert: pems.cert, keyDigest };
}
