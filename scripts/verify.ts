/**
 * Checks a bundle on the command line: `node scripts/verify.ts <证据包.zip 或文件夹>`. One line a layer, then each problem.
 * `--tsa-root <PEM>` trusts one more root of time stamps. Exit code 0: nothing wrong; 1: verification failed; 2: there was nothing
 * to verify.
 */
import { X509Certificate } from 'node:crypto';
import { type FileHandle, lstat, open, readdir, readFile as readWhole, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileAccess } from '../lib/bundle/zip/source.ts';
import { createDigest, type ReadChunks } from '../lib/evidence/digester.ts';
import { createVerifier } from '../lib/evidence/signing.ts';
import { readCertificate } from '../lib/stamps/certificate.ts';
import { knownRoots } from '../lib/stamps/roots.ts';
import { describeOpenFailure, toOpenFailure } from '../lib/verify/open-failure.ts';
import { zipSource } from '../lib/verify/sources.ts';
import { describeLayer, describeNote, describeProblem } from '../lib/verify/texts.ts';
import { zhTexts } from '../lib/verify/texts-zh.ts';
import {
  type BundleSource,
  type LayerStatus,
  type SourceFile,
  UnreadableFileError,
  type VerifyDeps,
  type VerifyReport,
} from '../lib/verify/types.ts';
import { verifyBundle } from '../lib/verify/verify-bundle.ts';

const EXIT = { passed: 0, failed: 1, nothingToVerify: 2 } as const;
const MARKS: Record<LayerStatus, string> = { passed: '✔', failed: '✘', unchecked: '?', absent: '–' };
const USAGE = '用法：npm run -s verify -- [--tsa-root 根证书.pem] <证据包.zip 或解压后的文件夹>';
const NO_ROOT = '这不是证书文件（PEM）';
const UNREADABLE = '文件或文件夹无法读取。如果解压后文件名变成了乱码，请直接验证 ZIP 文件';
const LIMITS = '能证明自签名之时起未改动，不能单独证明内容真实';
const CHUNK = 1024 * 1024;
const { subtle } = crypto;
const deps: VerifyDeps = { digest: createDigest(subtle), verifySignature: createVerifier(subtle), stamps: null };

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { argument, rootFiles } = readArguments(args);
  if (argument === null) return refuse(USAGE);
  const roots = await readRoots(rootFiles).catch(() => null);
  if (roots === null) return refuse(NO_ROOT);
  deps.stamps = { subtle, roots: [...knownRoots(), ...roots] };
  const path = await realpath(argument).catch(() => null);
  if (path === null) return refuse(`找不到文件或文件夹：${argument}`);
  const stats = await lstat(path);
  try {
    return report(await (stats.isDirectory() ? verifyBundle(await folderSource(path), deps) : verifyZip(path)));
  } catch (error) {
    return explain(error);
  }
}

function readArguments(args: string[]): { argument: string | null; rootFiles: string[] } {
  const options = { 'tsa-root': { type: 'string', multiple: true } } as const;
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return {
      argument: positionals.length === 1 ? (positionals[0] ?? null) : null,
      rootFiles: values['tsa-root'] ?? [],
    };
  } catch {
    return { argument: null, rootFiles: [] }; // An option that there is not: the usage says what there is.
  }
}

/** Roots of time stamps that whoever checks trusts. */
function readRoots(paths: readonly string[]) {
  return Promise.all(
    paths.map(async (path) => readCertificate(new Uint8Array(new X509Certificate(await readWhole(path)).raw))),
  );
}

async function verifyZip(path: string): Promise<VerifyReport> {
  const handle = await openFile(path);
  try {
    const { size } = await handle.stat();
    return await verifyBundle(await zipSource(fileAccess(handle, size)), deps);
  } finally {
    await handle.close();
  }
}

async function folderSource(folder: string): Promise<BundleSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new UnreadableFileError(folder, { cause });
  });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(paths.sort().map((path) => sourceFile(folder, path)));
  return { name: basename(folder), files };
}

async function sourceFile(folder: string, path: string): Promise<SourceFile> {
  const stats = await lstat(path);
  const relative = path
    .slice(folder.length + 1)
    .split('\\')
    .join('/');
  return { path: relative.normalize('NFC'), bytes: stats.size, read: (write) => readFile(path, stats.size, write) };
}

async function readFile(path: string, size: number, write: Parameters<ReadChunks>[0]): Promise<void> {
  const handle = await openFile(path);
  try {
    for (let start = 0; start < size; start += CHUNK) write(await readChunk(handle, start, size));
  } finally {
    await handle.close();
  }
}

async function readChunk(handle: FileHandle, start: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunk = new Uint8Array(Math.min(CHUNK, size - start));
  const { bytesRead } = await handle.read(chunk, 0, chunk.length, start);
  if (bytesRead !== chunk.length) throw new UnreadableFileError('The file became shorter while it was read');
  return chunk;
}

/** Links are not followed: what they lead to is not in the bundle. */
async function openFile(path: string): Promise<FileHandle> {
  const stats = await lstat(path);
  if (!stats.isFile()) throw new UnreadableFileError(`Not a regular file: ${path}`);
  return open(path).catch((cause: unknown) => {
    throw new UnreadableFileError(path, { cause });
  });
}

function report({ layers, facts, verdict }: VerifyReport): number {
  console.log(`证据包：${facts.topFolder ?? '（没有顶层文件夹）'}`);
  if (facts.no) console.log(`编号：${facts.no}　生成：${facts.created}　软件：${facts.software}`);
  for (const layer of layers) {
    console.log(`${MARKS[layer.status]} ${zhTexts.layers[layer.layer]}：${describeLayer(layer, zhTexts)}`);
  }
  for (const { layer, problems } of layers) {
    for (const problem of problems) console.log(`  ✘ [${zhTexts.layers[layer]}] ${describeProblem(problem, zhTexts)}`);
  }
  for (const { notes } of layers) for (const note of notes) console.log(`  · ${describeNote(note, zhTexts)}`);
  if (facts.manifestSha256) console.log(`清单 SHA-256：${facts.manifestSha256}`);
  if (facts.keyFingerprint) console.log(`公钥指纹：${facts.keyFingerprint}`);
  console.log(`结论：${zhTexts.verdicts[verdict]}（${LIMITS}）`);
  return verdict === 'failed' ? EXIT.failed : EXIT.passed;
}

function explain(error: unknown): number {
  if (error instanceof UnreadableFileError) return refuse(UNREADABLE);
  const failure = toOpenFailure(error);
  if (!failure) throw error;
  const sentence = describeOpenFailure(failure, zhTexts);
  if (!failure.isTampering) return refuse(sentence);
  console.log(`✘ ${zhTexts.layers.files}：${sentence}`);
  console.log(`结论：${zhTexts.verdicts.failed}`);
  return EXIT.failed;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return EXIT.nothingToVerify;
}
