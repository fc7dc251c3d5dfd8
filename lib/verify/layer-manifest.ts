import { EVIDENCE_FOLDER, isInside, MANIFEST_FILE } from '../bundle/layout.ts';
import type { Inventory } from './inventory.ts';
import type { ManifestFault, ReadManifest } from './read-manifest.ts';
import type { LayerResult, Problem } from './types.ts';

/** A manifest that could be read, or why not. */
export type ManifestReading = ReadManifest | ManifestFault | 'manifest.missing';

/** 清单: the manifest lists exactly the files of `08_原始证据`, with their digests. */
export function checkManifest(manifest: ManifestReading, inventory: Inventory): LayerResult {
  const problems: Problem[] =
    typeof manifest === 'string' ? [{ code: manifest, file: MANIFEST_FILE }] : compare(manifest, inventory);
  const count = typeof manifest === 'string' ? 0 : manifest.resources.length;
  const status = problems.length > 0 ? 'failed' : 'passed';
  return { layer: 'manifest', status, params: { count }, problems, notes: [] };
}

function compare(manifest: ReadManifest, { digests, unreadable }: Inventory): Problem[] {
  const listed = new Set(manifest.resources.map((resource) => resource.path));
  const problems: Problem[] = [];
  for (const { path, bytes, sha256 } of manifest.resources) {
    const found = digests.get(path);
    if (!found) problems.push({ code: 'manifest.fileMissing', file: path });
    else if (found.sha256 !== sha256 || found.bytes !== bytes)
      problems.push({ code: 'manifest.fileChanged', file: path });
  }
  for (const path of [...digests.keys(), ...unreadable.keys()]) {
    const isUnlisted = isInside(path, EVIDENCE_FOLDER) && !listed.has(path);
    if (isUnlisted) problems.push({ code: 'manifest.fileUnlisted', file: path });
  }
  return problems;
}
