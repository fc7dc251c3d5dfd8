import { CheckReport } from '../../components/storage/CheckReport.tsx';
import { StorageCard } from '../../components/storage/StorageCard.tsx';
import { WorkProgress } from '../../components/storage/WorkProgress.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { useSpace, useStorageShares, useStoreCheck } from '../../lib/live/use-storage.ts';
import { saveFile } from '../../lib/platform/save-file.ts';
import { chinaDate } from '../../lib/shared/time.ts';

/** Room, what takes it, and whether everything is as it was stored. */
export function StoragePart() {
  const t = useTranslate();
  const { check, onCheck, onStop, onClose } = useStoreCheck();
  const save = (text: string) => {
    const file = new Blob([`\uFEFF${text}`], { type: 'text/plain;charset=utf-8' });
    saveFile(file, `${t('storeCheck.fileName')}_${chinaDate(Date.now())}.txt`);
  };
  return (
    <StorageCard {...useSpace()} shares={useStorageShares()} isChecking={check.state === 'running'} onCheck={onCheck}>
      {check.state === 'running' && <WorkProgress label={t('storeCheck.running')} {...check} onStop={onStop} />}
      {check.state === 'done' && <CheckReport report={check.result} onSave={save} />}
      {check.state === 'failed' && (
        <Notice tone="error" onDismiss={onClose} dismissLabel={t('job.gotIt')}>
          {check.code === 'cancelled' ? t('storeCheck.stopped') : t(`error.${check.code}`)}
        </Notice>
      )}
    </StorageCard>
  );
}
