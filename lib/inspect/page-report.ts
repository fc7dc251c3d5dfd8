import type { Reading } from '../marketplaces/types.ts';
import { maskUrl } from './mask.ts';
import { treeLines } from './tree.ts';

const FORMAT = 'page-structure/1';
/** An issue takes it, and a person can look through it. */
const MAX_LENGTH = 400_000;

/** What goes with the structure: which extension looked, and what its reader made of the page. */
export interface ReportContext {
  version: string;
  /** Of its facts only the names are told; null where nothing of ours reads the page. */
  reading: Reading | null;
}

/**
 * The structure of a page that is not understood, for whoever teaches the reader: names of elements, known words, shapes of
 * everything else. Nothing of what people wrote, no number, no value of an address or of the page's data is in it.
 */
export function pageReport(document: Document, url: string, { version, reading }: ReportContext): string {
  const head = [
    FORMAT,
    `extension: ${version}`,
    `address: ${maskUrl(url, url)}`,
    `adapter: ${reading?.adapter ?? '-'}`,
    `page: ${[reading?.marketplace, reading?.pageKind, reading?.role].map((part) => part ?? '-').join(' ')}`,
    `read: ${names(Object.keys(reading?.facts ?? {}))}`,
    `missing: ${names(reading?.missing ?? [])}`,
    `contradictions: ${names([...new Set(reading?.disagreements.map(({ fact }) => fact))])}`,
    '',
  ];
  const text = [...head, ...treeLines(document, url)].join('\n');
  return `${text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}\n…` : text}\n`;
}

function names(keys: readonly string[]): string {
  return keys.join(' ') || '-';
}
