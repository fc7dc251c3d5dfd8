import { runExportJob } from '../exporter/job.ts';
import type { BundleOrder } from '../messaging/types.ts';
import { AppError } from '../shared/errors.ts';
import type { DossierDb } from '../storage/db.ts';
import { loadFonts, loadVerifierScript } from './own-files.ts';
import { reportUnexpected } from './report.ts';
import { saveFile } from './save-file.ts';

/** Builds bundles in the page this runs in: the offscreen page, or Firefox's background page. */
export function createExportHost(db: DossierDb) {
  const running = new Map<string, AbortController>();
  return {
    /** Resolves when the export has ended, however; its record says how. */
    async start({ jobId, caseId, options, software }: BundleOrder): Promise<void> {
      const cancel = new AbortController();
      running.set(jobId, cancel);
      const request = { caseId, options, createdAt: Date.now(), software };
      const deps = {
        db,
        now: Date.now,
        fonts: loadFonts,
        verifierScript: loadVerifierScript,
        signal: cancel.signal,
        save: saveFile,
        report: reportUnexpected,
      };
      await runExportJob(jobId, request, deps);
      running.delete(jobId);
    },
    cancel(jobId: string): void {
      running.get(jobId)?.abort(new AppError('cancelled'));
    },
  };
}
