import { existsSync } from 'node:fs';

// Plain JavaScript: `run.mjs` asks before the packages, and with them a newer Node, are installed.

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const CANDIDATES = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe', 'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe'],
};

/**
 * The Firefox for tests: `FIREFOX_PATH` when set, else the first one found. Null when there is none.
 * @returns {string | null}
 */
export function findFirefox() {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) return existsSync(chosen) ? chosen : null;
  return CANDIDATES[process.platform]?.find((path) => existsSync(path)) ?? null;
}
