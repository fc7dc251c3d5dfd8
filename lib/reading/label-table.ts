import { plainText, withoutSpace } from '../shared/text.ts';
import type { Segment } from './lines.ts';

/**
 * How a value looks. `exact`: a number, amount or time, whose form alone proves it, so that it may be split over elements
 * or follow its label without colon (`订单编号9190…`). `words`: a name or short phrase in one element. `text`: free text of
 * several lines, which may hold colons.
 */
export type ValueForm = 'exact' | 'words' | 'text';

/** One fact that pages show beside a label. */
export interface LabelSpec<Key extends string> {
  fact: Key;
  /** Words of the label without spaces, remark and colon. */
  labels: readonly string[];
  form: ValueForm;
  /** Turns the words of the value into the fact, or null when they are none: this is what keeps wrong values out. */
  read: (text: string) => unknown;
}

/** A label that starts at some segment. */
export interface LabelHit<Key extends string> {
  /** Null for a label that feeds no fact but ends the value of the one before it. */
  spec: LabelSpec<Key> | null;
  /** Value text that stands in the same segment as the label. */
  rest: string;
  /** Index of the first segment behind the label. */
  next: number;
  /** What stands behind it, people wrote; nothing in it is a label. */
  isWritten: boolean;
}

/** What people write behind these may look like any label: `订单备注：快递单号：900…`. */
const WRITTEN_BY_PEOPLE = /留言$|备注$|附言$/u;
/** Without a colon these are tabs and steps. */
const WRITTEN_BEHIND_COLON = /评[价论]$/u;
const HEAD_OF_TWO = 'td:first-child:nth-last-child(2)';
const MAX_SEGMENTS_PER_LABEL = 3;
const MAX_LABELLED_TEXT = 600;
const REMARK = /^\s*\([^()]{0,16}\)/u;
/** Label, perhaps a remark in brackets, colon, value, all in one text. */
const COLON_FORM = /^([^:]{1,24}?)(?:\([^()]{0,16}\))?\s*:\s*(.+)$/su;
const LABEL_FORM = /^[*·•●▪◦※]*(.+?)(?:\([^()]{0,16}\))?:?$/u;

/** The labels of a kind of page, and how to find one at the start of a run of segments. */
export class LabelTable<Key extends string> {
  private readonly specs = new Map<string, LabelSpec<Key> | null>();
  private readonly exact: [label: string, spec: LabelSpec<Key>][];
  private readonly boundary: RegExp;

  /** @param others labels that feed no fact and only end the value of the one before. */
  constructor(specs: readonly LabelSpec<Key>[], others: readonly string[] = []) {
    for (const label of others) this.specs.set(label, null);
    for (const spec of specs) for (const label of spec.labels) this.specs.set(label, spec);
    this.exact = specs
      .filter(({ form }) => form === 'exact')
      .flatMap((spec) => spec.labels.map((label): [string, LabelSpec<Key>] => [label, spec]));
    this.boundary = boundaryOf(
      [...this.specs.keys()],
      this.exact.map(([label]) => label),
    );
  }

  /** What a label feeds; undefined for words that are no label here. */
  specOf(label: string): LabelSpec<Key> | null | undefined {
    return this.specs.get(label);
  }

  /** `物流公司：中通快递，物流单号：900…` holds two pairs in one run of text: one segment for each. */
  split(segment: Segment): Segment[] {
    const { text } = segment;
    const plain = text.length > MAX_LABELLED_TEXT ? '' : plainText(text);
    const first = plain.length === text.length ? this.inside(plain, text, 0) : null;
    if (!first || first.isWritten) return [segment];
    const starts = [0, ...Array.from(plain.matchAll(this.boundary), ({ index }) => index), plain.length];
    return starts.slice(1).map((end, index) => {
      const start = starts[index] ?? 0;
      return { ...segment, text: text.slice(start, end).trim(), spaced: segment.spaced || start > 0 };
    });
  }

  /** The label that starts at segment `index`, if one does. */
  hit(segments: readonly Segment[], index: number): LabelHit<Key> | null {
    const text = segments[index]?.text;
    if (text === undefined || text.length > MAX_LABELLED_TEXT) return null;
    return this.inside(plainText(text), text, index) ?? this.whole(segments, index);
  }

  private inside(plain: string, text: string, index: number): LabelHit<Key> | null {
    const match = COLON_FORM.exec(plain);
    const rest = match?.[2] ?? '';
    const word = labelWord(match?.[1] ?? '');
    const spec = this.specs.get(word);
    const isWritten = WRITTEN_BY_PEOPLE.test(word) || WRITTEN_BEHIND_COLON.test(word);
    if (spec !== undefined) return { spec, rest: text.slice(text.length - rest.length), next: index + 1, isWritten };
    for (const [label, exact] of this.exact) {
      const behind = plain.startsWith(label) ? plain.slice(label.length).replace(REMARK, '').trim() : '';
      if (behind && exact.read(behind) !== null)
        return { spec: exact, rest: behind, next: index + 1, isWritten: false };
    }
    return null;
  }

  /** A label that fills one segment, or is split over up to three (`订单` `编号` `：`). */
  private whole(segments: readonly Segment[], index: number): LabelHit<Key> | null {
    let joined = '';
    for (let count = 1; count <= MAX_SEGMENTS_PER_LABEL; count += 1) {
      const segment = segments[index + count - 1];
      if (!segment || segment.text.length > 30) return null;
      joined += withoutSpace(plainText(segment.text));
      const word = labelWord(joined);
      const spec = this.specs.get(word);
      if (spec === undefined) continue;
      const hasColon = joined.endsWith(':') || /^[:：]/u.test(segments[index + count]?.text ?? '');
      const isClear = hasColon || isLabelElement(segment.element, joined) || this.headsRow(segment.element);
      const isWritten = WRITTEN_BY_PEOPLE.test(word) && !segment.element.closest('button, a');
      return { spec: isClear ? spec : null, rest: '', next: index + count, isWritten };
    }
    return null;
  }

  /** The first of two cells, in a table with another such row: two cells alone may be the headings of columns. */
  private headsRow(element: Element): boolean {
    const head = element.closest(HEAD_OF_TWO);
    const heads = head?.closest('table')?.querySelectorAll(HEAD_OF_TWO) ?? [];
    const isLabel = (cell: Element) => this.specs.has(labelWord(plainText(cell.textContent ?? '')));
    return Array.from(heads).some((other) => other !== head && isLabel(other));
  }
}

function labelWord(text: string): string {
  return LABEL_FORM.exec(withoutSpace(text))?.[1] ?? '';
}

/** Short words such as 店铺 or 原因 stand on tabs and buttons too; without a colon their element must be a label's. */
function isLabelElement(element: Element, label: string): boolean {
  if (label.length > 2 || label === '运费' || label === '邮费') return true;
  return /^(?:DT|TH|LABEL)$/.test(element.tagName) || /label/i.test(element.getAttribute('class') ?? '');
}

/** Where a further pair starts: any label with a colon behind a space or mark, a long one behind any value. */
function boundaryOf(labels: readonly string[], exact: readonly string[]): RegExp {
  const any = (words: readonly string[]) => `(?:${words.join('|') || '(?!)'})`;
  const colon = '(?:\\([^()]{0,16}\\))?\\s*:';
  const long = labels.filter(({ length }) => length > 3);
  return new RegExp(
    `(?<=[\\s,;|/。])(?=${any(labels)}${colon}|${any(exact)}\\s*[\\d¥￥])|(?<=[^\\p{Script=Han}])(?=${any(long)}${colon})`,
    'gu',
  );
}
