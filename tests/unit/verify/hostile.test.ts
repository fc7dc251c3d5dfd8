import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobAccess } from '../../../lib/bundle/zip/source.ts';
import { toOpenFailure } from '../../../lib/verify/open-failure.ts';
import { blobsSource, zipSource } from '../../../lib/verify/sources.ts';
import { verifyBundle } from '../../../lib/verify/verify-bundle.ts';
import { type Bytes, deps, zip } from './spoiled-bundle.ts';

describe('what is no bundle', () => {
  it('is said to be none', async () => {
    const source = blobsSource([{ path: 'a/b.txt', blob: new Blob(['x']) }]);
    const error: unknown = await verifyBundle(source, deps).catch((reason: unknown) => reason);
    expect(toOpenFailure(error)).toEqual({ reason: 'notABundle', file: null, isTampering: false });
  });

  it('is never a crash, however a zip is cut or changed', { timeout: 120_000 }, async () => {
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const outcome = async (content: Bytes): Promise<string> => {
      try {
        return (await verifyBundle(await zipSource(blobAccess(new Blob([content]))), deps)).verdict;
      } catch (error) {
        const failure = toOpenFailure(error);
        if (!failure) throw error;
        return failure.reason;
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(await outcome(bytes.slice(0, length))).toMatch(/^(cutOff|notZip)$/);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const spoiled = bytes.slice();
        spoiled[at] = (spoiled[at] ?? 0) ^ mask;
        const harmless = isTimeOrAttribute(bytes, at);
        if (!harmless) expect(await outcome(spoiled), `byte ${at}`).not.toBe('passed');
      }),
      { numRuns: 200 },
    );
  });
});

/** Bytes of a zip header that say nothing about content: version, time, disk and attributes. */
function isTimeOrAttribute(zipBytes: Bytes, at: number): boolean {
  const view = new DataView(zipBytes.buffer);
  for (let start = Math.max(0, at - 46); start <= at; start += 1) {
    if (start + 4 > zipBytes.length) continue;
    const place = at - start;
    const signature = view.getUint32(start, true);
    if (signature === 0x04034b50 && place < 30) return (place >= 4 && place < 8) || (place >= 10 && place < 14);
    if (signature === 0x02014b50 && place < 46)
      return (place >= 4 && place < 10) || (place >= 12 && place < 16) || (place >= 34 && place < 42);
  }
  return false;
}
