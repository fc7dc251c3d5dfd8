import { BinCard } from '../../components/storage/BinCard.tsx';
import { useBin } from '../../lib/live/bin.ts';
import { erasedAfter } from '../../lib/storage/bin.ts';

/** Deleted captures, for as long as they can be brought back. */
export function BinPart() {
  const { captures, ...actions } = useBin();
  return captures ? <BinCard captures={captures} erasedAfter={erasedAfter} {...actions} /> : null;
}
