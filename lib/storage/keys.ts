import { createSigningKey } from '../evidence/signing.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from './db.ts';

/**
 * The signing key of this browser profile, made at first need. Its private half cannot be read out; a signature says
 * “made in the same browser profile”, nothing about who somebody is.
 */
export async function signingKey(db: DossierDb, now: Instant): Promise<CryptoKeyPair> {
  const known = await db.keys.get('signing');
  if (known) return known.pair;
  const pair = await createSigningKey();
  return db.transaction('rw', db.keys, async () => {
    const meanwhile = await db.keys.get('signing');
    if (meanwhile) return meanwhile.pair;
    await db.keys.add({ id: 'signing', createdAt: now, pair });
    return pair;
  });
}
