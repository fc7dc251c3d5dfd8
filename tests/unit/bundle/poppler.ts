import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PDFs are looked at with a reader of other people's making; without poppler-utils those tests are shown as skipped. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0 && spawnSync('pdftoppm', ['-v']).status === 0;

function withFile<T>(pdf: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, pdf);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text of each page. `mode` is pdftotext's: `-layout` as it looks, `-raw` in the order of the content. */
export function pdfPages(pdf: Uint8Array, mode: '-layout' | '-raw' = '-layout'): string[] {
  const text = withFile(pdf, (path) =>
    execFileSync('pdftotext', [mode, '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }),
  );
  return text.split('\f').slice(0, -1);
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Whether `text` is in `extracted`, in at most `pieces` parts of at least three characters (page and line ends). */
export function isContained(extracted: string, text: string, pieces = 4): boolean {
  if (text === '' || extracted.includes(text)) return true;
  for (let length = text.length - 1; length >= 3 && pieces > 1; length -= 1) {
    if (extracted.includes(text.slice(0, length))) return isContained(extracted, text.slice(length), pieces - 1);
  }
  return false;
}

export interface Pixels {
  width: number;
  height: number;
  /** 0 black – 255 white. */
  at(x: number, y: number): number;
}

/** One page as grey pixels. */
export function pdfPixels(pdf: Uint8Array, page: number, dpi: number): Pixels {
  return withFile(pdf, (path, folder) => {
    const target = join(folder, 'page');
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), path, target]);
    const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.pgm'));
    return parsePgm(readFileSync(join(folder, name)));
  });
}

function parsePgm(bytes: Buffer): Pixels {
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 40)) ?? [];
  const size = { width: Number(width), height: Number(height) };
  return { ...size, at: (x, y) => bytes[head.length + y * size.width + x] ?? 255 };
}

/** What poppler complains about when it reads the file; empty for a sound one. */
export function pdfComplaints(pdf: Uint8Array): string {
  return withFile(pdf, (path, folder) =>
    spawnSync('pdftoppm', ['-r', '20', path, join(folder, 'x')]).stderr.toString(),
  );
}

/** File names attached inside the PDF and their content. */
export function pdfAttachments(pdf: Uint8Array): Map<string, string> {
  return withFile(pdf, (path, folder) => {
    const out = join(folder, 'attached');
    execFileSync('mkdir', [out]);
    execFileSync('pdfdetach', ['-saveall', '-o', out, path]);
    return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  });
}
