/** Canonical Huffman table segment: the code lengths (how many codes of each length) and the symbols. */
function huffman(id: number, counts: number[], symbols: number[]): number[] {
  const lengths = Array.from({ length: 16 }, (_, index) => counts[index] ?? 0);
  return segment(0xc4, [id, ...lengths, ...symbols]);
}

function segment(marker: number, content: number[]): number[] {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...content];
}

/**
 * A real baseline JPEG in one grey (0–255). The tables are made so that each 8×8 block after the first takes two zero
 * bits: DC difference 0 is `0`, a difference of eight bits is `10`, end of block is `0`.
 */
export function greyJpeg(width: number, height: number, grey = 128): Uint8Array<ArrayBuffer> {
  const difference = Math.max(-255, Math.min(255, (grey - 128) * 2));
  const magnitude = difference < 0 ? difference + 255 : difference;
  const isFlat = Math.abs(difference) < 128;
  const firstBlock = isFlat ? '00' : `10${magnitude.toString(2).padStart(8, '0')}0`;
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits = firstBlock.padEnd(firstBlock.length + 2 * (blocks - 1), '0');
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const data = (padded.match(/.{8}/gu) ?? []).flatMap((byte) => {
    const value = Number.parseInt(byte, 2);
    return value === 0xff ? [0xff, 0] : [value];
  });
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 4)]),
    ...segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    ...huffman(0x00, [1, 1], [0, 8]),
    ...huffman(0x10, [1], [0]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...data,
    0xff,
    0xd9,
  ]);
}
