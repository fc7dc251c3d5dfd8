import type { EvidenceItem, EvidenceRef } from '../types.ts';
import { blank, type Inline } from './model.ts';

/** Where an evidence item is in the evidence book; pages are counted from the cover as 1. */
export interface ItemPages {
  first: number;
  last: number;
  /** Page of each line of the chat transcript; empty when there is none. */
  messages: number[];
}

/** Page numbers of the evidence book that the documents refer to. */
export interface BookPages {
  total: number;
  complaint: number;
  catalogue: number;
  timeline: number;
  items: Map<string, ItemPages>;
}

export const ANCHORS = {
  cover: 'cover',
  contents: 'contents',
  complaint: 'complaint',
  catalogue: 'catalogue',
  timeline: 'timeline',
} as const;

export function messageAnchor(no: string, index: number): string {
  return `${no}.m${index}`;
}

/** Pages before the layout is known; the first round of the layout starts from here. */
export function firstGuess(items: EvidenceItem[]): BookPages {
  const guess = { first: 10, last: 10, messages: [] };
  return {
    total: 10,
    complaint: 3,
    catalogue: 5,
    timeline: 7,
    items: new Map(items.map((item) => [item.no, guess])),
  };
}

/** `5` or `5—9`. */
export function pageRange(pages: ItemPages): string {
  return pages.first === pages.last ? String(pages.first) : `${pages.first}—${pages.last}`;
}

/**
 * Evidence references as printed behind a sentence: 〔E02 第5页；E03 第9—12页〕, pages of one item together. A reference
 * to an item that is not in the bundle becomes a visible blank, because a number that leads nowhere would be worse.
 */
export function references(refs: EvidenceRef[], pages: BookPages): Inline[] {
  if (refs.length === 0) return [blank('证据')];
  const numbers = [...new Set(refs.map(({ no }) => no))];
  return numbers.flatMap((no, index): Inline[] => {
    const open = index === 0 ? '〔' : '';
    const close = index === numbers.length - 1 ? '〕' : '；';
    const item = pages.items.get(no);
    if (!item) return [{ kind: 'text', text: open }, blank(no), { kind: 'text', text: close }];
    const same = refs.filter((ref) => ref.no === no);
    return [
      { kind: 'reference', text: `${open}${no} 第${pageWords(same, item)}页${close}`, target: target(same, item) },
    ];
  });
}

function pageWords(refs: EvidenceRef[], item: ItemPages): string {
  const single = refs.map((ref) => singlePage(ref, item));
  if (single.includes(null)) return pageRange(item);
  return [...new Set(single)].sort((one, other) => Number(one) - Number(other)).join('、');
}

function singlePage(ref: EvidenceRef, item: ItemPages): number | null {
  if (ref.message !== undefined) return item.messages[ref.message] ?? null;
  if (ref.page !== undefined) return Math.min(item.last, item.first + Math.max(1, ref.page) - 1);
  return null;
}

function target([first]: EvidenceRef[], item: ItemPages): string {
  const message = first?.message;
  const hasLine = message !== undefined && item.messages[message] !== undefined;
  return hasLine ? messageAnchor(first?.no ?? '', message) : (first?.no ?? '');
}
