import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseIso } from '../lib/shared/time.ts';
import { computeStatus, toJson } from '../lib/stages/index.ts';
import { parseCaseInput } from '../lib/stages/input.ts';

const USAGE =
  '用法：deadlines [--now <ISO 时间>] <case.json>，例如 deadlines --now 2026-11-22T12:15:01+08:00 case.json';

/** Something the person who typed the command can put right. */
class UsageError extends Error {}

/** Prints stage and deadlines of a case file as JSON. The clock of the computer is read here and nowhere else. */
async function main(): Promise<void> {
  const { now, path } = readArguments();
  const parsed = parseCaseInput(parseJson(await readCase(path), path));
  if (!parsed) throw new UsageError(`“${path}”里不是一个 JSON 对象。`);
  const status = computeStatus(parsed.input, now);
  const complete = { ...status, warnings: [...parsed.warnings, ...status.warnings] };
  process.stdout.write(`${JSON.stringify(toJson(complete, 'zh'), null, 2)}\n`);
}

function readArguments(): { now: number; path: string } {
  const { values, positionals } = parseOrExplain();
  const [path, ...others] = positionals;
  if (path === undefined) throw new UsageError(`没有给出个案文件。\n${USAGE}`);
  if (others.length > 0) throw new UsageError(`只能给一个个案文件，多出：${others.join(' ')}\n${USAGE}`);
  const now = values.now === undefined ? Date.now() : parseIso(values.now);
  if (now === null) {
    throw new UsageError(`--now 的时间“${values.now}”读不出来，要带时区，例如 2026-11-22T12:15:01+08:00。`);
  }
  return { now, path };
}

function parseOrExplain() {
  try {
    return parseArgs({ options: { now: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`参数不对：${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

async function readCase(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(isMissing ? `找不到文件“${path}”。` : `读不了文件“${path}”：${String(error)}`);
  }
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`“${path}”不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
