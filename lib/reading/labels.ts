import { withoutSpace } from '../shared/text.ts';
import { joinSegments, type Line, type Segment } from './lines.ts';

/** One fact that pages show beside a label. */
export interface LabelSpec<Key extends string> {
  fact: Key;
  /** Words of the label without spaces and colon; the longest match wins. */
  labels: readonly string[];
  /** Turns the words of the value into the fact, or null when they are none: this is what keeps wrong values out. */
  read: (text: string) => unknown;
  /** May the value stand right behind the label without colon or element between (`订单编号9190…`)? Only for strict forms. */
  strict?: boolean;
}

/** A value that stands beside a label. */
export interface LabelledValue<Key extends string> {
  fact: Key;
  value: unknown;
  /** Label and value as the page shows them. */
  text: string;
  element: Element;
}

/** Buttons that pages print inside a value. */
const BUTTONS = new Set([
  '复制',
  '已复制',
  '查看',
  '查看详情',
  '修改',
  '修改备注',
  '展开',
  '收起',
  '详情',
  '[复制]',
  '?',
  '？',
]);
const MAX_SEGMENTS_PER_LABEL = 3;
/** How far up from the label its value's block may hang: enough for grids and cells, too little for the next card. */
const MAX_CLIMB = 3;

interface LabelHit<Key extends string> {
  spec: LabelSpec<Key>;
  /** Value text that stands in the same segment as the label. */
  rest: string;
  /** Index of the first segment behind the label. */
  next: number;
}

/**
 * Finds label → value pairs by the text alone: `订单编号：919…` in one element, label and value in sibling spans, cells,
 * list items or consecutive blocks, labels with spaces inside (`类 型：`) or a remark behind (`实付款（含运费）`).
 * A value never crosses the next label. Every pair on the page is returned, in the order of the page; choosing is up to
 * the caller.
 */
export function findLabelled<Key extends string>(
  lines: readonly Line[],
  specs: readonly LabelSpec<Key>[],
): LabelledValue<Key>[] {
  const table = new LabelTable(specs);
  const split = lines.map((line) => ({ ...line, segments: line.segments.flatMap((segment) => table.split(segment)) }));
  return split.flatMap((line, index) => labelledInLine(split, line, index, table));
}

function labelledInLine<Key extends string>(
  lines: readonly Line[],
  line: Line,
  index: number,
  table: LabelTable<Key>,
): LabelledValue<Key>[] {
  const found: LabelledValue<Key>[] = [];
  for (let segment = 0; segment < line.segments.length; segment += 1) {
    const hit = table.hit(line.segments, segment);
    if (!hit) continue;
    const text = valueText(lines, line, index, hit, table);
    const value = text ? hit.spec.read(text) : null;
    const element = line.segments[segment]?.element;
    if (value !== null && element) {
      const label = joinSegments(line.segments.slice(segment, hit.next)).slice(0, 40);
      found.push({ fact: hit.spec.fact, value, text: hit.rest ? label : `${label} ${text}`, element });
    }
    segment = Math.max(segment, hit.next - 1);
  }
  return found;
}

/** The words between a label and whatever ends its value. */
function valueText<Key extends string>(
  lines: readonly Line[],
  line: Line,
  index: number,
  hit: LabelHit<Key>,
  table: LabelTable<Key>,
): string {
  const sameLine = takeValue(line.segments, hit.next, table);
  const rest = joinSegments(sameLine);
  const inline = hit.rest && rest ? `${hit.rest}${sameLine[0]?.spaced ? ' ' : ''}${rest}` : hit.rest || rest;
  if (inline) return inline;
  const next = lines[index + 1];
  if (!next || hit.next < line.segments.length || !isNear(line.block, next.block)) return '';
  return nextBlockText(lines, index + 1, table);
}

/** The value's own block, which may hold several lines (a description with line breaks). */
function nextBlockText<Key extends string>(lines: readonly Line[], start: number, table: LabelTable<Key>): string {
  const block = lines[start]?.block;
  const texts: string[] = [];
  for (let index = start; lines[index]?.block === block; index += 1) {
    const segments = lines[index]?.segments ?? [];
    const value = takeValue(segments, 0, table);
    texts.push(joinSegments(value));
    if (value.length < segments.filter(({ text }) => !BUTTONS.has(text)).length) break;
  }
  return texts.filter(Boolean).join('\n');
}

