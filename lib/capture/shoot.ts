import type { ShotOutcome, ShotRequest } from '../messaging/types.ts';
import { AppError, errorCodeOf } from '../shared/errors.ts';
import { nextPaint } from './settle.ts';

/** So long the user may look at another tab before the capture ends with what it has. */
const TAB_PATIENCE_MS = 120_000;
/** A worker that has died is started again by the next message; more deaths than these are no accident. */
const MAX_WORKERS = 3;

interface ShootDeps {
  ask: (request: ShotRequest) => Promise<ShotOutcome>;
  /** Tells the user that the walk waits for them to come back. */
  onWait: () => void;
}

/**
 * Has one screen photographed until a picture shows it finished: the background says when it has to be taken again. While
 * another tab is in front the walk waits; a worker that dies is asked again.
 * @returns false when the page would not stand still and its last picture was kept as it is.
 * @throws AppError capture.tabHidden when the user does not come back.
 */
export async function shootUntilStill(
  request: Omit<ShotRequest, 'attempt'>,
  { ask, onWait }: ShootDeps,
): Promise<boolean> {
  let failures = 0;
  for (let attempt = 1; ; ) {
    if (document.hidden) await inFront(onWait);
    try {
      const { kept, isStill } = await ask({ ...request, attempt });
      if (kept) return isStill;
      attempt += 1;
    } catch (error) {
      const code = errorCodeOf(error);
      failures += 1;
      const mayPass = code === 'capture.tabHidden' || code === 'unexpected';
      if (!mayPass || failures > MAX_WORKERS) throw error;
    }
    await nextPaint();
  }
}

/** Resolves when the page is in front again. */
function inFront(onWait: () => void): Promise<void> {
  onWait();
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
    const look = () => {
      if (document.hidden) return;
      end();
      resolve();
    };
    const timer = setTimeout(() => {
      end();
      reject(new AppError('capture.tabHidden'));
    }, TAB_PATIENCE_MS);
    document.addEventListener('visibilitychange', look);
  });
}
