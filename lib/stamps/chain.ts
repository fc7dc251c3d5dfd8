import type { Instant } from '../shared/time.ts';
import { type Certificate, isSame } from './certificate.ts';
import { StampError } from './fault.ts';
import { isSignedBy } from './signature.ts';

/**
 * Where the signer's certificate leads to. `known`: to a root that we know. `unknown`: to a root of its own, as anybody can make
 * one. `missing`: to an issuer that is not there.
 */
export type RootState = 'known' | 'unknown' | 'missing';

/** The way from the signer to its root. */
export interface Chain {
  root: RootState;
  /** From the signer to the last certificate that was found, the known root included. */
  certificates: Certificate[];
}

/** Certificates can name each other in circles; whoever makes them must not keep us busy. */
const MAX_SIGNATURES = 48;
const MAX_LENGTH = 8;

const RANK: readonly RootState[] = ['known', 'unknown', 'missing'];

/**
 * Follows the certificates of a token, each valid at the time of the stamp, signed by the next and allowed to sign, to the best
 * root that they reach.
 */
export async function followChain(
  signer: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
  at: Instant,
  subtle: SubtleCrypto,
): Promise<Chain> {
  let left = MAX_SIGNATURES;
  const isIssuer = async (issuer: Certificate, of: Certificate): Promise<boolean> => {
    const fits = issuer.isAuthority && isSame(issuer.subject, of.issuer) && isValidAt(issuer, at);
    if (!fits || left === 0) return false;
    left -= 1;
    return isSignedBy(of, issuer.key, subtle).catch((error: unknown) => {
      if (error instanceof StampError) return false;
      throw error;
    });
  };
  const from = async (trail: readonly Certificate[]): Promise<Chain> => {
    const last = trail[trail.length - 1] as Certificate;
    const isRoot = isSame(last.issuer, last.subject);
    if (roots.some((root) => isSame(root.whole, last.whole))) return { root: 'known', certificates: [...trail] };
    let best: Chain = { root: isRoot ? 'unknown' : 'missing', certificates: [...trail] };
    if (trail.length === MAX_LENGTH) return best;
    for (const issuer of [...roots, ...others]) {
      if (best.root === 'known' || trail.some((one) => isSame(one.whole, issuer.whole))) continue;
      if (!(await isIssuer(issuer, last))) continue;
      const found = await from([...trail, issuer]);
      if (RANK.indexOf(found.root) < RANK.indexOf(best.root)) best = found;
    }
    return best;
  };
  return from([signer]);
}

/** Both ends count. */
export function isValidAt({ notBefore, notAfter }: Certificate, at: Instant): boolean {
  return notBefore <= at && at < notAfter + 1000;
}
