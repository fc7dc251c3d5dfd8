import { type Text, text } from './text.ts';
import type { EventType } from './types.ts';

/** What an event is called in a sentence to the user. */
export const EVENT_WORDS: Record<EventType, Text> = {
  'order.created': text('下单', 'order placed'),
  'order.paid': text('付款', 'payment'),
  'order.shipped': text('发货', 'shipping'),
  'order.signed': text('包裹签收', 'parcel signed for'),
  'order.completed': text('交易成功', 'trade succeeded'),
  'refund.applied': text('申请售后', 'after-sales request'),
  'refund.modified': text('修改申请', 'request changed'),
  'refund.refused': text('卖家拒绝', 'refusal by the seller'),
  'refund.agreed': text('卖家同意', 'consent of the seller'),
  'return.shipped': text('退货寄出', 'return sent'),
  'return.signed': text('退货签收', 'return signed for'),
  'exchange.reshipped': text('卖家重新寄出', 'goods sent again by the seller'),
  'intervention.requested': text('申请平台介入', 'platform asked to step in'),
  'intervention.evidenceOpened': text('平台开始举证', 'evidence period opened'),
  'intervention.evidenceSubmitted': text('提交凭证', 'proof handed in'),
  'intervention.decided': text('平台处理结果', 'decision of the platform'),
  'appeal.filed': text('申诉', 'appeal'),
  'appeal.decided': text('申诉结果', 'decision on the appeal'),
  'complaint.filed': text('在平台投诉', 'complaint on the platform'),
  '12315.filed': text('向12315投诉', 'complaint to 12315'),
  '12315.accepted': text('12315受理', 'acceptance by 12315'),
  '12315.refused': text('12315不予受理或转办', 'refusal or transfer by 12315'),
  '12315.ended': text('12315办结', 'end at 12315'),
  'report.filed': text('举报', 'report'),
  'court.filed': text('起诉', 'lawsuit'),
  'court.judged': text('判决或裁定', 'judgment or ruling'),
  settled: text('和解', 'settlement'),
  withdrawn: text('撤回', 'withdrawal'),
};
