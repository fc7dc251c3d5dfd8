import type { MergedChat, MergedMessage } from '../../lib/evidence/chat/merge.ts';
import { type KeptMessage, PICTURE_GAPS } from '../../lib/evidence/chat/types.ts';
import { MESSAGE_KINDS } from '../../lib/marketplaces/types.ts';
import { formatIso, MINUTE_MS } from '../../lib/shared/time.ts';
import { CAPTURES, NOW } from './examples.ts';

const CAPTURE_ID = CAPTURES[1]?.id ?? '';
const FRAME = { name: 'frame-003.png', box: [0, 0, 300, 40] as [number, number, number, number] };

/** A message of a merged conversation. */
export function merged(index: number, change: Partial<KeptMessage> = {}, gapBefore = false): MergedMessage {
  const message: KeptMessage = {
    at: formatIso(NOW + index * MINUTE_MS),
    party: 'buyer',
    sender: 'Buyer',
    kind: 'text',
    text: `message ${index}`,
    images: [],
    gapBefore: false,
    frames: [FRAME],
    pictures: [],
    ...change,
  };
  return { message, sources: [{ captureId: CAPTURE_ID, index }], gapBefore };
}

/** One of everything a conversation can hold. */
export const MERGED: MergedChat = {
  reachedStart: false,
  messages: [
    merged(0, { at: null, frames: [] }),
    merged(1, { party: 'seller', sender: 'Seller' }, true),
    merged(2, { party: 'unknown', sender: '' }),
    ...MESSAGE_KINDS.map((kind, place) => merged(10 + place, { kind, party: 'platform', text: '' })),
    merged(20, { pictures: [{ address: 'https://img.alicdn.com/1.jpg', file: 'picture-001.jpg', why: null }] }),
    merged(21, { pictures: PICTURE_GAPS.map((why) => ({ address: why, file: null, why })) }),
  ],
};

/** A conversation of so many messages. */
export function longChat(count: number): MergedChat {
  return { reachedStart: true, messages: Array.from({ length: count }, (_, index) => merged(index)) };
}
