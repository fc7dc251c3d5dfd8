/** `npm run shots`: every view in every theme, language and width, into `shots-output/`, to be looked at one by one. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Locale } from '../lib/i18n/index.ts';
import { buildExtension } from './browser/build.ts';
import { captureFromToolbar } from './browser/journey.ts';
import { type ExtensionBrowser, launchExtension } from './browser/launch.ts';
import { type PracticeServer, startPracticeServer } from './practice/server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUTPUT = join(ROOT, 'shots-output');
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;
const PANEL_WIDTHS = [320, 400, 600];

/** A view in one state: its address, and what must be there before it is photographed. */
interface View {
  name: string;
  path: string;
  ready: string;
  widths: readonly number[];
}

function views(tabs: { refund: number; order: number; home: number }): View[] {
  return [
    { name: 'panel-refund', path: `sidepanel.html?tabId=${tabs.refund}`, ready: '[role=timer]', widths: PANEL_WIDTHS },
    { name: 'panel-order', path: `sidepanel.html?tabId=${tabs.order}`, ready: '[role=timer]', widths: PANEL_WIDTHS },
    { name: 'panel-none', path: `sidepanel.html?tabId=${tabs.home}`, ready: 'h1', widths: PANEL_WIDTHS },
    { name: 'popup-refund', path: `popup.html?tabId=${tabs.refund}`, ready: 'h1', widths: [360] },
    { name: 'popup-none', path: `popup.html?tabId=${tabs.home}`, ready: 'h1', widths: [360] },
    { name: 'cases', path: 'cases.html', ready: 'tbody tr', widths: [600, 1180] },
    { name: 'settings', path: 'options.html', ready: 'input', widths: [360, 640] },
    { name: 'privacy', path: 'privacy.html', ready: 'h1', widths: [600] },
  ];
}

async function photograph(page: Page, view: View, browser: ExtensionBrowser, suffix: string): Promise<void> {
  await page.goto(`chrome-extension://${browser.extensionId}/${view.path}`);
  await page.locator(view.ready).first().waitFor();
  for (const width of view.widths) {
    await page.setViewportSize({ width, height: 720 });
    await page.screenshot({
      path: join(OUTPUT, `${view.name}-${width}-${suffix}.png`),
      fullPage: true,
      animations: 'disabled',
    });
  }
}

/** The ways out of the case on the page, with one channel open, and back. */
async function photographWays(page: Page, suffix: string): Promise<void> {
  await page.getByRole('button', { name: /看全部办法|All ways/ }).click();
  await page.locator('details summary').first().waitFor();
  await page.locator('details summary', { hasText: '12345' }).click();
  for (const width of [320, 600, 1180]) {
    await page.setViewportSize({ width, height: 720 });
    await page.screenshot({
      path: join(OUTPUT, `ways-${width}-${suffix}.png`),
      fullPage: true,
      animations: 'disabled',
    });
  }
  await page.goBack();
}

async function photographCase(page: Page, browser: ExtensionBrowser, suffix: string): Promise<void> {
  await page.setViewportSize({ width: 1180, height: 720 });
  await page.goto(`chrome-extension://${browser.extensionId}/cases.html`);
  await page.locator('tbody a').first().click();
  await page.locator('img').first().waitFor();
  await page.screenshot({ path: join(OUTPUT, `case-1180-${suffix}.png`), fullPage: true, animations: 'disabled' });
  await photographWays(page, suffix);
  await page.locator('a[href^="#export"]').click();
  await page.getByRole('combobox').waitFor();
  await page.setViewportSize({ width: 600, height: 720 });
  await page.screenshot({ path: join(OUTPUT, `export-600-${suffix}.png`), fullPage: true, animations: 'disabled' });
}

async function openTabs(browser: ExtensionBrowser, server: PracticeServer) {
  const open = async (url: string) => {
    const page = await browser.context.newPage();
    await page.goto(url);
    return page;
  };
  const [order, refund] = [await open(server.urls.order), await open(server.urls.refund)];
  await (await captureFromToolbar(browser, refund)).close();
  const home = await open(server.urls.home);
  return {
    refund: await browser.tabIdOf(refund),
    order: await browser.tabIdOf(order),
    home: await browser.tabIdOf(home),
  };
}

async function photographAll(server: PracticeServer, language: Locale, colorScheme: 'light' | 'dark'): Promise<void> {
  const browser = await launchExtension({ hostRules: server.hostRules, language, colorScheme, hideScrollbars: true });
  try {
    const tabs = await openTabs(browser, server);
    const page = await browser.context.newPage();
    for (const view of views(tabs)) await photograph(page, view, browser, `${colorScheme}-${language}`);
    await photographCase(page, browser, `${colorScheme}-${language}`);
  } finally {
    await browser.close();
  }
}

buildExtension();
await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
const server = await startPracticeServer();
try {
  for (const language of LANGUAGES) for (const theme of THEMES) await photographAll(server, language, theme);
} finally {
  await server.close();
}
process.stdout.write(`${OUTPUT}\n`);
