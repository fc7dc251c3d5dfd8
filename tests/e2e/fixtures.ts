import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type ExtensionBrowser, type LaunchOptions, launchExtension } from '../../scripts/browser/launch.ts';
import { type PracticeServer, startPracticeServer } from '../../scripts/practice/server.ts';

interface Fixtures {
  /** The practice marketplace, fresh for each test. */
  server: PracticeServer;
  /** How the browser is started; set it with `test.use`. */
  launch: LaunchOptions;
  /** A fresh Chromium with the extension, at the practice marketplace. */
  browser: never;
  extension: ExtensionBrowser;
  /** The first tab. */
  tab: Page;
  /** Folder that downloads go to. */
  downloads: string;
}

/** A test with a marketplace, a browser with the extension in it, and nothing left over from other tests. */
export const test = base.extend<Omit<Fixtures, 'browser'>>({
  launch: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured parameter.
  server: async ({}, use) => {
    const server = await startPracticeServer();
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured parameter.
  downloads: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'dispute-dossier-downloads-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  extension: async ({ server, launch, downloads }, use) => {
    const extension = await launchExtension({
      hostRules: server.hostRules,
      trustedKey: server.trustedKey,
      downloads,
      ...launch,
    });
    await use(extension);
    await extension.close();
  },
  tab: async ({ extension }, use) => {
    await use(extension.context.pages()[0] ?? (await extension.context.newPage()));
  },
});

export { expect } from '@playwright/test';

/** The side panel of a tab, opened in a tab of its own. */
export async function openPanel(extension: ExtensionBrowser, tab: Page): Promise<Page> {
  return extension.openView(`sidepanel.html?tabId=${await extension.tabIdOf(tab)}`);
}
