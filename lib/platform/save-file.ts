/** How long a file's address stays valid, so that the browser can write even a large one. */
const KEEP_MS = 10 * 60_000;

/**
 * Gives a file to the user as a download. An anchor needs no permission, unlike the downloads API, and works in a page
 * without a window too.
 */
export function saveFile(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
