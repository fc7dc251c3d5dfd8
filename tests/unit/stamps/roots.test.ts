import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { expect, it } from 'vitest';
import { knownRoots } from '../../../lib/stamps/roots.ts';

it('the roots that we know are those of Mozilla, byte for byte, and may sign', () => {
  const mozilla = new Set(rootCertificates.map((pem) => new X509Certificate(pem).raw.toString('base64')));
  expect(knownRoots()).toHaveLength(2);
  for (const root of knownRoots()) {
    expect(mozilla.has(Buffer.from(root.whole).toString('base64')), root.name).toBe(true);
    expect(root.isAuthority).toBe(true);
    expect(root.subject).toEqual(root.issuer);
  }
});
