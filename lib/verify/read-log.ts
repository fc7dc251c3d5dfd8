import { canonicalText } from '../evidence/canonical.ts';
import type { LogRecord } from '../evidence/chain.ts';
import { LOG_TYPES, type LogEntry, type WithheldLogEntry } from '../evidence/types.ts';
import { isSha256 } from '../shared/digest.ts';
import { asCount, asList, asObject, asString, type JsonObject, parseJson } from './json.ts';

/** A log as it was read. `malformed` holds the 1-based numbers of lines that are no entry, or not in canonical form. */
export interface ReadLog {
  entries: LogRecord[];
  malformed: number[];
}

/** Reads `采集日志.jsonl`. */
export function readLog(text: string): ReadLog {
  const entries: LogRecord[] = [];
  const malformed: number[] = [];
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  lines.forEach((line, index) => {
    const entry = readEntry(line);
    if (entry) entries.push(entry);
    else malformed.push(index + 1);
  });
  return { entries, malformed };
}

function readEntry(line: string): LogRecord | null {
  const object = asObject(parseJson(line)?.value);
  const entry = object && (object.withheld === true ? readWithheld(object) : readShown(object));
  return entry && isCanonical(entry, line) ? entry : null;
}

function readWithheld(object: JsonObject): WithheldLogEntry | null {
  const place = readPlace(object);
  return place && { ...place, withheld: true };
}

function readShown(object: JsonObject): LogEntry | null {
  const place = readPlace(object);
  const at = asString(object.at);
  const subject = asString(object.subject);
  const type = LOG_TYPES.find((known) => known === object.type);
  const files = asList(object.files, readFile);
  if (!place || at === null || subject === null || !type || !files) return null;
  return { ...place, at, subject, type, files };
}

function readPlace(object: JsonObject): Pick<LogEntry, 'seq' | 'previous' | 'hash'> | null {
  const seq = asCount(object.seq);
  const previous = asString(object.previous) ?? '';
  const hash = asString(object.hash) ?? '';
  return seq !== null && isSha256(previous) && isSha256(hash) ? { seq, previous, hash } : null;
}

function readFile(value: unknown): LogEntry['files'][number] | null {
  const file = asObject(value);
  const name = asString(file?.name);
  const bytes = asCount(file?.bytes);
  const sha256 = asString(file?.sha256) ?? '';
  if (name === null || bytes === null || !isSha256(sha256)) return null;
  return { name, bytes, sha256 };
}

/** True when the line says this and nothing more. An ill-formed string (half a surrogate pair) has no canonical form. */
function isCanonical(entry: LogRecord, line: string): boolean {
  try {
    return canonicalText(entry) === line;
  } catch {
    return false;
  }
}
