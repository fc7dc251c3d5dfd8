import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Certificate, readCertificate } from '../../../lib/stamps/certificate.ts';
import { checkResponse } from '../../../lib/stamps/check.ts';
import { StampError } from '../../../lib/stamps/fault.ts';
import { newNonce, readRequest, requestBytes, type StampQuery } from '../../../lib/stamps/request.ts';
import { readResponse } from '../../../lib/stamps/token.ts';
import { type ReplyOptions, TestAuthority } from '../../tsa/authority.ts';
import { hasTool } from '../verify/tools.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('stamped')));

function newQuery(): StampQuery {
  return { imprint, nonce: newNonce() };
}

// Certificates are made with real keys, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe.skipIf(!hasTool('openssl', 'version'))('the answer of a real time-stamp authority', () => {
  let authority: TestAuthority;
  let other: TestAuthority;
  let roots: Certificate[];

  beforeAll(() => {
    authority = new TestAuthority();
    other = new TestAuthority('Some Root');
    authority.addLeaf({ name: 'leaf' });
    other.addLeaf({ name: 'leaf' });
    roots = [readCertificate(authority.der('root.pem'))];
  }, 60_000);
  afterAll(() => {
    authority.remove();
    other.remove();
  });

  const check = (response: Bytes, query: StampQuery) =>
    checkResponse(response, query, { subtle: crypto.subtle, roots });
  const faultOf = async (response: Bytes, query: StampQuery): Promise<string> => {
    try {
      await check(response, query);
      return 'none';
    } catch (error) {
      if (error instanceof StampError) return error.fault;
      throw error;
    }
  };
  const replied = (options: ReplyOptions = {}) => {
    const query = newQuery();
    return { query, response: authority.reply(requestBytes(query), options) };
  };

  it('is asked for with bytes that openssl reads as they are meant', () => {
    const query = newQuery();
    writeFileSync(authority.path('own.tsq'), requestBytes(query));
    const text = authority.openssl('ts', '-query', '-in', 'own.tsq', '-text');
    expect(text).toContain('Hash Algorithm: sha256');
    expect(text).toContain(`Nonce: 0x${query.nonce.toUpperCase()}`);
    expect(text).toContain('Certificate required: yes');
    expect(readRequest(requestBytes(query))).toEqual(query);
    expect(readRequest(requestBytes(query).slice(0, -1))).toBeNull();
  });

  it('holds: its time, who signed, and the root it leads to', async () => {
    const { query, response } = replied();
    const before = Date.now();
    const stamp = await check(response, query);
    expect(Math.abs(stamp.genTime - before)).toBeLessThan(10_000);
    expect(stamp.signer).toBe('Test leaf');
    expect(stamp.root).toMatchObject({ state: 'known', name: 'Test Root' });
    expect(stamp.certificates).toHaveLength(2);
  });

  it.each<ReplyOptions>([{ digest: 'sha384' }, { digest: 'sha512' }, { essDigest: 'sha1' }, { chain: [] }])(
    'holds in every usual form: %j',
    async (options) => {
      const { query, response } = replied(options);
      expect((await check(response, query)).root.state).toBe('known');
    },
  );

  it.each(['P-256', 'P-384'] as const)('holds with a signature on the curve %s', async (key) => {
    authority.addLeaf({ name: key, key });
    const { query, response } = replied({ leaf: key });
    expect((await check(response, query)).signer).toBe(`Test ${key}`);
  });

  it('of a root that is not known is told apart, with and without that root in it', async () => {
    const query = newQuery();
    const withRoot = await check(other.reply(requestBytes(query)), query);
    expect(withRoot.root).toMatchObject({ state: 'unknown', name: 'Some Root' });
    const without = await check(other.reply(requestBytes(query), { chain: [] }), query);
    expect(without.root).toMatchObject({ state: 'missing', name: 'Test leaf' });
  });

  it('of a root that only has the name of a known one is not known', async () => {
    const namesake = new TestAuthority('Test Root');
    namesake.addLeaf({ name: 'leaf' });
    const query = newQuery();
    const stamp = await check(namesake.reply(requestBytes(query)), query);
    expect(stamp.root).toMatchObject({ state: 'unknown', name: 'Test Root' });
    namesake.remove();
  });

  describe('of a service below another authority', () => {
    const chained = async (leaf: string, chain: string[]) => {
      const query = newQuery();
      return (await check(authority.reply(requestBytes(query), { leaf, chain }), query)).root;
    };

    it('leads to the known root through it, also when that one is a root of its own elsewhere', async () => {
      authority.addLeaf({ name: 'between', isAuthority: true });
      authority.addLeaf({ name: 'below', issuer: 'between' });
      expect(await chained('below', ['between.pem'])).toMatchObject({ state: 'known', name: 'Test Root' });
      authority.openssl(
        ...['req', '-x509', '-key', 'between.key', '-subj', '/O=Test/CN=Test between', '-out', 'own-root.pem'],
        ...['-days', '999', '-addext', 'keyUsage=critical,keyCertSign'],
      );
      expect(await chained('below', ['own-root.pem', 'between.pem'])).toMatchObject({ state: 'known' });
      expect(await chained('below', ['own-root.pem'])).toMatchObject({ state: 'unknown', name: 'Test between' });
      expect(await chained('below', [])).toMatchObject({ state: 'missing', name: 'Test below' });
    });

    it('leads nowhere through a certificate that may not sign others, or had expired', async () => {
      authority.addLeaf({ name: 'no-authority' });
      authority.addLeaf({ name: 'below-none', issuer: 'no-authority' });
      expect(await chained('below-none', ['no-authority.pem'])).toMatchObject({ state: 'missing' });
      const past = { notBefore: '20200101000000Z', notAfter: '20210101000000Z' };
      authority.addLeaf({ name: 'old-between', isAuthority: true, ...past });
      authority.addLeaf({ name: 'below-old', issuer: 'old-between' });
      expect(await chained('below-old', ['old-between.pem'])).toMatchObject({ state: 'missing' });
    });
  });

  it('does not count for another digest', async () => {
    const { query, response } = replied();
    expect(await faultOf(response, { ...query, imprint: imprint.map((byte) => byte ^ 1) })).toBe('imprint');
  });

  it('does not count for another request: it may have been kept from earlier', async () => {
    const { response } = replied();
    expect(await faultOf(response, newQuery())).toBe('nonce');
  });

  it('does not count without the number of its request', async () => {
    writeFileSync(authority.path('data'), 'stamped');
    authority.openssl('ts', '-query', '-data', 'data', '-sha256', '-no_nonce', '-cert', '-out', 'no-nonce.tsq');
    expect(await faultOf(authority.reply(authority.read('no-nonce.tsq')), newQuery())).toBe('nonce');
  });

  it('does not count with a weak digest, in the request or in the signature', async () => {
    writeFileSync(authority.path('data'), 'stamped');
    authority.openssl('ts', '-query', '-data', 'data', '-sha1', '-cert', '-out', 'weak.tsq');
    expect(await faultOf(authority.reply(authority.read('weak.tsq')), newQuery())).toBe('weakDigest');
    const { query, response } = replied({ digest: 'sha1' });
    expect(await faultOf(response, query)).toBe('weakDigest');
  });

  it('does not count when the service refuses', async () => {
    expect(await faultOf(authority.reply(new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x01])), newQuery())).toBe('refused');
  });

  it('does not count with anything behind it, or cut off, or when it is something else', async () => {
    const { query, response } = replied();
    expect(await faultOf(Uint8Array.from([...response, 0]), query)).toBe('malformed');
    expect(await faultOf(response.slice(0, -1), query)).toBe('malformed');
    expect(await faultOf(new TextEncoder().encode('<html>'), query)).toBe('malformed');
    expect(await faultOf(new Uint8Array(0), query)).toBe('malformed');
  });

  it('does not count when the certificate had expired, or was not yet valid', async () => {
    authority.addLeaf({ name: 'expired', notBefore: '20200101000000Z', notAfter: '20210101000000Z' });
    authority.addLeaf({ name: 'early', notBefore: '20400101000000Z', notAfter: '20410101000000Z' });
    for (const leaf of ['expired', 'early']) {
      const { query, response } = replied({ leaf });
      expect(await faultOf(response, query)).toBe('expired');
    }
  });

  /** The content of a stamp signed anew with another certificate, as `openssl ts` would refuse to do. */
  function signedAnew(response: Bytes, leaf: string, extra: readonly string[] = ['-cades']): Bytes {
    const type = '1.2.840.113549.1.9.16.1.4';
    writeFileSync(authority.path('info.der'), readResponse(response).content);
    authority.openssl(
      ...['cms', '-sign', '-binary', '-nodetach', '-nosmimecap', '-md', 'sha256', '-econtent_type', type, ...extra],
      ...['-in', 'info.der', '-signer', `${leaf}.pem`, '-inkey', `${leaf}.key`, '-outform', 'DER', '-out', 'cms.der'],
    );
    const granted = Uint8Array.from([0x30, 0x03, 0x02, 0x01, 0x00]);
    const token = authority.read('cms.der');
    const length = granted.length + token.length;
    return Uint8Array.from([0x30, 0x82, length >> 8, length & 0xff, ...granted, ...token]);
  }

  it('counts when it is signed anew by a certificate for time stamps: the next tests show what they say', async () => {
    const { query, response } = replied();
    expect(await faultOf(signedAnew(response, 'leaf'), query)).toBe('none');
  });

  it.each([
    ['codeSigning', 'critical,codeSigning'],
    ['several', 'critical,timeStamping,codeSigning'],
    ['uncritical', 'timeStamping'],
  ])('does not count with a certificate for another purpose: %s', async (name, purpose) => {
    authority.addLeaf({ name, purpose });
    const { query, response } = replied();
    expect(await faultOf(signedAnew(response, name), query)).toBe('purpose');
  });

  it('does not count when the signature names no certificate', async () => {
    const { query, response } = replied();
    expect(await faultOf(signedAnew(response, 'leaf', []), query)).toBe('signingCertificate');
  });

  it('does not count when another certificate of the same key was put in its place', async () => {
    authority.addLeaf({ name: 'twin-a', serial: '7001', commonName: 'Twin A' });
    authority.addLeaf({ name: 'twin-b', serial: '7001', commonName: 'Twin B', keyOf: 'twin-a' });
    const { query, response } = replied({ leaf: 'twin-a' });
    expect(await faultOf(response, query)).toBe('none');
    const swapped = replaced(response, authority.der('twin-a.pem'), authority.der('twin-b.pem'));
    expect(await faultOf(swapped, query)).toBe('signingCertificate');
  });

  it('does not count when the content was changed, or the signature', async () => {
    const { query, response } = replied();
    const { info, content, signer } = readResponse(response);
    const year = new TextEncoder().encode(String(new Date(info.genTime).getUTCFullYear()));
    const backdated = replaced(content, year, new TextEncoder().encode('2001'));
    expect(await faultOf(replaced(response, content, backdated), query)).toBe('attributes');
    const forged = signer.signature.map((byte, index) => (index === 9 ? byte ^ 1 : byte));
    expect(await faultOf(replaced(response, signer.signature, forged), query)).toBe('signature');
  });

  it('does not count with the certificate of somebody else', async () => {
    const { query, response } = replied({ chain: [] });
    const without = replaced(response, authority.der('leaf.pem'), other.der('leaf.pem'));
    expect(await faultOf(without, query)).toBe('signer');
  });

  it('is refused whatever bytes come, and nothing breaks', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => Uint8Array.from([0x30, some.length & 0x7f, ...some]));
    await fc.assert(
      fc.asyncProperty(bytes, async (some) =>
        ['malformed', 'refused', 'signer'].includes(await faultOf(some, newQuery())),
      ),
    );
  });

  it('never says more after a byte was changed', async () => {
    const { query, response } = replied();
    const honest = await check(response, query);
    for (let at = 0; at < response.length; at += 3) {
      const changed = response.map((byte, index) => (index === at ? byte ^ 0x10 : byte));
      const result = await check(changed, query).catch((error: unknown) => error);
      if (result instanceof StampError) continue;
      // What is not signed, such as a certificate that nobody needs, may change; what is said may not.
      expect(result).toMatchObject({ genTime: honest.genTime, signer: honest.signer });
    }
  });
});

function replaced(bytes: Bytes, from: Uint8Array, to: Uint8Array): Bytes {
  const at = Buffer.from(bytes).indexOf(from);
  if (at < 0) throw new Error('Not in it');
  return Uint8Array.from([...bytes.subarray(0, at), ...to, ...bytes.subarray(at + from.length)]);
}
