import { blobAccess } from '../bundle/zip/source.ts';
import { createDigest } from '../evidence/digester.ts';
import { createVerifier } from '../evidence/signing.ts';
import { AppError } from '../shared/errors.ts';
import { zipSource } from '../verify/sources.ts';
import { verifyBundle } from '../verify/verify-bundle.ts';

/**
 * Opens a finished bundle and checks it as an officer would, before anybody is told that it is done.
 * @throws AppError export.damaged when it does not pass.
 */
export async function verifyBlob(
  bundle: Blob,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const deps = { digest: createDigest(crypto.subtle), verifySignature: createVerifier(crypto.subtle) };
  const report = await verifyBundle(await zipSource(blobAccess(bundle)), deps, {
    onProgress: ({ bytes }) => {
      signal.throwIfAborted();
      onProgress(bytes);
    },
  });
  if (report.verdict !== 'passed') {
    const codes = report.layers.flatMap(({ problems }) => problems.map(({ code }) => code));
    throw new AppError('export.damaged', codes.join(', '));
  }
}
