/** The one place for failures nobody foresaw. They go to the console of this context only; no page text, nothing is sent. */
export function reportUnexpected(error: unknown): void {
  console.error(error);
}
