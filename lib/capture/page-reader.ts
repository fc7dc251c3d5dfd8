import type { OpenChat } from '../marketplaces/adapter.ts';
import { NOTHING } from '../marketplaces/nothing.ts';
import type { Reading } from '../marketplaces/types.ts';

/** What the content script can tell about the page it watches. */
export interface PageReader {
  read: () => Reading;
  /** The web chat that is open in the page, or null. */
  chat: () => OpenChat | null;
}

/** On pages that nobody can read: they are captured as they look. */
export const READS_NOTHING: PageReader = { read: () => NOTHING, chat: () => null };

const NAME = 'disputeDossierPageReader';
const world = globalThis as { [NAME]?: PageReader };

/**
 * Leaves the reader for the scripts of ours that come into this page later: they share its isolated world, which the page
 * itself cannot reach. So the reader is loaded once, however many captures follow.
 */
export function offerPageReader(reader: PageReader): void {
  world[NAME] = reader;
}

/** The reader that the content script has left; null on a page without one. */
export function findPageReader(): PageReader | null {
  return world[NAME] ?? null;
}
