import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the production extension into `.output/`, for Chromium unless told otherwise; ends the program when that fails. */
export function buildExtension(browser: 'chrome' | 'firefox' = 'chrome'): void {
  const { status } = spawnSync('wxt', ['build', '-b', browser], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
