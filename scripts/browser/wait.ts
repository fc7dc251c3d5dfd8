const POLL_MS = 50;
const TIMEOUT_MS = 15_000;

/** Asks until the answer is not undefined. Throws an Error with `failure` after the time is over. */
export async function waitFor<Value>(
  ask: () => Promise<Value | undefined>,
  failure: string,
  timeoutMs = TIMEOUT_MS,
): Promise<Value> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > until) throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
