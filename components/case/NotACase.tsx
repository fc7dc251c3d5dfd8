import type { Reading } from '../../lib/marketplaces/types.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './NotACase.module.css';

/** A page without a case of its own: says what it is instead, and what to do. */
export function NotACase({ reading }: { reading: Reading | null }) {
  const t = useTranslate();
  const kind = reading?.pageKind;
  const [title, hint] =
    kind === 'blocked'
      ? [t('page.blocked'), t('page.blockedHint')]
      : kind
        ? [t('page.notACase', { kind: t(`pageKind.${kind}`) }), t('page.noneHint')]
        : [t('page.none'), `${t('page.noneHint')} ${t('page.reload')}`];
  return (
    <Card>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.hint}>{hint}</p>
    </Card>
  );
}
