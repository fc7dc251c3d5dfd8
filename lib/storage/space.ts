/** What the browser says of the room for our data, in bytes. */
export interface StorageSpace {
  used: number;
  free: number;
  /** The browser does not clear it by itself when the disk gets full; null when it does not say. */
  isPersistent: boolean | null;
}

const LOW_BYTES = 500_000_000;
const LOW_SHARE = 0.1;
/** One screen as PNG takes up to 2 MB, once as it was taken and once in the stitched picture. */
const BYTES_PER_SCREEN = 4_000_000;
/** Even a capture of one screen, and the database itself, need this much. */
const LEAST_BYTES = 20_000_000;

/** True when the user should make room before it is needed: less than 500 MB, or less than a tenth of what there is. */
export function isSpaceLow({ used, free }: StorageSpace): boolean {
  return free < LOW_BYTES || free < LOW_SHARE * (used + free);
}

/** The room that a capture may need. `screens` is 0 when nobody knows yet. */
export function spaceForCapture(screens: number): number {
  return Math.max(LEAST_BYTES, screens * BYTES_PER_SCREEN);
}
