import type { Sha256 } from '../shared/digest.ts';

/** One line of `SHA256SUMS.txt`. */
export interface Sum {
  path: string;
  sha256: Sha256;
}

const LINE = /^([0-9a-f]{64}) [ *]([^\r]+)\r?$/;

/** The list in the form of `sha256sum`, to be checked from the top folder with `sha256sum -c`. */
export function sumsText(sums: readonly Sum[]): string {
  return sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** Reads such a list. `malformed` holds the 1-based numbers of lines that are none. */
export function parseSums(text: string): { sums: Sum[]; malformed: number[] } {
  const sums: Sum[] = [];
  const malformed: number[] = [];
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  lines.forEach((line, index) => {
    const [, sha256, path] = LINE.exec(line) ?? [];
    if (sha256 && path) sums.push({ sha256, path: path.normalize('NFC') });
    else malformed.push(index + 1);
  });
  return { sums, malformed };
}
