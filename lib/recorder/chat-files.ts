import { type ChatFile, type KeptMessage, type WalkedChat, WHOLE_CHAT } from '../evidence/chat/types.ts';
import type { PageCapture } from '../evidence/page-capture.ts';
import type { Artifact } from '../evidence/types.ts';
import type { ChatMessage } from '../marketplaces/types.ts';

/** A picture of a message that is stored already. */
export interface KeptPicture {
  /** Where the page had it from. */
  address: string;
  artifact: Artifact;
}

/** `图片-001.jpg`, in the order in which they were read. */
export function pictureName(index: number, mediaType: string): string {
  return `图片-${String(index + 1).padStart(3, '0')}.${extensionOf(mediaType)}`;
}

const EXTENSIONS: Record<string, string> = { jpeg: 'jpg', 'svg+xml': 'svg' };

function extensionOf(mediaType: string): string {
  const [, kind = ''] = mediaType.split('/');
  return EXTENSIONS[kind] ?? (/^[a-z0-9]{2,5}$/.test(kind) ? kind : 'img');
}

/**
 * The conversation with everything that belongs to each message, by the names of the files.
 * @param frameNames names of the frames in the order in which they were taken.
 */
export function chatFile(
  { messages, chat }: Pick<PageCapture, 'messages' | 'chat'>,
  frameNames: readonly string[],
  pictures: readonly KeptPicture[],
): ChatFile {
  const files = new Map(pictures.map(({ address, artifact }) => [address, artifact.name]));
  return {
    format: 'chat/2',
    plan: chat?.plan ?? WHOLE_CHAT,
    reachedStart: chat?.reachedStart ?? false,
    messages: messages.map((message, index) => keptMessage(message, chat?.seen[index], frameNames, files)),
    steps: chat?.steps ?? [],
  };
}

function keptMessage(
  message: ChatMessage,
  seen: WalkedChat['seen'][number] | undefined,
  frameNames: readonly string[],
  files: ReadonlyMap<string, string>,
): KeptMessage {
  const { gapBefore = false, frames = [], pictures = [] } = seen ?? {};
  return {
    ...message,
    gapBefore,
    frames: frames.flatMap(({ shot, box }) => {
      const name = frameNames[shot];
      return name === undefined ? [] : [{ name, box }];
    }),
    pictures: pictures.map(({ address, why }) => ({ address, file: files.get(address) ?? null, why })),
  };
}
