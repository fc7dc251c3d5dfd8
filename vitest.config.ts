import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Dates must come out the same wherever the user's computer is, so these run once more far from China. */
const zoneSensitive = ['tests/unit/{shared,stages,cases,reminders,reading,marketplaces}/**/*.test.ts'];
/** Slow ones that look at no clock and no zone run once. */
const zoneless = ['tests/unit/marketplaces/{mutation,fuzz,hostile,facts-command}.test.ts'];
/** What talks to the browser gets WXT's fake one in place of `wxt/browser`. */
const withBrowser = ['tests/unit/platform/**/*.test.ts'];

const inChina = { TZ: 'Asia/Shanghai' };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: withBrowser,
          env: inChina,
        },
      },
      {
        test: {
          name: 'unit far away',
          environment: 'node',
          include: zoneSensitive,
          exclude: zoneless,
          env: { TZ: 'America/Los_Angeles' },
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'platform', environment: 'node', include: withBrowser, env: inChina },
      },
      {
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['tests/components/**/*.test.tsx'],
          exclude: ['tests/components/views/**'],
          setupFiles: ['tests/components/setup.ts'],
          css: { include: /\.module\.css$/, modules: { classNameStrategy: 'non-scoped' } },
          env: inChina,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'views',
          environment: 'jsdom',
          include: ['tests/components/views/**/*.test.tsx'],
          setupFiles: ['fake-indexeddb/auto', 'tests/components/setup.ts'],
          css: { include: /\.module\.css$/, modules: { classNameStrategy: 'non-scoped' } },
          env: inChina,
        },
      },
      { test: { name: 'repo', environment: 'node', include: ['tests/repo/**/*.test.ts'] } },
      // Needs `.output/`: `npm test` builds first.
      { test: { name: 'built', environment: 'node', include: ['tests/built/**/*.test.ts'] } },
    ],
  },
});
