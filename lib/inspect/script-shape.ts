import { isRecord } from '../reading/inline-data.ts';
import { type Literal, parseLiteral } from '../reading/literal.ts';
import { isKnownWord } from './known-words.ts';
import { maskName } from './mask.ts';

const MAX_SCRIPT_LENGTH = 4_000_000;
const MAX_VALUES = 12;
const MAX_ATTEMPTS = 40;
const MAX_DEPTH = 14;
const MAX_KEYS = 60;
const ASSIGNMENT = /(?:^|[^\w$.])((?:window\.|self\.)?[A-Za-z_$][\w$]{0,60})\s*=(?!=)\s*(?=[{[]|JSON\.parse)/gm;

/** The data that an inline script carries, as names and types, one line each; of code nothing. */
export function scriptShape(source: string, type: string): string[] {
  if (source.length > MAX_SCRIPT_LENGTH) return ['…'];
  if (/json/i.test(type)) return shapeLines('json', parse(source, source.search(/\S/)));
  const lines: string[] = [];
  let attempts = 0;
  let end = 0;
  for (const match of source.matchAll(ASSIGNMENT)) {
    if (attempts === MAX_ATTEMPTS || lines.length >= MAX_VALUES) break;
    if (match.index < end) continue;
    attempts += 1;
    const data = parse(source, match.index + match[0].length);
    if (data === null || typeof data !== 'object') continue;
    end = match.index + match[0].length;
    lines.push(...shapeLines(maskName(match[1] ?? ''), data));
  }
  return lines;
}

function shapeLines(name: string, data: Literal): string[] {
  return data === null ? [] : [`${name} = ${shapeOf(data)}`];
}

function parse(source: string, start: number): Literal {
  try {
    return start < 0 ? null : parseLiteral(source, start);
  } catch {
    return null; // Code, not data.
  }
}

/** `{orderNo: string, items: [{title: string}]}`: no value of the data is in it. */
function shapeOf(value: Literal, depth = 0): string {
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) {
    const shapes = [...new Set(value.slice(0, 20).map((entry) => shapeOf(entry, depth + 1)))];
    return `[${shapes.slice(0, 3).join(' | ')}]`;
  }
  if (!isRecord(value)) return value === null ? 'null' : typeof value;
  const entries = Object.entries(value).map(([key, entry]) => `${maskKey(key)}: ${shapeOf(entry, depth + 1)}`);
  const unique = [...new Set(entries)];
  return `{${unique.slice(0, MAX_KEYS).join(', ')}${unique.length > MAX_KEYS ? ', …' : ''}}`;
}

/** Keys are names of the site's code; a key that is none can be somebody's number or nick. */
function maskKey(key: string): string {
  if (isKnownWord(key)) return key;
  return /^[A-Za-z_$][\w$-]{0,40}$/.test(key) ? maskName(key) : maskName(key.replace(/[a-z]/gi, 'x'));
}
