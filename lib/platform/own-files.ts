import { browser } from 'wxt/browser';
import type { FontFiles } from '../bundle/pdf/typefaces.ts';

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

async function ownFile(path: string): Promise<Response> {
  const response = await fetch((browser.runtime.getURL as (path: string) => string)(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
