import * as layout from '../../../lib/bundle/layout.ts';
import type { Manifest } from '../../../lib/bundle/manifest.ts';
import { canonicalBytes } from '../../../lib/evidence/canonical.ts';
import { createDigest } from '../../../lib/evidence/digester.ts';
import { createVerifier, publicKeyPem, publicKeySpki, sign } from '../../../lib/evidence/signing.ts';
import { toBase64, utf8 } from '../../../lib/shared/bytes.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { knownRoots } from '../../../lib/stamps/roots.ts';
import { blobsSource } from '../../../lib/verify/sources.ts';
import type { BundleSource, Layer, VerifyDeps, VerifyReport } from '../../../lib/verify/types.ts';
import { verifyBundle } from '../../../lib/verify/verify-bundle.ts';
import { exampleIngredients, makeBundle, unpack } from './example-bundle.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Files = Map<string, Bytes>;

const { subtle } = crypto;
export const deps: VerifyDeps = {
  digest: createDigest(subtle),
  verifySignature: createVerifier(subtle),
  stamps: { subtle, roots: knownRoots() },
};
export const TOP = '12315证据包_测试旗舰店_0017_20261122-1215';
export const E01 = '08_原始证据/E01_商品页_1121-2031';
export const E02 = '08_原始证据/E02_聊天记录_1121-2032';

export const ingredients = await exampleIngredients();
export const zip = (await makeBundle(ingredients)).blob;
/** Its files by path from the top folder. */
export const files: Files = await unpack(zip);

export function folderOf(content: Files, top = TOP): BundleSource {
  return blobsSource([...content].map(([path, bytes]) => ({ path: `${top}/${path}`, blob: new Blob([bytes]) })));
}

/** Verifies a copy of the bundle after a change. */
export async function verifyAfter(
  change: (copy: Files) => void | Promise<void>,
  own: VerifyDeps = deps,
): Promise<VerifyReport> {
  const copy = new Map(files);
  await change(copy);
  return verifyBundle(folderOf(copy), own);
}

/** `layer code file` of every problem. */
export function problemsOf({ layers }: VerifyReport): string[] {
  return layers.flatMap(({ layer, problems }) =>
    problems.map(({ code, file }) => [layer, code, file ?? ''].join(' ').trim()),
  );
}

export function failedLayers({ layers }: VerifyReport): Layer[] {
  return layers.filter((layer) => layer.status === 'failed').map((layer) => layer.layer);
}

export function get(copy: Files, path: string): Bytes {
  const bytes = copy.get(path);
  if (!bytes) throw new Error(`No ${path}`);
  return bytes;
}

export function flip(bytes: Bytes, at: number): Bytes {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

export function textOf(copy: Files, path: string): string {
  return new TextDecoder().decode(get(copy, path));
}

/** What a forger with a key can do: list and sign everything again. */
export async function reseal(copy: Files, key: CryptoKeyPair = ingredients.key): Promise<void> {
  const spki = await publicKeySpki(key.publicKey);
  const manifest = get(copy, layout.MANIFEST_FILE);
  const hash = `sha256:${await sha256(manifest)}`;
  const { raw } = await sign(key.privateKey, utf8(hash));
  const signedData = {
    hash,
    created: '',
    software: '',
    version: '',
    signature: toBase64(raw),
    publicKey: toBase64(spki),
  };
  copy.set(layout.PUBLIC_KEY_FILE, utf8(publicKeyPem(spki)));
  copy.set(layout.MANIFEST_DER_FILE, (await sign(key.privateKey, manifest)).der);
  copy.set(layout.MANIFEST_SIGNATURE_FILE, canonicalBytes({ path: 'manifest.json', hash, signedData }));
  const listed = [...copy].filter(([path]) => path !== layout.SUMS_FILE && path !== layout.SUMS_DER_FILE);
  const lines = await Promise.all(listed.map(async ([path, bytes]) => `${await sha256(bytes)}  ${path}\n`));
  copy.set(layout.SUMS_FILE, utf8(lines.join('')));
  copy.set(layout.SUMS_DER_FILE, (await sign(key.privateKey, get(copy, layout.SUMS_FILE))).der);
}

/** Changes the manifest and seals the bundle again with its own key. */
export function withManifest(change: (manifest: Manifest) => void): (copy: Files) => Promise<void> {
  return async (copy) => {
    const manifest = JSON.parse(textOf(copy, layout.MANIFEST_FILE)) as Manifest;
    change(manifest);
    copy.set(layout.MANIFEST_FILE, canonicalBytes(manifest));
    await reseal(copy);
  };
}
