/** What the browser says of the room for our data, in bytes. */
export interface StorageSpace {
  used: number;
  free: number;
  /** The browser does not clear it by itself when the disk gets full; null when it does not say. */
  isPersistent: boolean | null;
}

const LOW_BYTES = 500_000_000;
const LOW_SHARE = 0.1;
/** Room for a capture of a few screens: with less it is not even begun. How long a page is, nobody knows before it was walked. */
export const SPACE_FOR_CAPTURE = 20_000_000;

/** True when the user should make room before it is needed: less than 500 MB, or less than a tenth of what there is. */
export function isSpaceLow({ used, free }: StorageSpace): boolean {
  return free < LOW_BYTES || free < LOW_SHARE * (used + free);
}
