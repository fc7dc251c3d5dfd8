import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const ROOT = new URL('../../', import.meta.url);
const SOURCE = new URL('node_modules/@expo-google-fonts/noto-sans-sc/', ROOT);
const CACHE = new URL('node_modules/.cache/dispute-dossier/', ROOT);

/** Part of the cache key: change it when the way of subsetting changes. */
const RECIPE = 1;

/** Latin, punctuation, arrows, box drawing and signs that pages and documents use beside the Chinese character sets. */
const SYMBOL_RANGES: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2100, 0x218b],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2460, 0x24ff],
  [0x2500, 0x266f],
  [0x2700, 0x27bf],
  [0x3000, 0x30ff],
  [0x3200, 0x33ff],
  [0xfe10, 0xfe4f],
  [0xff00, 0xffef],
];

/** Tables for shaping and vertical writing: the documents set one glyph for one character, left to right. */
const UNUSED_TABLES = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'vhea', 'vmtx', 'VORG', 'DSIG', 'STAT'];

export interface BuiltFonts {
  /** Noto Sans SC Regular: all of GBK. */
  regular: Uint8Array;
  /** Noto Sans SC Bold, for headings: all of GB2312. */
  bold: Uint8Array;
  /** Text of the SIL Open Font License, to be shipped beside the fonts. */
  licence: string;
}

/**
 * Makes the two TrueType fonts of the documents from the npm package, or takes them from
 * `node_modules/.cache/dispute-dossier`. TrueType and never WOFF2: the PDF library writes blank glyphs from WOFF2.
 */
export async function buildFonts(): Promise<BuiltFonts> {
  const [regular, bold, licence] = await Promise.all([
    buildFont('400Regular/NotoSansSC_400Regular.ttf', charactersOf(0x81, 0xfe, 0x40)),
    buildFont('700Bold/NotoSansSC_700Bold.ttf', charactersOf(0xa1, 0xf7, 0xa1)),
    readFile(new URL('LICENSE_FONT', SOURCE), 'utf8'),
  ]);
  return { regular, bold, licence };
}

async function buildFont(file: string, characters: string): Promise<Uint8Array> {
  const source = await readFile(new URL(file, SOURCE));
  const key = createHash('sha256').update(`${RECIPE}\n${characters}\n`).update(source).digest('hex').slice(0, 16);
  const cached = new URL(`${key}.ttf`, CACHE);
  try {
    return new Uint8Array(await readFile(cached));
  } catch (error) {
    if (!isMissingFile(error)) throw error;
  }
  const font = await subsetFont(source, characters, {
    targetFormat: 'truetype',
    noHinting: true,
    keepFeatures: [],
    dropTables: UNUSED_TABLES,
  });
  await writeWhole(cached, font);
  return new Uint8Array(font);
}

/** Several test workers may build at the same time, so a reader must never see half a file. */
async function writeWhole(target: URL, bytes: Uint8Array): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const partial = new URL(`${fileURLToPath(target)}.${process.pid}`, ROOT);
  await writeFile(partial, bytes);
  await rename(partial, target);
}

/** The symbols and every character of the double-byte rows `firstRow`–`lastRow` of GBK, trail bytes from `firstCell`. */
function charactersOf(firstRow: number, lastRow: number, firstCell: number): string {
  const decoder = new TextDecoder('gbk');
  const characters = new Set<string>();
  for (const [first, last] of SYMBOL_RANGES) {
    for (let point = first; point <= last; point += 1) characters.add(String.fromCodePoint(point));
  }
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let cell = firstCell; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (Array.from(character).length === 1 && character !== '\uFFFD') characters.add(character);
    }
  }
  return [...characters].join('');
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
