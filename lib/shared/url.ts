/** `new URL` without the exception: null for text that is no address. (`URL.parse` needs Chromium 126.) */
export function parseUrl(text: string | null | undefined, base?: string): URL | null {
  if (!text) return null;
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
