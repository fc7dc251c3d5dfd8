import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTranslate } from '../../lib/i18n/index.ts';
import { openBidi } from './firefox/bidi.ts';
import { type FirefoxPage, firefoxPage } from './firefox/page.ts';
import { startFirefox } from './firefox/process.ts';
import { type FirefoxWindow, findWindow, widgetName } from './firefox/window.ts';
import type { UsersBrowser } from './journey.ts';
import { type PopupPage, popupOver } from './popup.ts';
import { openTunnel } from './tunnel.ts';
import { waitFor } from './wait.ts';

const EXTENSION = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const VIEWPORT = { width: 1280, height: 800 };
const DOWNLOAD_TIMEOUT_MS = 120_000;

export interface FirefoxOptions {
  /** Port of this machine at which all secure pages are, whatever their address says. */
  port: number;
  /** Where downloads go. */
  downloads: string;
  headed?: boolean;
}

/** A real Firefox with the production build of the extension in it. */
export interface FirefoxExtension extends UsersBrowser<FirefoxPage> {
  /** The first tab. */
  tab: FirefoxPage;
  /** Opens a page of the extension in a tab behind the others, e.g. `sidepanel.html?tabId=3`. */
  openView: (path: string) => Promise<FirefoxPage>;
  /** Does the sidebar show the extension's panel? */
  isPanelOpen: () => Promise<boolean>;
  close: () => Promise<void>;
}

/**
 * Starts Firefox with the built extension, driven over WebDriver BiDi, without a display unless told otherwise. What only the
 * user can do outside the pages, such as pressing the toolbar button, is done in Firefox's own window. Its texts are English:
 * Debian's Firefox has Chinese in a package of its own.
 * Throws with advice when Firefox or the build is missing.
 */
export async function launchFirefox({ port, downloads, headed }: FirefoxOptions): Promise<FirefoxExtension> {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) {
    throw new Error('No build in .output/firefox-mv3: npm run build:firefox');
  }
  const tunnel = await openTunnel(port);
  const firefox = await startFirefox(preferences(tunnel.port, downloads), headed);
  try {
    const session = await openBidi(firefox.address);
    const { extension: id } = await session.send('webExtension.install', {
      extensionData: { type: 'path', path: EXTENSION },
    });
    const { contexts } = await session.send('browsingContext.getTree');
    await session.send('browsingContext.setViewport', { context: contexts[0].context, viewport: VIEWPORT });
    const window = await findWindow(session);
    const host = await window.hostOf(id);
    const openView = async (path: string): Promise<FirefoxPage> => {
      const { context } = await session.send('browsingContext.create', { type: 'tab', background: true });
      const page = firefoxPage(session, context);
      await page.goto(`moz-extension://${host}/${path}`);
      return page;
    };
    // The background page sleeps and wakes as it likes; a page with nothing on it sees the same database.
    const worker = await openView('privacy.html');
    return {
      tab: firefoxPage(session, contexts[0].context),
      t: createTranslate('en'),
      openView,
      worker: async () => worker,
      isPanelOpen: async () => (await window.sidebar())?.startsWith(widgetName(id)) ?? false,
      clickToolbar: (page) => openPopup(window, id, page),
      nextDownload: () => nextDownload(downloads),
      close: async () => {
        await firefox.close();
        await tunnel.close();
      },
    };
  } catch (error) {
    await firefox.close();
    await tunnel.close();
    throw error;
  }
}

function preferences(port: number, downloads: string): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    // Without a window in front, popups would close as soon as they open.
    'ui.popup.disable_autohide': true,
  };
}

async function openPopup(window: FirefoxWindow, extensionId: string, page: FirefoxPage): Promise<PopupPage> {
  await page.bringToFront();
  await window.pressButton(extensionId);
  await waitFor(async () => (await window.popupState()) === 'ready' || undefined, 'The popup did not open');
  return popupOver({
    evaluate: window.inPopup,
    press: window.clickInPopup,
    screenshot: page.screenshot,
    close: async () => {
      await window.closePopup();
      await waitFor(async () => (await window.popupState()) === 'closed' || undefined, 'The popup did not close');
    },
  });
}

/** The next whole file: Firefox writes into a file beside it that ends in .part until it is whole. */
async function nextDownload(folder: string): Promise<string> {
  const present = new Set(await readdir(folder));
  return waitFor(
    async () => {
      const files = await readdir(folder);
      const name = files.find((file) => !present.has(file) && !file.endsWith('.part'));
      return name !== undefined && !files.some((file) => file.endsWith('.part')) ? join(folder, name) : undefined;
    },
    'Nothing was downloaded',
    DOWNLOAD_TIMEOUT_MS,
  );
}
