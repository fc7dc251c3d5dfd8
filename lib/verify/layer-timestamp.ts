import { baseName, isInside, STAMPS_FOLDER, TSA_CERTIFICATES_FILE } from '../bundle/layout.ts';
import { isWithheld, type LogRecord } from '../evidence/chain.ts';
import type { Bytes } from '../evidence/digester.ts';
import { formatPageTime } from '../shared/time.ts';
import { type CheckedStamp, checkResponse, type StampDeps } from '../stamps/check.ts';
import { StampError } from '../stamps/fault.ts';
import { readRequest } from '../stamps/request.ts';
import { isOfLog, lastOf, readStatement, type StampStatement } from '../stamps/statement.ts';
import { readSmall } from './inventory.ts';
import type { LayerResult, Note, Problem, SourceFile } from './types.ts';

interface GoodStamp {
  file: string;
  statement: StampStatement;
  stamp: CheckedStamp;
}

const PARTS = ['json', 'tsq', 'tsr'] as const;

/**
 * 时间戳: every stamp is a whole answer of a service to its request, about entries of this log. Stamps whose root nobody here knows
 * prove only who holds a key, so a bundle with no others is not passed.
 * @param deps null where the browser offers no WebCrypto.
 */
export async function checkTimestamps(
  files: readonly SourceFile[],
  log: readonly LogRecord[],
  deps: StampDeps | null,
): Promise<LayerResult> {
  const paths = files.map(({ path }) => path).filter((path) => isInside(path, STAMPS_FOLDER));
  if (paths.length === 0) return result('absent', [], [{ code: 'timestamp.none' }]);
  if (!deps) return result('unchecked', [], [{ code: 'timestamp.noCrypto', params: commandParams(paths) }]);
  const stems = [...new Set(paths.filter((path) => path !== TSA_CERTIFICATES_FILE).map(stemOf))].sort();
  const problems: Problem[] = [];
  const good: GoodStamp[] = [];
  for (const stem of stems) {
    const found = await checkStamp(files, stem, log, deps);
    if ('code' in found) problems.push(found);
    else good.push(found);
  }
  return summary(problems, good, log);
}

function result(status: LayerResult['status'], problems: Problem[], notes: Note[], params = {}): LayerResult {
  return { layer: 'timestamp', status, params, problems, notes };
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

/** One stamp with all that belongs to it, or what is wrong. */
async function checkStamp(
  files: readonly SourceFile[],
  stem: string,
  log: readonly LogRecord[],
  deps: StampDeps,
): Promise<GoodStamp | Problem> {
  const [statementBytes, requestBytes, response] = await Promise.all(
    PARTS.map((part) => readSmall(files, `${stem}.${part}`)),
  );
  const file = `${stem}.tsr`;
  if (!statementBytes || !requestBytes || !response) return { code: 'timestamp.incomplete', file };
  const statement = readStatement(new TextDecoder('utf-8', { ignoreBOM: true }).decode(statementBytes));
  const query = readRequest(requestBytes);
  if (!statement || !query) return { code: 'timestamp.malformed', file: statement ? `${stem}.tsq` : `${stem}.json` };
  try {
    const imprint = await digestOf(statementBytes, deps);
    const stamp = await checkResponse(response, { nonce: query.nonce, imprint }, deps);
    return isOfLog(statement, log) ? { file, statement, stamp } : { code: 'timestamp.otherLog', file };
  } catch (error) {
    if (error instanceof StampError) return { code: `timestamp.${error.fault}`, file };
    throw error;
  }
}

async function digestOf(bytes: Bytes, { subtle }: StampDeps): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes));
}

function summary(problems: Problem[], good: readonly GoodStamp[], log: readonly LogRecord[]): LayerResult {
  const known = good.filter(({ stamp }) => stamp.root.state === 'known');
  const times = good.map(({ stamp }) => stamp.genTime);
  const params =
    times.length === 0
      ? { count: 0 }
      : { count: good.length, from: formatPageTime(Math.min(...times)), to: formatPageTime(Math.max(...times)) };
  const uncovered = log.filter((entry) => isOriginal(entry) && !good.some((one) => covers(one, entry))).length;
  const notes: Note[] = [
    ...good.flatMap(stampNotes),
    ...(uncovered > 0 ? [{ code: 'timestamp.uncovered' as const, params: { count: uncovered } }] : []),
  ];
  const status = problems.length > 0 ? 'failed' : known.length > 0 ? 'passed' : 'unchecked';
  return result(status, problems, notes, params);
}

function isOriginal(entry: LogRecord): boolean {
  return !isWithheld(entry) && entry.type === 'capture.stored';
}

function covers({ statement }: GoodStamp, { seq }: LogRecord): boolean {
  return statement.first <= seq && seq <= lastOf(statement);
}

function stampNotes({ file, statement, stamp }: GoodStamp): Note[] {
  const { genTime, signer, root } = stamp;
  const range = { first: statement.first, last: lastOf(statement) };
  const said: Note = { code: 'timestamp.stamped', file, params: { time: formatPageTime(genTime), signer, ...range } };
  if (root.state === 'known') return [said];
  const doubt = root.state === 'unknown' ? ('timestamp.rootUnknown' as const) : ('timestamp.rootMissing' as const);
  return [said, { code: doubt, file, params: { root: root.name, sha256: root.sha256 } }];
}

function commandParams(paths: readonly string[]): { stamp: string } {
  return { stamp: baseName(stemOf(paths.find((path) => path.endsWith('.tsr')) ?? '01-log.tsr')) };
}
