import { browser } from 'wxt/browser';
import type { FontFiles } from '../bundle/pdf/typefaces.ts';
import { isSha256, type Sha256 } from '../shared/digest.ts';

/** The fonts of the documents, from the extension's own files. */
export async function loadFonts(): Promise<FontFiles> {
  const [regular, bold] = await Promise.all(
    ['/bundle/fonts/NotoSansSC-Regular.ttf', '/bundle/fonts/NotoSansSC-Bold.ttf'].map(async (path) => {
      return new Uint8Array(await (await ownFile(path)).arrayBuffer());
    }),
  );
  if (!regular || !bold) throw new Error('A font is missing');
  return { regular, bold };
}

/** The script of the verifier that goes into every bundle. */
export async function loadVerifierScript(): Promise<string> {
  return (await ownFile('/bundle/verifier.txt')).text();
}

/** The digest of this build, which everybody can work out from its files; null while developing, when there is none. */
export async function loadBuildDigest(): Promise<Sha256 | null> {
  const file = await ownFile('/build.json').catch(() => null);
  if (!file) return null;
  // Every view loads this, and a schema would cost it 26 kB.
  const { format, sha256 }: { format?: unknown; sha256?: unknown } = await file.json();
  return format === 'build/1' && typeof sha256 === 'string' && isSha256(sha256) ? sha256 : null;
}

async function ownFile(path: string): Promise<Response> {
  const response = await fetch((browser.runtime.getURL as (path: string) => string)(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
