import type { Page } from '@playwright/test';
import { appendEntry } from '../../lib/evidence/chain.ts';
import type { LogEntry, TextBoxes } from '../../lib/evidence/types.ts';
import { crc32 } from '../../lib/shared/crc32.ts';
import { sha256 } from '../../lib/shared/digest.ts';

const FILE = '文字位置.json';

/** A line of a page and where it is, in CSS pixels of the whole page. */
type Line = TextBoxes['frames'][number]['boxes'][number];

/** Every line of text that a page shows, before it is captured. */
export function linesOf(page: Page): Promise<Line[]> {
  return page.evaluate(() => {
    const lines: [number, number, number, number, string][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.nodeValue ?? '';
      if (text.trim() === '') continue;
      let line: [number, number, number, number, string] | null = null;
      for (let index = 0; index < text.length; index += 1) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        if (width === 0 || height === 0) continue;
        if (!line || Math.abs(line[1] - top - scrollY) > height / 2) {
          line = [left + scrollX, top + scrollY, 0, height, ''];
          lines.push(line);
        }
        line[2] = left + scrollX + width - line[0];
        line[4] += text[index];
      }
    }
    return lines;
  });
}

interface Stored {
  capture: { id: string; artifacts: { role: string }[]; logSeq: number };
  log: LogEntry[];
  record: string;
}

/**
 * Stores where the words of the only capture are, as a capture that measures them has it: file, row and log. A capture that has
 * measured them itself stays as it is.
 * @param lines of the whole page.
 */
export async function seedTextBoxes(view: Page, lines: readonly Line[]): Promise<void> {
  const { capture, log, record } = await readStored(view);
  if (capture.artifacts.some(({ role }) => role === 'textBoxes')) return;
  const { geometry, frames } = JSON.parse(record) as {
    geometry: { shots: number[]; viewport: { height: number } };
    frames: { name: string }[];
  };
  const boxes: TextBoxes = {
    format: 'text-boxes/1',
    devicePixelRatio: 1,
    frames: frames.map(({ name }, index) => {
      const scrolled = geometry.shots[index] ?? 0;
      const seen = lines.filter(
        ([, top, , height]) => top + height > scrolled && top < scrolled + geometry.viewport.height,
      );
      return { name, boxes: seen.map(([left, top, ...rest]): Line => [left, top - scrolled, ...rest]) };
    }),
  };
  const text = JSON.stringify(boxes);
  const bytes = new TextEncoder().encode(text);
  const file = { name: FILE, bytes: bytes.length, sha256: await sha256(bytes) };
  const renewed: LogEntry[] = [];
  for (const { at, type, subject, files } of log) {
    const all = subject === capture.id && type === 'capture.stored' ? [...files, file] : files;
    renewed.push(await appendEntry(renewed.at(-1) ?? null, { at, type, subject, files: all }));
  }
  const kind = { role: 'textBoxes', mediaType: 'application/json', crc32: crc32(bytes), derivedFrom: [] };
  const artifacts = [...capture.artifacts, { ...file, ...kind, id: `${capture.id}/${FILE}` }];
  const logHash = renewed.find(({ seq }) => seq === capture.logSeq)?.hash;
  await writeStored(view, { capture: { ...capture, artifacts, logHash }, log: renewed, text });
}

function readStored(view: Page): Promise<Stored> {
  return view.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const db = await answer(indexedDB.open('dispute-dossier'));
    const read = (store: string) => answer(db.transaction(store).objectStore(store).getAll());
    const [capture] = await read('captures');
    const log = await read('log');
    const blobs: { id: string; blob: Blob }[] = await read('blobs');
    db.close();
    return { capture, log, record: (await blobs.find(({ id }) => id.endsWith('采集记录.json'))?.blob.text()) ?? '' };
  });
}

function writeStored(view: Page, stored: { capture: object; log: LogEntry[]; text: string }): Promise<void> {
  return view.evaluate(async ({ capture, log, text }) => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const db = await answer(indexedDB.open('dispute-dossier'));
    const change = db.transaction(['captures', 'log', 'blobs'], 'readwrite');
    const { id } = capture as { id: string };
    change.objectStore('captures').put(capture);
    for (const entry of log) change.objectStore('log').put(entry);
    const blob = new Blob([text], { type: 'application/json' });
    change.objectStore('blobs').put({ id: `${id}/文字位置.json`, captureId: id, blob });
    await new Promise((resolve) => change.addEventListener('complete', resolve));
    db.close();
  }, stored);
}
