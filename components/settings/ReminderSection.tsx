import { BellRing } from 'lucide-react';
import type { ReminderSettings } from '../../lib/reminders/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { LeadChoice } from './LeadChoice.tsx';
import { QuietChoice } from './QuietChoice.tsx';
import styles from './ReminderSection.module.css';

interface ReminderSectionProps {
  settings: ReminderSettings;
  /** What the browser says about notifications; null while it is being asked. */
  allowed: boolean | null;
  /** The user has just refused them. */
  refused: boolean;
  /** A notification was just shown for trying. */
  tried: boolean;
  onSwitch: (on: boolean) => void;
  onTry: () => void;
  onChange: (change: Partial<ReminderSettings>) => void;
}

/** When and how the user wants to be reminded of deadlines. */
export function ReminderSection({ settings, allowed, refused, tried, ...actions }: ReminderSectionProps) {
  const t = useTranslate();
  const { onSwitch, onTry, onChange } = actions;
  const { on, leads, theirs, quiet, discreet, badge } = settings;
  return (
    <Card title={t('reminderSettings.title')}>
      <div className={styles.section}>
        <Toggle label={t('reminderSettings.on')} why={t('reminderSettings.onWhy')} checked={on} onChange={onSwitch} />
        <Permission on={on} allowed={allowed} refused={refused} onAllow={() => onSwitch(true)} />
        {on && allowed && (
          <div className={styles.inset}>
            <Button icon={<BellRing aria-hidden="true" />} onClick={onTry}>
              {t('reminderSettings.try')}
            </Button>
            {tried && (
              <p role="status" className={styles.muted}>
                {t('reminderSettings.tried')}
              </p>
            )}
          </div>
        )}
        <LeadChoice leads={leads} onChange={(chosen) => onChange({ leads: chosen })} />
        <Toggle
          label={t('reminderSettings.theirs')}
          why={t('reminderSettings.theirsWhy')}
          checked={theirs}
          onChange={(checked) => onChange({ theirs: checked })}
        />
        <QuietChoice quiet={quiet} onChange={(chosen) => onChange({ quiet: chosen })} />
        <Toggle
          label={t('reminderSettings.discreet')}
          why={t('reminderSettings.discreetWhy')}
          checked={discreet}
          onChange={(checked) => onChange({ discreet: checked })}
        />
        <Toggle
          label={t('reminderSettings.badge')}
          why={t('reminderSettings.badgeWhy')}
          checked={badge}
          onChange={(checked) => onChange({ badge: checked })}
        />
      </div>
    </Card>
  );
}

interface PermissionProps {
  on: boolean;
  allowed: boolean | null;
  refused: boolean;
  onAllow: () => void;
}

/** Says what the browser does not allow; the wish to be reminded and the leave to do it are two things. */
function Permission({ on, allowed, refused, onAllow }: PermissionProps) {
  const t = useTranslate();
  if (on && allowed === false) {
    return (
      <Notice
        tone="error"
        title={t('reminderSettings.blockedTitle')}
        onDismiss={onAllow}
        dismissLabel={t('reminderSettings.allow')}
      >
        {t('reminderSettings.blocked')}
      </Notice>
    );
  }
  if (on || !refused) return null;
  return (
    <Notice tone="info" title={t('reminderSettings.refusedTitle')}>
      {t('reminderSettings.refused')}
    </Notice>
  );
}
