import { Content } from '../../../lib/reading/content.ts';
import type { LabelSpec } from '../../../lib/reading/label-table.ts';
import { LabelTable } from '../../../lib/reading/label-table.ts';
import { findLabelled } from '../../../lib/reading/labels.ts';
import { readId, readInstant, readText, readWords } from '../../../lib/reading/values.ts';
import { parseYuan } from '../../../lib/shared/money.ts';
import { openPage } from '../../../scripts/saved-page.ts';

type Key = 'number' | 'paid' | 'paidAt' | 'shop' | 'reason' | 'story' | 'type';

const SPECS: readonly LabelSpec<Key>[] = [
  { fact: 'number', labels: ['订单编号', '订单号'], form: 'exact', read: (text) => readId(text) },
  { fact: 'paid', labels: ['实付款'], form: 'exact', read: parseYuan },
  { fact: 'paidAt', labels: ['付款时间'], form: 'exact', read: readInstant },
  { fact: 'shop', labels: ['店铺', '商家'], form: 'words', read: (text) => readWords(text) },
  { fact: 'reason', labels: ['原因', '退款原因'], form: 'words', read: (text) => readWords(text) },
  { fact: 'type', labels: ['类型'], form: 'words', read: (text) => readWords(text) },
  { fact: 'story', labels: ['退款说明'], form: 'text', read: (text) => readText(text) },
];
const TABLE = new LabelTable(SPECS, ['收货地址', '运费', '备注']);

export function opened(body: string): Document {
  return openPage(`<!doctype html><html><body>${body}</body></html>`, 'https://trade.taobao.com/');
}

/** What the labels of a small table say on a page, in the order of the page. */
export function labelled(body: string): [Key, unknown][] {
  return findLabelled(new Content(opened(body)).lines, TABLE).map(({ fact, value }) => [fact, value]);
}

export function textOf(body: string): string[] {
  return new Content(opened(body)).lines.map(({ text }) => text);
}
