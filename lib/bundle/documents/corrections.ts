import { formatPageTime } from '../../shared/time.ts';
import type { BundleCorrection, BundleData } from '../types.ts';
import { type Block, known, text } from './model.ts';

/** Why a corrected fact differs from the evidence it is cited with. */
export const CORRECTION_NOTE =
  '下列内容由投诉人更正或者补充，本套文书按更正后的内容写；证据材料保持页面原样，未作改动。请以平台记录核对。';

/** What the complainant has corrected: the page's word and theirs, side by side; nothing when all is as the pages say. */
export function correctionBlocks({ corrections = [] }: Pick<BundleData, 'corrections'>): Block[] {
  if (corrections.length === 0) return [];
  return [
    { kind: 'paragraph', style: 'body', content: [text(CORRECTION_NOTE)], keepWithNext: true },
    {
      kind: 'table',
      columns: [
        { title: '项目', share: 18 },
        { title: '页面所示', share: 31 },
        { title: '投诉人更正为', share: 31 },
        { title: '更正时间', share: 20 },
      ],
      rows: corrections.map(({ label, page, corrected, at }) => ({
        kind: 'cells',
        cells: [[text(label)], [text(page ?? '（页面未显示）')], [known(corrected)], [text(formatPageTime(at))]],
      })),
    },
  ];
}

/** The same as lines of plain text. */
export function correctionLines(corrections: readonly BundleCorrection[]): string[] {
  return corrections.map(
    ({ label, page, corrected, at }) =>
      `${label}：页面所示“${page ?? '（页面未显示）'}”，投诉人更正为“${corrected}”（${formatPageTime(at)}）`,
  );
}
