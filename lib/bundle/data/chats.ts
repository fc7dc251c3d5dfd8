import { conversationsOf } from '../../evidence/chat/conversations.ts';
import { mergeChats } from '../../evidence/chat/merge.ts';
import type { BundleChat, EvidenceItem } from '../types.ts';
import type { CaptureContent } from './evidence-items.ts';

/** Conversations of which there are several captures, each as one. What has been captured once stands in its own item. */
export function bundleChats(contents: readonly CaptureContent[], evidence: readonly EvidenceItem[]): BundleChat[] {
  const chats = new Map(contents.map(({ capture, chat }) => [capture.id, chat]));
  return conversationsOf(contents.map(({ capture }) => capture)).flatMap(({ seller, captures }) => {
    if (captures.length < 2) return [];
    const read = captures.flatMap(({ id, takenAt }) => {
      const chat = chats.get(id);
      return chat ? [{ captureId: id, takenAt, chat }] : [];
    });
    const numbers = new Map(evidence.map(({ captureId, no }) => [captureId, no]));
    return read.length < 2 ? [] : [{ seller, merged: mergeChats(read), numbers }];
  });
}
