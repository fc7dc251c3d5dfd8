import { defineConfig } from 'vitest/config';

/** Dates must come out the same wherever the user's computer is, so these run once more far from China. */
const zoneSensitive = ['tests/unit/{shared,stages,cases,reading,marketplaces}/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          env: { TZ: 'Asia/Shanghai' },
        },
      },
      {
        test: {
          name: 'unit far away',
          environment: 'node',
          include: zoneSensitive,
          env: { TZ: 'America/Los_Angeles' },
        },
      },
    ],
  },
});
