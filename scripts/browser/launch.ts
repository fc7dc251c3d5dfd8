import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { createTranslate, type Locale, type Translate } from '../../lib/i18n/index.ts';
import { findChromium } from './find-chromium.mjs';
import { openPopup, type PopupPage } from './popup.ts';

const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchOptions {
  /** Value for `--host-resolver-rules`: sends the marketplaces' names to a server on this machine. */
  hostRules?: string;
  /** The key of that server, as `practice/certificate.ts` names it: pages of it are trusted and their pictures cached as on real sites. */
  trustedKey?: string;
  /** Show a window. */
  headed?: boolean;
  /** Language of the browser's own interface, which decides the language of ours. */
  language?: Locale;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Device pixels for each pixel of CSS. */
  scale?: number;
  /** Pictures of pages look the same on every system without scroll bars. */
  hideScrollbars?: boolean;
  /**
   * Optional permissions given from the start, because a test cannot press the browser's own dialog. The extension is the
   * production build otherwise.
   */
  granted?: { permissions?: string[]; origins?: string[] };
  /** As if the extension had come after the pages were opened: no content script runs by itself. */
  isLate?: boolean;
  /** A profile folder to keep; otherwise a fresh one is used and removed. */
  profile?: string;
  /** Where downloads go. */
  downloads?: string;
}

/** A real Chromium with the production build of the extension in it. */
export interface ExtensionBrowser {
  context: BrowserContext;
  /** Browser-wide DevTools session. */
  cdp: CDPSession;
  extensionId: string;
  /** Texts of the extension in the browser's language, for finding buttons by their words. */
  t: Translate;
  worker: () => Promise<Worker>;
  /** Opens a page of the extension in a tab, e.g. `sidepanel.html?tabId=3`. */
  openView: (path: string) => Promise<Page>;
  /** Number of the tab that shows `page`, as the extension knows it. */
  tabIdOf: (page: Page) => Promise<number>;
  /** The path of the next file that is downloaded from now on (with `downloads` set). */
  nextDownload: () => Promise<string>;
  /** Clicks the toolbar button for real; the popup opens and the tab is granted. */
  clickToolbar: (page: Page) => Promise<PopupPage>;
  close: () => Promise<void>;
  /** Ends the browser as a power cut would; its profile stays. */
  kill: () => Promise<void>;
}

/** Starts Chromium with the built extension. Throws with advice when browser or build is missing. */
export async function launchExtension(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium, Chrome or Edge found. Install one, or set CHROME_PATH to its program file.');
  if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error('No build in .output/chrome-mv3: npm run build');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'dispute-dossier-')));
  const extension = options.granted || options.isLate ? await changedBuild(options) : EXTENSION;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    acceptDownloads: true,
    locale: options.language ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    args: flags(options, extension),
    env: { ...process.env, ...languageEnvironment(options.language ?? 'zh-CN') },
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser closed at once');
  const cdp = await browser.newBrowserCDPSession();
  if (options.downloads) {
    await mkdir(options.downloads, { recursive: true }); // Chromium drops downloads to a folder that does not exist.
    await cdp.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: options.downloads,
      eventsEnabled: true,
    });
  }
  const worker = () => extensionWorker(context);
  const extensionId = new URL((await worker()).url()).host;
  return {
    context,
    cdp,
    extensionId,
    t: createTranslate(options.language ?? 'zh-CN'),
    worker,
    openView: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    tabIdOf: async (page) => tabIdOf(await worker(), page),
    nextDownload: () => nextDownload(cdp),
    clickToolbar: (page) => openPopup(cdp, extensionId, page),
    kill: async () => {
      const gone = new Promise((resolve) => context.once('close', resolve));
      await cdp.send('Browser.crash').catch(() => undefined); // Nobody is left to answer.
      await gone;
    },
    close: async () => {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
      if (extension !== EXTENSION) await rm(extension, { recursive: true, force: true });
    },
  };
}

function flags(options: LaunchOptions, extension: string): string[] {
  const {
    headed,
    hostRules,
    trustedKey,
    hideScrollbars,
    scale,
    language = 'zh-CN',
    viewport = { width: 1280, height: 800 },
  } = options;
  return [
    ...(headed ? [] : ['--headless=new']),
    ...(hideScrollbars ? ['--hide-scrollbars'] : []),
    ...(scale ? [`--force-device-scale-factor=${scale}`] : []),
    ...QUIET_FLAGS,
    '--enable-unsafe-extension-debugging',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    `--lang=${language}`,
    `--window-size=${viewport.width},${viewport.height + (headed ? 0 : 87)}`,
    ...(hostRules ? [`--host-resolver-rules=${hostRules}`, trust(trustedKey)] : []),
  ];
}

/** A browser that ignores every error caches nothing. */
function trust(key: string | undefined): string {
  return key ? `--ignore-certificate-errors-spki-list=${key}` : '--ignore-certificate-errors';
}

const DOWNLOAD_TIMEOUT_MS = 120_000;

function nextDownload(cdp: CDPSession): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Nothing was downloaded')), DOWNLOAD_TIMEOUT_MS);
    const onProgress = ({ state, filePath }: { state: string; filePath?: string }) => {
      if (state === 'inProgress') return;
      cdp.off('Browser.downloadProgress', onProgress);
      clearTimeout(timer);
      if (state === 'completed' && filePath) resolve(filePath);
      else reject(new Error(`The download ended as ${state}`));
    };
    cdp.on('Browser.downloadProgress', onProgress);
  });
}

/** On Linux Chromium takes its language from the environment, not from `--lang`. */
function languageEnvironment(language: string): Record<string, string> {
  const name = language === 'en' ? 'en_US' : 'zh_CN';
  return { LANGUAGE: name, LC_ALL: 'C.UTF-8' };
}

/** A copy of the build with another manifest. */
async function changedBuild({
  granted: { permissions = [], origins = [] } = {},
  isLate,
}: LaunchOptions): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'dispute-dossier-extension-'));
  await cp(EXTENSION, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.permissions.push(...permissions);
  manifest.host_permissions = origins;
  if (isLate) manifest.content_scripts = [];
  await writeFile(file, JSON.stringify(manifest));
  return copy;
}

async function extensionWorker(context: BrowserContext): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith('chrome-extension://');
  return context.serviceWorkers().find(isOurs) ?? context.waitForEvent('serviceworker', { predicate: isOurs });
}

/** Asks the extension which of its tabs is in front, after bringing `page` there. */
async function tabIdOf(worker: Worker, page: Page): Promise<number> {
  await page.bringToFront();
  const id = await worker.evaluate(async () => {
    const tabs = (globalThis as unknown as ChromeInWorker).chrome.tabs;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? null;
  });
  if (id === null) throw new Error('The extension sees no tab in front');
  return id;
}

interface ChromeInWorker {
  chrome: { tabs: { query: (filter: object) => Promise<{ id?: number }[]> } };
}
