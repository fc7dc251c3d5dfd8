import { joinSegments, readLines } from '../reading/lines.ts';
import { truncate } from '../shared/text.ts';
import type { PickedElement } from './page-tools.ts';

const MAX_LINES = 40;
const MAX_LENGTH = 2000;
/** A click on a label means what stands beside it. */
const LABEL_LENGTH = 14;
const ROW_LENGTH = 200;

/**
 * The words of an element as they are read on every page, and what of them may be the value: a line by itself, all lines (a
 * price is printed over several), what stands behind a colon, each run of text.
 */
export function pickedText(element: Element): Omit<PickedElement, 'url'> {
  const lines = readLines(element).slice(0, MAX_LINES);
  const words = lines.map(({ text }) => text);
  const whole = words.join('\n');
  const behind = words.flatMap((text) => /^[^:：]{1,24}[:：]\s*(.+)$/su.exec(text)?.[1] ?? []);
  const runs = lines.flatMap(({ segments }) => segments.map((segment) => joinSegments([segment])));
  const own = [...words.slice(0, 1), whole, words.join(' '), words.join(''), ...words.slice(1), ...behind, ...runs];
  const row = whole.length <= LABEL_LENGTH ? rowOf(element) : [];
  const texts = [...own, ...row];
  const bounded = [...new Set(texts.filter(Boolean))].map((text) => truncate(text, MAX_LENGTH));
  return { text: truncate(/[:：]$/u.test(whole) ? row.join(' ') : whole, MAX_LENGTH), texts: bounded };
}

/** The words of the row that an element stands in; none of a box that holds more than a label and its value. */
function rowOf({ parentElement }: Element): string[] {
  const words = parentElement ? readLines(parentElement).map(({ text }) => text) : [];
  return words.join('').length <= ROW_LENGTH ? words : [];
}
