import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

const BUILD_FILE = 'build.json';
/** Added by the browser's store when it installs an extension. */
const OF_THE_STORE = '_metadata/';

/**
 * The digest of a build: SHA-256 over a list of all its files as `sha256sum` prints it, each as `./path`, in the order of the
 * bytes of their paths. Every computer can work it out with the command in the README.
 */
export async function buildDigest(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((path) => path !== BUILD_FILE && !path.startsWith(OF_THE_STORE))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const list = createHash('sha256');
  for (const path of paths) {
    const file = createHash('sha256').update(await readFile(join(folder, path)));
    list.update(`${file.digest('hex')}  ./${path}\n`);
  }
  return list.digest('hex');
}

/** Writes `build.json`, in which a build names its own digest. */
export async function writeBuildFile(folder: string): Promise<void> {
  const content = { format: 'build/1', sha256: await buildDigest(folder) };
  await writeFile(join(folder, BUILD_FILE), `${JSON.stringify(content, null, 2)}\n`);
}
