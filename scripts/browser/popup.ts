import { Buffer } from 'node:buffer';
import type { CDPSession, Page } from '@playwright/test';
import { waitFor } from './wait.ts';

/**
 * The popup that a real click on the toolbar button opened. Playwright does not list popups among its pages, so this talks
 * to it over DevTools.
 */
export interface PopupPage {
  /** Evaluates an expression in the popup and returns its value. */
  evaluate: <Value>(expression: string) => Promise<Value>;
  /** Waits until an element that `selector` finds shows `text`, and clicks it with the mouse. */
  click: (text: string, selector?: string) => Promise<void>;
  /** Waits until the popup's text contains `text`. */
  waitForText: (text: string, timeoutMs?: number) => Promise<void>;
  screenshot: () => Promise<Buffer>;
  close: () => Promise<void>;
}

/** Clicks the toolbar button on the tab of `page` and attaches to the popup. */
export async function openPopup(cdp: CDPSession, extensionId: string, page: Page): Promise<PopupPage> {
  await page.bringToFront();
  const tabs = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }, { exclude: true }] });
  const tab = tabs.targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}`);
  await cdp.send('Extensions.triggerAction' as never, { id: extensionId, targetId: tab.targetId } as never);
  const targetId = await waitFor(async () => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    return targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${extensionId}/popup.html`))?.targetId;
  }, 'The popup did not open');
  return attach(cdp, targetId);
}

async function attach(cdp: CDPSession, targetId: string): Promise<PopupPage> {
  const send = await connect(cdp, targetId);
  return popupOver({
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    press: async (point) => {
      for (const type of ['mousePressed', 'mouseReleased']) {
        await send('Input.dispatchMouseEvent', { type, ...point, button: 'left', clickCount: 1 });
      }
    },
    screenshot: async () => {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      await cdp.send('Target.closeTarget', { targetId });
    },
  });
}

/** What a browser can do with a popup. */
export interface PopupChannel extends Pick<PopupPage, 'evaluate' | 'screenshot' | 'close'> {
  /** Clicks with the mouse. */
  press: (point: Point) => Promise<void>;
}

/** A popup that a browser can evaluate in and press on. */
export function popupOver({ evaluate, press, screenshot, close }: PopupChannel): PopupPage {
  const waitForText = async (text: string, timeoutMs?: number) => {
    const words = JSON.stringify(text);
    await waitFor(
      async () => (await evaluate<boolean>(`Boolean(document.body?.innerText.includes(${words}))`)) || undefined,
      `No “${text}”`,
      timeoutMs,
    );
  };
  const click = async (text: string, selector = 'button, a, summary, label') => {
    await waitFor(async () => {
      const place = await restingPlace(() => evaluate<Point | undefined>(findPlace(selector, text)), text);
      await press(place);
      // Something may have come above it at the last moment. A popup that is gone has got its click.
      return (await evaluate<boolean>('window.wasHit').catch(() => true)) || undefined;
    }, `No click reached: ${text}`);
  };
  return { evaluate, waitForText, click, screenshot, close };
}

/** Lists that change shift what is below them, so an element is clicked where it has come to rest. */
async function restingPlace(find: () => Promise<Point | undefined>, text: string): Promise<Point> {
  let before: Point | undefined;
  return waitFor(async () => {
    const place = await find();
    const rests = place !== undefined && place.x === before?.x && place.y === before.y;
    before = place;
    return rests ? place : undefined;
  }, `Nothing to click: ${text}`);
}

/** A place in the popup, in CSS pixels. */
interface Point {
  x: number;
  y: number;
}

function findPlace(selector: string, text: string): string {
  return `(() => {
    const wanted = [...document.querySelectorAll(${JSON.stringify(selector)})].find((e) => e.innerText.includes(${JSON.stringify(text)}) && !e.disabled);
    if (!wanted) return undefined;
    wanted.scrollIntoView({ block: 'nearest' });
    window.wasHit = false;
    wanted.addEventListener('click', () => { window.wasHit = true; }, { capture: true, once: true });
    const { left, top, width, height } = wanted.getBoundingClientRect();
    return width ? { x: left + width / 2, y: top + height / 2 } : undefined;
  })()`;
}

// biome-ignore lint/suspicious/noExplicitAny: replies of DevTools commands that have no types here.
type Send = (method: string, params?: object) => Promise<any>;

/** A command channel to one target through the browser's session, because Playwright opens none to popups. */
async function connect(cdp: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message);
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error) waiter?.reject(new Error(error.message));
    else waiter?.resolve(result);
  });
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const message = JSON.stringify({ id: last, method, params });
      cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}
