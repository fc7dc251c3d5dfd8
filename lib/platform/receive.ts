import { type Browser, browser } from 'wxt/browser';
import { FROM_CONTENT_SCRIPTS, parseMessage } from '../messaging/protocol.ts';
import type { MessageType, Payload, Reply, Result } from '../messaging/types.ts';
import { AppError, errorCodeOf } from '../shared/errors.ts';
import { reportUnexpected } from './report.ts';

/** Who sent a message: the tab of a content script, or null for a page of ours. */
export interface Sender {
  tab: Browser.tabs.Tab | null;
}

export type Handlers = {
  [Type in MessageType]?: (payload: Payload<Type>, sender: Sender) => Result<Type> | Promise<Result<Type>>;
};

/**
 * Answers messages. A handler runs synchronously in the event, so a user gesture that came with the message reaches what
 * it calls before its first `await`. Messages without a handler here are left to other parts of the extension.
 */
export function handleMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((raw: unknown, from: Browser.runtime.MessageSender) => {
    const type = (raw as { type?: unknown } | null)?.type;
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
    return answer(() => dispatch(handlers, raw, from));
  });
}

function dispatch(handlers: Handlers, raw: unknown, from: Browser.runtime.MessageSender): unknown {
  const message = parse(raw);
  if (!message) throw new AppError('message.invalid');
  const isOurPage = from.id === browser.runtime.id && (from.url ?? '').startsWith(browser.runtime.getURL('/'));
  if (!isOurPage && !FROM_CONTENT_SCRIPTS.has(message.type)) throw new AppError('message.invalid', 'sender');
  const handler = handlers[message.type] as ((payload: unknown, sender: Sender) => unknown) | undefined;
  return handler?.(message.payload, { tab: from.tab ?? null });
}

function parse(raw: unknown): ReturnType<typeof parseMessage> {
  try {
    return parseMessage(raw);
  } catch (error) {
    throw new AppError('message.invalid', String(error).slice(0, 500));
  }
}

async function answer(run: () => unknown): Promise<Reply<MessageType>> {
  try {
    return { ok: true, value: (await run()) as Result<MessageType> };
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'unexpected' || code === 'message.invalid') reportUnexpected(error);
    return { ok: false, code };
  }
}
