import type { CaptureNews } from '../messaging/types.ts';

const SHOWN_MS = 6000;
const TOAST = 'dispute-dossier-toast';
const NAME = 'disputeDossierToast';
const world = globalThis as { [NAME]?: () => void };

const LOOK = `
  all: initial; position: fixed; inset-inline-end: 24px; inset-block-end: 24px; z-index: 2147483647; max-inline-size: 360px;
  padding: 12px 16px; border-radius: 8px; border: 1px solid; box-shadow: 0 4px 16px rgb(0 0 0 / 20%); cursor: pointer;
  font: 14px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif;`;
const COLOURS = {
  done: 'color: #1c3b20; background: #eaf5ea; border-color: #2e6b34;',
  partial: 'color: #4a2c00; background: #fff3e0; border-color: #8a5100;',
  failed: 'color: #5f1410; background: #fdecea; border-color: #b3261e;',
};

/**
 * Says in the page how its capture has ended, for those who started it without a view of ours. Only behind the last picture:
 * what we draw is never part of the evidence. Goes away by itself, by a click, and before the next capture.
 */
export function showToast({ state, words }: CaptureNews): void {
  hideToast();
  const host = document.createElement(TOAST);
  const box = document.createElement('div');
  box.style.cssText = LOOK + COLOURS[state];
  box.setAttribute('role', state === 'failed' ? 'alert' : 'status');
  box.textContent = words;
  host.attachShadow({ mode: 'closed' }).append(box);
  const timer = setTimeout(hideToast, SHOWN_MS);
  world[NAME] = () => {
    clearTimeout(timer);
    host.remove();
    delete world[NAME];
  };
  host.addEventListener('click', hideToast);
  document.documentElement.append(host);
}

/** Takes the last message away. */
export function hideToast(): void {
  world[NAME]?.();
}
