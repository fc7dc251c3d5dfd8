/**
 * Bytes that the page has loaded already, from the browser's cache: `only-if-cached` never asks the network, and therefore
 * works for the page's own site only.
 * @returns null when the browser does not have them or does not hand them over.
 */
export async function readCached(address: string): Promise<Blob | null> {
  if (navigator.serviceWorker?.controller) return null; // The page's worker would answer, and may ask the network.
  const wish = { cache: 'only-if-cached', mode: 'same-origin', credentials: 'same-origin', redirect: 'error' } as const;
  const response = await fetch(address, wish).catch(() => null); // Not in the cache.
  return response?.ok ? response.blob() : null;
}
