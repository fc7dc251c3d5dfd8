import { readFileSync } from 'node:fs';

const ASSETS = new URL('../../../assets/practice/', import.meta.url);

/** Bytes of a file below `assets/practice`, such as `css/shop.css`; null when there is none. */
export function readAsset(path: string): Buffer | null {
  if (!/^(?:[\w-]+\/)*[\w-]+\.\w+$/u.test(path)) return null;
  try {
    return readFileSync(new URL(path, ASSETS));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function readPage(name: string): string {
  const bytes = readAsset(`pages/${name}.html`);
  if (!bytes) throw new Error(`No practice page ${name}`);
  return bytes.toString('utf8');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * A page from `assets/practice/pages`. `<!-- practice:NAME -->` takes in `parts/NAME.html`, `<!-- practice-script -->`
 * becomes an inline script of `script`, and `{{name}}` the value as escaped text.
 */
export function renderPage(name: string, values: Record<string, string> = {}, script = ''): string {
  return readPage(name)
    .replace(/<!-- practice:([\w-]+) -->/gu, (_, part: string) => readPage(`parts/${part}`).trim())
    .replace(/\{\{(\w+)\}\}/gu, (_, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`Practice page ${name} needs a value for ${key}`);
      return escapeHtml(value);
    })
    .replace('<!-- practice-script -->', () => `<script>\n${script}\n</script>`);
}
