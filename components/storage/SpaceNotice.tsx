import { formatBytes } from '../../lib/i18n/format.ts';
import { useTranslate } from '../translate.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Says that room is running out before a capture fails for it; nothing while there is enough. */
export function SpaceNotice({ free, onOpen }: { free: number | null; onOpen: () => void }) {
  const t = useTranslate();
  if (free === null) return null;
  return (
    <Notice
      tone="error"
      title={t('storage.lowTitle', { free: formatBytes(free) })}
      onDismiss={onOpen}
      dismissLabel={t('storage.see')}
    >
      {t('storage.low')}
    </Notice>
  );
}
