import type { FileKind } from '../types.ts';

/** What the first bytes of a file say that it is. */
export interface SniffedFile {
  kind: FileKind | 'program';
  mediaType: string;
}

/** Enough for every signature, and for telling text from other bytes. */
export const HEAD_BYTES = 4096;

interface Signature {
  /** Hexadecimal; `..` is any byte. */
  bytes: string;
  kind: SniffedFile['kind'];
  mediaType: string;
}

/** First match wins. Programs come first: whatever such a file is called, it is not evidence that anybody should open. */
const SIGNATURES: readonly Signature[] = [
  { bytes: '4d5a', kind: 'program', mediaType: 'application/vnd.microsoft.portable-executable' },
  { bytes: '7f454c46', kind: 'program', mediaType: 'application/x-elf' },
  { bytes: 'cffaedfe', kind: 'program', mediaType: 'application/x-mach-binary' },
  { bytes: 'cefaedfe', kind: 'program', mediaType: 'application/x-mach-binary' },
  { bytes: 'cafebabe', kind: 'program', mediaType: 'application/java-vm' },
  { bytes: '2321', kind: 'program', mediaType: 'text/x-shellscript' },
  { bytes: '4c0000000114020000000000c000000000000046', kind: 'program', mediaType: 'application/x-ms-shortcut' },
  { bytes: 'ffd8ff', kind: 'picture', mediaType: 'image/jpeg' },
  { bytes: '89504e470d0a1a0a', kind: 'picture', mediaType: 'image/png' },
  { bytes: '474946383761', kind: 'picture', mediaType: 'image/gif' },
  { bytes: '474946383961', kind: 'picture', mediaType: 'image/gif' },
  { bytes: '52494646........57454250', kind: 'picture', mediaType: 'image/webp' },
  { bytes: '424d............00000000', kind: 'picture', mediaType: 'image/bmp' },
  { bytes: '49492a00', kind: 'picture', mediaType: 'image/tiff' },
  { bytes: '4d4d002a', kind: 'picture', mediaType: 'image/tiff' },
  { bytes: '52494646........41564920', kind: 'video', mediaType: 'video/x-msvideo' },
  { bytes: '1a45dfa3', kind: 'video', mediaType: 'video/webm' },
  { bytes: '464c5601', kind: 'video', mediaType: 'video/x-flv' },
  { bytes: '000001ba', kind: 'video', mediaType: 'video/mpeg' },
  { bytes: '3026b2758e66cf11a6d900aa0062ce6c', kind: 'video', mediaType: 'video/x-ms-asf' },
  { bytes: '52494646........57415645', kind: 'audio', mediaType: 'audio/wav' },
  { bytes: '2321414d52', kind: 'audio', mediaType: 'audio/amr' },
  { bytes: '494433', kind: 'audio', mediaType: 'audio/mpeg' },
  { bytes: 'fffb', kind: 'audio', mediaType: 'audio/mpeg' },
  { bytes: 'fff3', kind: 'audio', mediaType: 'audio/mpeg' },
  { bytes: 'fff1', kind: 'audio', mediaType: 'audio/aac' },
  { bytes: 'fff9', kind: 'audio', mediaType: 'audio/aac' },
  { bytes: '4f676753', kind: 'audio', mediaType: 'audio/ogg' },
  { bytes: '664c6143', kind: 'audio', mediaType: 'audio/flac' },
  { bytes: '255044462d', kind: 'pdf', mediaType: 'application/pdf' },
  { bytes: 'd0cf11e0a1b11ae1', kind: 'document', mediaType: 'application/x-ole-storage' },
  { bytes: '7b5c727466', kind: 'document', mediaType: 'application/rtf' },
  { bytes: '526172211a07', kind: 'archive', mediaType: 'application/vnd.rar' },
  { bytes: '377abcaf271c', kind: 'archive', mediaType: 'application/x-7z-compressed' },
  { bytes: '1f8b', kind: 'archive', mediaType: 'application/gzip' },
];

/** Brands of `ftyp` boxes (ISO 14496-12); what is not here is a video. */
const BRANDS: Readonly<Record<string, SniffedFile>> = {
  heic: { kind: 'picture', mediaType: 'image/heic' },
  heix: { kind: 'picture', mediaType: 'image/heic' },
  mif1: { kind: 'picture', mediaType: 'image/heic' },
  msf1: { kind: 'picture', mediaType: 'image/heic' },
  avif: { kind: 'picture', mediaType: 'image/avif' },
  'M4A ': { kind: 'audio', mediaType: 'audio/mp4' },
  'M4B ': { kind: 'audio', mediaType: 'audio/mp4' },
  'qt  ': { kind: 'video', mediaType: 'video/quicktime' },
};

/** Names under which Windows, macOS or a browser would run a file, whatever is in it. */
const RUN_BY_NAME =
  /\.(?:exe|com|scr|pif|bat|cmd|msi|msp|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|cpl|jar|apk|ipa|dmg|pkg|app|lnk|url|reg|sh|command|html?|xhtml|svg|swf)$/i;

/** What a file is, by its first bytes; by its name only where that alone makes it dangerous. */
export function sniffFile(name: string, head: Uint8Array): SniffedFile {
  const found = sniffHead(head);
  if (found.kind === 'program' || !RUN_BY_NAME.test(name.trim())) return found;
  return { kind: 'program', mediaType: found.mediaType };
}

function sniffHead(head: Uint8Array): SniffedFile {
  // `#!AMR` begins like a script.
  const isAmr = matches(head, '2321414d52');
  const known = SIGNATURES.find(({ bytes, kind }) => matches(head, bytes) && !(isAmr && kind === 'program'));
  if (known) return { kind: known.kind, mediaType: known.mediaType };
  if (asciiAt(head, 4, 4) === 'ftyp') {
    return BRANDS[asciiAt(head, 8, 4)] ?? { kind: 'video', mediaType: 'video/mp4' };
  }
  if (matches(head, '504b0304')) return sniffZip(head);
  return isText(head)
    ? { kind: 'document', mediaType: 'text/plain' }
    : { kind: 'other', mediaType: 'application/octet-stream' };
}

/** Office documents are zips that begin with a list of their parts; programs for phones name their manifest early. */
function sniffZip(head: Uint8Array): SniffedFile {
  const names = asciiAt(head, 0, head.length);
  if (/META-INF\/MANIFEST\.MF|AndroidManifest\.xml|classes\.dex/.test(names)) {
    return { kind: 'program', mediaType: 'application/java-archive' };
  }
  const isOffice = /\[Content_Types\]\.xml|_rels\/\.rels|^.{26}..mimetypeapplication\/vnd\.oasis/s.test(names);
  return isOffice
    ? { kind: 'document', mediaType: 'application/vnd.openxmlformats-officedocument' }
    : { kind: 'archive', mediaType: 'application/zip' };
}

function isText(head: Uint8Array): boolean {
  return head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function matches(head: Uint8Array, hex: string): boolean {
  const length = hex.length / 2;
  if (head.length < length) return false;
  for (let index = 0; index < length; index += 1) {
    const wanted = hex.slice(2 * index, 2 * index + 2);
    if (wanted !== '..' && Number.parseInt(wanted, 16) !== head[index]) return false;
  }
  return true;
}

function asciiAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
