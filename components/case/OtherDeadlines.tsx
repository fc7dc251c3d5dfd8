import type { CaseView } from '../../lib/cases/view.ts';
import { formatMinute } from '../../lib/i18n/format.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { useLocalText } from './local-text.ts';
import styles from './OtherDeadlines.module.css';
import { basisWords } from './words.ts';

/** Everything else that is due, each with its source. Folded, because one clock matters most. */
export function OtherDeadlines({ view }: { view: CaseView }) {
  const t = useTranslate();
  const local = useLocalText();
  const others = view.status.deadlines.filter((deadline) => deadline !== view.deadline);
  if (others.length === 0) return null;
  return (
    <Card>
      <details>
        <summary className={styles.summary}>
          {t('now.otherDeadlines')} ({others.length})
        </summary>
        <ul className={styles.list}>
          {others.map((deadline) => (
            <li key={`${deadline.machine} ${deadline.id}`}>
              <strong>{formatMinute(deadline.due)}</strong> {t(`owner.${deadline.owner}`)} · {local(deadline.action)}
              <div className={styles.source}>
                {basisWords(t, view.case, deadline)} · {local(deadline.source)}
              </div>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
