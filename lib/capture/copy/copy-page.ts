import { createMirror, snapshot } from 'rrweb-snapshot';
import type { HtmlCopy } from '../../evidence/capture-record.ts';
import { formatIso, type Instant } from '../../shared/time.ts';
import { gatherExtras, type Shared } from './extras.ts';
import { isTooLarge } from './limits.ts';
import { MissingList } from './missing.ts';
import { Resources } from './resources.ts';
import type { CopyNode } from './tree.ts';
import { writeHtml } from './write-html.ts';

/** Characters; a message between the page and the extension ends at 64 MiB. */
const MAX_HTML = 20_000_000;
/** Frames in frames in frames: the copy ends here. */
const MAX_DEPTH = 8;
/** Class names with which a page could hide parts of itself from rrweb-snapshot: none. */
const NO_CLASS = /(?!)/;

/**
 * A copy of the page as one HTML file, made without a single request and without any change to the page: open shadow trees,
 * form state, frames of the same site, styles, and the pictures that the browser lets the page read.
 * @param now the time that is written into the copy.
 */
export async function copyAsHtml(document: Document, now: Instant): Promise<HtmlCopy> {
  if (isTooLarge(document)) return { html: null, gap: 'pageCopyTooLarge' };
  const resources = new Resources();
  const missing = new MissingList();
  const sharedAt = (depth: number): Shared => ({
    resources,
    missing,
    copyFrame: async (inner) => (depth < MAX_DEPTH ? copyDocument(inner, {}, sharedAt(depth + 1)) : null),
  });
  const about = { 'page-address': document.location.href, 'page-copied-at': formatIso(now) };
  const html = await copyDocument(document, about, sharedAt(0));
  if (html.length > MAX_HTML) return { html: null, gap: 'pageCopyTooLarge' };
  return { html, missing: missing.named(), missingCount: missing.count };
}

async function copyDocument(document: Document, about: Record<string, string>, shared: Shared): Promise<string> {
  const mirror = createMirror();
  const options = { mirror, blockClass: NO_CLASS, maskTextClass: NO_CLASS, slimDOM: { script: true, comment: true } };
  const tree = snapshot(document, options) as CopyNode | null;
  if (!tree) return '';
  const extras = await gatherExtras(tree, mirror, document, shared);
  return writeHtml(tree, { extras, resources: shared.resources.found, base: document.baseURI, about });
}
