/** A session of WebDriver BiDi, the protocol that Firefox is driven with. Node brings the socket; no package is needed. */
export interface BidiSession {
  /** Sends a command and waits for its result. Rejects with the words of the browser. */
  // biome-ignore lint/suspicious/noExplicitAny: results of commands of the protocol, of which few are used here.
  send: (method: string, params?: object) => Promise<any>;
  /**
   * Runs a function in a page, or in the browser's own window, and waits for what it returns. Both ways go through JSON; the
   * function stands alone, only its text is sent.
   */
  run: <Value, Argument = void>(
    context: string,
    page: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ) => Promise<Value>;
}

/** Connects to `address` (ws://…) and begins a session in which our own certificate counts. */
export async function openBidi(address: string): Promise<BidiSession> {
  const send = await connect(`${address}/session`);
  await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  return {
    send,
    run: async (context, page, argument) => {
      const expression = `(async () => JSON.stringify(await (${page})(${JSON.stringify(argument)})))()`;
      const { type, result, exceptionDetails } = await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      });
      if (type === 'exception') throw new Error(exceptionDetails.text);
      return result.value === undefined ? undefined : JSON.parse(result.value);
    },
  };
}

interface Answer {
  id: number | null;
  type: 'success' | 'error' | 'event';
  result: unknown;
  error: string;
  message: string;
}

async function connect(address: string): Promise<BidiSession['send']> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(data) as Answer;
    const waiter = waiting.get(id ?? -1);
    waiting.delete(id ?? -1);
    if (type === 'error') waiter?.reject(new Error(`${error}: ${message}`));
    else waiter?.resolve(result);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has gone'));
    waiting.clear();
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)), { once: true });
  });
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
