import type { Capture } from '../../evidence/types.ts';
import { canOpenCase, pageKeysOf } from '../match.ts';
import type { Case, Visit } from '../types.ts';

/** What was joined to a case, or is taken out of it: enough to divide the two again. */
export interface CasePart {
  /** Pages by their first key (`page:refundDetail:9…`). */
  pages: string[];
  captureIds: string[];
  entryIds: string[];
  correctionIds: string[];
  /** What it was called when it was joined, for the user to know it again. */
  title: string;
  name: string | null;
  note: string;
}

/** One page of a case with everything it said over time. */
export interface CasePage {
  key: string;
  visits: Visit[];
}

/** The pages of a case, by the number that tells one page of a kind from another; the page seen last comes first. */
export function pagesOfCase(visits: readonly Visit[]): CasePage[] {
  const pages = new Map<string, Visit[]>();
  for (const visit of visits) pages.set(keyOf(visit), [...(pages.get(keyOf(visit)) ?? []), visit]);
  const newest = ({ visits: own }: CasePage) => Math.max(...own.map(({ lastSeenAt }) => lastSeenAt));
  return [...pages].map(([key, own]) => ({ key, visits: own })).sort((a, b) => newest(b) - newest(a));
}

function keyOf({ reading, url }: Visit): string {
  return pageKeysOf(reading)[0] ?? `page:${url}`;
}

/** True when these pages could be a case of their own. */
export function canStandAlone(pages: readonly CasePage[]): boolean {
  const isRow = ({ reading }: Visit) => isList(reading) && pageKeysOf(reading).length > 0;
  return pages.some(({ visits }) => visits.some((visit) => canOpenCase(visit.reading) || isRow(visit)));
}

function isList({ pageKind }: Visit['reading']): boolean {
  return pageKind === 'orderList' || pageKind === 'refundList';
}

/** Captures that show one of the pages: they go with it unless the user says otherwise. */
export function capturesOfPages(captures: readonly Capture[], pages: readonly CasePage[]): string[] {
  const addresses = new Set(pages.flatMap(({ visits }) => visits.map(({ url }) => url)));
  return captures.filter(({ url }) => addresses.has(url)).map(({ id }) => id);
}

/** Everything of a case as a part of the one that it is joined to. */
export function wholeOf(known: Case, visits: readonly Visit[], captures: readonly Capture[]): CasePart {
  return {
    pages: pagesOfCase(visits).map(({ key }) => key),
    captureIds: captures.map(({ id }) => id),
    entryIds: known.entries.map(({ id }) => id),
    correctionIds: Object.values(known.corrections).map(({ id }) => id),
    title: known.name ?? known.facts.items?.[0]?.title ?? known.facts.refundNo ?? known.facts.orderNo ?? '',
    name: known.name,
    note: known.note,
  };
}
