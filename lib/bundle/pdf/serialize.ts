import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { utf8 } from '../../shared/bytes.ts';

/** An image stream whose bytes are fetched while the file is written, so that only one is in memory. */
export interface LateStream {
  ref: PDFRef;
  /** Entries of the stream's dictionary without `Length`. */
  dictionary: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Writes all objects of `context`, then the late streams, then a classic cross-reference table. Chunks come in file
 * order. `fileId` is 32 hexadecimal digits. The library's own writer would need every image in memory, twice.
 */
export async function* serializePdf(
  context: PDFContext,
  lateStreams: AsyncIterable<LateStream>,
  fileId: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const offsets = new Map<number, number>();
  let position = 0;
  const counted = (chunk: Uint8Array<ArrayBuffer>) => {
    position += chunk.length;
    return chunk;
  };
  yield counted(Uint8Array.of(...utf8('%PDF-1.7\n%'), 0xe5, 0x8c, 0xa3, 0xe7, 0x0a));
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    offsets.set(ref.objectNumber, position);
    const body = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    yield counted(joined([utf8(`${ref.objectNumber} 0 obj\n`), body, utf8('\nendobj\n')]));
  }
  for await (const { ref, dictionary, bytes } of lateStreams) {
    offsets.set(ref.objectNumber, position);
    yield counted(utf8(`${ref.objectNumber} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`));
    yield counted(bytes);
    yield counted(utf8('\nendstream\nendobj\n'));
  }
  yield utf8(crossReferences(context, offsets, position, fileId));
}

function crossReferences(context: PDFContext, offsets: Map<number, number>, start: number, fileId: string): string {
  const size = context.largestObjectNumber + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `;
  });
  const { Root, Info } = context.trailerInfo;
  const info = Info ? ` /Info ${Info}` : '';
  return [
    'xref',
    `0 ${size}`,
    ...entries,
    'trailer',
    `<< /Size ${size} /Root ${Root}${info} /ID [<${fileId}> <${fileId}>] >>`,
    'startxref',
    String(start),
    '%%EOF\n',
  ].join('\n');
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
