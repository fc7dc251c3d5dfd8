import { describe, expect, it } from 'vitest';
import * as layout from '../../../lib/bundle/layout.ts';
import { createSigningKey, publicKeyPem, publicKeySpki } from '../../../lib/evidence/signing.ts';
import { utf8 } from '../../../lib/shared/bytes.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { exampleIngredients, makeBundle, noise, unpack } from './example-bundle.ts';
import {
  type Bytes,
  failedLayers,
  flip,
  get,
  ingredients,
  problemsOf,
  reseal,
  textOf,
  verifyAfter,
} from './spoiled-bundle.ts';

describe('lists and signatures', () => {
  it('a list from which a line was taken no longer fits its signature, and the file is extra', async () => {
    const report = await verifyAfter((copy) => {
      const lines = textOf(copy, layout.SUMS_FILE).split('\n');
      copy.set(layout.SUMS_FILE, utf8(lines.filter((line) => !line.endsWith('01_投诉书.docx')).join('\n')));
    });
    expect(problemsOf(report)).toEqual([
      'files files.extra 01_投诉书.docx',
      'sumsSignature signature.invalid 09_校验/SHA256SUMS.der.sig',
    ]);
  });

  it('a line that is none and a line that comes twice are named', async () => {
    const report = await verifyAfter((copy) => {
      const text = textOf(copy, layout.SUMS_FILE);
      copy.set(layout.SUMS_FILE, utf8(`${text}${text.split('\n')[0]}\nnonsense\n`));
    });
    expect(report.layers[0]?.problems.map(({ code, params }) => [code, params?.line])).toEqual([
      ['files.listMalformed', 18],
      ['files.listedTwice', undefined],
    ]);
  });

  it('a key put in place of the other is noticed', async () => {
    const other = publicKeyPem(await publicKeySpki((await createSigningKey()).publicKey));
    const report = await verifyAfter((copy) => void copy.set(layout.PUBLIC_KEY_FILE, utf8(other)));
    expect(failedLayers(report)).toEqual(['files', 'sumsSignature', 'manifestSignature']);
    expect(problemsOf(report)).toContain('manifestSignature signature.otherKey 09_校验/manifest.sig.json');
  });

  it('a signature of another bundle is noticed', async () => {
    const other = await exampleIngredients();
    other.input.data.bundleNo = 'WQX-OTHER';
    const { blob } = await makeBundle({ ...other, key: ingredients.key });
    const foreign = await unpack(blob);
    const report = await verifyAfter((copy) => {
      for (const path of [layout.MANIFEST_SIGNATURE_FILE, layout.MANIFEST_DER_FILE]) copy.set(path, get(foreign, path));
    });
    expect(problemsOf(report)).toContain('manifestSignature signature.otherFile 09_校验/manifest.sig.json');
    expect(problemsOf(report)).toContain('manifestSignature signature.invalid 09_校验/manifest.der.sig');
  });

  it.each<[string, (text: string) => string, string]>([
    ['signature', (text) => text.replace(/"signature":"..../, '"signature":"AAAA'), 'signature.invalid'],
    ['outer digest', (text) => text.replace(/"hash":"sha256:..../, '"hash":"sha256:0000'), 'signature.malformed'],
    ['file', (text) => text.replace('"manifest.json"', '"other.json"'), 'signature.malformed'],
    ['JSON', (text) => text.slice(1), 'signature.malformed'],
    ['base64', (text) => text.replace(/"signature":"..../, '"signature":"????'), 'signature.malformed'],
  ])('%s of manifest.sig.json is checked', async (_, change, code) => {
    const path = layout.MANIFEST_SIGNATURE_FILE;
    const report = await verifyAfter((copy) => void copy.set(path, utf8(change(textOf(copy, path)))));
    expect(problemsOf(report)).toEqual([`files files.changed ${path}`, `manifestSignature ${code} ${path}`]);
  });

  it.each([
    ['no DER', (der: Bytes) => der.slice(1), 'signature.malformed'],
    ['another number', (der: Bytes) => flip(der, der.length - 1), 'signature.invalid'],
  ])('%s in a DER signature is noticed', async (_, change, code) => {
    const path = layout.SUMS_DER_FILE;
    const report = await verifyAfter((copy) => void copy.set(path, change(get(copy, path))));
    expect(problemsOf(report)).toEqual([`sumsSignature ${code} ${path}`]);
  });

  it('a bundle that someone else signed anew shows another fingerprint', async () => {
    const key = await createSigningKey();
    const report = await verifyAfter(async (copy) => {
      copy.set('01_投诉书.docx', noise(7, 100));
      await reseal(copy, key);
    });
    expect(report.verdict).toBe('passed');
    expect(report.facts.keyFingerprint).not.toBe(await sha256(await publicKeySpki(ingredients.key.publicKey)));
  });
});
