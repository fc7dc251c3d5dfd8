import { ZipError } from './errors.ts';

/** Bytes that can be read at any place. `read` gives exactly `length` bytes or rejects with a ZipError `cutOff`. */
export interface RandomAccess {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What is used of a Node `FileHandle`, named here so that this file runs in a browser too. */
export interface FileHandleLike {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
}

/** Reads from a Blob or File. */
export function blobAccess(blob: Blob): RandomAccess {
  return {
    size: blob.size,
    async read(offset, length) {
      requireInside(offset, length, blob.size);
      const bytes = new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      if (bytes.length !== length) throw new ZipError('cutOff');
      return bytes;
    },
  };
}

/** Reads from an open file of `size` bytes. The caller closes the handle. */
export function fileAccess(handle: FileHandleLike, size: number): RandomAccess {
  return {
    size,
    async read(offset, length) {
      requireInside(offset, length, size);
      const bytes = new Uint8Array(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0) throw new ZipError('cutOff');
        done += bytesRead;
      }
      return bytes;
    },
  };
}

function requireInside(offset: number, length: number, size: number): void {
  if (!(offset >= 0 && length >= 0 && offset + length <= size)) throw new ZipError('cutOff');
}
