import { SUMS_DER_FILE, SUMS_FILE } from '../bundle/layout.ts';
import { parseSums, type Sum } from '../bundle/sums.ts';
import type { Inventory } from './inventory.ts';
import type { BundleRoot } from './root.ts';
import type { LayerResult, Note, Problem } from './types.ts';

/** 文件完整: every listed file is there and unchanged, and nothing else is. `list` is the text of `SHA256SUMS.txt`, null when missing. */
export function checkFiles(root: BundleRoot, inventory: Inventory, list: string | null): LayerResult {
  const notes: Note[] = root.ignored.map((file) => ({ code: 'files.ignored', file }));
  const { sums, malformed } = parseSums(list ?? '');
  const problems: Problem[] = [
    ...(list === null ? [{ code: 'files.noList' as const, file: SUMS_FILE }] : []),
    ...malformed.map((line) => ({ code: 'files.listMalformed' as const, file: SUMS_FILE, params: { line } })),
    ...listedTwice(sums),
    ...inventory.duplicates.map((file) => ({ code: 'files.duplicate' as const, file })),
    ...Array.from(inventory.unreadable, ([file, reason]) => ({
      code: 'files.unreadable' as const,
      file,
      params: { reason },
    })),
    ...(list === null ? [] : compare(sums, inventory)),
    ...root.outside.map((file) => ({ code: 'files.extra' as const, file })),
  ];
  const status = problems.length > 0 ? 'failed' : 'passed';
  return { layer: 'files', status, params: { count: sums.length }, problems, notes };
}

function listedTwice(sums: readonly Sum[]): Problem[] {
  const seen = new Set<string>();
  return sums.flatMap(({ path }) => {
    const isAgain = seen.has(path);
    seen.add(path);
    return isAgain ? [{ code: 'files.listedTwice' as const, file: path }] : [];
  });
}

function compare(sums: readonly Sum[], { digests, unreadable }: Inventory): Problem[] {
  const listed = new Map(sums.map(({ path, sha256 }) => [path, sha256]));
  const owners = new Map(sums.map(({ path, sha256 }) => [sha256, path]));
  const extra = new Set([...digests.keys()].filter((path) => !listed.has(path) && !isUnlisted(path)));
  const problems: Problem[] = [];
  listed.forEach((sha256, file) => {
    const found = digests.get(file);
    if (found && found.sha256 !== sha256) problems.push(changed(file, owners.get(found.sha256)));
    if (!found && !unreadable.has(file)) problems.push(missing(file, sha256, extra, digests));
  });
  return [...problems, ...Array.from(extra, (file) => ({ code: 'files.extra' as const, file }))];
}

function changed(file: string, other: string | undefined): Problem {
  return other === undefined ? { code: 'files.changed', file } : { code: 'files.replaced', file, params: { other } };
}

/** A missing file whose content turns up under a name that is not listed was renamed. Takes that name out of `extra`. */
function missing(file: string, sha256: string, extra: Set<string>, digests: Inventory['digests']): Problem {
  const now = Array.from(extra).find((path) => digests.get(path)?.sha256 === sha256);
  if (now === undefined) return { code: 'files.missing', file };
  extra.delete(now);
  return { code: 'files.renamed', file, params: { now } };
}

function isUnlisted(path: string): boolean {
  return path === SUMS_FILE || path === SUMS_DER_FILE;
}
