import { SECOND_MS } from '../shared/time.ts';
import { MAX_RESPONSE } from '../stamps/check.ts';
import { UnreachableError } from '../stamps/round.ts';
import type { StampService } from '../stamps/types.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const TIMEOUT_MS = 30 * SECOND_MS;

/**
 * Sends a request to a time-stamp service (RFC 3161 3.4), the only thing that the extension ever sends anywhere: no cookie, no
 * referrer, nothing but the request, and nowhere else than to the address the user chose.
 * @throws UnreachableError when no answer comes, or one that is no answer of such a service.
 */
export async function askService({ url }: StampService, request: Bytes): Promise<Bytes> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: request,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!reply.ok) throw new UnreachableError(`Status ${reply.status}`);
    return await readLimited(reply);
  } catch (error) {
    if (error instanceof UnreachableError) throw error;
    throw new UnreachableError('No answer', { cause: error });
  }
}

/** Whatever comes after what an answer can have is not waited for. */
async function readLimited(reply: Response): Promise<Bytes> {
  const reader = reply.body?.getReader();
  const bytes: number[] = [];
  while (reader && bytes.length <= MAX_RESPONSE) {
    const { done, value } = await reader.read();
    if (done) return Uint8Array.from(bytes);
    bytes.push(...value);
  }
  await reader?.cancel();
  throw new UnreachableError('No answer of a time-stamp service');
}
