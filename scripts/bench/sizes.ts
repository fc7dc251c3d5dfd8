import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ADAPTERS } from '../../lib/marketplaces/registry.ts';
import type { Bench, Row } from './types.ts';

const UI_BUDGET_KB = 140;
const CONTENT_GOAL_KB = 15;
const VIEWS = { popup: '弹窗 popup', sidepanel: '侧边栏 panel', cases: '案件 cases' } as const;

/** What has to be loaded before a view shows, and what runs on every order page. */
export function sizesBench(extension: string): Bench {
  const sizeOf = async (paths: readonly string[]) => {
    const files = await Promise.all(paths.map((path) => readFile(join(extension, path))));
    const kb = (bytes: number) => bytes / 1000;
    return {
      raw: kb(files.reduce((sum, file) => sum + file.length, 0)),
      gzip: kb(files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0)),
    };
  };
  const rowsFor = async (name: string, paths: readonly string[], goal?: number): Promise<Row[]> => {
    const { raw, gzip } = await sizeOf(paths);
    return [
      { name: `${name} gzip`, kind: 'ours', unit: 'kB', values: [gzip], ...(goal && { goal }) },
      { name: `${name} raw`, kind: 'part', unit: 'kB', values: [raw] },
    ];
  };
  return {
    id: 'sizes',
    title: '体积 · Sizes',
    run: async () => {
      const views = Object.entries(VIEWS).map(async ([view, name]) => {
        const page = await readFile(join(extension, `${view}.html`), 'utf8');
        return rowsFor(name, filesOf(page), UI_BUDGET_KB);
      });
      const rows = await Promise.all([
        ...ADAPTERS.map(({ script }) =>
          rowsFor(`内容脚本 content script ${script}`, [`content-scripts/${script}.js`], CONTENT_GOAL_KB),
        ),
        rowsFor('采集脚本 capture script', ['capture-walker.js'], CONTENT_GOAL_KB),
        ...views,
      ]);
      return { rows: rows.flat(), notes: [] };
    },
  };
}

/** The scripts and styles that a built page loads at once, as paths inside the extension. */
export function filesOf(html: string): string[] {
  const links = html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+\.(?:js|css))"/g);
  return [...new Set(Array.from(links, ([, path]) => path as string))];
}
