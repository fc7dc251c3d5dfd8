import { toBase64 } from '../../shared/bytes.ts';
import { readCached } from './cached.ts';

/** Characters of `data:` addresses in one copy. */
const MAX_TOTAL = 16_000_000;
/** Drawing a larger picture once more costs too much memory. */
const MAX_PIXELS = 8_000_000;
const PAINTED = { type: 'image/webp', quality: 0.9 } as const;
const KEPT = /^(?:image|font)\/|^application\/(?:x-)?font|^application\/vnd\.ms-fontobject/;
/** A page's list of what it has loaded ends here, so what is not in a full list may have been loaded too. */
const FULL_LIST = 250;

/** Pictures and fonts of a page as `data:` addresses, without a single request. */
export class Resources {
  /** By address. */
  readonly found = new Map<string, string>();
  private readonly asked = new Map<string, Promise<string | null>>();
  private left = MAX_TOTAL;

  /** What is behind an address of the page's own site, when the browser has it in its cache. */
  cached(address: string): Promise<string | null> {
    const work = this.asked.get(address) ?? this.read(address);
    this.asked.set(address, work);
    return work;
  }

  /** A picture as it is shown; null when the browser does not let the page read it, as with most pictures of other sites. */
  painted(
    source: HTMLImageElement | HTMLVideoElement | HTMLCanvasElement,
    width: number,
    height: number,
  ): string | null {
    if (width * height === 0 || width * height > MAX_PIXELS) return null;
    const canvas = source.ownerDocument.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    try {
      canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
      return this.keep(canvas.toDataURL(PAINTED.type, PAINTED.quality));
    } catch {
      return null; // Of another site: the browser shows it and does not hand it over.
    }
  }

  /** A `data:` address that fits into what is left; null otherwise. */
  keep(data: string): string | null {
    if (data.length > this.left) return null;
    this.left -= data.length;
    return data;
  }

  private async read(address: string): Promise<string | null> {
    const blob = await readCached(address);
    if (!blob || !KEPT.test(blob.type) || blob.size > this.left) return null;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const data = this.keep(`data:${blob.type.split(';')[0]};base64,${toBase64(bytes)}`);
    if (data) this.found.set(address, data);
    return data;
  }
}

/** Tells whether a document has loaded an address: styles name many pictures that no element of the page uses. */
export function loadedIn({ defaultView }: Document): (address: string) => boolean {
  const entries = defaultView?.performance.getEntriesByType('resource') ?? [];
  const names = new Set(entries.map(({ name }) => name));
  return (address) => entries.length >= FULL_LIST || names.has(address);
}
