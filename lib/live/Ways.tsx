import { WaysView } from '../../components/ways/WaysView.tsx';
import type { Instant } from '../shared/time.ts';
import type { ShownCase } from './use-case.ts';
import { useWays } from './use-ways.ts';

/** The ways out of a case, connected to the database; a default export because it is loaded when it is opened. */
export default function Ways({ shown, tabId, now }: { shown: ShownCase; tabId: number | null; now: Instant }) {
  return <WaysView {...useWays(shown, tabId, now)} now={now} />;
}
