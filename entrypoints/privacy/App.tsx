import { useTranslate } from '../../components/translate.tsx';
import styles from './App.module.css';

const PARTS = ['stored', 'where', 'network', 'others', 'erase'] as const;

/** What is stored, where, for how long, and how to erase it. The same words as `docs/privacy.md`. */
export function App() {
  const t = useTranslate();
  return (
    <main className={styles.page}>
      <h1>{t('privacyPage.title')}</h1>
      <p>{t('privacyPage.intro')}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{t(`privacyPage.${part}`)}</h2>
          <p>{t(`privacyPage.${part}Text`)}</p>
        </section>
      ))}
    </main>
  );
}
