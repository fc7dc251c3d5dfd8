import type { Capture } from '../types.ts';

/** Captures of one conversation. */
export interface Conversation {
  /** The other party, as the page names it; empty when it does not, so that nothing is known to belong together. */
  seller: string;
  captures: Capture[];
}

/**
 * The conversations among captures, each with its captures in their order. One seller on one marketplace is one conversation;
 * a capture that names no seller stands alone.
 */
export function conversationsOf(captures: readonly Capture[]): Conversation[] {
  const conversations = new Map<string, Conversation>();
  for (const capture of captures) {
    if (capture.pageKind !== 'chat' || capture.messageCount === 0 || capture.deletedAt !== null) continue;
    const seller = capture.facts.sellerNick ?? '';
    const key = seller === '' ? capture.id : `${capture.marketplace} ${seller}`;
    const known = conversations.get(key) ?? { seller, captures: [] };
    known.captures.push(capture);
    conversations.set(key, known);
  }
  return [...conversations.values()];
}
