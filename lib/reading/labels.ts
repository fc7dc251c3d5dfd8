import { isControl } from './controls.ts';
import type { LabelHit, LabelSpec, LabelTable, ValueForm } from './label-table.ts';
import { joinSegments, type Line, type Segment } from './lines.ts';
import { valueLines } from './value-place.ts';

/** A value that stands beside a label. */
export interface LabelledValue<Key extends string> {
  fact: Key;
  value: unknown;
  /** Label and value as the page shows them. */
  text: string;
  /** The element that holds the label. */
  element: Element;
}

/** What may be the rest of a number that is split over elements, or makes it another kind of number. */
const GOES_ON = /^[\d.,*•…\-起万元%]/u;
/** A price is printed over at most this many blocks, a date over two. */
const MAX_EXACT_LINES = 4;

/**
 * Finds label → value pairs by the text alone: `订单编号：919…` in one element, label and value in sibling spans, cells,
 * list items or consecutive blocks, labels with spaces inside (`类 型：`) or a remark behind (`实付款（含运费）`).
 * A value never crosses the next label. Every pair on the page is returned, in the order of the page; choosing is up to
 * the caller.
 */
export function findLabelled<Key extends string>(lines: readonly Line[], table: LabelTable<Key>): LabelledValue<Key>[] {
  return new LabelReader(lines, table).read();
}

class LabelReader<Key extends string> {
  private readonly lines: Line[];
  private readonly table: LabelTable<Key>;

  constructor(lines: readonly Line[], table: LabelTable<Key>) {
    this.table = table;
    this.lines = lines.map((line) => ({ ...line, segments: line.segments.flatMap((segment) => table.split(segment)) }));
  }

  read(): LabelledValue<Key>[] {
    return this.lines.flatMap((line, index) => (this.isWritten(index) ? [] : this.pairsOf(line, index)));
  }

  /** The line below a bare 订单备注: what people wrote there may look like a pair. */
  private isWritten(index: number): boolean {
    const above = this.lines[index - 1];
    const hit = above && this.table.hit(above.segments, 0);
    return hit?.isWritten === true && !hit.rest && hit.next === above?.segments.length;
  }

  private pairsOf(line: Line, index: number): LabelledValue<Key>[] {
    const found: LabelledValue<Key>[] = [];
    for (let at = 0; at < line.segments.length; at += 1) {
      const hit = this.table.hit(line.segments, at);
      if (!hit) continue;
      if (hit.isWritten) return found;
      const pair = hit.spec && this.pair(hit, hit.spec, line, index, at);
      if (pair) found.push(pair);
      at = hit.next - 1;
    }
    return found;
  }

  private pair(
    hit: LabelHit<Key>,
    spec: LabelSpec<Key>,
    line: Line,
    index: number,
    at: number,
  ): LabelledValue<Key> | null {
    for (const text of this.valueTexts(hit, spec.form, line, index, at)) {
      const value = spec.read(text);
      if (value === null || value === undefined) continue;
      const label = joinSegments(line.segments.slice(at, hit.next)).slice(0, 40);
      const element = line.segments[at]?.element ?? line.block;
      return { fact: spec.fact, value, text: hit.rest ? label : `${label} ${text}`, element };
    }
    return null;
  }

  /** Texts that may be the value, best first. Only a label that fills its line can have its value elsewhere. */
  private valueTexts(hit: LabelHit<Key>, form: ValueForm, line: Line, index: number, at: number): string[] {
    const behind = this.takeValue(line.segments, hit.next, form);
    const joined = joinSegments(behind).replace(/^[:：]\s*/u, '');
    if (hit.rest) {
      if (!joined || form === 'words') return [hit.rest];
      const all = `${hit.rest}${behind[0]?.spaced ? ' ' : ''}${joined}`;
      return form === 'exact' && !GOES_ON.test(joined) ? [all, hit.rest] : [all];
    }
    if (joined) return [joined];
    const isAlone = at === 0 && line.segments.slice(hit.next).every(({ text }) => isFiller(text));
    return isAlone ? this.elsewhere(index, form) : [];
  }

  private elsewhere(index: number, form: ValueForm): string[] {
    if (form === 'text' && isHeading(this.lines[index])) return []; // It heads a section of help and is no label.
    const lines = valueLines(this.lines, index, {
      isLabel: ({ segments }) => this.endsValue(segments, 0, form),
      isPair: ({ segments }) => this.isPair(segments),
    });
    const end = lines.findIndex((line, at) => at > 0 && (isHeading(line) || isControl(line.text)));
    const texts = (end < 0 ? lines : lines.slice(0, end))
      .map(({ segments }) => joinSegments(this.takeValue(segments, 0, form)))
      .filter(Boolean);
    if (form === 'text') return [texts.join('\n')];
    if (form === 'words' || texts.length > MAX_EXACT_LINES) return texts.slice(0, 1);
    return [...texts.slice(0, 1), texts.join(' '), texts.join('')];
  }

  /** The segments up to the next label; a button behind the value ends it, before the value it is passed over. */
  private takeValue(segments: readonly Segment[], from: number, form: ValueForm): Segment[] {
    const value: Segment[] = [];
    for (let index = from; index < segments.length; index += 1) {
      const segment = segments[index] as Segment;
      if (this.endsValue(segments, index, form)) break;
      if (!isFiller(segment.text)) value.push(segment);
      else if (value.length > 0) break;
    }
    return form === 'words' ? value.slice(0, endOfWords(value)) : value;
  }

  /** True where a further pair starts: a label, or in anything but free text whatever looks like one (`信用：五心`). */
  private endsValue(segments: readonly Segment[], index: number, form: ValueForm): boolean {
    if (this.table.hit(segments, index)) return true;
    return (
      form !== 'text' &&
      /^(?:\p{Script=Han}{2,10}|\p{Script=Han}(?:\s+\p{Script=Han}){1,4})\s*[:：](?!\/\/)/u.test(
        segments[index]?.text ?? '',
      )
    );
  }

  private isPair(segments: readonly Segment[]): boolean {
    const hit = this.table.hit(segments, 0);
    return hit !== null && (hit.rest !== '' || segments.slice(hit.next).some(({ text }) => !isFiller(text)));
  }
}

/**
 * How many segments make up a name: its element with what it encloses, loose text glued to it, and masks. A badge in an
 * element of its own behind the name is no part of it.
 */
function endOfWords(value: readonly Segment[]): number {
  const first = value[0]?.element;
  let end = 1;
  for (const [index, { element, spaced, text }] of value.entries()) {
    const isGlued =
      !spaced && index === end && (element.contains(first ?? null) || isMask(text) || isMask(value[index - 1]?.text));
    if (element === first || isGlued) end = index + 1;
  }
  return end;
}

function isMask(text: string | undefined): boolean {
  return /^[*＊•]+$/u.test(text ?? '');
}

function isHeading(line: Line | undefined): boolean {
  return /^H\d$/.test(line?.block.tagName ?? '');
}

function isFiller(text: string): boolean {
  return isControl(text) || /^[:：]$/u.test(text);
}
