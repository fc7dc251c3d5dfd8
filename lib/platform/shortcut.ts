import { browser } from 'wxt/browser';

/** The keys of the capture shortcut as the browser has them now; empty when the user or another extension took them. */
export async function captureShortcut(): Promise<string> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find(({ name }: { name?: string }) => name === 'capture')?.shortcut ?? '';
}
