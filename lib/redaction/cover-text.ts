import { type CoveredWords, REDACTION_RULE_WORDS, type RedactionRule } from '../evidence/covered.ts';
import { matcherOf } from './match.ts';

/** A text with words covered, and how often by which rule. */
export interface CoveredText {
  text: string;
  counts: Partial<Record<RedactionRule, number>>;
}

/** Covers texts one after the other and counts what was covered. */
export interface TextCoverer {
  cover: (text: string) => string;
  counts: Partial<Record<RedactionRule, number>>;
}

/** A coverer for these words; each place becomes `■手机号码■`, whatever its length was. */
export function textCoverer(words: readonly CoveredWords[]): TextCoverer {
  const matchesIn = matcherOf(words);
  const counts: TextCoverer['counts'] = {};
  const cover = (text: string) => {
    let result = '';
    let done = 0;
    for (const { rule, start, end } of matchesIn(text)) {
      result += `${text.slice(done, start)}■${REDACTION_RULE_WORDS[rule]}■`;
      counts[rule] = (counts[rule] ?? 0) + 1;
      done = end;
    }
    return result + text.slice(done);
  };
  return { cover, counts };
}

/** Every text in a piece of JSON covered, with everything else as it was. */
export function coverValue<Value>(value: Value, cover: (text: string) => string): Value {
  if (typeof value === 'string') return cover(value) as Value;
  if (Array.isArray(value)) return value.map((entry) => coverValue(entry, cover)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, coverValue(entry, cover)])) as Value;
}

/**
 * The text of a stored file with words covered. JSON is covered value by value, so that it stays JSON.
 * @returns null for JSON that cannot be read: what cannot be covered must not be handed out.
 */
export function coverFile(text: string, mediaType: string, words: readonly CoveredWords[]): CoveredText | null {
  const { cover, counts } = textCoverer(words);
  if (!mediaType.startsWith('application/json')) return { text: cover(text), counts };
  try {
    return { text: `${JSON.stringify(coverValue(JSON.parse(text), cover), null, 2)}\n`, counts };
  } catch {
    return null;
  }
}
