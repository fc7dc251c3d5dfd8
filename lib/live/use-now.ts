import { useEffect, useState } from 'react';
import type { Instant } from '../shared/time.ts';

/** Minutes are shown, so a few seconds late is early enough. */
const TICK_MS = 5000;

/** The current time, renewed every few seconds while the page is open. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
