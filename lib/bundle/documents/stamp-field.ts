import { formatPageTime } from '../../shared/time.ts';
import type { EvidenceItem } from '../types.ts';
import { type Fields, text } from './model.ts';

/** The row that says since when a time stamp covers an evidence item; none without one. */
export function stampField({ stampedAt }: Pick<EvidenceItem, 'stampedAt'>): Fields['rows'] {
  if (stampedAt === undefined) return [];
  return [{ label: '时间戳', value: [text(`${formatPageTime(stampedAt)}（最早的时间戳所载，北京时间）`)] }];
}
