import { formatUnpadded } from './china-time.ts';
import type { ChangeWords, HistoryEntry, Refund, RefundState } from './refund-types.ts';
import { price } from './story/money.ts';
import { findOrder } from './story/story.ts';
import type { RefundRequest, Story } from './story/types.ts';

export const TYPE_WORDS = { refundOnly: '仅退款', returnRefund: '退货退款' } as const;

function applicationText(story: Story, request: RefundRequest, verb: string, at: number): string {
  return [
    `买家(${story.buyer.nick})于${formatUnpadded(at)}${verb}了退款申请`,
    `退款类型: ${TYPE_WORDS[request.type]}`,
    `退款金额: ${price(request.cents)}`,
    `退款原因: ${request.reason}`,
    `退款描述: ${request.description}`,
    '',
  ].join('\n');
}

function sellerNick(story: Story, { orderNo }: RefundRequest): string {
  return findOrder(story, orderNo)?.shop.nick ?? story.shop.nick;
}

type Writer = (story: Story, refund: Refund, at: number, words: ChangeWords) => HistoryEntry[];

function buyerEntry(story: Story, at: number, text: string, pictures: string[] = []): HistoryEntry {
  return { at, identity: 'buyer', name: story.buyer.nick, text, pictures };
}

function sellerEntry(story: Story, refund: Refund, at: number, text: string, pictures: string[] = []): HistoryEntry {
  return { at, identity: 'user', name: `${sellerNick(story, refund.request)}:小禾`, text, pictures };
}

/** What entering a state writes into the negotiation history. */
export const HISTORY_WRITERS: Record<RefundState, Writer> = {
  waitSeller: (story, { request, history }, at) => [
    buyerEntry(
      story,
      at,
      applicationText(story, request, history.length === 0 ? '创建' : '修改', at),
      history.length === 0 ? request.pictures : [],
    ),
  ],
  refused: (story, refund, at, words) => {
    const { refusal } = refund.request;
    const note = words.note ?? refusal.note;
    const text = `商家拒绝退款\n拒绝说明：${note}\n拒绝原因：${words.reason ?? refusal.reason}`;
    return [sellerEntry(story, refund, at, text, refusal.pictures)];
  },
  agreed: (story, refund, at) => [sellerEntry(story, refund, at, `商家同意${TYPE_WORDS[refund.request.type]}申请`)],
  waitReturn: (story, refund, at) => [
    sellerEntry(
      story,
      refund,
      at,
      '商家确认收货地址：测试卖家， 13800000000， 示例省示例市示例区   示例路2号， 000000。\n说明：无',
    ),
  ],
  waitConfirm: (story, _refund, at) => {
    const { carrier, trackingNo } = story.returnParcel;
    return [buyerEntry(story, at, `买家已退货\n物流公司：${carrier}，物流单号：${trackingNo}，退货说明：无`)];
  },
  success: (story, refund, at) => [
    sellerEntry(story, refund, at, `商家同意退款，退款成功\n退款金额：${price(refund.request.cents)}`),
  ],
  closed: (story, _refund, at) => [buyerEntry(story, at, `买家(${story.buyer.nick})撤销了退款申请`)],
  intervention: (story, _refund, at, words) => [
    buyerEntry(story, at, `买家要求客服介入处理\n说明：${words.note ?? '卖家拒绝处理，已有开袋照片为证。'}`),
    {
      at,
      identity: 'service',
      name: '平台客服',
      text: '平台客服已介入，请买卖双方在3天内提交凭证，逾期将按现有凭证处理。',
      pictures: [],
    },
  ],
};
