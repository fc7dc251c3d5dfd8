import type { Translate } from '../../lib/i18n/translate.ts';
import { useTranslate } from '../translate.tsx';
import styles from './LeadChoice.module.css';

const CHOICES = [168, 72, 48, 24, 12, 6, 3, 1];
/** From here on people count in days; 48 hours is what the rules themselves say. */
const COUNTED_IN_DAYS = 72;

/** How long before a deadline, in hours; each may be chosen or not. */
export function LeadChoice({ leads, onChange }: { leads: readonly number[]; onChange: (leads: number[]) => void }) {
  const t = useTranslate();
  const choices = [...new Set([...CHOICES, ...leads])].sort((one, other) => other - one);
  const toggle = (lead: number) => onChange(choices.filter((choice) => leads.includes(choice) !== (choice === lead)));
  return (
    <fieldset className={styles.leads}>
      <legend>{t('reminderSettings.leads')}</legend>
      <div className={styles.choices}>
        {choices.map((lead) => (
          <label key={lead}>
            <input type="checkbox" checked={leads.includes(lead)} onChange={() => toggle(lead)} />
            {leadWords(t, lead)}
          </label>
        ))}
      </div>
      {leads.length === 0 && (
        <p role="status" className={styles.none}>
          {t('reminderSettings.noLeads')}
        </p>
      )}
    </fieldset>
  );
}

function leadWords(t: Translate, lead: number): string {
  return lead >= COUNTED_IN_DAYS && lead % 24 === 0
    ? t('reminderSettings.leadDays', { count: lead / 24 })
    : t('reminderSettings.leadHours', { count: lead });
}