function takeValue<Key extends string>(segments: readonly Segment[], from: number, table: LabelTable<Key>): Segment[] {
  const value: Segment[] = [];
  for (let index = from; index < segments.length; index += 1) {
    const segment = segments[index] as Segment;
    if (table.hit(segments, index) || looksLikeLabel(segment.text)) break;
    if (!BUTTONS.has(segment.text) && !/^[:：]$/u.test(segment.text)) value.push(segment);
  }
  return value;
}

/** `要求：` is a label even if nobody listed it. */
function looksLikeLabel(text: string): boolean {
  return /^[\p{Script=Han}\s]{2,10}[:：]$/u.test(text);
}

/** True when `other` hangs at most `MAX_CLIMB` levels up from `block`, so both belong to one row, list or card. */
function isNear(block: Element, other: Element): boolean {
  let ancestor: Element | null = block;
  for (let level = 0; level <= MAX_CLIMB && ancestor; level += 1) {
    if (ancestor.contains(other)) return ancestor.tagName !== 'BODY' || block.parentElement === ancestor;
    ancestor = ancestor.parentElement;
  }
  return false;
}

/** Short words such as 店铺 or 原因 stand on tabs and buttons too; only a colon makes them a label. */
function isClearLabel(label: string): boolean {
  return label.length > 2 || label === '运费' || label === '邮费';
}

function startsWithColon(segment: Segment | undefined): boolean {
  return segment !== undefined && /^[:：]/u.test(segment.text);
}

const LABEL_FORM = /^(.+?)(?:[（(][^（()）]{0,16}[）)])?[:：]?$/u;
const COLON_FORM = /^([^:：]{1,24}?)(?:[（(][^（()）]{0,16}[）)])?\s*[:：]\s*(.*)$/su;

class LabelTable<Key extends string> {
  private readonly specs = new Map<string, LabelSpec<Key>>();
  private readonly strict: [label: string, spec: LabelSpec<Key>][] = [];
  private readonly boundary: RegExp;

  constructor(specs: readonly LabelSpec<Key>[]) {
    for (const spec of specs) {
      for (const label of spec.labels) {
        this.specs.set(label, spec);
        if (spec.strict) this.strict.push([label, spec]);
      }
    }
    this.strict.sort(([a], [b]) => b.length - a.length);
    this.boundary = new RegExp(`(?<=[\\s，,;；|/。])(?=(?:${[...this.specs.keys()].join('|')})\\s*[:：])`, 'u');
  }

  /** `物流公司：中通快递，物流单号：900…` holds two pairs in one run of text: one segment for each. */
  split(segment: Segment): Segment[] {
    if (segment.text.length > 400 || !/[:：].*[:：]/u.test(segment.text)) return [segment];
    return segment.text
      .split(this.boundary)
      .map((text, index) => ({ ...segment, text: text.trim(), spaced: segment.spaced || index > 0 }));
  }

  /** The label that starts at segment `index`, if one does. */
  hit(segments: readonly Segment[], index: number): LabelHit<Key> | null {
    const first = segments[index]?.text;
    if (first === undefined || first.length > 400) return null;
    return this.inside(first, index) ?? this.whole(segments, index);
  }

  private inside(text: string, index: number): LabelHit<Key> | null {
    const match = COLON_FORM.exec(text);
    const named = match?.[2] ? this.specs.get(withoutSpace(match[1] ?? '')) : undefined;
    if (named) return { spec: named, rest: match?.[2] ?? '', next: index + 1 };
    for (const [label, spec] of this.strict) {
      const rest = text.startsWith(label) ? text.slice(label.length).trim() : '';
      if (rest && spec.read(rest) !== null) return { spec, rest, next: index + 1 };
    }
    return null;
  }

  /** A label that fills one segment, or is split over up to three (`订单` `编号` `：`). */
  private whole(segments: readonly Segment[], index: number): LabelHit<Key> | null {
    let joined = '';
    for (let count = 1; count <= MAX_SEGMENTS_PER_LABEL; count += 1) {
      const segment = segments[index + count - 1];
      if (!segment || segment.text.length > 30) return null;
      joined += withoutSpace(segment.text);
      const label = [LABEL_FORM.exec(joined)?.[1], joined.replace(/[:：]$/u, '')].find((word) =>
        this.specs.has(word ?? ''),
      );
      const spec = this.specs.get(label ?? '');
      if (spec && label && (isClearLabel(label) || /[:：]/u.test(joined) || startsWithColon(segments[index + count]))) {
        return { spec, rest: '', next: index + count };
      }
    }
    return null;
  }
}
