/** Files made for tests: as few bytes as carry what is looked for. */

const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));
const u16 = (value: number) => [value >> 8, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];

/** The TIFF block of Exif data with the time at which a picture was taken, big-endian. */
export function tiff(time: string, zone = ''): number[] {
  const date = [...ascii(time), 0];
  const offset = zone ? [...ascii(zone), 0] : [];
  const count = zone ? 2 : 1;
  const exifAt = 26;
  const dataAt = exifAt + 2 + 12 * count + 4;
  const entry = (tag: number, length: number, place: number) => [...u16(tag), ...u16(2), ...u32(length), ...u32(place)];
  return [
    ...ascii('MM'),
    ...u16(42),
    ...u32(8),
    ...[...u16(1), ...u16(0x8769), ...u16(4), ...u32(1), ...u32(exifAt), ...u32(0)],
    ...u16(count),
    ...entry(0x9003, date.length, dataAt),
    ...(zone ? entry(0x9011, offset.length, dataAt + date.length) : []),
    ...u32(0),
    ...date,
    ...offset,
  ];
}

/** A JPEG whose camera wrote when it was taken; `before` are segments that stand first. */
export function jpeg(block: readonly number[], before: readonly number[] = []): Blob {
  const exif = [...ascii('Exif'), 0, 0, ...block];
  const segment = [0xff, 0xe1, ...u16(exif.length + 2), ...exif];
  return blobOf([0xff, 0xd8, ...before, ...segment, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
}

/** An APP0 segment, as most programs write first. */
export const JFIF = [0xff, 0xe0, 0, 16, ...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

function box(type: string, content: readonly number[]): number[] {
  return [...u32(content.length + 8), ...ascii(type), ...content];
}

const EPOCH_1904_S = 2_082_844_800;

/** A movie with its header after the pictures, as phones write it; `at` is null for one that does not say when. */
export function movie(at: string | null, brand = 'isom'): Blob {
  const seconds = at === null ? 0 : Date.parse(at) / 1000 + EPOCH_1904_S;
  const header = box('mvhd', [0, 0, 0, 0, ...u32(seconds), ...u32(seconds), ...u32(1000), ...u32(0)]);
  return blobOf([
    ...box('ftyp', [...ascii(brand), 0, 0, 0, 0]),
    ...box(
      'mdat',
      Array.from({ length: 5000 }, (_, index) => index & 0xff),
    ),
    ...box('moov', header),
  ]);
}

/** A HEIC whose Exif item stands in the data box. */
export function heic(block: readonly number[]): Blob {
  const ftyp = box('ftyp', [...ascii('heic'), 0, 0, 0, 0]);
  const item = [...u32(6), ...ascii('Exif'), 0, 0, ...block];
  const info = box('infe', [2, 0, 0, 0, ...u16(7), ...u16(0), ...ascii('Exif'), 0]);
  const infos = box('iinf', [0, 0, 0, 0, ...u16(1), ...info]);
  const places = (start: number) =>
    box('iloc', [
      1,
      0,
      0,
      0,
      0x44,
      0x00,
      ...u16(1),
      ...u16(7),
      ...u16(0),
      ...u16(0),
      ...u16(1),
      ...u32(start),
      ...u32(item.length),
    ]);
  const meta = (start: number) => box('meta', [0, 0, 0, 0, ...infos, ...places(start)]);
  const dataAt = ftyp.length + meta(0).length + 8;
  return blobOf([...ftyp, ...meta(dataAt), ...box('mdat', item)]);
}

/** A file of these bytes. */
export function blobOf(bytes: readonly number[] | string): Blob {
  return new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]);
}

/** As a browser hands a file over. */
export function given(blob: Blob, name: string, lastModified = 0): File {
  return new File([blob], name, { lastModified });
}
