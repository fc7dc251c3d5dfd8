import type { BidiSession } from './bidi.ts';

/** What Firefox's own code calls here, as far as it is used. */
declare const WebExtensionPolicy: { getByID: (id: string) => { mozExtensionHostname: string } | null };
declare const CustomizableUI: { addWidgetToArea: (widget: string, area: string) => void };

declare const SidebarController: { isOpen: boolean; currentID: string };

/** Firefox's own window around the pages: where toolbar buttons and popups are, out of a page's reach. */
export interface FirefoxWindow {
  /** Host of the extension's pages (moz-extension://…), new in every profile. */
  hostOf: (extensionId: string) => Promise<string>;
  /** Puts the extension's button into the toolbar, as a user does who pins it, and presses it. */
  pressButton: (extensionId: string) => Promise<void>;
  /** Evaluates an expression in the open popup. Rejects when there is none. */
  inPopup: <Value>(expression: string) => Promise<Value>;
  /** Clicks with the mouse at a point of the popup. */
  clickInPopup: (point: Point) => Promise<void>;
  /** `ready`: its page is loaded. */
  popupState: () => Promise<'closed' | 'loading' | 'ready'>;
  closePopup: () => Promise<void>;
  /** What the sidebar shows: a name that begins with the extension's, or null. */
  sidebar: () => Promise<string | null>;
}

/** Finds the window of a session that may reach it (`--remote-allow-system-access`). */
export async function findWindow({ send, run }: BidiSession): Promise<FirefoxWindow> {
  const { contexts } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window: string = contexts[0].context;
  const ask = async (task: PopupTask) => {
    const script = `data:,(${encodeURIComponent(String(answerInPopup))})()`;
    const { value, error } = await run(window, askPopup, { task, script });
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return {
    hostOf: (extensionId) =>
      run(window, (id) => WebExtensionPolicy.getByID(id)?.mozExtensionHostname ?? '', extensionId),
    pressButton: (extensionId) => run(window, pressButton, widgetName(extensionId)),
    inPopup: async <Value>(expression: string) => {
      const value = await ask({ expression });
      return (value === undefined ? undefined : JSON.parse(value)) as Value;
    },
    clickInPopup: async (point) => void (await ask({ point })),
    popupState: () =>
      run(window, () => {
        const popup = document.querySelector<PopupBrowser>('.webextension-popup-browser');
        if (!popup) return 'closed';
        const isLoaded = popup.currentURI.schemeIs('moz-extension') && !popup.webProgress.isLoadingDocument;
        return isLoaded ? 'ready' : 'loading';
      }),
    closePopup: () =>
      run(window, () => {
        const panel = document.querySelector('.webextension-popup-browser')?.closest('panel');
        (panel as unknown as { hidePopup: () => void } | undefined)?.hidePopup();
      }),
    sidebar: () => run(window, () => (SidebarController.isOpen ? SidebarController.currentID : null)),
  };
}

/** How Firefox names what belongs to an extension. */
export function widgetName(extensionId: string): string {
  return extensionId.replaceAll(/[^\w-]/g, '_');
}

function pressButton(name: string): void {
  CustomizableUI.addWidgetToArea(`${name}-browser-action`, 'nav-bar');
  const item = document.getElementById(`${name}-browser-action`);
  const button = item?.querySelector<HTMLElement>('.unified-extensions-item-action-button');
  if (!button) throw new Error('The extension has no button');
  button.click();
}

interface Point {
  x: number;
  y: number;
}

/** What is wanted of the popup: the value of an expression, or a click. */
type PopupTask = { expression: string } | { point: Point };

/** The value as JSON, or what went wrong. */
interface PopupReply {
  value?: string;
  error?: string;
}

type Listener = (message: { data: PopupReply }) => void;
interface PopupBrowser extends Element {
  currentURI: { schemeIs: (scheme: string) => boolean };
  webProgress: { isLoadingDocument: boolean };
  messageManager?: {
    addMessageListener: (name: string, listener: Listener) => void;
    removeMessageListener: (name: string, listener: Listener) => void;
    sendAsyncMessage: (name: string, task: PopupTask) => void;
    loadFrameScript: (address: string, later: boolean) => void;
  };
}

/** Runs in Firefox's window. The popup is in another process, which the protocol does not reach; a frame script does. */
function askPopup({ task, script }: { task: PopupTask; script: string }): Promise<PopupReply> {
  const manager = document.querySelector<PopupBrowser>('.webextension-popup-browser')?.messageManager;
  if (!manager) throw new Error('No popup is open');
  return new Promise((resolve, reject) => {
    // A popup that closes takes its answer with it.
    const timer = setTimeout(() => reject(new Error('The popup does not answer')), 5000);
    const listener: Listener = ({ data }) => {
      clearTimeout(timer);
      manager.removeMessageListener('popup:reply', listener);
      resolve(data);
    };
    manager.addMessageListener('popup:reply', listener);
    manager.loadFrameScript(script, false);
    manager.sendAsyncMessage('popup:task', task);
  });
}

declare const content: Window & { synthesizeMouseEvent: (type: string, x: number, y: number, options: object) => void };
declare const Cu: {
  Sandbox: new (window: Window, options: object) => object;
  evalInSandbox: (expression: string, sandbox: object) => unknown;
};
declare function addMessageListener(name: string, listener: (message: { data: PopupTask }) => void): void;
declare function removeMessageListener(name: string, listener: (message: { data: PopupTask }) => void): void;
declare function sendAsyncMessage(name: string, reply: PopupReply): void;

/** Runs beside the popup with rights of its own, because the popup's policy lets nobody evaluate anything. */
function answerInPopup(): void {
  const answer = async ({ data }: { data: PopupTask }) => {
    removeMessageListener('popup:task', answer);
    try {
      if ('point' in data) {
        for (const type of ['mousedown', 'mouseup']) {
          content.synthesizeMouseEvent(type, data.point.x, data.point.y, { button: 0, clickCount: 1 });
        }
        return sendAsyncMessage('popup:reply', {});
      }
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const value = JSON.stringify(await Cu.evalInSandbox(data.expression, sandbox));
      sendAsyncMessage('popup:reply', value === undefined ? {} : { value });
    } catch (error) {
      sendAsyncMessage('popup:reply', { error: String(error) });
    }
  };
  addMessageListener('popup:task', answer);
}
