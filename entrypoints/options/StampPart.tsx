import { StampSection } from '../../components/settings/StampSection.tsx';
import { useStampRows } from '../../lib/live/use-seals.ts';
import { useStampSettings } from '../../lib/live/use-stamps.ts';
import type { StampSettings } from '../../lib/stamps/types.ts';

/** The section about time stamps, with the permission that they need. */
export function StampPart({ settings }: { settings: StampSettings }) {
  const rows = useStampRows() ?? [];
  return <StampSection settings={settings} rows={rows} {...useStampSettings(settings)} />;
}
