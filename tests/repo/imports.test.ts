import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, OWN_CODE, ROOT, reach, read, source, sources } from './source.ts';

interface Override {
  includes: string[];
  linter: {
    rules: {
      style: {
        noRestrictedImports?: {
          level: string;
          options: { paths?: Record<string, string>; patterns?: { group: string[]; message: string }[] };
        };
      };
    };
  };
}

/** What one entry of `biome.jsonc` forbids to the files it names. */
interface Limit {
  includes: string[];
  packages: string[];
  /** Folders and files of ours, from the root. */
  ours: string[];
  messages: string[];
}

const libFolders = files('lib/*')
  .filter((path) => !path.includes('.'))
  .map((path) => posix.basename(path));

const overrides: Override[] = JSON.parse(read('biome.jsonc')).overrides;
const limits: Limit[] = overrides.flatMap(({ includes, linter }) => {
  const rule = linter.rules.style.noRestrictedImports;
  if (!rule) return [];
  const { paths = {}, patterns = [] } = rule.options;
  return [
    {
      includes,
      packages: Object.keys(paths),
      ours: [
        ...new Set(
          patterns.flatMap(({ group }) =>
            group.flatMap((pattern) => includes.flatMap((include) => leadsTo(pattern, include))),
          ),
        ),
      ],
      messages: patterns.map(({ message }) => message),
    },
  ];
});
/**
 * `../capture/**` in `lib/live/**` is `lib/capture`. Biome compares what is written; here it counts where an import leads,
 * from however deep a folder. Patterns for deeper folders lead to no folder of ours and fall away.
 */
function leadsTo(pattern: string, include: string): string[] {
  const folder = include === 'components/**' ? 'components/x' : include.replace(/\/\*\*$/, '');
  const target = posix.join(folder, pattern.replace(/\/\*\*$/, ''));
  return existsSync(join(ROOT, target)) && !target.startsWith('..') ? [target] : [];
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

describe('import directions', () => {
  it('lead from no marketplace to another one, and from what they share to none', () => {
    for (const path of files('lib/marketplaces/*/*.ts')) {
      const site = path.split('/')[2];
      const others = [...read(path).matchAll(/from '\.\.\/(\w+)\//g)].map(([, folder]) => folder);
      expect(
        others.filter((other) => other !== site && other !== 'common'),
        path,
      ).toEqual([]);
    }
  });

  it('are declared for every folder', () => {
    const declared = limits.flatMap(({ includes }) => includes);
    for (const folder of libFolders) expect(declared).toContain(`lib/${folder}/**`);
    expect(declared).toContain('components/**');
  });

  it('leave no folder out: each is either allowed or forbidden', () => {
    for (const { includes, ours, messages } of limits) {
      const own = /^lib\/(\w+)\/\*\*$/.exec(includes[0] ?? '')?.[1];
      if (!own) continue;
      const allowed = /may import lib\/\{([^}]*)\} only/.exec(messages.join())?.[1]?.split(',').filter(Boolean) ?? [];
      const forbidden = ours.filter((path) => path.startsWith('lib/')).map((path) => path.slice(4));
      expect([...forbidden, ...allowed, own].sort(), own).toEqual([...libFolders].sort());
    }
  });

  it.each(limits.map((limit) => [limit.includes.join(' '), limit] as const))(
    'are kept in %s',
    (_name, { includes, packages, ours }) => {
      const within = sources(...includes.map((pattern) => `${pattern}/*.{ts,tsx}`));
      expect(within.length).toBeGreaterThan(0);
      const broken = within.flatMap(({ path, imports }) =>
        imports.flatMap(({ request, file }) => {
          const isForbidden = file ? ours.some((folder) => isInside(file, folder)) : packages.includes(request);
          return isForbidden ? [`${path} imports ${request}`] : [];
        }),
      );
      expect(broken).toEqual([]);
    },
  );

  it('never lead out of the extension, and every file that is imported is there', () => {
    for (const { path, imports } of sources(...OWN_CODE)) {
      for (const { request, file } of imports) {
        if (file === null) continue;
        expect(file, `${path} imports ${request}`).toMatch(/^(?:lib|components|entrypoints|locales|assets)\//);
        expect(existsSync(join(ROOT, file)), `${path} imports ${request}`).toBe(true);
      }
    }
  });

  it('let the browser in through lib/platform and entrypoints only', () => {
    const users = sources(...OWN_CODE).filter(({ imports }) =>
      imports.some(({ request }) => request === 'wxt/browser'),
    );
    expect(users.filter(({ path }) => !/^(?:lib\/platform|entrypoints)\//.test(path)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('form no circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      if (state.get(path) === 'done' || !/\.tsx?$/.test(path)) return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const { file, isType } of source(path).imports) if (file && !isType) visit(file, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of files(...OWN_CODE)) visit(path, []);
    expect(circles).toEqual([]);
  });
});

/** Comes into a page after the pictures, and only where the browser has no copy of it. */
const COPIER = 'entrypoints/page-copy/index.ts';
const IN_PAGES = [
  'entrypoints/taobao-trade.content.ts',
  'entrypoints/taobao-shop.content.ts',
  'entrypoints/alibaba1688.content.ts',
  'entrypoints/capture-walker/index.ts',
  'entrypoints/page-tools/index.ts',
  COPIER,
];

describe.each(IN_PAGES)('%s', (entry) => {
  const { files: reached, packages } = reach(entry);

  it('brings nothing into pages that is heavy, or that would write into their database', () => {
    const brought = [...packages].map(([name, by]) => `${name} by ${by}`);
    expect(brought.filter((words) => /^(?:zod|dexie|react|@noble|fflate|docx|@cantoo)/.test(words))).toEqual([]);
    const others = [...packages.keys()].filter((name) => !name.startsWith('wxt/'));
    expect(others).toEqual(entry === COPIER ? ['rrweb-snapshot'] : []);
  });

  it('reaches no storage, no recorder, no view', () => {
    const forbidden =
      /^(?:lib\/(?:storage|recorder|live|exporter|bundle|verify)|components)\/|protocol\.ts$|schema\.ts$/;
    expect([...reached].filter((path) => forbidden.test(path))).toEqual([]);
    expect(reached).toContain(entry === COPIER ? 'lib/capture/copy/write-html.ts' : 'lib/reading/lines.ts');
  });
});
