import type { RefundRequest } from './story/types.ts';

export const REFUND_STATES = [
  'waitSeller',
  'refused',
  'agreed',
  'waitReturn',
  'waitConfirm',
  'success',
  'closed',
  'intervention',
] as const;
export type RefundState = (typeof REFUND_STATES)[number];

export interface HistoryEntry {
  at: number;
  identity: 'buyer' | 'user' | 'service';
  name: string;
  text: string;
  pictures: string[];
}

export interface Refund {
  request: RefundRequest;
  state: RefundState;
  /** When this state began; its countdown runs from here. */
  enteredAt: number;
  /** Oldest first. */
  history: HistoryEntry[];
}

/** Words a page may add to a change of state: why the seller refuses, what the buyer says. */
export interface ChangeWords {
  reason?: string;
  note?: string;
}
