import { Blob as NodeBlob } from 'node:buffer';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SeenPage } from '../../../lib/cases/types.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import { db } from '../../../lib/live/database.ts';
import type { MessageType, Payload, Reply } from '../../../lib/messaging/types.ts';
import { rememberTab } from '../../../lib/storage/tabs.ts';

export { db } from '../../../lib/live/database.ts';

/** The tab in front in these tests. */
export const TAB = 7;

type Answer = (payload: never) => Reply<MessageType> | Promise<Reply<MessageType>>;

/** What the views have sent to the background, and what it answers. */
export const background = {
  sent: [] as { type: MessageType; payload: unknown }[],
  answers: new Map<MessageType, Answer>(),
  answer<Type extends MessageType>(
    type: Type,
    answer: (payload: Payload<Type>) => Reply<Type> | Promise<Reply<Type>>,
  ): void {
    this.answers.set(type, answer as Answer);
  },
};

beforeEach(() => {
  fakeBrowser.reset();
  background.sent.length = 0;
  background.answers.clear();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: {
    type: MessageType;
    payload: never;
  }) => {
    background.sent.push(message);
    return background.answers.get(message.type)?.(message.payload) ?? { ok: true, value: null };
  }) as never);
  const manifest = { name: '维权匣', version: '0.1.0', optional_permissions: ['pageCapture', 'notifications'] };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
  vi.spyOn(fakeBrowser.commands, 'getAll').mockImplementation((async () => [
    { name: 'capture', shortcut: 'Alt+Shift+S' },
  ]) as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => false) as never);
  for (const event of ['onAdded', 'onRemoved'] as const) {
    vi.spyOn(fakeBrowser.permissions[event], 'addListener').mockImplementation(() => undefined);
    vi.spyOn(fakeBrowser.permissions[event], 'removeListener').mockImplementation(() => undefined);
  }
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: TAB }]) as never);
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${blob.size}`, revokeObjectURL: () => undefined });
});

afterEach(async () => {
  location.hash = '';
  await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
});

/** Lets a tab show a page, as a content script would have reported it. */
export async function openTab(page: SeenPage, tabId = TAB): Promise<string | null> {
  return (await rememberTab(db, tabId, page)).caseId;
}

/** Puts a capture into the store, with a thumbnail. */
export async function keepCapture(stored: Capture): Promise<void> {
  const id = `${stored.id}/缩略图.jpg`;
  const artifacts = [
    {
      id,
      name: '缩略图.jpg',
      role: 'thumbnail' as const,
      mediaType: 'image/jpeg',
      bytes: 5,
      sha256: 'ab'.repeat(32),
      crc32: 0,
      derivedFrom: [],
    },
  ];
  await db.captures.put({ ...stored, artifacts });
  // Only Node's own Blob can be cloned into the database of these tests.
  await db.blobs.put({ id, captureId: stored.id, blob: new NodeBlob(['12345']) as unknown as Blob });
}
