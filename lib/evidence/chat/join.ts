/** Two orders of the same things laid over each other: each entry says where it is in one, in the other, or in both. */
export type Joined = { one: number; other: number } | { one: number } | { other: number };

/**
 * Lays two runs of a conversation over each other, each oldest first and without gaps. Keys that both have exactly once are
 * the fixed points; from there everything that is next to each other and equal is the same. What only one run has in between
 * (a message that was taken back meanwhile) stays, that of `one` first.
 * @param one, other keys of messages: the same for the same message.
 * @returns null when they have nothing in common, so that nobody can say what is between them.
 */
export function joinRuns(one: readonly string[], other: readonly string[]): Joined[] | null {
  const points = fixedPoints(one, other);
  if (points.length === 0) return joinEnds(one, other) ?? joinEnds(other, one)?.map(turned) ?? null;
  const joined: Joined[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const point of [...points, [one.length, other.length] as const]) {
    joined.push(...between(one, other, from, point));
    if (point[0] < one.length) joined.push({ one: point[0], other: point[1] });
    from = [point[0] + 1, point[1] + 1];
  }
  return joined;
}

type Point = readonly [one: number, other: number];

/** The longest series of keys that both have once, in the order of both. */
function fixedPoints(one: readonly string[], other: readonly string[]): Point[] {
  const places = onlyPlaces(other);
  const pairs = [...onlyPlaces(one)].flatMap(([key, place]): Point[] => {
    const there = places.get(key);
    return there === undefined ? [] : [[place, there]];
  });
  return longestRising(pairs);
}

/** Where each key stands that is there once, in their order. */
function onlyPlaces(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (const [place, key] of keys.entries()) {
    if (places.has(key)) often.add(key);
    else places.set(key, place);
  }
  for (const key of often) places.delete(key);
  return places;
}

/** Patience sorting: of pairs in order of their first number, the most whose second numbers rise as well. */
function longestRising(pairs: readonly Point[]): Point[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, [, there]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number] as Point)[1] < there) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const series: Point[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] as number) series.push(pairs[index] as Point);
  return series.reverse();
}

/** The part between two fixed points: what is equal from its beginning, then each one's own, then what is equal up to its end. */
function between(one: readonly string[], other: readonly string[], from: Point, to: Point): Joined[] {
  const lengths = [to[0] - from[0], to[1] - from[1]] as const;
  const room = Math.min(...lengths);
  const isStart = from[0] === 0 && from[1] === 0;
  const isEnd = to[0] === one.length && to[1] === other.length;
  let front = 0;
  while (!isStart && front < room && one[from[0] + front] === other[from[1] + front]) front += 1;
  let back = 0;
  while (!isEnd && back < room - front && one[to[0] - 1 - back] === other[to[1] - 1 - back]) back += 1;
  const both = (count: number, [here, there]: Point) =>
    Array.from({ length: count }, (_, index): Joined => ({ one: here + index, other: there + index }));
  const own = (start: number, end: number) => Array.from({ length: end - start }, (_, index) => start + index);
  return [
    ...both(front, from),
    ...own(from[0] + front, to[0] - back).map((place) => ({ one: place })),
    ...own(from[1] + front, to[1] - back).map((place) => ({ other: place })),
    ...both(back, [to[0] - back, to[1] - back]),
  ];
}

/** The end of `one` is the beginning of `other`, or one lies within the other; null when neither is so. */
function joinEnds(one: readonly string[], other: readonly string[]): Joined[] | null {
  for (let start = 0; start < one.length; start += 1) {
    const shared = Math.min(one.length - start, other.length);
    let same = 0;
    while (same < shared && one[start + same] === other[same]) same += 1;
    if (same < shared || shared === 0) continue;
    const tail = Array.from({ length: other.length - shared }, (_, index): Joined => ({ other: shared + index }));
    return [...one.map((_, place) => placeIn(place, start, shared)), ...tail];
  }
  return null;
}

function placeIn(place: number, start: number, shared: number): Joined {
  return place >= start && place < start + shared ? { one: place, other: place - start } : { one: place };
}

function turned(entry: Joined): Joined {
  const [one, other] = ['other' in entry ? entry.other : null, 'one' in entry ? entry.one : null];
  if (one === null) return { other: other as number };
  return other === null ? { one } : { one, other };
}
