import type { InspectedBackup } from '../backup/inspect.ts';
import type { RestoredCounts } from '../backup/restore.ts';
import type { WrittenBackup } from '../backup/write.ts';
import { saveFile } from '../platform/save-file.ts';
import { softwareInUse } from '../platform/software.ts';
import { requireSpace } from '../platform/storage-space.ts';
import { db } from './database.ts';
import { useWork } from './use-work.ts';

/** Backing everything up: the finished file is read back, then handed to the user. The code for it comes with the first click. */
export function useBackup() {
  const { work, run, stop, reset } = useWork<WrittenBackup, 'reading' | 'verifying'>();
  const onBackUp = () =>
    void run(async ({ onProgress, signal }) => {
      const { writeBackup } = await import('../backup/write.ts');
      const { name, version } = softwareInUse();
      const written = await writeBackup({
        db,
        now: Date.now(),
        tool: { name, version },
        onProgress: (phase, done, total) => onProgress(done, total, phase),
        signal,
      });
      saveFile(written.file, written.fileName);
      return written;
    });
  return { backup: work, onBackUp, onStop: stop, onClose: reset };
}

/** Restoring: a chosen file is read as a whole first and its contents are shown; nothing is changed before the user says so. */
export function useRestore() {
  const inspection = useWork<InspectedBackup>();
  const restoring = useWork<RestoredCounts>();
  const onChoose = (file: File) => {
    restoring.reset();
    void inspection.run(async ({ onProgress, signal }) => {
      const { inspectBackup } = await import('../backup/inspect.ts');
      return inspectBackup(db, file, { onProgress, signal });
    });
  };
  const onRestore = (withSettings: boolean) => {
    if (inspection.work.state !== 'done') return;
    const { opened, whole } = inspection.work.result;
    void restoring.run(async ({ onProgress, signal }) => {
      await requireSpace(opened.manifest.fileBytes);
      const { restoreBackup } = await import('../backup/restore.ts');
      return restoreBackup(opened, whole, { db, now: Date.now(), withSettings, onProgress, signal });
    });
  };
  return {
    inspection: inspection.work,
    restoring: restoring.work,
    onChoose,
    onRestore,
    onStop: () => {
      inspection.stop();
      restoring.stop();
    },
    onClose: () => {
      inspection.reset();
      restoring.reset();
    },
  };
}
