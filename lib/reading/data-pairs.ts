import { normalizeSpace } from '../shared/text.ts';
import { at, isRecord, textAt } from './inline-data.ts';
import type { Literal } from './literal.ts';

/** A label with its value as the data of a page carries it. */
export interface DataPair {
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
  const label = firstText(data, LABEL_PATHS);
  const value = label ? pairValue(data) : null;
  const own = label && value ? [{ label: label.replace(/[（(][^）)]*[）)]|[:：\s]/gu, ''), value }] : [];
  return [...own, ...Object.values(data).flatMap((entry) => dataPairs(entry, depth + 1))];
}

function firstText(data: Literal, paths: readonly (readonly string[])[]): string | null {
  for (const path of paths) {
    const text = textAt(data, ...path);
    if (text) return text;
  }
  return null;
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

/** Data texts may hold markup (`<h3>订单状态: …</h3>`); it is cut away, never interpreted. */
export function stripMarkup(text: string): string {
  return text.includes('<') ? normalizeSpace(text.replace(/<[^<>]*>/gu, ' ')) : text.trim();
}
