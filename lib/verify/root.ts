import { baseName, MANIFEST_FILE, SUMS_FILE } from '../bundle/layout.ts';
import { type BundleSource, NotABundleError, type SourceFile } from './types.ts';

/** A bundle's files with paths from its top folder. */
export interface BundleRoot {
  /** The top folder's present name; null when the zip has none. */
  folder: string | null;
  files: SourceFile[];
  /** Files that operating systems put everywhere; not part of any bundle. */
  ignored: string[];
  /** Files beside the top folder. */
  outside: string[];
}

const JUNK = /^(?:\.ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|\._.*)$/;

/**
 * Finds the folder that holds `09_校验` and cuts it off the paths. Throws a NotABundleError when no file of a bundle is there.
 */
export function findRoot(source: BundleSource): BundleRoot {
  const marks = source.files.map((file) => file.path).filter(isMark);
  const prefix = marks.map(prefixOf).sort((a, b) => a.length - b.length)[0];
  if (prefix === undefined) throw new NotABundleError('No 09_校验 in it');
  const real = source.files.filter((file) => !isJunk(file.path));
  return {
    folder: prefix ? baseName(prefix.slice(0, -1)) : source.name,
    files: real
      .filter((file) => file.path.startsWith(prefix))
      .map((file) => ({ ...file, path: file.path.slice(prefix.length) })),
    ignored: source.files.map((file) => file.path).filter(isJunk),
    outside: real.map((file) => file.path).filter((path) => !path.startsWith(prefix)),
  };
}

function isMark(path: string): boolean {
  return [SUMS_FILE, MANIFEST_FILE].some((mark) => path === mark || path.endsWith(`/${mark}`));
}

/** Up to and with the last `/` before the mark; empty without a top folder. */
function prefixOf(path: string): string {
  return path.slice(0, path.length - (path.endsWith(SUMS_FILE) ? SUMS_FILE : MANIFEST_FILE).length);
}

function isJunk(path: string): boolean {
  return path.startsWith('__MACOSX/') || path.includes('/__MACOSX/') || JUNK.test(baseName(path).toLowerCase());
}
