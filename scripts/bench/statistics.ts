export interface Spread {
  min: number;
  median: number;
  max: number;
}

/** Least, middle and greatest value; NaN when there are none. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return { min: sorted[0] ?? Number.NaN, median: (low + high) / 2, max: sorted.at(-1) ?? Number.NaN };
}

/** The middle value; NaN when there are none. */
export function median(values: readonly number[]): number {
  return spread(values).median;
}

type Methods = Record<string, () => Promise<unknown>>;
type Results<Named extends Methods> = { [Name in keyof Named]: Awaited<ReturnType<Named[Name]>>[] };

/**
 * Runs every method once, then every method again, so that a busy minute of the machine falls on all of them alike. The
 * order turns by one each round.
 * @returns the results of each method, in order of its runs.
 */
export async function inTurns<Named extends Methods>(methods: Named, rounds: number): Promise<Results<Named>> {
  const names = Object.keys(methods);
  const results: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of [...names.slice(round % names.length), ...names.slice(0, round % names.length)]) {
      results[name]?.push(await methods[name]?.());
    }
  }
  return results as Results<Named>;
}

/** Each value of one method divided by that of another in the same round. */
export function ratios(values: readonly number[], others: readonly number[]): number[] {
  return values.flatMap((value, round) => {
    const other = others[round];
    return other ? [value / other] : [];
  });
}
