/** Numbers of the zip format (APPNOTE 6.3.10) that reader and writer share. */
export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END_RECORD = 0x06054b50;
export const ZIP64_END_RECORD = 0x06064b50;
export const ZIP64_LOCATOR = 0x07064b50;

export const LOCAL_HEADER_BYTES = 30;
export const CENTRAL_HEADER_BYTES = 46;
export const END_RECORD_BYTES = 22;
export const ZIP64_END_RECORD_BYTES = 56;
export const ZIP64_LOCATOR_BYTES = 20;

/** A field with this value says “see the zip64 record”. */
export const MAX_16 = 0xffff;
export const MAX_32 = 0xffffffff;

export const ZIP64_EXTRA = 0x0001;
export const UNICODE_PATH_EXTRA = 0x7075;

export const STORED = 0;
export const DEFLATED = 8;

export const FLAG_ENCRYPTED = 0x0001;
export const FLAG_DATA_DESCRIPTOR = 0x0008;
export const FLAG_UTF8 = 0x0800;
/** Local headers masked, as central-directory encryption does. */
export const FLAG_MASKED = 0x2000;

/** Version needed to extract: plain files, and files that need zip64. */
export const VERSION_PLAIN = 20;
export const VERSION_ZIP64 = 45;

/** “Made on Unix”: unzip then takes the names as they are even where the locale knows no UTF-8; made on DOS it would convert them. */
export const MADE_BY_UNIX = 3 << 8;
/** Unix mode 0644 of a regular file, which “made on Unix” demands. */
export const REGULAR_FILE = (0o100644 << 16) >>> 0;

/** Little-endian 64-bit number; NaN when it is beyond what a number holds exactly. */
export function readUint64(view: DataView, offset: number): number {
  const value = view.getUint32(offset + 4, true) * 2 ** 32 + view.getUint32(offset, true);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

/** Writes a little-endian 64-bit number. */
export function writeUint64(view: DataView, offset: number, value: number): void {
  view.setUint32(offset, value % 2 ** 32, true);
  view.setUint32(offset + 4, Math.floor(value / 2 ** 32), true);
}
