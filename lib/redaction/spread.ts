import type { PixelBox } from '../evidence/covered.ts';

/** A picture of a capture and where it lies in the stitched picture of the whole page. */
export interface Sheet {
  /** Name of the file. */
  name: string;
  width: number;
  height: number;
  /** The part that is in the whole picture, and where that part begins there; null for a picture that lies nowhere in it. */
  place: { source: PixelBox; left: number; top: number } | null;
}

type PlacedBox = PixelBox & { picture: string };

/** What has to be covered on every picture: each box where it was made, and wherever another picture shows the same part of the page. */
export function spreadBoxes(boxes: readonly PlacedBox[], sheets: readonly Sheet[]): ReadonlyMap<string, PixelBox[]> {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const covered = new Map<string, PixelBox[]>();
  const add = (name: string, box: PixelBox | null) => {
    if (box) covered.set(name, [...(covered.get(name) ?? []), box]);
  };
  for (const { picture, ...box } of boxes) {
    const sheet = byName.get(picture);
    if (!sheet) continue;
    add(picture, within(box, { left: 0, top: 0, width: sheet.width, height: sheet.height }));
    const onPage = sheet.place && toPage(box, sheet.place);
    if (!onPage) continue;
    for (const other of sheets)
      if (other.name !== picture && other.place) add(other.name, fromPage(onPage, other.place));
  }
  return covered;
}

type Place = NonNullable<Sheet['place']>;

function toPage(box: PixelBox, { source, left, top }: Place): PixelBox | null {
  const seen = within(box, source);
  return seen && { ...seen, left: seen.left - source.left + left, top: seen.top - source.top + top };
}

function fromPage(box: PixelBox, { source, left, top }: Place): PixelBox | null {
  return within({ ...box, left: box.left - left + source.left, top: box.top - top + source.top }, source);
}

/** The part of a box that lies in another one, in whole pixels; null when there is none. */
function within(box: PixelBox, limit: PixelBox): PixelBox | null {
  const left = Math.max(limit.left, Math.floor(box.left));
  const top = Math.max(limit.top, Math.floor(box.top));
  const right = Math.min(limit.left + limit.width, Math.ceil(box.left + box.width));
  const bottom = Math.min(limit.top + limit.height, Math.ceil(box.top + box.height));
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}
