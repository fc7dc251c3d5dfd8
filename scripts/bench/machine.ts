import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { findChromium } from '../browser/find-chromium.mjs';

/** Where and on what the numbers were taken. */
export interface Machine {
  date: string;
  commit: string;
  /** Product code differs from the commit. */
  changed: boolean;
  browser: string;
  node: string;
  cpu: string;
  cores: number;
  memoryGB: number;
  /** Work that waits or runs, averaged over a minute, before the first measurement; more than 0.5 disturbs two cores. */
  loadBefore: number;
}

/** Describes this machine and the code under test. Unknown things are “?”. */
export function describeMachine(root: string): Machine {
  const git = (...args: string[]) => output('git', ['-C', root, ...args]);
  return {
    date: new Date().toISOString(),
    commit: git('rev-parse', '--short', 'HEAD') || '?',
    changed: git('status', '--porcelain', '--', 'lib', 'components', 'entrypoints', 'locales', 'wxt.config.ts') !== '',
    browser: output(findChromium() ?? 'chromium', ['--version']) || '?',
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? '?',
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    loadBefore: load(),
  };
}

/** The load of the last minute. */
export function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

function output(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
