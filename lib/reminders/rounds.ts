/**
 * Makes rounds one after the other: what is asked for while one is running is one more round after it, however often it is
 * asked. `failed` is told about a round that threw; the next one starts anew.
 */
export function inTurn(round: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await round().catch(failed);
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}
