import type { Case } from '../../lib/cases/types.ts';
import { useTranslate } from '../translate.tsx';
import { Notice } from '../ui/Notice.tsx';
import { caseWords } from './words.ts';

/** Another case has the number already: nothing was changed, and the user looks at both. */
export function ClashNotice({ other }: { other: Case }) {
  const t = useTranslate();
  return (
    <Notice tone="error" title={t('correction.clashTitle')}>
      <p>{t('correction.clashText', { title: caseWords(t, other).title })}</p>
      <a href={`/cases.html#case=${other.id}`} target="_blank" rel="noreferrer">
        {t('correction.clashOpen')}
      </a>
    </Notice>
  );
}
