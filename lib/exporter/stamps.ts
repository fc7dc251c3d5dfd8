import type { BundleStamp } from '../bundle/stamps.ts';
import type { LogEntry } from '../evidence/types.ts';
import { checkResponse } from '../stamps/check.ts';
import { StampError } from '../stamps/fault.ts';
import { readRequest } from '../stamps/request.ts';
import { knownRoots } from '../stamps/roots.ts';
import { stampFiles } from '../stamps/round.ts';
import { lastOf, readStatement } from '../stamps/statement.ts';
import type { DossierDb } from '../storage/db.ts';
import { stampsOf } from '../storage/stamps.ts';

/**
 * The time stamps for a bundle: those about its entries, each checked once more. One that does not hold any more proves nothing and is
 * left out.
 * @param log the whole log.
 * @param wanted numbers of the entries that the bundle shows.
 */
export async function bundleStamps(
  db: DossierDb,
  log: readonly LogEntry[],
  wanted: readonly number[],
): Promise<BundleStamp[]> {
  const found = await Promise.all((await stampsOf(db, log, wanted)).map(({ stamp }) => bundleStamp(stamp)));
  return found.flatMap((stamp) => stamp ?? []).sort((a, b) => a.genTime - b.genTime);
}

async function bundleStamp(kept: Parameters<typeof stampFiles>[0]): Promise<BundleStamp | null> {
  const files = stampFiles(kept);
  const query = readRequest(files.request);
  const statement = readStatement(kept.statement);
  if (!query || !statement) return null;
  const deps = { subtle: crypto.subtle, roots: knownRoots() };
  const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', files.statement));
  try {
    const { genTime, signer, root, certificates } = await checkResponse(files.response, { ...query, imprint }, deps);
    const isKnown = root.state === 'known';
    return { ...files, certificates, genTime, signer, isKnown, first: statement.first, last: lastOf(statement) };
  } catch (error) {
    if (error instanceof StampError) return null;
    throw error;
  }
}
