/** The content of one extra field of a zip header, or null. A field that runs over the end counts as absent. */
export function findExtra(extra: Uint8Array<ArrayBuffer>, id: number): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  let at = 0;
  while (at + 4 <= extra.length) {
    const start = at + 4;
    const end = start + view.getUint16(at + 2, true);
    if (end > extra.length) return null;
    if (view.getUint16(at, true) === id) return extra.slice(start, end);
    at = end;
  }
  return null;
}
