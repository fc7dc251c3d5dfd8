import { findAddresses } from './address.ts';
import { findCards, findIdNumbers, findPhones } from './digits.ts';
import { FIND_CONFIDENCES, type FindRule, type Hit } from './types.ts';
import { findAccounts, findNames } from './words.ts';

/** In the order in which they win where two of them are equally long. */
const RULES: readonly FindRule[] = [findIdNumbers, findPhones, findCards, findAccounts, findAddresses, findNames];

/** Everything the rules find in folded text, in order, without overlaps: the longer find keeps its place. */
export function findByRules(text: string): Hit[] {
  const found = RULES.flatMap((rule) => rule(text));
  const byLength = found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || sureness(a) - sureness(b));
  const kept: Hit[] = [];
  for (const hit of byLength) {
    if (kept.every(({ start, end }) => hit.end <= start || hit.start >= end)) kept.push(hit);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** 0 for the surest. */
export function sureness({ confidence }: Pick<Hit, 'confidence'>): number {
  return FIND_CONFIDENCES.indexOf(confidence);
}
