import { Bell, BellOff, CalendarPlus } from 'lucide-react';
import { formatShort } from '../../lib/i18n/format.ts';
import type { ReminderState } from '../../lib/reminders/state.ts';
import type { DeadlineRef } from '../../lib/reminders/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './ReminderLine.module.css';

export interface ReminderLineProps {
  state: ReminderState;
  now: Instant;
  /** The browser was asked for notifications just now, and they were refused. */
  refused: boolean;
  onTurnOn: () => void;
  onHandled: (ref: DeadlineRef) => void;
  onRestore: (ref: DeadlineRef) => void;
  onCalendar: () => void;
}

/** Under a deadline: when the next reminder comes, or why none does, and what can be done about it. */
export function ReminderLine({ state, now, refused, ...actions }: ReminderLineProps) {
  const t = useTranslate();
  if (state.kind === 'none') return null;
  const Icon = state.kind === 'at' ? Bell : BellOff;
  return (
    <div className={styles.line}>
      <p role="status" className={styles.words}>
        <Icon aria-hidden="true" className={styles.icon} />
        {state.kind === 'at'
          ? t('reminderLine.at', { time: formatShort(state.at, now) })
          : t(`reminderLine.${state.kind}`)}
      </p>
      <div className={styles.actions}>
        <ReminderAction state={state} {...actions} />
        <Button kind="quiet" icon={<CalendarPlus aria-hidden="true" />} onClick={actions.onCalendar}>
          {t('calendar.save')}
        </Button>
      </div>
      {refused && state.kind !== 'at' && <p className={styles.refused}>{t('reminderSettings.refused')}</p>}
    </div>
  );
}

type Actions = Pick<ReminderLineProps, 'state' | 'onTurnOn' | 'onHandled' | 'onRestore'>;

function ReminderAction({ state, onTurnOn, onHandled, onRestore }: Actions) {
  const t = useTranslate();
  switch (state.kind) {
    case 'off':
    case 'blocked':
      return (
        <Button kind="quiet" onClick={onTurnOn}>
          {t(state.kind === 'off' ? 'reminderLine.turnOn' : 'reminderSettings.allow')}
        </Button>
      );
    case 'at':
      return (
        <Button kind="quiet" onClick={() => onHandled(state.ref)}>
          {t('reminderLine.markHandled')}
        </Button>
      );
    case 'handled':
      return (
        <Button kind="quiet" onClick={() => onRestore(state.ref)}>
          {t('reminderLine.restore')}
        </Button>
      );
    default:
      return null;
  }
}
