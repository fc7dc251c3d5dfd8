import { spawnSync } from 'node:child_process';

/** True when a program is installed; tests that need it are skipped, and shown as skipped, where it is not. */
export function hasTool(command: string, versionFlag = '--version'): boolean {
  return spawnSync(command, [versionFlag]).status === 0;
}

export interface Ran {
  status: number | null;
  output: string;
}

/** Runs a program to its end; `output` is what it wrote to both streams. */
export function run(command: string, args: string[], cwd?: string): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    ...(cwd && { cwd }),
  });
  return { status, output: `${stdout}${stderr}` };
}
