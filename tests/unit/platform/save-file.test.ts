// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { saveFile } from '../../../lib/platform/save-file.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('saves a file under its name and gives the address back much later', () => {
  vi.useFakeTimers();
  const file = new Blob(['bundle']);
  const clicked: { href: string; download: string }[] = [];
  const revoke = vi.fn();
  Object.assign(URL, { createObjectURL: vi.fn(() => 'blob:test'), revokeObjectURL: revoke });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push({ href: this.href, download: this.download });
  });
  saveFile(file, '12315证据包_测试店铺.zip');
  expect(URL.createObjectURL).toHaveBeenCalledExactlyOnceWith(file);
  expect(clicked).toEqual([{ href: 'blob:test', download: '12315证据包_测试店铺.zip' }]);
  expect(document.querySelector('a')).toBeNull();
  vi.advanceTimersByTime(60_000);
  expect(revoke).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:test');
});
