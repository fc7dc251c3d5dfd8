import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/marketplaces/registry.ts';
import { openPage } from '../../../scripts/saved-page.ts';
import { fixtures, readHtml, viewingAt } from './fixtures.ts';
import { valuesNotOnPage } from './on-page.ts';

const isUpdate = process.env.UPDATE_GOLDEN === '1';

/** Of `text` only the facts matter here; where each was read from is in `source`. */
function goldenOf(reading: ReturnType<typeof readHtml>): unknown {
  const { text: _text, adapter: _adapter, ...golden } = reading;
  return JSON.parse(JSON.stringify(golden));
}

describe('fixtures', () => {
  it.each(fixtures())('$name', ({ html, url, at, goldenFile }) => {
    const golden = goldenOf(readHtml(html, url, at));
    if (isUpdate) writeFileSync(goldenFile, `${JSON.stringify(golden, null, 2)}\n`);
    expect(existsSync(goldenFile), `no golden: check by hand what is read and run with UPDATE_GOLDEN=1`).toBe(true);
    expect(golden).toEqual(JSON.parse(readFileSync(goldenFile, 'utf8')));
  });

  it.each(fixtures())('$name: every value stands on the page', ({ html, url, at }) => {
    const document = openPage(html, url);
    expect(valuesNotOnPage(readPage(document, url, viewingAt(at)).facts, document, url)).toEqual([]);
  });
});
