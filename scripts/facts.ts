/** `facts -- --url <URL> [--at <ISO>] <page.html>`: what the extension reads from a saved page, as JSON. */
import { parseArgs } from 'node:util';
import type { Viewing } from '../lib/marketplaces/adapter.ts';
import { readPage } from '../lib/marketplaces/registry.ts';
import { parseIso } from '../lib/shared/time.ts';
import { parseUrl } from '../lib/shared/url.ts';
import { openPageFile } from './saved-page.ts';

const USAGE =
  '用法：npm run -s facts -- --url <页面网址> [--at <查看时间，如 2026-11-22T12:00:00+08:00>] <保存的页面.html>';

class UsageError extends Error {}

interface Request {
  url: string;
  file: string;
  viewing: Viewing;
}

function readArguments(args: string[]): Request {
  const { values, positionals } = parse(args);
  const [file, extra] = positionals;
  if (!file || extra !== undefined) throw new UsageError('请给出一个保存的页面文件。');
  if (!values.url) throw new UsageError('请用 --url 给出页面的网址：页面是什么，要凭网址判断。');
  const url = parseUrl(values.url);
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`网址无法识别：${values.url}`);
  const at = values.at === undefined ? undefined : parseIso(values.at);
  if (at === null) throw new UsageError(`--at 要写成带时区的时间，如 2026-11-22T12:00:00+08:00：${values.at}`);
  return { url: values.url, file, viewing: at === undefined ? {} : { at, loadedAt: at } };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { url: { type: 'string' }, at: { type: 'string' } } });
  } catch (error) {
    throw new UsageError(`参数有误：${error instanceof Error ? error.message : error}`);
  }
}

async function open(file: string, url: string): Promise<Document> {
  try {
    return await openPageFile(file, url);
  } catch (error) {
    throw new UsageError(`读不到文件 ${file}（${(error as NodeJS.ErrnoException).code ?? error}）`);
  }
}

async function main(): Promise<void> {
  const { url, file, viewing } = readArguments(process.argv.slice(2));
  const reading = readPage(await open(file, url), url, viewing);
  const { marketplace, pageKind, role, facts, missing, source, ...ours } = reading;
  process.stdout.write(
    `${JSON.stringify({ marketplace, pageKind, role, facts, missing, source, ...ours }, null, 2)}\n`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
