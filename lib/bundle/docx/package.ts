import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formatIso, type Instant } from '../../shared/time.ts';
import { FONT_ALIASES } from './styles.ts';

/**
 * Packs a Word file again so that the same document gives the same bytes: the library writes the time of day into the
 * properties and into the zip. Also names the fonts' second names, for systems that do not have them in Chinese.
 */
export function fixPackage(docx: Uint8Array, createdAt: Instant): Uint8Array<ArrayBuffer> {
  const files = unzipSync(docx);
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
  const utc = `${new Date(createdAt).toISOString().slice(0, 19)}Z`;
  files['docProps/core.xml'] = strToU8(core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${utc}`));
  files['word/fontTable.xml'] = strToU8(fontTable());
  const names = Object.keys(files).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const entries = names.map((name) => [name, files[name] ?? new Uint8Array()] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 6, mtime: clockTime(createdAt), os: 0 }));
}

/** The content types come first: readers that look at the start of the file know it is a Word file. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}

/** Zip times have no zone and fflate takes the machine's, so this Date shows China's clock on every machine. */
function clockTime(instant: Instant): Date {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    formatIso(instant).slice(0, 19).match(/\d+/gu) ?? []
  ).map(Number);
  return new Date(year, month - 1, day, hour, minute, second);
}

function fontTable(): string {
  const fonts = FONT_ALIASES.map(({ name, alias, charset, family, pitch }) => {
    const content = `<w:altName w:val="${alias}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/>`;
    return `<w:font w:name="${name}">${content}</w:font>`;
  });
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return `${declaration}<w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`;
}
