import type { Restore } from './page-state.ts';

/** What moves for longer than this is photographed as it moves. */
const PATIENCE_MS = 400;

/** Stops what moves for ever, such as spinners and banners, so that a screen can stand still; it goes on with `Restore`. */
export function pauseEndless(document: Document): Restore {
  const paused = running(document).filter((animation) => endOf(animation) === Number.POSITIVE_INFINITY);
  for (const animation of paused) animation.pause();
  return () => {
    for (const animation of paused.splice(0)) animation.play();
  };
}

/** Waits for what moves to its end, such as blocks that are faded in when they are scrolled to. */
export async function animationsEnded(document: Document): Promise<void> {
  const ending = running(document).filter((animation) => endOf(animation) !== Number.POSITIVE_INFINITY);
  if (ending.length === 0) return;
  await Promise.race([
    Promise.allSettled(ending.map(({ finished }) => finished)),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
}

function running(document: Document): Animation[] {
  return document.getAnimations().filter(({ playState }) => playState === 'running');
}

function endOf({ effect }: Animation): number {
  return Number(effect?.getComputedTiming().endTime ?? 0);
}
