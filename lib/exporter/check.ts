import { blobAccess } from '../bundle/zip/source.ts';
import { createDigest } from '../evidence/digester.ts';
import { createVerifier } from '../evidence/signing.ts';
import { AppError } from '../shared/errors.ts';
import { knownRoots } from '../stamps/roots.ts';
import { zipSource } from '../verify/sources.ts';
import { verifyBundle } from '../verify/verify-bundle.ts';

/**
 * Opens a finished bundle and checks it as an officer would, before anybody is told that it is done. A time stamp whose root is not
 * known is said in the bundle and is no reason to keep it back.
 * @throws AppError export.damaged when it does not pass.
 */
export async function verifyBlob(
  bundle: Blob,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { subtle } = crypto;
  const stamps = { subtle, roots: knownRoots() };
  const deps = { digest: createDigest(subtle), verifySignature: createVerifier(subtle), stamps };
  const report = await verifyBundle(await zipSource(blobAccess(bundle)), deps, {
    onProgress: ({ bytes }) => {
      signal.throwIfAborted();
      onProgress(bytes);
    },
  });
  if (report.verdict === 'failed') {
    const codes = report.layers.flatMap(({ problems }) => problems.map(({ code }) => code));
    throw new AppError('export.damaged', codes.join(', '));
  }
}
