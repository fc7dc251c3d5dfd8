import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { matchPatterns } from '../../lib/marketplaces/reader.ts';
import { ADAPTERS } from '../../lib/marketplaces/registry.ts';
import { buildDigest } from '../../scripts/build/build-file.ts';
import { type BrowserName, builtFiles, bytesOf, isBuilt } from './output.ts';

/** The manifest; its hosts are compared by themselves, because new pages are added more often than anything else. */
function manifest(name: BrowserName) {
  const { content_scripts: scripts, ...rest } = JSON.parse(bytesOf(name, 'manifest.json').toString());
  return { ...rest, content_scripts: scripts.map(({ matches: _hosts, ...script }: { matches: string[] }) => script) };
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self' blob: data: https: http://timestamp.digicert.com http://tsa.mesign.com; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe.skipIf(!isBuilt('chrome'))('the manifest for Chromium', () => {
  it('asks for this and nothing else', () => {
    const { version, content_security_policy: csp, ...rest } = manifest('chrome');
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(csp).toEqual({ extension_pages: CSP });
    expect(rest).toMatchInlineSnapshot(`
      {
        "action": {
          "default_popup": "popup.html",
          "default_title": "__MSG_extName__",
        },
        "background": {
          "service_worker": "background.js",
          "type": "module",
        },
        "commands": {
          "capture": {
            "description": "__MSG_captureCommand__",
            "suggested_key": {
              "default": "Alt+Shift+S",
            },
          },
        },
        "content_scripts": [
          {
            "js": [
              "content-scripts/alibaba1688.js",
            ],
            "run_at": "document_end",
          },
          {
            "js": [
              "content-scripts/taobao-shop.js",
            ],
            "run_at": "document_end",
          },
          {
            "exclude_matches": [
              "https://buyertrade.taobao.com/trade/detail/tradeSnap.htm*",
              "https://trade.taobao.com/trade/detail/tradeSnap.htm*",
            ],
            "js": [
              "content-scripts/taobao-trade.js",
            ],
            "run_at": "document_end",
          },
        ],
        "default_locale": "zh_CN",
        "description": "__MSG_extDescription__",
        "icons": {
          "128": "icons/128.png",
          "16": "icons/16.png",
          "32": "icons/32.png",
          "48": "icons/48.png",
        },
        "manifest_version": 3,
        "minimum_chrome_version": "123",
        "name": "__MSG_extName__",
        "optional_host_permissions": [
          "<all_urls>",
        ],
        "optional_permissions": [
          "pageCapture",
          "notifications",
        ],
        "options_ui": {
          "open_in_tab": true,
          "page": "options.html",
        },
        "permissions": [
          "activeTab",
          "scripting",
          "contextMenus",
          "unlimitedStorage",
          "alarms",
          "offscreen",
          "sidePanel",
        ],
        "side_panel": {
          "default_path": "sidepanel.html",
        },
      }
    `);
  });

  it('runs on the pages that are read, each host named in full, over https', () => {
    const { content_scripts: scripts } = JSON.parse(bytesOf('chrome', 'manifest.json').toString());
    const built = scripts.map(({ js, matches }: { js: string[]; matches: string[] }) => [js, matches.toSorted()]);
    const named = ADAPTERS.map((adapter) => [[`content-scripts/${adapter.script}.js`], matchPatterns(adapter)]);
    expect(built.toSorted()).toEqual(named.toSorted());
    for (const pattern of ADAPTERS.flatMap(matchPatterns))
      expect(pattern).toMatch(
        /^https:\/\/[a-z0-9]+(?:\.[a-z0-9]+)*\.(?:taobao\.com|tmall\.com|tmall\.hk|1688\.com)\/[\w/.-]*\*$/,
      );
  });

  it('names files that are there', () => {
    const text = bytesOf('chrome', 'manifest.json').toString();
    const named = [...text.matchAll(/"([\w/-]+\.(?:js|html|png))"/g)].map(([, path = '']) => path);
    const present = builtFiles('chrome', '**/*');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !present.includes(path))).toEqual([]);
    for (const locale of ['zh_CN', 'en']) {
      const messages = JSON.parse(bytesOf('chrome', `_locales/${locale}/messages.json`).toString());
      for (const [, key = ''] of text.matchAll(/__MSG_(\w+)__/g))
        expect(messages[key]?.message, `${locale} ${key}`).toBeTruthy();
    }
  });

  it('lets no page reach our files', () => {
    expect(manifest('chrome')).not.toHaveProperty('web_accessible_resources');
    expect(manifest('chrome')).not.toHaveProperty('externally_connectable');
  });

  it('names its own digest, which everybody can work out', async () => {
    const named = JSON.parse(bytesOf('chrome', 'build.json').toString());
    const command = /^find .*sha256sum$/m.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))?.[0];
    const cwd = new URL('../../.output/chrome-mv3/', import.meta.url);
    const counted = execFileSync('sh', ['-c', command ?? 'false'], { cwd, encoding: 'utf8' });
    expect(counted.trim()).toBe(`${named.sha256}  -`);
    expect(await buildDigest(fileURLToPath(cwd).replace(/\/$/, ''))).toBe(named.sha256);
  });

  it('ships what a bundle needs, with the licence of its fonts', () => {
    const size = (path: string) => bytesOf('chrome', `bundle/${path}`).length;
    expect(size('verifier.txt')).toBeGreaterThan(10_000);
    expect(size('fonts/NotoSansSC-Regular.ttf')).toBeGreaterThan(1_000_000);
    expect(bytesOf('chrome', 'bundle/fonts/OFL.txt').toString()).toContain('SIL OPEN FONT LICENSE');
  });
});

