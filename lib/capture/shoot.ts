import type { ShotOutcome, ShotRequest } from '../messaging/types.ts';
import { errorCodeOf } from '../shared/errors.ts';
import { nextPaint } from './settle.ts';

/** So long the user may look at another tab before the capture ends with what it has. */
const TAB_PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 500;
/** A worker that has died is started again by the next message; more deaths than these are no accident. */
const MAX_DEATHS = 3;

/** Asks again when the worker has died meanwhile; the message starts another one. */
export async function askAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let deaths = 0; ; deaths += 1) {
    try {
      return await ask();
    } catch (error) {
      if (errorCodeOf(error) !== 'unexpected' || deaths >= MAX_DEATHS) throw error;
    }
  }
}
type ScreenRequest = Omit<ShotRequest, 'words'>;

interface ShootDeps {
  /** Asks for one picture; what can be told of the screen only now is added by whoever asks. */
  ask: (request: ScreenRequest) => Promise<ShotOutcome>;
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
  request: Omit<ScreenRequest, 'attempt'>,
  { ask, onWait }: ShootDeps,
): Promise<boolean> {
  let hiddenSince: number | null = null;
  let deaths = 0;
  for (let attempt = 1; ; ) {
    try {
      const { kept, isStill } = await ask({ ...request, attempt });
      if (kept) return isStill;
      attempt += 1;
    } catch (error) {
      const code = errorCodeOf(error);
      if (code === 'capture.tabHidden') {
        if (hiddenSince === null) onWait();
        hiddenSince ??= performance.now();
        if (performance.now() - hiddenSince > TAB_PATIENCE_MS) throw error;
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      } else {
        deaths += 1;
        if (code !== 'unexpected' || deaths > MAX_DEATHS) throw error;
      }
    }
    await nextPaint();
  }
}
