import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/marketplaces/registry.ts';
import type { Facts, Reading } from '../../../lib/marketplaces/types.ts';
import { openPage } from '../../../scripts/saved-page.ts';
import { type Fixture, fixtures, viewingAt } from './fixtures.ts';
import {
  addComments,
  addStrangers,
  changeSpaces,
  type Mutation,
  randomOf,
  renameBoxes,
  renameClasses,
  reorder,
  wrap,
} from './mutations.ts';

/** Another seed is another page; the reader must not care. */
const SEED = 20261122;
const PAGES = fixtures();

/** Names that `docs/marketplaces.md` says pages are known by. */
const ANCHORS = anchorsOf(readFileSync(new URL('../../../docs/marketplaces.md', import.meta.url), 'utf8'));
const isAnchor = (name: string) => ANCHORS.some((anchor) => name.toLowerCase().includes(anchor.toLowerCase()));

function anchorsOf(docs: string): string[] {
  const section = /^### Names that pages are known by\n([\s\S]*?)^## /mu.exec(docs)?.[1] ?? '';
  const list = section.slice(section.indexOf('\n- '));
  return [...list.matchAll(/`([^`]+)`/gu)].flatMap(([, name]) => name ?? []);
}

const ROWS = ['orders', 'refunds', 'complaints', 'items'] as const;

/** What a page says, without where in the page it was read. Rows of lists count as a set. */
function saidBy({ pageKind, role, facts, events, partial }: Reading): unknown {
  const rows = ROWS.map((fact) => [fact, facts[fact]?.map((row) => JSON.stringify(row)).sort()]);
  return { pageKind, role, events, partial, facts: { ...facts, ...Object.fromEntries(rows) } };
}

function readMutated({ html, url, at }: Fixture, mutation: Mutation, seed: number): Reading {
  const document = openPage(html, url);
  mutation(document, randomOf(seed));
  return readPage(document, url, viewingAt(at));
}

const ORIGINALS = new Map(PAGES.map((page) => [page.name, readMutated(page, () => {}, 0)]));
const originalOf = ({ name }: Fixture) => ORIGINALS.get(name) as Reading;

const EACH: [string, Mutation][] = [
  ['other names of classes', renameClasses(isAnchor)],
  ['boxes around boxes', wrap],
  ['rows in another order', reorder],
  ['strangers beside it', addStrangers],
  ['other white space', changeSpaces],
  ['comments', addComments],
  ['other names of boxes', renameBoxes],
];
const MUTATIONS: [string, Mutation][] = [
  ...EACH,
  [
    'all of it at once',
    (document, random) => {
      for (const [, mutation] of EACH) mutation(document, random);
    },
  ],
];

describe('a page that says the same in another form', () => {
  describe.each(MUTATIONS)('%s', (_name, mutation) => {
    it.each(PAGES)('$name', (page) => {
      const [known, read] = [saidBy(originalOf(page)), saidBy(readMutated(page, mutation, SEED))];
      expect({ read: differences(known, read), lost: differences(read, known) }).toEqual({ read: [], lost: [] });
    });
  });
});

describe('a page none of whose names are known', () => {
  it.each(PAGES)('$name: missing rather than wrong', (page) => {
    const { facts } = readMutated(
      page,
      renameClasses(() => false),
      SEED,
    );
    expect(differences(originalOf(page).facts, facts)).toEqual([]);
  });
});

/** What `read` says that `known` does not; what it does not say is no difference. */
function differences(known: unknown, read: unknown, path = 'facts'): string[] {
  if (Array.isArray(read)) {
    const rows = Array.isArray(known) ? known : [];
    return read.flatMap((row, index) =>
      rows.some((other) => differences(other, row).length === 0) ? [] : [`${path}.${index}: ${JSON.stringify(row)}`],
    );
  }
  if (typeof read === 'object' && read !== null) {
    return Object.entries(read).flatMap(([key, value]) =>
      value === undefined
        ? []
        : differences((known as Facts | undefined)?.[key as keyof Facts], value, `${path}.${key}`),
    );
  }
  return known === read ? [] : [`${path}: ${JSON.stringify(read)} instead of ${JSON.stringify(known)}`];
}
