import { browser } from 'wxt/browser';

/** Firefox puts its background page to sleep after 30 s without an event or a call, whatever it is doing. */
const EVERY_MS = 10_000;

/**
 * Keeps the background awake until `work` has ended. An answer that somebody waits for is no reason for Firefox to stay awake
 * for more than one more turn, so a cheap call is made from time to time.
 * @returns what `work` returns, or rejects with what it rejects.
 */
export async function keepAwake<Value>(work: Promise<Value>): Promise<Value> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
