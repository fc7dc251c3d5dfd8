import type { Hit } from './types.ts';

/** What an address is written with; longer ones are none. A colon or a comma ends it. */
const RUN = /[\p{Script=Han}\dA-Za-z#()·.\v -]{4,160}/gu;
const UNIT = /省|自治区|特别行政区|市|自治州|盟|区|县|旗|镇|乡|街道|(?:北京|上海|天津|重庆)(?!市)/gu;
const PLACE =
  /路|街|大道|巷|胡同|村|小区|社区|花园|家园|公寓|大厦|大楼|广场|产业园|工业园|园区|学校|大学|医院|驿站|菜鸟站/gu;
const NUMBERED = /[\d一二三四五六七八九十百A-Za-z]\s?(?:号楼?|栋|幢|座|单元|楼|层|室|弄|组|户|期|队)/gu;
/** The number of a room, after the last word. */
const TAIL = /[\dA-Za-z-]{0,6}/uy;
/** How many characters the name of a province or city takes at most. */
const LONGEST_NAME = 8;

const LABEL =
  /(?:收货|退货|寄件|收件|联系|详细|送货|寄送|家庭)(?:地址|住址|信息)(?:\s{0,2}:\s{0,2}|\s{1,2}|\n)([^\n]{4,160})/gu;

/** Postal addresses: two levels of places and a street or a number below them, or what follows the label of an address. */
export function findAddresses(text: string): Hit[] {
  const free = Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) => addressIn(run, index));
  return [...free, ...labelled(text, free)];
}

function addressIn(run: string, offset: number): Hit[] {
  const units = Array.from(run.matchAll(UNIT));
  const [first, second] = units;
  if (!first || !second) return [];
  const below = second.index + second[0].length;
  const numbered = lastEnd(run, NUMBERED, below);
  const end = Math.max(numbered, lastEnd(run, PLACE, below));
  if (end <= below) return [];
  const start = nameStart(run, first.index);
  return [{ rule: 'address', start: offset + start, end: offset + end, confidence: numbered > 0 ? 'high' : 'medium' }];
}

function lastEnd(run: string, pattern: RegExp, from: number): number {
  const last = Array.from(run.matchAll(pattern)).findLast(({ index }) => index >= from - 1);
  if (!last) return 0;
  TAIL.lastIndex = last.index + last[0].length;
  TAIL.exec(run);
  return TAIL.lastIndex;
}

/** Where the name before the first unit begins: a blank, a digit or a sign ends it. */
function nameStart(run: string, unit: number): number {
  let start = unit;
  while (start > 0 && unit - start < LONGEST_NAME && /\p{Script=Han}/u.test(run[start - 1] ?? '')) start -= 1;
  return start;
}

/** Pieces of a labelled line that are places, where the line holds no address that is known by its form. */
function labelled(text: string, free: readonly Hit[]): Hit[] {
  return Array.from(text.matchAll(LABEL)).flatMap((match): Hit[] => {
    const line = match[1] ?? '';
    const from = match.index + match[0].length - line.length;
    if (free.some(({ start, end }) => start < from + line.length && end > from)) return [];
    return Array.from(line.matchAll(/[^,;|\v]+/gu)).flatMap(({ 0: piece, index }): Hit[] => {
      const end = Math.max(lastEnd(piece, NUMBERED, 1), lastEnd(piece, PLACE, 1));
      const lead = piece.length - piece.trimStart().length;
      return end > 0
        ? [{ rule: 'address', start: from + index + lead, end: from + index + end, confidence: 'medium' }]
        : [];
    });
  });
}
