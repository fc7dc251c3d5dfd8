import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildFonts } from './fonts.ts';
import { buildVerifierScript } from './verifier.ts';

/** A file for the extension's root that is made at build time: text, or a file on disk to copy. */
export type BuiltAsset = { relativeDest: string; contents: string } | { relativeDest: string; absoluteSrc: string };

const ROOT = new URL('../../', import.meta.url);
const WORK = new URL('.wxt/built-assets/', ROOT);

/**
 * Everything the bundle needs that is not source code: fonts for the documents with their licence, and the verifier that
 * goes into every bundle.
 */
export async function bundleAssets(): Promise<BuiltAsset[]> {
  const [fonts, verifier] = await Promise.all([buildFonts(), buildVerifierScript()]);
  return [
    { relativeDest: 'bundle/verifier.txt', contents: verifier },
    { relativeDest: 'bundle/fonts/OFL.txt', contents: fonts.licence },
    await onDisk('bundle/fonts/NotoSansSC-Regular.ttf', fonts.regular),
    await onDisk('bundle/fonts/NotoSansSC-Bold.ttf', fonts.bold),
  ];
}

async function onDisk(relativeDest: string, bytes: Uint8Array): Promise<BuiltAsset> {
  const file = new URL(relativeDest.split('/').at(-1) ?? '', WORK);
  await mkdir(WORK, { recursive: true });
  await writeFile(file, bytes);
  return { relativeDest, absoluteSrc: fileURLToPath(file) };
}

/** The browser's own message files, from the `manifest` part of each locale: only the manifest and the menus use them. */
export async function manifestLocales(): Promise<BuiltAsset[]> {
  return Promise.all(
    ['zh_CN', 'en'].map(async (locale) => {
      const messages = JSON.parse(await readFile(new URL(`locales/${locale}.json`, ROOT), 'utf8')).manifest;
      const entries = Object.entries(messages).map(([key, message]) => [key, { message }]);
      return {
        relativeDest: `_locales/${locale}/messages.json`,
        contents: `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`,
      };
    }),
  );
}
