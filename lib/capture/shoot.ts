import type { ShotOutcome, ShotRequest } from '../messaging/types.ts';
import { AppError } from '../shared/errors.ts';
import { nextPaint } from './settle.ts';

/**
 * Has one screen photographed until a picture shows it finished: the background says when it has to be taken again.
 * @returns false when the page would not stand still and its last picture was kept as it is.
 * @throws AppError capture.tabHidden when the page is not in front.
 */
export async function shootUntilStill(
  request: Omit<ShotRequest, 'attempt'>,
  ask: (request: ShotRequest) => Promise<ShotOutcome>,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    if (document.hidden) throw new AppError('capture.tabHidden');
    const { kept, isStill } = await ask({ ...request, attempt });
    if (kept) return isStill;
    await nextPaint();
  }
}
