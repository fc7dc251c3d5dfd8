import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { FontFiles } from '../bundle/pdf/typefaces.ts';
import type { Sha256 } from '../shared/digest.ts';

const buildFile = z.object({ format: z.literal('build/1'), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

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
  return file && (buildFile.safeParse(await file.json()).data?.sha256 ?? null);
}

async function ownFile(path: string): Promise<Response> {
  const response = await fetch((browser.runtime.getURL as (path: string) => string)(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
