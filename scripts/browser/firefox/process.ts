import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../find-firefox.mjs';

/** A running Firefox with a profile of its own. */
export interface FirefoxProcess {
  /** Address of its WebDriver BiDi socket, ws://… */
  address: string;
  close: () => Promise<void>;
}

/** Values of Firefox's settings (about:config). */
export type Preferences = Record<string, string | number | boolean>;

const QUIET: Preferences = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9',
};

const START_TIMEOUT_MS = 60_000;

/** Starts Firefox on a fresh profile with `preferences`. Throws with advice when there is no Firefox. */
export async function startFirefox(preferences: Preferences, headed = false): Promise<FirefoxProcess> {
  const program = findFirefox();
  if (!program) throw new Error('No Firefox found. Install it, or set FIREFOX_PATH to its program file.');
  const profile = await mkdtemp(join(tmpdir(), 'dispute-dossier-firefox-'));
  const lines = Object.entries({ ...QUIET, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access'];
  const child = spawn(program, [...(headed ? [] : ['--headless']), ...args, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, TZ: 'Asia/Shanghai' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async () => {
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { address: await socketOf(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Firefox writes the address of its socket to its error output. */
function socketOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${words}`)), START_TIMEOUT_MS);
    stderr?.on('data', (chunk: Buffer) => {
      words += chunk;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(words) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
