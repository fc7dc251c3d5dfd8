import { normalizeSpace, plainText, withoutSpace } from '../shared/text.ts';
import { at, isRecord, textAt } from './inline-data.ts';
import type { Literal } from './literal.ts';

/** A label with its value as the data of a page carries it. */
export interface DataPair {
  /** Without spaces, remark and colon. */
  label: string;
  value: string;
}

const LABEL_PATHS = [['name'], ['key'], ['title'], ['label'], ['titleLink', 'text']] as const;
const VALUE_PATHS = [['value'], ['text'], ['valueOptions'], ['content'], ['money', 'text']] as const;
const MAX_DEPTH = 60;

/**
 * Walks the data of a page and lists everything that looks like a label with a value, in order: `{name: "实付款", value:
 * "￥153.00"}`, `{title: "退款编号", valueOptions: [{text: "9…"}]}`, `{key: "订单编号", content: [{text: "9…"}]}`. Shapes
 * differ between generations of the page, the words do not.
 */
export function dataPairs(data: Literal, depth = 0): DataPair[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(data)) return data.flatMap((entry) => dataPairs(entry, depth + 1));
  if (!isRecord(data)) return [];
  const labels = LABEL_PATHS.flatMap((path) => textAt(data, ...path) ?? []);
  const value = labels.length > 0 ? pairValue(data) : null;
  const own = value ? labels.map((label) => ({ label: labelWord(label), value })) : [];
  return [...own, ...Object.values(data).flatMap((entry) => dataPairs(entry, depth + 1))];
}

function labelWord(label: string): string {
  return withoutSpace(plainText(label)).replace(/\([^)]*\)|:/gu, '');
}

function pairValue(data: Literal): string | null {
  for (const path of VALUE_PATHS) {
    const text = flatText(at(data, ...path));
    if (text) return text;
  }
  return null;
}

/** A text, or the texts of a list of `{text}` and `{value}` records, without markup. */
function flatText(value: Literal): string | null {
  if (Array.isArray(value)) return value.map(flatText).filter(Boolean).join(' ') || null;
  if (isRecord(value)) return isFold(value) ? null : flatText(at(value, 'text') ?? at(value, 'value'));
  const text = textAt(value);
  return text === null ? null : stripMarkup(text) || null;
}

/** “更多” folds out further pairs; the word is no part of the value. */
function isFold(value: Literal): boolean {
  return textAt(value, 'type') === 'more';
}

const TAG = /<\/?[a-z][^<>]*>/giu;
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', yen: '¥' };

/** Data texts may be markup (`<h3>订单状态: …</h3>`); tags are cut away, never interpreted. `尺寸<30` is no markup. */
export function stripMarkup(text: string): string {
  const words = text.replace(TAG, ' ');
  if (words === text) return text.trim();
  return normalizeSpace(words.replace(/&(\w{2,4});/gu, (entity, name: string) => ENTITIES[name] ?? entity));
}
