import type { CoveredWords, PixelBox, RedactionRule } from '../evidence/covered.ts';
import type { TextBoxes } from '../evidence/types.ts';
import { fold, SOFT_BREAK } from './fold.ts';
import { frameText } from './frame-text.ts';
import type { Known } from './known.ts';
import { bare, type Match, matcherOf } from './match.ts';
import { findByRules, sureness } from './rules/index.ts';
import type { FindConfidence } from './rules/types.ts';

/** A stored file's text, or the words of a picture. */
export interface Sources {
  /** Texts of files; of JSON, each of its texts. */
  texts: readonly string[];
  boxes: TextBoxes | null;
}

/** A box that covers found words, in pixels of a picture. */
export interface FoundBox extends PixelBox {
  picture: string;
}

/** Personal data that was found, with everywhere it stands in the capture. */
export interface Find extends CoveredWords {
  id: string;
  rule: RedactionRule;
  confidence: FindConfidence;
  boxes: FoundBox[];
  /** How often it stands in texts. */
  inTexts: number;
}

/** Everything the rules and what is known find, the surest first; once for each text, however often and in whatever spacing it stands there. */
export function findAll({ texts, boxes }: Sources, { words, keep }: Known): Find[] {
  const frames = (boxes?.frames ?? []).map(({ name, boxes: lines }) => ({ name, ...frameText(lines) }));
  const found = new Map<string, Find>();
  const add = (rule: RedactionRule, text: string, confidence: FindConfidence) => {
    const id = bare(text);
    const known = found.get(id);
    if (known && sureness(known) <= sureness({ confidence })) return;
    found.set(id, { id, rule, text: text.replaceAll(SOFT_BREAK, ''), confidence, boxes: [], inTexts: 0 });
  };
  for (const { rule, text, confidence } of words) add(rule, text, confidence);
  const kept = keep.map(bare);
  for (const text of [...frames.map((frame) => frame.text), ...texts]) {
    const { text: folded, at } = fold(text);
    for (const { rule, start, end, confidence } of findByRules(folded)) {
      const original = text.slice(at[start], (at[end - 1] ?? 0) + 1);
      if (!isKept(bare(original), kept)) add(rule, original, confidence);
    }
  }
  const surestFirst = [...found.values()].toSorted((a, b) => sureness(a) - sureness(b));
  return place(surestFirst, texts, frames, boxes?.devicePixelRatio ?? 1);
}

/** Words the user gave, with everywhere they stand. Null when they are nowhere. */
export function findWords(text: string, { texts, boxes }: Sources): Find | null {
  const frames = (boxes?.frames ?? []).map(({ name, boxes: lines }) => ({ name, ...frameText(lines) }));
  const draft: Find = { id: bare(text), rule: 'word', text: text.trim(), confidence: 'high', boxes: [], inTexts: 0 };
  const [find] = place([draft], texts, frames, boxes?.devicePixelRatio ?? 1);
  return find ?? null;
}

/** Those of the finds that stand somewhere, with where. */
function place(
  finds: Find[],
  texts: readonly string[],
  frames: readonly (ReturnType<typeof frameText> & { name: string })[],
  ratio: number,
): Find[] {
  const byId = new Map(finds.map((find) => [find.id, find]));
  const matchers = matchersOf(finds);
  const eachMatch = (text: string, note: (find: Find | undefined, match: Match) => void) => {
    for (const matchesIn of matchers) for (const match of matchesIn(text)) note(byId.get(bare(match.text)), match);
  };
  for (const text of texts) {
    eachMatch(text, (find) => {
      if (find) find.inTexts += 1;
    });
  }
  for (const { name, text, boxesOf } of frames) {
    eachMatch(text, (find, { start, end }) => {
      find?.boxes.push(...boxesOf(start, end).map((box) => ({ picture: name, ...toPixels(box, ratio) })));
    });
  }
  return finds.filter((find) => find.boxes.length > 0 || find.inTexts > 0);
}

/** Words that are part of others are looked for by themselves: they must be covered there also when the longer ones are left. */
function matchersOf(finds: readonly Find[]): ((text: string) => Match[])[] {
  const isPart = ({ id }: Find) => finds.some((other) => other.id !== id && other.id.includes(id));
  const parts = finds.filter(isPart);
  return [matcherOf(finds.filter((find) => !parts.includes(find))), ...parts.map((find) => matcherOf([find]))];
}

/** Outwards to whole pixels. */
function toPixels({ left, top, width, height }: PixelBox, ratio: number): PixelBox {
  const [x, y] = [Math.max(0, Math.floor(left * ratio)), Math.max(0, Math.floor(top * ratio))];
  return {
    left: x,
    top: y,
    width: Math.ceil((left + width) * ratio) - x,
    height: Math.ceil((top + height) * ratio) - y,
  };
}

/** A piece of a company's address is kept as well; a piece of a number is another number. */
function isKept(id: string, kept: readonly string[]): boolean {
  return kept.some((text) => (/^\d+$/.test(text) ? text === id : text.includes(id)));
}
