import { text } from '../text.ts';
import type { RuleRow } from './types.ts';

/** The one row of rules 2.2 that is counted down; apart so that the panel need not load the others. */
export const SEVEN_DAY_NOTICE: RuleRow = {
  id: 'LW.7d.notice',
  owners: ['buyer'],
  trigger: text('签收商品（次日起算）', 'signing of the parcel (counted from the next day)'),
  action: text('发出七天无理由退货通知', 'send the notice of a seven-day return'),
  duration: { amount: 7, unit: 'd' },
  onTimeout: text('不能再无理由退货', 'no more return without a reason'),
  note: text(
    '定作、鲜活易腐、已拆封的数字化商品、报刊除外；其他商品须在购买时逐次确认',
    'except made-to-order, perishables, opened digital media, newspapers; others only with confirmation at purchase',
  ),
  sources: [
    { key: 'L3', article: '第25条' },
    { key: 'L7', article: '第6、7、10条' },
    { key: 'L4', article: '第19条' },
  ],
  confidence: ['V'],
};
