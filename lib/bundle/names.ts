import { normalizeSpace } from '../shared/text.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { isGbk } from './gbk.ts';

/** Longest name of one file or folder, and longest path from the root of the zip, in UTF-16 units as Windows counts them. */
export const MAX_NAME = 40;
const MAX_PATH = 120;

/** What Windows forbids, and the full-width twins that look the same and are allowed. */
const FORBIDDEN = '\\/:*?"<>|';
const TWINS = '＼／：＊？＂＜＞｜';
const RESERVED = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9]|LPT[0-9])\s*(?=\.|$)/i;
const SUBSTITUTE = '_';
const UNNAMED = '未命名';

/**
 * A file or folder name that every Windows since 7, macOS and Linux accepts and that survives a zip tool without Unicode
 * (evidence.md 5.2). `extension` (with its dot) is kept whole; `stem` is cut to make room. Never empty.
 */
export function safeName(stem: string, extension = '', limit = MAX_NAME): string {
  const room = limit - extension.length;
  const name = trimEnds(trimEnds(replaceCharacters(stem)).slice(0, room)) || UNNAMED;
  return RESERVED.test(name) ? `${SUBSTITUTE}${name.slice(0, room - 1)}${extension}` : `${name}${extension}`;
}

/** `name`, or `name_2`, `name_3` … so that no two are equal where case does not count. Adds the result to `taken`. */
export function uniqueName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
    const suffix = `${SUBSTITUTE}${count}${extension}`;
    candidate = `${trimEnds(stem.slice(0, MAX_NAME - suffix.length))}${suffix}`;
  }
  taken.add(candidate.toLowerCase());
  return candidate;
}

/** The top folder, and without `.zip` the file name: `12315证据包_店铺_0017_20261122-1215`. */
export function topFolderName(shop: string, orderNo: string, createdAt: Instant): string {
  const [date, time] = stamp(createdAt);
  const middle = [safeName(shop || UNNAMED, '', 12), safeName(orderNo.slice(-4), '', 4)];
  return ['12315证据包', ...(orderNo ? middle : middle.slice(0, 1)), `${date}-${time}`].join('_');
}

/** The folder of one piece of evidence: `E01_商品页_1121-2031`. */
export function evidenceFolderName(no: string, name: string, capturedAt: Instant): string {
  const [date, time] = stamp(capturedAt);
  const tail = `_${date.slice(4)}-${time}`;
  return `${no}_${safeName(name, '', MAX_NAME - no.length - 1 - tail.length)}${tail}`;
}

/** True when a relative path keeps all rules of this file; `room` is what the top folder in front of it takes. */
export function isSafePath(path: string, room = 0): boolean {
  return path.length + room <= MAX_PATH && path.split('/').every(isSafeName);
}

function isSafeName(name: string): boolean {
  return name !== '' && name.length <= MAX_NAME && name === trimEnds(replaceCharacters(name)) && !RESERVED.test(name);
}

function replaceCharacters(text: string): string {
  const characters = Array.from(normalizeSpace(text.normalize('NFC')), (character) => {
    const twin = TWINS[FORBIDDEN.indexOf(character)];
    if (twin !== undefined) return twin;
    return isControl(character) || !isGbk(character) ? '\0' : character;
  });
  return characters.join('').replace(/\0+/g, SUBSTITUTE);
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 0x20 || code === 0x7f;
}

/** Explorer drops spaces and dots at the end; at the start they hide files or confuse. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '');
}

/** Asia/Shanghai wall time as `['20261122', '1215']`. */
function stamp(instant: Instant): [string, string] {
  const iso = formatIso(instant);
  return [iso.slice(0, 10).replace(/-/g, ''), iso.slice(11, 16).replace(':', '')];
}
