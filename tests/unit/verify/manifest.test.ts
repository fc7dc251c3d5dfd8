import { describe, expect, it } from 'vitest';
import * as layout from '../../../lib/bundle/layout.ts';
import type { Manifest } from '../../../lib/bundle/manifest.ts';
import { utf8 } from '../../../lib/shared/bytes.ts';
import { E01, E02, failedLayers, problemsOf, reseal, textOf, verifyAfter, withManifest } from './spoiled-bundle.ts';

describe('the manifest, even when it was signed again', () => {
  it.each<[string, (manifest: Manifest) => void, string]>([
    [
      'lacks a file',
      ({ resources }) => void resources.splice(4, 1),
      `manifest manifest.fileUnlisted ${E02}/frame-001.png`,
    ],
    [
      'lists a file that is not there',
      ({ resources }) =>
        void resources.push({ ...(resources[0] as Manifest['resources'][number]), path: `${E01}/x.png` }),
      `manifest manifest.fileMissing ${E01}/x.png`,
    ],
    [
      'states another digest',
      ({ resources }) => void Object.assign(resources[0] ?? {}, { hash: `sha256:${'0'.repeat(64)}` }),
      `manifest manifest.fileChanged ${E01}/frame-001.png`,
    ],
    [
      'states another size',
      ({ resources }) => void Object.assign(resources[0] ?? {}, { bytes: 1 }),
      `manifest manifest.fileChanged ${E01}/frame-001.png`,
    ],
    [
      'gives a file to another capture',
      ({ resources }) => void Object.assign(resources[0] ?? {}, { capture: 'cap-chat' }),
      `log log.originalUnlogged ${E01}/frame-001.png`,
    ],
    [
      'states another head',
      ({ log }) => void Object.assign(log, { head: `sha256:${'0'.repeat(64)}` }),
      'log log.head 09_校验/采集日志.jsonl',
    ],
    [
      'states another length',
      ({ log }) => void Object.assign(log, { entries: 5 }),
      'log log.head 09_校验/采集日志.jsonl',
    ],
    [
      'names another log',
      ({ log }) => void Object.assign(log, { path: '09_校验/log.jsonl' }),
      'log log.head 09_校验/采集日志.jsonl',
    ],
    [
      'derives from what is not there',
      ({ resources }) => void Object.assign(resources[3] ?? {}, { derivedFrom: [`sha256:${'1'.repeat(64)}`] }),
      `derivation derivation.originalMissing ${E01}/全页.png`,
    ],
    [
      'derives from another derived file',
      ({ resources }) => void Object.assign(resources[3] ?? {}, { derivedFrom: [resources[3]?.hash] }),
      `derivation derivation.originalMissing ${E01}/全页.png`,
    ],
    [
      'derives from nothing',
      ({ resources }) => void Object.assign(resources[3] ?? {}, { derivedFrom: [] }),
      'manifest manifest.malformed 09_校验/manifest.json',
    ],
    [
      'is of a later version',
      (manifest) => void Object.assign(manifest, { bundle: 'evidence-12315/2' }),
      'manifest manifest.unknownVersion 09_校验/manifest.json',
    ],
    [
      'lacks a member',
      (manifest) => void Object.assign(manifest, { log: null }),
      'manifest manifest.malformed 09_校验/manifest.json',
    ],
  ])('%s', async (_, change, problem) => {
    const report = await verifyAfter(withManifest(change));
    expect(problemsOf(report)).toContain(problem);
    expect(report.layers.find(({ layer }) => layer === 'manifestSignature')?.status).toBe('passed');
  });

  it.each<[string, (text: string) => string, string]>([
    ['is no JSON', () => '{', 'manifest.malformed'],
    ['is a list', () => '[]', 'manifest.malformed'],
    ['begins with a byte order mark', (text) => `\uFEFF${text}`, 'manifest.malformed'],
    ['has white space', (text) => `${text}\n`, 'manifest.notCanonical'],
    ['names a member twice', (text) => text.replace('{', '{"id":"other",'), 'manifest.notCanonical'],
    ['has half a character', (text) => text.replace('WQX', '\\ud800'), 'manifest.notCanonical'],
  ])('%s', async (_, change, code) => {
    const report = await verifyAfter(async (copy) => {
      copy.set(layout.MANIFEST_FILE, utf8(change(textOf(copy, layout.MANIFEST_FILE))));
      await reseal(copy);
    });
    expect(problemsOf(report)).toContain(`manifest ${code} 09_校验/manifest.json`);
    expect(failedLayers(report)).toEqual(['manifest', 'log', 'derivation']);
  });
});
