import { fromBase64, toBase64 } from '../shared/bytes.ts';

/** How bytes stand in JSON. */
const BYTES = '$base64';

/** One row as a line of JSON. Bytes in it become base64; what JSON cannot hold (a key, a Blob) must not be there. */
export function lineOf(row: unknown): string {
  return `${JSON.stringify(row, (_name, value: unknown) => {
    if (value instanceof ArrayBuffer) return { [BYTES]: toBase64(new Uint8Array(value)) };
    return value instanceof Uint8Array ? { [BYTES]: toBase64(value) } : value;
  })}\n`;
}

/** The row of a line, bytes as bytes. Throws what `JSON.parse` and `atob` throw. */
export function rowOf(line: string): unknown {
  return JSON.parse(line, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const { [BYTES]: base64, ...others } = value as Record<string, unknown>;
    return typeof base64 === 'string' && Object.keys(others).length === 0 ? fromBase64(base64) : value;
  });
}

/** Splits text that comes in chunks of bytes into lines, without holding more than the last one. */
export class LineReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly take: (line: string) => void;
  private rest = '';

  constructor(take: (line: string) => void) {
    this.take = take;
  }

  /** More bytes. Throws a TypeError when they are no UTF-8. */
  write(chunk: Uint8Array): void {
    const lines = (this.rest + this.decoder.decode(chunk, { stream: true })).split('\n');
    this.rest = lines.pop() ?? '';
    lines.forEach(this.take);
  }
}
