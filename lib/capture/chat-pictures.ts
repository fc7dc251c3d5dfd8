import type { PictureGap } from '../evidence/chat/types.ts';
import type { SeenLine } from './chat-frames.ts';
import { loadedAddress, readLoadedPicture } from './page-pictures.ts';

/** Keeps the pictures of messages, each address once. */
export class ChatPictures {
  /** Why a picture could not be kept, by address; null for one that was. */
  private readonly kept = new Map<string, Promise<PictureGap | null>>();
  private readonly handOver: (address: string, picture: Blob) => Promise<void>;

  constructor(handOver: (address: string, picture: Blob) => Promise<void>) {
    this.handOver = handOver;
  }

  /**
   * Keeps the pictures of these lines and notes them with their messages.
   * @returns true when some could not be kept, so that only a frame shows them.
   */
  async keep(seen: readonly SeenLine[]): Promise<boolean> {
    const found = await Promise.all(
      seen.flatMap(({ line, gathered }) =>
        line.pictures.map(async (image) => ({ gathered, ...(await this.one(image)) })),
      ),
    );
    for (const { gathered, address, why } of found) {
      const known = gathered.pictures.find((picture) => picture.address === address || picture.address === '');
      if (!known) gathered.pictures.push({ address, why });
      else if (known.why !== null) Object.assign(known, { address, why });
    }
    return found.some(({ why }) => why !== null);
  }

  private async one(image: HTMLImageElement): Promise<{ address: string; why: PictureGap | null }> {
    const address = loadedAddress(image);
    if (address === '') return { address: image.currentSrc || image.src, why: 'notLoaded' };
    const kept = this.kept.get(address) ?? this.read(address);
    this.kept.set(address, kept);
    return { address, why: await kept };
  }

  private async read(address: string): Promise<PictureGap | null> {
    const read = await readLoadedPicture(address);
    if ('why' in read) return read.why;
    await this.handOver(address, read.picture);
    return null;
  }
}
