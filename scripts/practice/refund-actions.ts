import { TYPE_WORDS } from './refund-history.ts';
import type { ChangeWords, Refund, RefundState } from './refund-types.ts';
import type { RefundBook } from './refunds.ts';

export type Viewer = 'buyer' | 'seller';

export interface RefundAction {
  /** What the page sends. */
  id: string;
  by: Viewer;
  title: string;
  from: RefundState[];
  to: (refund: Refund) => RefundState;
  /** Fields the page asks for first. */
  asks?: 'refusal' | 'note';
}

const OPEN: RefundState[] = ['waitSeller', 'refused', 'agreed', 'waitReturn'];

const ACTIONS: RefundAction[] = [
  {
    id: 'agree',
    by: 'seller',
    title: '同意退款',
    from: ['waitSeller'],
    to: ({ request }) => (request.type === 'refundOnly' ? 'success' : 'agreed'),
  },
  {
    id: 'refuse',
    by: 'seller',
    title: '拒绝退款',
    from: ['waitSeller', 'waitConfirm'],
    to: () => 'refused',
    asks: 'refusal',
  },
  { id: 'sendAddress', by: 'seller', title: '发送退货地址', from: ['agreed'], to: () => 'waitReturn' },
  { id: 'confirmReturn', by: 'seller', title: '确认收货，同意退款', from: ['waitConfirm'], to: () => 'success' },
  { id: 'sendBack', by: 'buyer', title: '填写退货单号', from: ['waitReturn'], to: () => 'waitConfirm' },
  { id: 'modify', by: 'buyer', title: '修改申请', from: ['waitSeller', 'refused'], to: () => 'waitSeller' },
  {
    id: 'askService',
    by: 'buyer',
    title: '要求客服介入',
    from: ['refused'],
    to: () => 'intervention',
    asks: 'note',
  },
  { id: 'withdraw', by: 'buyer', title: '撤销申请', from: OPEN, to: () => 'closed' },
];

/** The buttons `viewer` has on this refund now. */
export function actionsFor(refund: Refund, viewer: Viewer): RefundAction[] {
  return ACTIONS.filter(({ by, from }) => by === viewer && from.includes(refund.state));
}

/** Does what a button does. Returns false when the state of the refund does not allow it. */
export function act(book: RefundBook, refund: Refund, actionId: string, words: ChangeWords): boolean {
  const action = ACTIONS.find(({ id }) => id === actionId);
  if (!action?.from.includes(refund.state)) return false;
  book.set(refund.request.refundNo, action.to(refund), words);
  return true;
}

interface Status {
  heading: string;
  /** What the countdown is for; the time itself goes between. */
  hint: string;
}

/** The heading of a state, in the platform's open-interface words, and the consequence of its clock. */
export function statusOf(refund: Refund): Status {
  const type = TYPE_WORDS[refund.request.type];
  const onSilence = refund.request.type === 'refundOnly' ? '系统将自动退款给买家' : '系统将自动同意退货退款申请';
  const statuses: Record<RefundState, Status> = {
    waitSeller: { heading: '买家已经申请退款，等待卖家同意', hint: `卖家逾期未处理，${onSilence}` },
    refused: { heading: '卖家拒绝退款', hint: '买家逾期未修改申请或要求客服介入，退款申请将自动关闭' },
    agreed: { heading: '卖家已经同意退款，等待买家退货', hint: `卖家已同意${type}，正在填写退货地址` },
    waitReturn: { heading: '卖家已经同意退款，等待买家退货', hint: '买家逾期未填写退货单号，退款申请将自动关闭' },
    waitConfirm: { heading: '买家已经退货，等待卖家确认收货', hint: '卖家逾期未处理，系统将自动退款给买家' },
    success: { heading: '退款成功', hint: '退款已原路退回' },
    closed: { heading: '退款关闭', hint: '买家撤销了申请，交易继续进行' },
    intervention: { heading: '客服介入处理中', hint: '请买卖双方在举证时间内提交凭证' },
  };
  return statuses[refund.state];
}

/** What lists say about an item with this refund, in the words of the old and the new order list. */
export function listWords(refund: Refund): { old: string; current: string } {
  const type = TYPE_WORDS[refund.request.type];
  if (refund.state === 'success') return { old: '退款成功', current: `${type}成功` };
  if (refund.state === 'closed') return { old: '查看退款', current: '退款关闭' };
  return { old: '查看退款', current: `${type}中` };
}
