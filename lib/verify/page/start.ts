import { createDigest } from '../../evidence/digester.ts';
import { createVerifier } from '../../evidence/signing.ts';
import { knownRoots } from '../../stamps/roots.ts';
import { describeOpenFailure, toOpenFailure } from '../open-failure.ts';
import { zhTexts } from '../texts-zh.ts';
import type { VerifyDeps, VerifyProgress } from '../types.ts';
import { verifyBundle } from '../verify-bundle.ts';
import { IDS } from './ids.ts';
import { DropError, type Opened, openDrop, openFolderInput, openZip } from './open.ts';
import { failureView, reportView } from './view.ts';

const DROP_FAILURES = {
  several: '请一次只放入一个 ZIP 文件或一个文件夹。',
  folderRefused: '浏览器不允许读取拖入的文件夹。请改用“选择文件夹”按钮，或直接拖入 ZIP 文件。',
};
const PROGRESS_EVERY_MS = 100;

listen();

function listen(): void {
  const drop = requireElement(IDS.drop);
  const zipInput = requireElement(IDS.zipInput) as HTMLInputElement;
  const folderInput = requireElement(IDS.folderInput) as HTMLInputElement;
  zipInput.addEventListener('change', () => takeFiles(zipInput, (files) => openZip(first(files))));
  folderInput.addEventListener('change', () => takeFiles(folderInput, async (files) => openFolderInput(files)));
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  document.addEventListener('dragleave', () => drop.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    const { dataTransfer } = event;
    if (dataTransfer) void verify(openDrop(dataTransfer), '');
  });
  requireElement(IDS.verifier).hidden = false;
}

/** Takes the chosen files and empties the input, so that the same choice can be made again. */
function takeFiles(input: HTMLInputElement, open: (files: File[]) => Promise<Opened>): void {
  const files = Array.from(input.files ?? []);
  input.value = '';
  if (files.length > 0) void verify(open(files), first(files).name);
}

/** One after the other: a second choice while one is under way waits and then replaces the result. */
let queue: Promise<void> = Promise.resolve();

function verify(opening: Promise<Opened>, name: string): Promise<void> {
  queue = queue.then(() => verifyNow(opening, name));
  return queue;
}

async function verifyNow(opening: Promise<Opened>, name: string): Promise<void> {
  const result = requireElement(IDS.result);
  result.textContent = '';
  say('正在读取…');
  try {
    const opened = await opening;
    const report = await verifyBundle(opened.source, dependencies(), { onProgress: progressSayer() });
    result.append(reportView(report, opened.name, new Date()));
  } catch (error) {
    result.append(failureView(explain(error), name));
  }
  say('');
  result.querySelector('h3')?.focus();
}

/** Without a secure context there is no WebCrypto: hashing then runs in JavaScript and signatures stay unchecked. */
function dependencies(): VerifyDeps {
  const subtle: SubtleCrypto | undefined = window.crypto?.subtle;
  return {
    digest: createDigest(subtle),
    verifySignature: subtle ? createVerifier(subtle) : null,
    stamps: subtle ? { subtle, roots: knownRoots() } : null,
  };
}

function progressSayer(): (progress: VerifyProgress) => void {
  let saidAt = 0;
  return ({ bytes, totalBytes }) => {
    if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
    saidAt = Date.now();
    say(`正在核验… ${Math.floor((bytes / Math.max(totalBytes, 1)) * 100)}%`);
  };
}

function explain(error: unknown): string {
  if (error instanceof DropError) return DROP_FAILURES[error.code];
  const failure = toOpenFailure(error);
  if (failure) return describeOpenFailure(failure, zhTexts);
  console.error(error);
  return `核验中途出错，没有得出结果：${String(error)}`;
}

function say(text: string): void {
  requireElement(IDS.status).textContent = text;
}

function first(files: File[]): File {
  const [file] = files;
  if (!file) throw new DropError('several');
  return file;
}

function requireElement(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}
