import { createRequire } from 'node:module';
import { defineConfig, type UserManifest } from 'wxt';
import { isPlain, LISTED_SERVICES } from './lib/stamps/services.ts';
import { bundleAssets, manifestLocales } from './scripts/build/assets.ts';
import { writeBuildFile } from './scripts/build/build-file.ts';

/** Time-stamp services without encryption: these few, and none that a user adds. */
const PLAIN_SERVICES = LISTED_SERVICES.filter(isPlain).map(({ url }) => new URL(url).origin);

/** Nothing is loaded from outside, nothing is sent outside but requests for time stamps, and no page of ours can be framed. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // A recording of the user's, opened in a tab of its own, keeps the policy of the page it came from.
  "media-src 'self' blob:",
  "font-src 'self'",
  // Which https host is asked for a time stamp, the user chooses; the permission that they give is the limit.
  `connect-src 'self' blob: data: https: ${PLAIN_SERVICES.join(' ')}`,
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * 140 is the first Firefox that tells the user, when installing, what an extension collects: here nothing. All that ever leaves
 * the computer is digests, for time stamps, to services that the user has chosen. Everything else that is used is older (`rect` of pictures on a gesture's grant: 126; hosts granted with the
 * installation: 127; optional hosts: 128), and so are the long-term versions that are still supported.
 */
const FIREFOX = {
  id: 'dispute-dossier@example.org',
  strict_min_version: '140.0',
  data_collection_permissions: { required: ['none' as const] },
};

const TERSER = { ecma: 2020, toplevel: true, compress: { passes: 3 } } as const;

function manifest(browser: string, isProduction: boolean): UserManifest {
  const isFirefox = browser === 'firefox';
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'activeTab',
      'scripting',
      'contextMenus',
      'unlimitedStorage',
      'alarms',
      ...(isFirefox ? [] : ['offscreen' as const]),
    ],
    // Each costs a warning, so each is asked for where it is needed, and everything else works without.
    optional_permissions: isFirefox ? ['notifications'] : ['pageCapture', 'notifications'],
    optional_host_permissions: ['<all_urls>'],
    commands: {
      capture: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_captureCommand__' },
    },
    ...(isProduction && { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }),
    ...(isFirefox ? { browser_specific_settings: { gecko: FIREFOX } } : { minimum_chrome_version: '123' }),
  };
}

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  imports: false,
  manifest: ({ browser, mode }) => manifest(browser, mode === 'production'),
  manifestVersion: 3,
  // The documents' libraries are one large chunk that only the offscreen page loads.
  vite: () => ({ build: { chunkSizeWarningLimit: 2000 } }),
  hooks: {
    // Scripts in pages of others are loaded on every visit, so every byte counts: they need a few calls that browsers answer
    // with promises themselves, where the polyfill would be a tenth of their size, and Terser makes them smaller by 2 %.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script')) return;
      // rrweb-snapshot brings a U+FFFE, for which Chromium takes a script not to be UTF-8.
      const format = { ascii_only: entrypoints.some(({ name }) => name === 'page-copy') };
      const terserOptions = { ...TERSER, format };
      const native = { find: 'wxt/browser', replacement: createRequire(import.meta.url).resolve('wxt/browser') };
      config.plugins = [
        ...(config.plugins ?? []),
        {
          name: 'small-scripts',
          config: () => ({ resolve: { alias: [native] }, build: { minify: 'terser' as const, terserOptions } }),
        },
      ];
    },
    // The titles of our pages are Chinese; the toolbar's tooltip and the sidebar's follow the browser's language.
    'build:manifestGenerated': (_wxt, generated) => {
      if (generated.action) generated.action.default_title = '__MSG_extName__';
      if (generated.sidebar_action) generated.sidebar_action.default_title = '__MSG_extName__';
    },
    // What a capture and a bundle name as the program that made them; everybody can work it out again (README).
    'build:done': (wxt) => writeBuildFile(wxt.config.outDir),
    'build:publicAssets': async (_wxt, files) => {
      files.push(...(await manifestLocales()), ...(await bundleAssets()));
    },
  },
});
