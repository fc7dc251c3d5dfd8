/**
 * The characters of GBK as a bit per UTF-16 unit (8 kB), derived once by decoding every two-byte pair, so that no table is
 * shipped. Private-use code points, which some pairs map to, are left out: no font shows them.
 */
let known: Uint8Array | undefined;

const PRIVATE_USE = { first: 0xe000, last: 0xf8ff };
const REPLACEMENT = 0xfffd;

/** True when every character of `text` is in GBK, and so readable by every Chinese Windows since 95. */
export function isGbk(text: string): boolean {
  known ??= deriveUnits();
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80 && !((known[unit >> 3] ?? 0) & (1 << (unit & 7)))) return false;
  }
  return true;
}

function deriveUnits(): Uint8Array {
  const units = new Uint8Array(0x10000 / 8);
  const decoded = new TextDecoder('gbk').decode(everyPair());
  for (let index = 0; index < decoded.length; index += 1) {
    const unit = decoded.charCodeAt(index);
    const isPrivate = unit >= PRIVATE_USE.first && unit <= PRIVATE_USE.last;
    if (unit !== REPLACEMENT && !isPrivate) units[unit >> 3] = (units[unit >> 3] ?? 0) | (1 << (unit & 7));
  }
  return units;
}

/** Lead bytes 81–FE with trail bytes 40–7E and 80–FE. */
function everyPair(): Uint8Array {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  return Uint8Array.from(bytes);
}
