const HEADER_BYTES = 24;
/** The eight bytes every PNG begins with. */
const SIGNATURE = 0x89504e470d0a1a0an;

/** Width and height in pixels, from the first bytes of a PNG; nothing is decoded. Null for anything else. */
export async function pngSize(picture: Blob): Promise<{ width: number; height: number } | null> {
  const header = new DataView(await picture.slice(0, HEADER_BYTES).arrayBuffer());
  const isPng = header.byteLength === HEADER_BYTES && header.getBigUint64(0) === SIGNATURE;
  return isPng ? { width: header.getUint32(16), height: header.getUint32(20) } : null;
}
