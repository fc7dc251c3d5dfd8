import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { copyAsHtml } from '../../lib/capture/copy/copy-page.ts';
import type { HtmlCopy } from '../../lib/evidence/capture-record.ts';
import { PAGE_COPY } from '../../lib/messaging/types.ts';

/** Injected at the end of a capture where the browser gives no copy of the page; fetched by `lib/platform/page-copy.ts`. */
export default defineUnlistedScript(() => {
  const world = globalThis as { [PAGE_COPY]?: Promise<HtmlCopy> };
  world[PAGE_COPY] = copyAsHtml(document, Date.now()).catch(() => ({ html: null, gap: 'pageCopyFailed' }));
});
