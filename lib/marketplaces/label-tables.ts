import type { LabelTable } from '../reading/label-table.ts';
import * as alibaba1688 from './alibaba1688/labels.ts';
import * as taobao from './taobao/labels.ts';
import type { FactKey } from './types.ts';

/** The words that the pages of every site are read by. */
export const LABEL_TABLES: readonly LabelTable<FactKey>[] = [
  taobao.ORDER_LABELS,
  taobao.REFUND_LABELS,
  alibaba1688.ORDER_LABELS,
  alibaba1688.REFUND_LABELS,
];