describe.skipIf(!isBuilt('firefox'))('the manifest for Firefox', () => {
  it('asks for this and nothing else', () => {
    const { version, content_security_policy: csp, ...rest } = manifest('firefox');
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(csp).toEqual({ extension_pages: CSP });
    expect(rest).toMatchInlineSnapshot(`
      {
        "action": {
          "default_popup": "popup.html",
          "default_title": "__MSG_extName__",
        },
        "background": {
          "scripts": [
            "background.js",
          ],
          "type": "module",
        },
        "browser_specific_settings": {
          "gecko": {
            "data_collection_permissions": {
              "required": [
                "none",
              ],
            },
            "id": "dispute-dossier@example.org",
            "strict_min_version": "140.0",
          },
        },
        "commands": {
          "capture": {
            "description": "__MSG_captureCommand__",
            "suggested_key": {
              "default": "Alt+Shift+S",
            },
          },
        },
        "content_scripts": [
          {
            "js": [
              "content-scripts/alibaba1688.js",
            ],
            "run_at": "document_end",
          },
          {
            "js": [
              "content-scripts/taobao-shop.js",
            ],
            "run_at": "document_end",
          },
          {
            "exclude_matches": [
              "https://buyertrade.taobao.com/trade/detail/tradeSnap.htm*",
              "https://trade.taobao.com/trade/detail/tradeSnap.htm*",
            ],
            "js": [
              "content-scripts/taobao-trade.js",
            ],
            "run_at": "document_end",
          },
        ],
        "default_locale": "zh_CN",
        "description": "__MSG_extDescription__",
        "icons": {
          "128": "icons/128.png",
          "16": "icons/16.png",
          "32": "icons/32.png",
          "48": "icons/48.png",
        },
        "manifest_version": 3,
        "name": "__MSG_extName__",
        "optional_host_permissions": [
          "<all_urls>",
        ],
        "optional_permissions": [
          "notifications",
        ],
        "options_ui": {
          "open_in_tab": true,
          "page": "options.html",
        },
        "permissions": [
          "activeTab",
          "scripting",
          "contextMenus",
          "unlimitedStorage",
          "alarms",
        ],
        "sidebar_action": {
          "default_panel": "sidepanel.html",
          "default_title": "__MSG_extName__",
          "open_at_install": false,
        },
      }
    `);
  });
});
