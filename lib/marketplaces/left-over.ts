import type { DetectedPage } from './adapter.ts';
import type { Reading } from './types.ts';

/** A page as it was read at an address. */
export interface PageAt {
  address: string;
  /** What the address names. */
  page: DetectedPage | null;
  reading: Reading;
}

/**
 * True when a single-page site has changed the address to another order or refund and still shows the one before. A refund's
 * address may name only a sub-order, which the content does not repeat; so what was read last is the only way to tell.
 */
export function isLeftOver(before: PageAt, now: PageAt): boolean {
  if (!namesAnother(before.page, now.page)) return false;
  const [last, current] = [before.reading.facts.refundNo, now.reading.facts.refundNo];
  return last !== undefined && current !== undefined ? last === current : contentOf(before) === contentOf(now);
}

/** The reading with nothing that the page shows: the next one will say more. */
export function withoutContent(reading: Reading): Reading {
  const { facts, missing } = reading;
  const gone = Object.keys(facts) as (keyof typeof facts)[];
  const expected = [...new Set([...missing, ...gone])];
  return { ...reading, facts: {}, missing: expected, source: {}, text: {}, disagreements: [], events: [] };
}

function namesAnother(before: DetectedPage | null, now: DetectedPage | null): boolean {
  if (!before || !now || before.pageKind !== now.pageKind) return false;
  return Object.entries(before.ids).some(([kind, id]) => {
    const other = now.ids[kind as keyof typeof now.ids];
    return other !== undefined && other !== id;
  });
}

/** What was read from the content, apart from a running clock; empty content is nobody's. */
function contentOf({ address, reading: { facts, source } }: PageAt): string {
  const read = Object.entries(facts).filter(
    ([fact]) => fact !== 'countdown' && source[fact as keyof typeof source] !== 'url',
  );
  return read.length > 0 ? JSON.stringify(read) : address;
}
