import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

const OUTPUT = fileURLToPath(new URL('../../.output/', import.meta.url));

export type BrowserName = 'chrome' | 'firefox';

/** True when `wxt build` has been run for that browser. */
export function isBuilt(name: BrowserName): boolean {
  return existsSync(join(OUTPUT, `${name}-mv3`, 'manifest.json'));
}

/** The bytes of a file of the build. */
export function bytesOf(name: BrowserName, path: string): Buffer {
  return readFileSync(join(OUTPUT, `${name}-mv3`, path));
}

/** Paths in the build, with forward slashes. */
export function builtFiles(name: BrowserName, pattern: string): string[] {
  return globSync(pattern, { cwd: join(OUTPUT, `${name}-mv3`) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Everything that loads with a page: its HTML, its styles, its scripts and what these import at once. */
export function loadedWith(name: BrowserName, page: string): string[] {
  const html = bytesOf(name, page).toString();
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  const found = new Set([page]);
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    const { module } = parseSync(path, bytesOf(name, path).toString());
    for (const { moduleRequest } of module.staticImports) visit(posix.join(posix.dirname(path), moduleRequest.value));
  };
  for (const path of named) visit(path);
  return [...found];
}

/** What the files cost together when each is sent compressed, in kB. */
export function gzipKb(name: BrowserName, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(bytesOf(name, path), { level: 9 }).length, 0) / 1000;
}
