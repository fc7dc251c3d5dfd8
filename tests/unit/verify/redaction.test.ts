import { describe, expect, it } from 'vitest';
import { EVIDENCE_FOLDER, LOG_FILE } from '../../../lib/bundle/layout.ts';
import type { Manifest } from '../../../lib/bundle/manifest.ts';
import type { BundleFile } from '../../../lib/bundle/types.ts';
import { canonicalBytes } from '../../../lib/evidence/canonical.ts';
import { appendEntry, headOf, type LogRecord, logText } from '../../../lib/evidence/chain.ts';
import type { ArtifactRole, LogEntry } from '../../../lib/evidence/types.ts';
import { utf8 } from '../../../lib/shared/bytes.ts';
import { crc32 } from '../../../lib/shared/crc32.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { verifyBundle } from '../../../lib/verify/verify-bundle.ts';
import { exampleIngredients, makeBundle, noise, unpack } from './example-bundle.ts';
import { deps, E01, type Files, failedLayers, folderOf, problemsOf, reseal, textOf } from './spoiled-bundle.ts';

const COPY = `${E01}/frame-001_遮盖.png`;
const EXPLANATION = `${E01}/遮盖说明.json`;

/** The example with its first screen covered: the original is withheld, a copy and the explanation are in its place. */
async function coveredIngredients() {
  const ingredients = await exampleIngredients();
  const [item] = ingredients.input.data.evidence;
  const [original, ...others] = item?.files ?? [];
  if (!item || !original) throw new Error('The example has no files');
  const add = async (path: string, role: ArtifactRole, bytes: Uint8Array<ArrayBuffer>): Promise<BundleFile> => {
    ingredients.store.set(path, new Blob([bytes]));
    const measured = { bytes: bytes.length, sha256: await sha256(bytes), crc32: crc32(bytes) };
    return { path, role, mediaType: 'image/png', ...measured, derivedFrom: [original.sha256], blobId: path };
  };
  const copy = await add(COPY, 'redacted', noise(21, 30_000));
  const explained = await add(EXPLANATION, 'redaction', utf8('{"format":"redaction/1"}'));
  item.files = [...others.filter(({ role }) => role !== 'fullPage'), copy, explained];
  const log = [...ingredients.input.log];
  const older = await logCovering(log, 'cap-product', [{ ...copy, sha256: '7'.repeat(64) }]);
  const newest = await logCovering([...log, older], 'cap-product', [copy, explained]);
  ingredients.input.log = [...log, older, newest];
  return { ingredients, original };
}

function logCovering(log: readonly LogRecord[], subject: string, files: readonly BundleFile[]): Promise<LogEntry> {
  const logged = files.map(({ path, bytes, sha256: digest }) => {
    return { name: path.slice(path.lastIndexOf('/') + 1), bytes, sha256: digest };
  });
  const at = '2026-11-22T12:00:00+08:00';
  return appendEntry(log.at(-1) ?? null, { at, type: 'capture.redacted', subject, files: logged });
}

const { ingredients, original } = await coveredIngredients();
const files: Files = await unpack((await makeBundle(ingredients)).blob);

type Resource = Manifest['resources'][number];

/** Verifies a copy after a change that is signed again with the bundle's own key, as its maker could. */
async function verifyResealed(change: (copy: Files, manifest: Manifest) => void | Promise<void>) {
  const copy = new Map(files);
  const manifest = JSON.parse(textOf(copy, '09_校验/manifest.json')) as Manifest;
  await change(copy, manifest);
  copy.set('09_校验/manifest.json', canonicalBytes(manifest));
  await reseal(copy, ingredients.key);
  return verifyBundle(folderOf(copy), deps);
}

function resource(manifest: Manifest, path: string): Resource {
  const found = manifest.resources.find((one) => one.path === path);
  if (!found) throw new Error(`No ${path}`);
  return found;
}

/** Puts other bytes in the place of a file, in the folder and in the manifest. */
async function replace(copy: Files, manifest: Manifest, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  copy.set(path, bytes);
  Object.assign(resource(manifest, path), { bytes: bytes.length, hash: `sha256:${await sha256(bytes)}` });
}

/** Writes another log and lets the manifest name its end. */
async function relog(copy: Files, manifest: Manifest, change: (entries: LogEntry[]) => LogEntry[]): Promise<void> {
  const entries = textOf(copy, LOG_FILE)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry);
  const last = change(entries);
  copy.set(LOG_FILE, utf8(logText(last)));
  Object.assign(manifest.log, { entries: last.length, head: `sha256:${headOf(last.at(-1))}` });
}

