import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the production extension for Chromium into `.output/`; ends the program when that fails. */
export function buildExtension(): void {
  const { status } = spawnSync('wxt', ['build'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
