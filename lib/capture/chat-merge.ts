/** How a run of messages lies over those that are known; both oldest first, both without gaps. */
export interface Laid {
  /** Place of the run's first message among the known ones; negative when it is older than all of them. */
  at: number;
  /** How many of the run are known. 0: it touches the known ones nowhere, and `at` means nothing. */
  shared: number;
}

/**
 * Lays a run over what is known of a conversation that is walked from the newest message to the oldest. Pages recycle their
 * nodes, so identity is not in them: the run is laid where both say the same, which also proves that nothing is missing
 * between them. Equal messages sent twice stay two; of three in one second the third cannot be told from them.
 * @param known, run keys of messages: the same for the same message.
 */
export function layRun(known: readonly string[], run: readonly string[]): Laid {
  if (isRunAt(0, known, run)) return { at: 0, shared: run.length };
  const older = longestOverlap(run, known);
  if (older > 0) return { at: older - run.length, shared: older };
  const inside = placeOf(known, run);
  if (inside !== -1) return { at: inside, shared: run.length };
  const around = placeOf(run, known);
  if (around !== -1) return { at: -around, shared: known.length };
  const newer = longestOverlap(known, run);
  return { at: known.length - newer, shared: newer };
}

/** How many of the last entries of `older` are the first of `newer`. */
export function longestOverlap(older: readonly string[], newer: readonly string[]): number {
  for (let size = Math.min(older.length, newer.length); size > 0; size -= 1) {
    const start = older.length - size;
    let same = 0;
    while (same < size && newer[same] === older[start + same]) same += 1;
    if (same === size) return size;
  }
  return 0;
}

/** Where `keys` holds the whole run; -1 when it does not. An empty run is nowhere. */
function placeOf(keys: readonly string[], run: readonly string[]): number {
  return run.length === 0 ? -1 : keys.findIndex((_, start) => isRunAt(start, keys, run));
}

function isRunAt(start: number, keys: readonly string[], run: readonly string[]): boolean {
  return run.length > 0 && run.every((key, index) => key === keys[start + index]);
}
