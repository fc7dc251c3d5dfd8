import { browser } from 'wxt/browser';

/** A notification, named by its id. */
interface ShownNotice {
  id: string;
  title: string;
  message: string;
  /** Words of its buttons, where the browser has buttons. */
  buttons?: readonly string[];
}

/** What the user did with a notification: the place of the button in `buttons`, or null for the notification itself. */
type Clicked = (id: string, button: number | null) => void;

/** Shows a notification, unless one of this id is still there. Needs the permission. */
export async function showNotice({ id, title, message, buttons = [] }: ShownNotice): Promise<void> {
  if (id in (await browser.notifications.getAll())) return;
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title,
    message,
    // Firefox has no buttons and refuses a notification that asks for them.
    ...(import.meta.env.BROWSER !== 'firefox' && {
      buttons: buttons.map((words) => ({ title: words })),
      requireInteraction: true,
    }),
  });
}

/** Takes a notification away. */
export async function clearNotice(id: string): Promise<void> {
  await browser.notifications?.clear(id);
}

/**
 * Calls back when the user clicks a notification. Where the permission is missing there is nothing to listen to until it is
 * given; call again then.
 */
export function onNoticeClicked(clicked: Clicked): void {
  const { notifications } = browser;
  if (!notifications || listening) return;
  listening = true;
  notifications.onClicked.addListener((id) => clicked(id, null));
  notifications.onButtonClicked?.addListener((id, button) => clicked(id, button));
}
let listening = false;
