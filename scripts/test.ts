/**
 * `npm test`: everything that has to hold before a change goes in, in the order of how quickly it fails. Names as arguments
 * run only those steps: `npm test -- lint unit`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = join(ROOT, 'test-results');

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  commands: string[][];
  /** Reads the numbers of a test runner's report; a step without one counts as one check. */
  count?: () => Counts;
}

const STEPS: readonly Step[] = [
  { name: 'lint', commands: [['biome', 'ci', '.']] },
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'unused', commands: [['knip']] },
  { name: 'unit', commands: [vitest('unit', ['!built'])], count: () => vitestCounts('unit') },
  {
    name: 'build',
    commands: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox'],
    ],
  },
  { name: 'built', commands: [vitest('built', ['built'])], count: () => vitestCounts('built') },
  { name: 'e2e', commands: [['playwright', 'test']], count: e2eCounts },
];

function vitest(report: string, projects: string[]): string[] {
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(RESULTS, `${report}.json`)}`];
  return ['vitest', 'run', ...projects.map((project) => `--project=${project}`), ...output];
}

function vitestCounts(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = readReport(report);
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites), skipped: numPendingTests };
}

function e2eCounts(): Counts {
  const { expected, unexpected, flaky, skipped } = readReport('e2e').stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

// biome-ignore lint/suspicious/noExplicitAny: reports of the test runners, read for their totals only.
function readReport(name: string): any {
  return JSON.parse(readFileSync(join(RESULTS, `${name}.json`), 'utf8'));
}

function runStep({ name, commands, count }: Step): Counts {
  process.stdout.write(`\n▶ ${name}\n`);
  const started = Date.now();
  const ok = commands.every(([program = '', ...args]) => {
    const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
    return status === 0;
  });
  const counts = countsOf(ok, count);
  process.stdout.write(`${counts.failed === 0 ? '✔' : '✘'} ${name}: ${Math.round((Date.now() - started) / 1000)} s\n`);
  return counts;
}

/** A runner that stops before it writes a report has failed, whatever an older report says. */
function countsOf(ok: boolean, count: Step['count']): Counts {
  const own = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  if (!count) return own;
  try {
    const counts = count();
    return ok || counts.failed > 0 ? counts : own;
  } catch {
    return own;
  }
}

const chosen = process.argv.slice(2);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const steps = STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
const total = steps.map(runStep).reduce((sum, counts) => ({
  passed: sum.passed + counts.passed,
  failed: sum.failed + counts.failed,
  skipped: sum.skipped + counts.skipped,
}));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
