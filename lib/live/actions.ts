import type { ChatPlan } from '../evidence/chat/types.ts';
import type { ExportOptions } from '../messaging/types.ts';
import { sendMessage } from '../platform/send.ts';
import { askToPersist } from '../platform/storage-space.ts';
import { AppError, errorCodeOf } from '../shared/errors.ts';
import { assignCapture } from '../storage/captures.ts';
import type { Job } from '../storage/job.ts';
import { type RecordedRows, recordRows } from '../storage/list-rows.ts';
import { db } from './database.ts';

/**
 * Starts a capture; call it directly in the handler of a click, so that the gesture reaches the browser.
 * @param plan what is wanted of a chat.
 * @returns false when the browser wants another gesture first. Other failures are in the list of jobs.
 */
export async function startCapture(tabId: number, plan?: ChatPlan): Promise<boolean> {
  try {
    const started = sendMessage('capture.start', { tabId, ...(plan && { plan }) });
    // What is captured must not be cleared by the browser; asked for with what is worth keeping.
    void askToPersist().catch(() => undefined); // The settings say when it is not granted.
    await started;
    return true;
  } catch (error) {
    return errorCodeOf(error) !== 'capture.noGrant';
  }
}

/** Stops a job; nothing half-made stays behind. */
export async function cancelJob({ id, kind }: Job): Promise<void> {
  await sendMessage(kind === 'capture' ? 'capture.cancel' : 'export.cancel', { jobId: id });
}

/** Ends the reading of a chat; what has been read is kept. */
export async function stopChat({ id }: Job): Promise<void> {
  await sendMessage('capture.stop', { jobId: id });
}

/** Makes the order on a tab a case. Returns its id, or null when the tab shows no order any more. */
export async function keepCase(tabId: number): Promise<string | null> {
  return (await sendMessage('case.keep', { tabId })).caseId;
}

/** Makes every row of the list on a tab a case; null when the tab shows no list any more. */
export async function importRows(tabId: number): Promise<RecordedRows | null> {
  const tab = await db.tabs.get(tabId);
  return tab ? recordRows(db, tab, { keep: true }) : null;
}

/** Starts building a bundle; how it goes is in the list of jobs. Throws an AppError when it cannot start. */
export async function startExport(caseId: string, options: ExportOptions): Promise<void> {
  if (options.captureIds.length === 0) throw new AppError('export.noCaptures');
  await sendMessage('export.start', { caseId, options });
}

/** Puts a capture into a case. */
export function fileCapture(captureId: string, caseId: string): Promise<void> {
  return assignCapture(db, captureId, caseId);
}
