import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchPatterns } from '../../../lib/marketplaces/reader.ts';
import { ADAPTERS } from '../../../lib/marketplaces/registry.ts';
import { PAGE_KINDS } from '../../../lib/marketplaces/types.ts';

const text = readFileSync(new URL('../../../docs/marketplaces.md', import.meta.url), 'utf8');

const pages = ADAPTERS.flatMap((adapter) => adapter.pages);
const patterns = ADAPTERS.flatMap(matchPatterns);

/** The rows of the table of hosts, each with its reason. */
const reasons = new Map(
  text
    .split('\n')
    .flatMap((line) => /^\| (`[^|]+`) \| ([^|]+) \|$/.exec(line)?.slice(1) ?? [])
    .flatMap((cell, index, cells) =>
      index % 2 === 0 ? [...cell.matchAll(/`([^`]+)`/g)].map(([, host]) => [host, cells[index + 1]] as const) : [],
    ),
);

describe('docs/marketplaces.md', () => {
  it.each([...new Set(pages.flatMap(({ hosts }) => hosts))])('says why the script runs on %s', (host) => {
    expect(reasons.get(host)?.length ?? 0).toBeGreaterThan(10);
  });

  it('names no host on which nothing runs', () => {
    expect(
      [...reasons.keys()].filter((host) => !patterns.some((pattern) => pattern.startsWith(`https://${host}/`))),
    ).toEqual([]);
  });

  it.each(PAGE_KINDS)('has a section about %s', (kind) => {
    expect(text).toMatch(new RegExp(`^### (?:.*, )?${kind}(?:,|$)`, 'm'));
  });

  it('names the file of every page with one path', () => {
    const names = pages.flatMap(({ path }) => (typeof path === 'string' ? [path.split('/').at(-1) ?? ''] : []));
    expect(names.filter((name) => !text.includes(name.replace(/\.html?$/, '')))).toEqual([]);
  });
});
