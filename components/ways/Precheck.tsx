import { precheck } from '../../lib/cases/ways/precheck.ts';
import type { PrecheckInput } from '../../lib/cases/ways/precheck-checks.ts';
import { PrecheckList } from './PrecheckList.tsx';

/** The 12315 check of a case as it stands; a default export because forms load it when they are open. */
export default function Precheck(input: PrecheckInput) {
  return <PrecheckList grounds={precheck(input)} />;
}
