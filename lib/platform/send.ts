import { browser } from 'wxt/browser';
import type { MessageType, Payload, Reply, Result } from '../messaging/types.ts';
import { AppError } from '../shared/errors.ts';

/**
 * Sends a message to the other parts of the extension and waits for the answer. Light enough for content scripts: what
 * is sent is checked where it arrives.
 * @throws AppError with the code of the failure; `unexpected` when nobody answers (the extension was updated or removed).
 */
export async function sendMessage<Type extends MessageType>(type: Type, payload: Payload<Type>): Promise<Result<Type>> {
  const reply: Reply<Type> | undefined = await browser.runtime.sendMessage({ type, payload });
  if (!reply) throw new AppError('unexpected', `No answer to ${type}`);
  if (!reply.ok) throw new AppError(reply.code);
  return reply.value;
}
