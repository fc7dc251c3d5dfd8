import type { CoveredWords, RedactionRule } from '../evidence/covered.ts';
import { fold } from './fold.ts';

/** A place of covered words in a text, in its own characters. */
export interface Match {
  rule: RedactionRule;
  /** The words that stand there, as they are in the list of words. */
  text: string;
  start: number;
  end: number;
}

/** Blanks, breaks and hyphens do not count: the same number or address is written with and without them. */
const IGNORED = /[\s-]/gu;

/** The words as they are compared: folded, without blanks and hyphens, in small letters. */
export function bare(text: string): string {
  return fold(text).text.replace(IGNORED, '').toLowerCase();
}

/** Finds words wherever they stand, longer ones first, however they are broken or spaced. */
export function matcherOf(words: readonly CoveredWords[]): (text: string) => Match[] {
  const byBare = new Map(words.map((word) => [bare(word.text), word]));
  byBare.delete('');
  if (byBare.size === 0) return () => [];
  const longestFirst = [...byBare.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
  return (text) => {
    const { text: folded, at } = fold(text);
    return Array.from(folded.matchAll(pattern)).flatMap(({ 0: found, index }): Match[] => {
      const word = byBare.get(bare(found));
      if (!word || isPieceOfNumber(folded, index, found)) return [];
      return [
        { rule: word.rule, text: word.text, start: at[index] ?? 0, end: (at[index + found.length - 1] ?? 0) + 1 },
      ];
    });
  };
}

function patternOf(word: string): string {
  return Array.from(word, (char) => char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')).join('[\\s-]{0,3}');
}

/** Eleven digits of an order number are no telephone. */
function isPieceOfNumber(text: string, start: number, found: string): boolean {
  const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';
  const end = start + found.length;
  return (isDigit(found[0]) && isDigit(text[start - 1])) || (isDigit(found.at(-1)) && isDigit(text[end]));
}