describe('a bundle with a covered copy', () => {
  it('passes without the original, and says who keeps it', async () => {
    const report = await verifyBundle(folderOf(files), deps);
    expect([report.verdict, problemsOf(report)]).toEqual(['passed', []]);
    const derivation = report.layers.find(({ layer }) => layer === 'derivation');
    expect(derivation).toMatchObject({
      status: 'passed',
      params: { count: 2 },
      notes: [{ code: 'derivation.withheld', params: { count: 1 } }],
    });
    expect([...files.keys()]).not.toContain(`${EVIDENCE_FOLDER}/frame-001.png`);
  });

  it.each<[string, Parameters<typeof verifyResealed>[0], string[]]>([
    [
      'whose copy was changed',
      (copy, manifest) => replace(copy, manifest, COPY, noise(22, 30_000)),
      [`derivation derivation.originalMissing ${COPY}`, `derivation derivation.copyUnlogged ${COPY}`],
    ],
    [
      'whose copy was changed and called something else',
      async (copy, manifest) => {
        await replace(copy, manifest, COPY, noise(22, 30_000));
        Object.assign(resource(manifest, COPY), { artifact: 'frame' });
      },
      [`derivation derivation.originalMissing ${COPY}`],
    ],
    [
      'whose copy claims to be an original',
      async (copy, manifest) => {
        await replace(copy, manifest, COPY, noise(22, 30_000));
        Object.assign(resource(manifest, COPY), { artifact: 'frame', role: 'original', derivedFrom: null });
      },
      [`log log.originalUnlogged ${COPY}`],
    ],
    [
      'whose explanation was removed',
      (copy, manifest) => {
        copy.delete(EXPLANATION);
        manifest.resources = manifest.resources.filter(({ path }) => path !== EXPLANATION);
      },
      [`derivation derivation.unexplained ${COPY}`],
    ],
    [
      'whose explanation was removed and whose copy is called something else',
      (copy, manifest) => {
        copy.delete(EXPLANATION);
        manifest.resources = manifest.resources.filter(({ path }) => path !== EXPLANATION);
        Object.assign(resource(manifest, COPY), { artifact: 'frame' });
      },
      [`derivation derivation.unexplained ${COPY}`],
    ],
    [
      'whose explanation was rewritten',
      (copy, manifest) => replace(copy, manifest, EXPLANATION, utf8('{}')),
      [`derivation derivation.originalMissing ${EXPLANATION}`, `derivation derivation.copyUnlogged ${EXPLANATION}`],
    ],
    [
      'whose copy claims an original that nobody has seen',
      (_, manifest) => void Object.assign(resource(manifest, COPY), { derivedFrom: [`sha256:${'1'.repeat(64)}`] }),
      [`derivation derivation.originalMissing ${COPY}`],
    ],
    [
      'whose copy claims the original of another capture',
      (_, manifest) => void Object.assign(resource(manifest, COPY), { capture: 'cap-chat' }),
      [`derivation derivation.originalMissing ${COPY}`, `derivation derivation.copyUnlogged ${COPY}`],
    ],
    [
      'whose copy is of an earlier covering',
      async (copy, manifest) => {
        const [last] = ingredients.input.log.slice(-1) as [LogEntry];
        const again = await appendEntry(last, { ...last, files: last.files.slice(1) });
        await relog(copy, manifest, (entries) => [...entries, again]);
      },
      [`derivation derivation.originalMissing ${COPY}`, `derivation derivation.copyUnlogged ${COPY}`],
    ],
    [
      'whose covering was taken back',
      async (copy, manifest) => {
        const [last] = ingredients.input.log.slice(-1) as [LogEntry];
        const back = await appendEntry(last, { ...last, type: 'capture.unredacted', files: [] });
        await relog(copy, manifest, (entries) => [...entries, back]);
      },
      [`derivation derivation.copyUnlogged ${COPY}`, `derivation derivation.copyUnlogged ${EXPLANATION}`],
    ],
    [
      'whose log was cut before the covering',
      (copy, manifest) => relog(copy, manifest, (entries) => entries.slice(0, -2)),
      [`derivation derivation.copyUnlogged ${COPY}`, `derivation derivation.copyUnlogged ${EXPLANATION}`],
    ],
  ])('%s fails', async (_, change, problems) => {
    const report = await verifyResealed(change);
    expect(problemsOf(report)).toEqual(expect.arrayContaining(problems));
    expect(failedLayers(report).length).toBeGreaterThan(0);
  });

  it('whose log was changed where it tells of the covering fails', async () => {
    const report = await verifyResealed((copy) => {
      copy.set(LOG_FILE, utf8(textOf(copy, LOG_FILE).replace('capture.redacted', 'capture.stored')));
    });
    expect(failedLayers(report)).toContain('log');
  });

  it('passes with the original beside the copy, and then withholds nothing', async () => {
    const made = await coveredIngredients();
    made.ingredients.input.data.evidence[0]?.files.push(original);
    const report = await verifyBundle(folderOf(await unpack((await makeBundle(made.ingredients)).blob)), deps);
    expect(report.verdict).toBe('passed');
    expect(report.layers.flatMap(({ notes }) => notes.map(({ code }) => code))).not.toContain('derivation.withheld');
  });
});

describe('a bundle that would not verify', () => {
  it.each<[string, (files: BundleFile[]) => BundleFile[], string]>([
    [
      'with a copy that the log does not name',
      (all) => all.map((file) => (file.path === COPY ? { ...file, sha256: '2'.repeat(64) } : file)),
      'originalMissing',
    ],
    [
      'with a copy of an unknown original',
      (all) => all.map((file) => (file.path === COPY ? { ...file, derivedFrom: ['3'.repeat(64)] } : file)),
      'originalMissing',
    ],
    ['without the explanation', (all) => all.filter(({ path }) => path !== EXPLANATION), 'unexplained'],
  ])('%s is not made', async (_, change, fault) => {
    const made = await coveredIngredients();
    const [item] = made.ingredients.input.data.evidence;
    if (item) item.files = change(item.files);
    await expect(makeBundle(made.ingredients)).rejects.toMatchObject({ fault });
  });
});
