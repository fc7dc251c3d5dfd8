import { joinTexts, type Text, text } from '../text.ts';
import type { Basis } from '../types.ts';
import { SOURCES, type Source } from './sources.ts';
import type { Confidence, SourceRef } from './types.ts';

const UNCERTAIN: readonly Confidence[] = ['R', 'S', 'I'];

/** `rule` when every part was read in a source (V, X, V2), `estimate` as soon as one part is recalled, from an article or inferred. */
export function basisOf(confidence: readonly Confidence[]): Exclude<Basis, 'page'> {
  return confidence.some((code) => UNCERTAIN.includes(code)) ? 'estimate' : 'rule';
}

/** `《淘宝网发货管理规范》第4条（摘录）`, with how far it can be trusted said in words. */
export function describeSources(sources: readonly SourceRef[], confidence: readonly Confidence[]): Text {
  if (sources.length === 0) return text('估算：没有读到公布的依据', 'estimate: no published basis was read');
  const list = joinTexts(sources.map(describeSource), text('；', '; '));
  if (basisOf(confidence) === 'estimate') return text(`估算，参考：${list.zh}`, `estimate after: ${list.en}`);
  if (confidence.includes('V2')) return text(`参考：${list.zh}`, `reference: ${list.en}`);
  if (confidence.includes('X')) return text(`${list.zh}（摘录）`, `${list.en} (excerpt)`);
  return list;
}

function describeSource({ key, title, article = '' }: SourceRef): Text {
  const source: Source = SOURCES[key];
  const work = title ?? source.title;
  return text(`${work.zh}${article}`, article ? `${work.en}, ${articleInEnglish(article)}` : work.en);
}

/** `第82条、第83条第1项` → `art. 82, 83(1)`; `第16条第5、6项` → `art. 16(5, 6)`. */
export function articleInEnglish(article: string): string {
  const numbers = article.replace(/第([\d–、]+)条/gu, '$1').replace(/第([\d、]+)[款项]/gu, '($1)');
  return `art. ${numbers.replace(/、/gu, ', ')}`;
}

/** The works and articles without a word on how sure they are; null when there are none. */
export function describeWorks(sources: readonly SourceRef[]): Text | null {
  return sources.length === 0 ? null : joinTexts(sources.map(describeSource), text('；', '; '));
}
