import { MAX_SERVICES, type StampRow, type StampService, type StampSettings } from '../../lib/stamps/types.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { StampQueue } from './StampQueue.tsx';
import styles from './StampSection.module.css';
import { StampServiceForm } from './StampServiceForm.tsx';
import { StampServices } from './StampServices.tsx';

interface StampSectionProps {
  settings: StampSettings;
  rows: readonly StampRow[];
  /** The browser lets us ask every service that is chosen; null while it is being asked. */
  allowed: boolean | null;
  /** The user has just refused that. */
  refused: boolean;
  /** Turns time stamps on (with the services that are chosen) or off. */
  onSwitch: (on: boolean) => void;
  onChoose: (chosen: string[]) => void;
  onAdd: (service: StampService) => void;
  onRemove: (id: string) => void;
  onRetry: () => void;
}

/** Time stamps of others: whether, by whom, and how far they are. Off until somebody turns them on. */
export function StampSection({ settings, rows, allowed, refused, ...actions }: StampSectionProps) {
  const t = useTranslate();
  const { onSwitch, onChoose, onAdd, onRemove, onRetry } = actions;
  const { on, chosen } = settings;
  const isBlocked = on && allowed === false;
  return (
    <Card title={t('stampSettings.title')}>
      <div className={styles.section}>
        <Toggle label={t('stampSettings.on')} why={t('stampSettings.onWhy')} checked={on} onChange={onSwitch} />
        {isBlocked && (
          <Notice
            tone="error"
            title={t('stampSettings.blockedTitle')}
            onDismiss={() => onSwitch(true)}
            dismissLabel={t('stampSettings.allow')}
          >
            {t('stampSettings.blocked')}
          </Notice>
        )}
        {refused && !isBlocked && (
          <Notice tone="info" title={t('stampSettings.refusedTitle')}>
            {t('stampSettings.refused')}
          </Notice>
        )}
        {on && chosen.length === 0 && <p role="status">{t('stampSettings.noneChosen')}</p>}
        {rows.length > 0 && <StampQueue rows={rows} on={on} onRetry={onRetry} />}
        <StampServices
          settings={settings}
          isFull={chosen.length >= MAX_SERVICES}
          onChoose={onChoose}
          onRemove={onRemove}
        />
        <StampServiceForm onAdd={onAdd} />
      </div>
    </Card>
  );
}
