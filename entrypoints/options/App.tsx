import { CaptureSection } from '../../components/settings/CaptureSection.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Footer } from '../../components/ui/Footer.tsx';
import { useDatabase } from '../../lib/live/database.ts';
import { changeCapture, useSettings } from '../../lib/live/use-settings.ts';
import styles from './App.module.css';
import { BackupPart } from './BackupPart.tsx';
import { BinPart } from './BinPart.tsx';
import { ReminderPart } from './ReminderPart.tsx';
import { StampPart } from './StampPart.tsx';
import { StoragePart } from './StoragePart.tsx';

/** Everything that can be chosen, one section for each part of the extension. What is changed acts at once, in every view. */
export function App() {
  const t = useTranslate();
  useDatabase();
  const settings = useSettings();
  return (
    <main className={styles.page}>
      <header>
        <h1>{t('settings.title')}</h1>
        <p className={styles.muted}>{t('settings.atOnce')}</p>
      </header>
      {settings ? (
        <>
          <ReminderPart settings={settings.reminders} />
          <CaptureSection settings={settings.capture} onChange={(change) => void changeCapture(change)} />
          <StampPart settings={settings.stamps} />
        </>
      ) : (
        <p role="status">{t('common.loading')}</p>
      )}
      <StoragePart />
      <BackupPart />
      <BinPart />
      <Footer />
    </main>
  );
}
