import { type PrecheckInput, precheck } from '../../lib/cases/precheck.ts';
import { PrecheckList } from './PrecheckList.tsx';

/** The 12315 check of a case as it stands; a default export because forms load it when they are open. */
export default function Precheck(input: PrecheckInput) {
  return <PrecheckList grounds={precheck(input)} />;
}
