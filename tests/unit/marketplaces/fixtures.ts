import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Viewing } from '../../../lib/marketplaces/adapter.ts';
import { readPage } from '../../../lib/marketplaces/registry.ts';
import type { Reading } from '../../../lib/marketplaces/types.ts';
import { parseIso } from '../../../lib/shared/time.ts';
import { decodePage, openPage } from '../../../scripts/saved-page.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** One page and what must be read from it. Adding a page means adding two files. */
export interface Fixture {
  /** `taobao/order-new--half-loaded` */
  name: string;
  html: string;
  url: string;
  at: string | undefined;
  origin: string;
  goldenFile: string;
}

/** Every `tests/fixtures/<site>/<page>--<case>.html`; its first line is a comment with `{url, at, origin}`. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = decodePage(readFileSync(FOLDER + file));
      const header = /^<!-- (\{.*\}) -->\n/.exec(html)?.[1];
      if (!header) throw new Error(`${file}: the first line must be <!-- {"url": …, "at": …, "origin": …} -->`);
      const name = file.replace(/\.html$/, '');
      return { name, html, ...JSON.parse(header), goldenFile: `${FOLDER}${name}.expected.json` };
    });
}

/** Reads a page as the facts command does. */
export function readHtml(html: string, url: string, at?: string): Reading {
  return readPage(openPage(html, url), url, viewingAt(at));
}

/** The page is loaded when it is looked at. */
export function viewingAt(at: string | undefined): Viewing {
  const instant = at === undefined ? null : parseIso(at);
  return instant === null ? {} : { at: instant, loadedAt: instant };
}
