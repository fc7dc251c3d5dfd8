import { BackupCard, BackupDone } from '../../components/storage/BackupCard.tsx';
import { BackupPreview, ChooseBackup, RestoreDone } from '../../components/storage/RestorePart.tsx';
import { WorkProgress } from '../../components/storage/WorkProgress.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { useBackup, useRestore } from '../../lib/live/use-backup.ts';

/** One file with everything, and how to get it back. */
export function BackupPart() {
  const t = useTranslate();
  const { backup, onBackUp, onStop, onClose } = useBackup();
  const outcome = (
    <>
      {backup.state === 'running' && (
        <WorkProgress label={t(`backup.phase.${backup.phase ?? 'reading'}`)} {...backup} onStop={onStop} />
      )}
      {backup.state === 'done' && <BackupDone backup={backup.result} />}
      {backup.state === 'failed' && (
        <Notice tone="error" onDismiss={onClose} dismissLabel={t('job.gotIt')}>
          {backup.code === 'cancelled' ? t('backup.stopped') : t(`error.${backup.code}`)}
        </Notice>
      )}
    </>
  );
  return (
    <BackupCard isRunning={backup.state === 'running'} onBackUp={onBackUp} outcome={outcome}>
      <Restore />
    </BackupCard>
  );
}

function Restore() {
  const t = useTranslate();
  const { inspection, restoring, onChoose, onRestore, onStop, onClose } = useRestore();
  if (restoring.state === 'running')
    return <WorkProgress label={t('restore.running')} {...restoring} onStop={onStop} />;
  if (restoring.state === 'done') return <RestoreDone counts={restoring.result} onClose={onClose} />;
  if (restoring.state === 'failed') {
    return (
      <Notice tone="error" onDismiss={onClose} dismissLabel={t('job.gotIt')}>
        {restoring.code === 'cancelled' ? t('restore.stopped') : t(`error.${restoring.code}`)}
      </Notice>
    );
  }
  if (inspection.state === 'running')
    return <WorkProgress label={t('restore.checking')} {...inspection} onStop={onStop} />;
  if (inspection.state === 'done')
    return <BackupPreview contents={inspection.result} onRestore={onRestore} onClose={onClose} />;
  return (
    <>
      {inspection.state === 'failed' && (
        <Notice tone="error">
          {inspection.code === 'cancelled' ? t('restore.notChecked') : t(`error.${inspection.code}`)}
        </Notice>
      )}
      <ChooseBackup onChoose={onChoose} />
    </>
  );
}
