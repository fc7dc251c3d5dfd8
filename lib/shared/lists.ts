/** The entries without those whose key an earlier one has; an entry without a key (undefined) repeats none. */
export function firstOfEach<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string | undefined): Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (key === undefined) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
