const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** Characters that draw nothing by themselves: controls, zero-width and directional marks, byte-order marks. */
const INVISIBLE = /^(?:[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u3164]|[\uFE00-\uFE0F])+$/u;
/** Scripts whose letters change shape beside each other and must be painted as one word. */
const JOINED =
  /^[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Hebrew}]/u;
/** A painted word longer than this could not be broken over lines. */
const MAX_JOINED = 12;

export const LINE_BREAK = '\n';

/**
 * Splits text into what a reader sees as one character each: a ZWJ family, a flag, a letter with its accents. Line ends
 * become `LINE_BREAK`, tabs become spaces, invisible characters are dropped, broken surrogates become U+FFFD.
 */
export function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  for (const { segment } of SEGMENTER.segment(text.toWellFormed())) {
    const cluster = cleanCluster(segment);
    if (cluster === '') continue;
    const last = clusters.at(-1);
    const joins = last !== undefined && JOINED.test(last) && JOINED.test(cluster) && last.length < MAX_JOINED;
    if (joins) clusters[clusters.length - 1] = last + cluster;
    else clusters.push(cluster);
  }
  return clusters;
}

function cleanCluster(segment: string): string {
  if (/^[\r\n\u0085\u2028\u2029]+$/u.test(segment)) return LINE_BREAK;
  if (segment === '\t') return ' ';
  if (INVISIBLE.test(segment)) return '';
  const composed = segment.normalize('NFC');
  return Array.from(composed).length === 1 ? composed : segment;
}
