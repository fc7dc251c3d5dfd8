import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate of the test authority: `name` of its files in the authority's folder. */
export interface LeafOptions {
  name: string;
  /** The extended key usage; `critical,timeStamping` unless told otherwise. */
  purpose?: string;
  key?: 'rsa' | 'P-256' | 'P-384';
  /** `openssl ca` writes times as YYYYMMDDHHMMSSZ. */
  notBefore?: string;
  notAfter?: string;
  /** Uses the key of this leaf instead of a new one. */
  keyOf?: string;
  /** The serial number in hexadecimal digits. */
  serial?: string;
  commonName?: string;
  /** Who signs it; the root unless told otherwise. */
  issuer?: string;
  /** It may sign others. */
  isAuthority?: boolean;
}

export interface ReplyOptions {
  leaf?: string;
  /** The digest of the signature. */
  digest?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** The digest of ESSCertID: SHA-1 makes the older form. */
  essDigest?: 'sha1' | 'sha256';
  /** Certificates that go into the answer besides the signer's. */
  chain?: readonly string[];
}

/** A real time-stamp authority on this machine: a root, a certificate below it, and `openssl ts -reply`. */
export class TestAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'dispute-dossier-tsa-'));

  constructor(rootName = 'Test Root') {
    writeFileSync(this.path('index.txt'), '');
    writeFileSync(this.path('serial.txt'), '1000\n');
    writeFileSync(this.path('tsa-serial.txt'), '01\n');
    this.openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-days', '3650'],
      ...['-subj', `/O=Test/CN=${rootName}`, '-addext', 'keyUsage=critical,keyCertSign'],
    );
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(readFileSync(this.path(name)));
  }

  /** A file of the folder, PEM or not, as DER. */
  der(name: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(execFileSync('openssl', ['x509', '-in', this.path(name), '-outform', 'DER']));
  }

  openssl(...args: string[]): string {
    return execFileSync('openssl', args, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Makes a certificate. */
  addLeaf({ name, purpose = 'critical,timeStamping', ...options }: LeafOptions): void {
    const { key = 'rsa', keyOf, serial, commonName = `Test ${name}`, notBefore, notAfter } = options;
    const { issuer = 'root', isAuthority = false } = options;
    const kind = key === 'rsa' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${key}`];
    const keyArgs = keyOf ? ['-key', `${keyOf}.key`] : [...kind, '-nodes', '-keyout', `${name}.key`];
    this.openssl('req', '-new', ...keyArgs, '-subj', `/O=Test/CN=${commonName}`, '-out', `${name}.csr`);
    if (serial) writeFileSync(this.path('serial.txt'), `${serial}\n`);
    writeFileSync(this.path('index.txt'), '');
    writeFileSync(this.path('ca.cnf'), caConfig(issuer, isAuthority ? AUTHORITY : leafExtensions(purpose)));
    this.openssl(
      ...['ca', '-batch', '-config', 'ca.cnf', '-in', `${name}.csr`, '-out', `${name}.pem`, '-notext', '-days', '3000'],
      ...(notBefore ? ['-startdate', notBefore] : []),
      ...(notAfter ? ['-enddate', notAfter] : []),
    );
  }

  /** The answer to a request. */
  reply(request: Uint8Array, { leaf = 'leaf', chain = ['root.pem'], ...options }: ReplyOptions = {}) {
    const { digest = 'sha256', essDigest = 'sha256' } = options;
    const query = `query-${crypto.randomUUID()}.tsq`;
    const answer = query.replace('.tsq', '.tsr');
    writeFileSync(this.path(query), request);
    writeFileSync(this.path('chain.pem'), chain.map((name) => readFileSync(this.path(name), 'utf8')).join(''));
    writeFileSync(this.path('tsa.cnf'), tsaConfig(leaf, digest, essDigest, chain.length > 0));
    this.openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', query, '-out', answer);
    return this.read(answer);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const AUTHORITY = `basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
`;

function leafExtensions(purpose: string): string {
  return `basicConstraints = CA:false\nkeyUsage = critical,digitalSignature\nextendedKeyUsage = ${purpose}\n`;
}

function caConfig(issuer: string, extensions: string): string {
  return `[ca]
default_ca = here
[here]
database = index.txt
serial = serial.txt
new_certs_dir = .
certificate = ${issuer}.pem
private_key = ${issuer}.key
default_md = sha256
policy = any
unique_subject = no
x509_extensions = leaf
[any]
organizationName = supplied
commonName = supplied
[leaf]
${extensions}`;
}

function tsaConfig(leaf: string, digest: string, essDigest: string, hasChain: boolean): string {
  return `[tsa]
default_tsa = here
[here]
serial = tsa-serial.txt
signer_cert = ${leaf}.pem
signer_key = ${leaf}.key
${hasChain ? 'certs = chain.pem' : ''}
signer_digest = ${digest}
default_policy = 1.2.3.4.1
digests = sha1, sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = ${essDigest}
`;
}
