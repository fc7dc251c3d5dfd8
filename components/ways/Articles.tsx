import { ARTICLE_CLAIMS } from '../../lib/stages/rules/articles.ts';
import { describeWorks } from '../../lib/stages/rules/describe.ts';
import { useLocalText } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './Articles.module.css';

/** What three widely read articles say and where they are out of date. Folded: it is for those who have read them. */
export function Articles() {
  const t = useTranslate();
  const local = useLocalText();
  return (
    <Card>
      <details>
        <summary className={styles.summary}>{t('ways.articlesTitle')}</summary>
        <p className={styles.muted}>{t('ways.articlesIntro')}</p>
        <ul className={styles.list}>
          {ARTICLE_CLAIMS.map(({ articles, says, finding, sources, confidence }) => {
            const works = describeWorks(sources);
            return (
              <li key={says.zh}>
                <p>{t('ways.articleSays', { articles: articles.join(t('common.comma')), text: local(says) })}</p>
                <p>{t('ways.articleFinding', { text: local(finding) })}</p>
                <p className={styles.muted}>
                  {[works && local(works), ...confidence.map((code) => t(`ways.confidence.${code}`))]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            );
          })}
        </ul>
        <p className={styles.muted}>
          {(['S0', 'S1', 'S2'] as const)
            .map((key) => `${key} ${local(describeWorks([{ key }]) ?? { zh: '', en: '' })}`)
            .join(t('common.semicolon'))}
        </p>
      </details>
    </Card>
  );
}
