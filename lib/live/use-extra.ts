import { useEffect, useState } from 'react';
import { type Extra, isAllowed, isOffered, requestExtra } from '../platform/permissions.ts';

/**
 * An optional permission: whether the user has given it, and how to ask (in the handler of a click). Null while that is not
 * known, and for good where the browser does not have it.
 */
export function useExtra(extra: Extra): { allowed: boolean | null; request: () => void } {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => void (isOffered(extra) && isAllowed(extra).then(setAllowed)), [extra]);
  return { allowed, request: () => void requestExtra(extra).then(setAllowed) };
}
