import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GUIDE_FILE, MANIFEST_FILE, STAMPS_FOLDER, TSA_CERTIFICATES_FILE } from '../../../lib/bundle/layout.ts';
import type { BundleStamp } from '../../../lib/bundle/stamps.ts';
import { createDigest } from '../../../lib/evidence/digester.ts';
import { readCertificate } from '../../../lib/stamps/certificate.ts';
import { checkResponse } from '../../../lib/stamps/check.ts';
import { newNonce, requestBytes } from '../../../lib/stamps/request.ts';
import { lastOf, statementBytes, statementOf } from '../../../lib/stamps/statement.ts';
import type { LayerResult, VerifyDeps } from '../../../lib/verify/types.ts';
import { verifyBundle } from '../../../lib/verify/verify-bundle.ts';
import { TestAuthority } from '../../tsa/authority.ts';
import { exampleIngredients, type Ingredients, makeBundle, unpack } from './example-bundle.ts';
import { type Files, folderOf, get, deps as plainDeps, reseal, textOf, withManifest } from './spoiled-bundle.ts';
import { hasTool, run } from './tools.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/verify.ts');
const { subtle } = crypto;

// Certificates are made with real keys, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe.skipIf(!hasTool('openssl', 'version'))('time stamps in a bundle', () => {
  let authority: TestAuthority;
  let stranger: TestAuthority;
  let ingredients: Ingredients;
  let files: Files;
  let deps: VerifyDeps;

  beforeAll(async () => {
    authority = new TestAuthority();
    stranger = new TestAuthority('Stranger Root');
    authority.addLeaf({ name: 'leaf' });
    stranger.addLeaf({ name: 'leaf' });
    deps = { ...plainDeps, stamps: { subtle, roots: [readCertificate(authority.der('root.pem'))] } };
    ingredients = await exampleIngredients();
    ingredients.stamps = [await stamp(authority, 1, 2), await stamp(stranger, 1, 4)];
    files = await unpack((await makeBundle(ingredients)).blob);
  }, 60_000);
  afterAll(() => {
    authority.remove();
    stranger.remove();
  });

  /** A stamp of entries of the example's log. */
  async function stamp(
    by: TestAuthority,
    from: number,
    to: number,
    entries = ingredients.input.log,
  ): Promise<BundleStamp> {
    const said = statementOf(entries.slice(from - 1, to));
    const statement = statementBytes(said);
    const query = { imprint: new Uint8Array(await subtle.digest('SHA-256', statement)), nonce: newNonce() };
    const request = requestBytes(query);
    const response = by.reply(request);
    const roots = [readCertificate(authority.der('root.pem'))];
    const checked = await checkResponse(response, query, { subtle, roots });
    const isKnown = checked.root.state === 'known';
    return { ...checked, statement, request, response, isKnown, first: said.first, last: lastOf(said) };
  }

  async function layerAfter(change: (copy: Files) => void | Promise<void>, own = deps): Promise<LayerResult> {
    const copy = new Map(files);
    await change(copy);
    await reseal(copy, ingredients.key);
    const { layers } = await verifyBundle(folderOf(copy), own);
    return layers.find(({ layer }) => layer === 'timestamp') as LayerResult;
  }

  const at = (name: string) => `${STAMPS_FOLDER}/${name}`;
  const problems = ({ problems: found }: LayerResult) => found.map(({ code, file }) => `${code} ${file}`);

  it('are checked against the log, with their times, and a root that is not known is said', async () => {
    const layer = await layerAfter(() => undefined);
    expect(layer).toMatchObject({ status: 'passed', params: { count: 2 }, problems: [] });
    expect(layer.notes.map(({ code, file }) => `${code} ${file}`)).toEqual([
      `timestamp.stamped ${at('01-log.tsr')}`,
      `timestamp.stamped ${at('02-log.tsr')}`,
      `timestamp.rootUnknown ${at('02-log.tsr')}`,
    ]);
    expect(layer.notes[0]?.params).toMatchObject({ signer: 'Test leaf', first: 1, last: 2 });
    expect(layer.notes[2]?.params).toMatchObject({ root: 'Stranger Root' });
  });

  it('of strangers alone are not passed, and nothing is called wrong', async () => {
    const layer = await layerAfter(() => undefined, plainDeps);
    expect(layer).toMatchObject({ status: 'unchecked', problems: [], params: { count: 2 } });
  });

  it('name captures that have none', async () => {
    const layer = await layerAfter((copy) => {
      for (const kind of ['json', 'tsq', 'tsr']) copy.delete(at(`02-log.${kind}`));
    });
    expect(layer.status).toBe('passed');
    expect(layer.notes.at(-1)).toEqual({ code: 'timestamp.uncovered', params: { count: 1 } });
  });

  it.each<[string, string, (copy: Files) => void | Promise<void>]>([
    [
      'a changed answer',
      'timestamp.signature 01',
      (copy) => {
        const response = get(copy, at('01-log.tsr')).slice();
        response[response.length - 1] = (response[response.length - 1] ?? 0) ^ 1;
        copy.set(at('01-log.tsr'), response);
      },
    ],
    [
      'bytes behind an answer',
      'timestamp.malformed 01',
      (copy) => {
        copy.set(at('01-log.tsr'), Uint8Array.from([...get(copy, at('01-log.tsr')), 0]));
      },
    ],
    [
      'the stamp of another content',
      'timestamp.nonce 01',
      (copy) => {
        const other = get(copy, at('02-log.tsr'));
        copy.set(at('01-log.tsr'), other);
        copy.set(at('01-log.json'), get(copy, at('02-log.json')));
      },
    ],
    [
      'another content',
      'timestamp.imprint 01',
      (copy) => {
        copy.set(at('01-log.json'), get(copy, at('02-log.json')));
      },
    ],
    ['a missing request', 'timestamp.incomplete 01', (copy) => void copy.delete(at('01-log.tsq'))],
    [
      'a file that belongs to no stamp',
      'timestamp.incomplete 09',
      (copy) => {
        copy.set(at('09-log.tsr'), get(copy, at('01-log.tsr')));
      },
    ],
    [
      'the stamp of another log',
      'timestamp.otherLog 01',
      async (copy) => {
        const other = ingredients.input.log.map((entry) => ({ ...entry, hash: 'ab'.repeat(32) }));
        const foreign = await stamp(authority, 1, 2, other);
        copy.set(at('01-log.json'), foreign.statement);
        copy.set(at('01-log.tsq'), foreign.request);
        copy.set(at('01-log.tsr'), foreign.response);
      },
    ],
  ])('with %s are found, even when everything was signed again', async (_name, expected, change) => {
    const layer = await layerAfter(change);
    const [code, no] = expected.split(' ');
    expect(layer.status).toBe('failed');
    expect(problems(layer)).toContain(`${code} ${at(`${no}-log.tsr`)}`);
  });

  it('cannot be checked without cryptography, and it is said how to do it elsewhere', async () => {
    const layer = await layerAfter(() => undefined, {
      digest: createDigest(undefined),
      verifySignature: null,
      stamps: null,
    });
    expect(layer).toMatchObject({
      status: 'unchecked',
      notes: [{ code: 'timestamp.noCrypto', params: { stamp: '01-log' } }],
    });
  });

  describe('outside, with nothing of ours', () => {
    let folder: string;
    beforeAll(() => {
      folder = authority.path('bundle');
      for (const [path, bytes] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
    });

    it('hold by the very commands that the guide names', () => {
      const guide = textOf(files, GUIDE_FILE);
      const commands = guide.split('\r\n').filter((line) => line.startsWith('  openssl ts'));
      expect(commands).toHaveLength(2);
      for (const command of commands) {
        const [program = '', ...args] = command.trim().split(' ');
        const { output } = run(program, args, join(folder, dirname(MANIFEST_FILE)));
        expect(output).toContain('Verification: OK');
        expect(output).not.toContain('Warning');
      }
      expect(guide).toContain('签发者 Test leaf，日志第 1 至 2 条');
      expect(guide.match(/根证书不在生成软件认识的名单中/g)).toHaveLength(1);
      expect(textOf(files, TSA_CERTIFICATES_FILE).match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    });

    it('pass on the command line when their root is trusted', () => {
      const plain = run(process.execPath, [SCRIPT, folder]);
      expect(plain.output).toContain(
        '? 时间戳：2 个时间戳与日志相符，签名有效，但签发机构的根证书不在本工具认识的名单中',
      );
      expect(plain.output).toContain('结论：未发现改动，但有项目未能核对');
      expect(plain.status).toBe(0);
      const trusting = run(process.execPath, [SCRIPT, '--tsa-root', authority.path('root.pem'), folder]);
      expect(trusting.output).toContain('✔ 时间戳：2 个时间戳与日志相符，签名有效');
      expect(run(process.execPath, [SCRIPT, '--tsa-root', join(folder, MANIFEST_FILE), folder]).status).toBe(2);
    });
  });

  it('are not missed in a bundle that has none', async () => {
    const layer = await layerAfter((copy) => {
      for (const path of [...copy.keys()]) if (path.startsWith(STAMPS_FOLDER)) copy.delete(path);
    });
    expect(layer).toMatchObject({ status: 'absent', notes: [{ code: 'timestamp.none' }] });
  });

  describe('deletions', () => {
    const logAfter = async (change: (copy: Files) => Promise<void>) => {
      const copy = new Map(files);
      await change(copy);
      const { layers } = await verifyBundle(folderOf(copy), deps);
      return layers.find(({ layer }) => layer === 'log') as LayerResult;
    };

    it('are told: which entry, when, how many files', async () => {
      const { notes } = await logAfter(async () => undefined);
      expect(notes).toContainEqual({
        code: 'log.capture.deleted',
        params: { seq: 4, time: '2026-11-21 20:31:00', stored: 2, files: 1 },
      });
    });

    it.each([
      ['left out', []],
      ['made up', [2, 4]],
    ])('that are %s by the manifest are found', async (_name, entries) => {
      const change = withManifest((manifest) => {
        const [known] = manifest.deletions;
        manifest.deletions = entries.map((entry) => ({ ...(known as NonNullable<typeof known>), entry }));
      });
      expect((await logAfter(change)).problems.map(({ code }) => code)).toEqual(['log.deletionUntold']);
    });

    it('of bundles from before they were told pass as they did', async () => {
      const change = withManifest((manifest) => void Reflect.deleteProperty(manifest, 'deletions'));
      expect((await logAfter(change)).problems).toEqual([]);
    });
  });
});
