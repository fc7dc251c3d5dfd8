import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAwake } from '../../../lib/platform/keep-awake.ts';

/** Firefox's patience with a background page that does nothing it knows of. */
const IDLE_MS = 30_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('calls the browser more often than it falls asleep, until the work has ended', async () => {
  const calls: number[] = [];
  vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockImplementation((async () => {
    calls.push(Date.now());
    return {};
  }) as never);
  const began = Date.now();
  const work = keepAwake(new Promise((resolve) => setTimeout(() => resolve('done'), 100_000)));
  await vi.advanceTimersByTimeAsync(100_000);
  expect(await work).toBe('done');
  const gaps = [began, ...calls, began + 100_000].map((at, index, all) => (all[index + 1] ?? at) - at);
  expect(Math.max(...gaps)).toBeLessThan(IDLE_MS);
  const ended = calls.length;
  await vi.advanceTimersByTimeAsync(100_000);
  expect(calls).toHaveLength(ended);
});

it('lets the browser sleep after work that fails', async () => {
  const call = vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockImplementation((async () => ({})) as never);
  await expect(keepAwake(Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  await vi.advanceTimersByTimeAsync(100_000);
  expect(call).not.toHaveBeenCalled();
});
