import { useTranslate } from '../translate.tsx';
import styles from './Footer.module.css';

/** Said on every screen that shows deadlines or makes documents. */
export function Footer() {
  const t = useTranslate();
  return (
    <footer className={styles.footer}>
      {t('common.disclaimer')}{' '}
      <a href="/privacy.html" target="_blank" rel="noreferrer">
        {t('common.privacy')}
      </a>
      {' · '}
      <a href="/options.html" target="_blank" rel="noreferrer">
        {t('settings.title')}
      </a>
    </footer>
  );
}
