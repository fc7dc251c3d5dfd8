import { LocateFixed } from 'lucide-react';
import type { Find } from '../../lib/redaction/find.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './FindList.module.css';

interface FindListProps {
  finds: readonly Find[];
  chosen: ReadonlySet<string>;
  onToggle: (ids: readonly string[], chosen: boolean) => void;
  /** Shows where a find stands; of one that stands on no picture there is nothing to show. */
  onShow: (find: Find) => void;
}

/** What the rules found, each with its rule and how sure it is, to be covered or left. */
export function FindList({ finds, chosen, onToggle, onShow }: FindListProps) {
  const t = useTranslate();
  if (finds.length === 0) return <p className={styles.hint}>{t('redaction.noFinds')}</p>;
  const ids = finds.map(({ id }) => id);
  return (
    <>
      <p className={styles.all}>
        <Button kind="quiet" onClick={() => onToggle(ids, true)}>
          {t('redaction.all')}
        </Button>
        <Button kind="quiet" onClick={() => onToggle(ids, false)}>
          {t('redaction.none')}
        </Button>
      </p>
      <ul className={styles.list}>
        {finds.map((find) => (
          <li key={find.id}>
            <label className={styles.find}>
              <input
                type="checkbox"
                checked={chosen.has(find.id)}
                onChange={({ target }) => onToggle([find.id], target.checked)}
              />
              <span>
                <span className={styles.text} lang="zh-CN">
                  {find.text}
                </span>
                <FindNote find={find} />
              </span>
            </label>
            {find.boxes.length > 0 && (
              <Button
                kind="quiet"
                icon={<LocateFixed aria-hidden="true" />}
                onClick={() => onShow(find)}
                aria-label={t('redaction.show', { text: find.text })}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function FindNote({ find: { rule, confidence, boxes, inTexts } }: { find: Find }) {
  const t = useTranslate();
  const words = [
    t(`redaction.rule.${rule}`),
    ...(rule === 'word' ? [] : [t(`redaction.confidence.${confidence}`)]),
    ...(boxes.length > 0 ? [t('redaction.onPictures', { count: boxes.length })] : []),
    ...(inTexts > 0 ? [t('redaction.inTexts', { count: inTexts })] : []),
  ];
  return <span className={styles.hint}>{words.join(' · ')}</span>;
}
