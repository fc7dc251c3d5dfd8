/**
 * The path an entry means. Names that are not marked as UTF-8 come from older Windows programs, which in China write GBK;
 * some of them also write `\` between the parts.
 */
export function decodeName(raw: Uint8Array, isUtf8: boolean, unicodeName: Uint8Array | null): string {
  const text = unicodeName || isUtf8 ? decodeUtf8(unicodeName ?? raw) : (tryUtf8(raw) ?? decodeGbk(raw));
  return text.replace(/\\/g, '/').normalize('NFC');
}

/** False for a path that could lead out of the folder it is unpacked to, or that names no file. */
export function isSafeEntryPath(path: string): boolean {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || hasControl(path)) return false;
  const parts = path.replace(/\/$/, '').split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

function hasControl(path: string): boolean {
  for (let index = 0; index < path.length; index += 1) {
    const code = path.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function decodeUtf8(raw: Uint8Array): string {
  return new TextDecoder('utf-8').decode(raw);
}

function tryUtf8(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return null;
  }
}

function decodeGbk(raw: Uint8Array): string {
  return new TextDecoder('gbk').decode(raw);
}
