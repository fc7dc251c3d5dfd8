import { defineConfig } from '@playwright/test';

/** End-to-end tests in a real Chromium on the production build (`npm test` builds it first). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  // A real browser on a machine that others use, too, can be too slow once. What passes the second time only is named as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
