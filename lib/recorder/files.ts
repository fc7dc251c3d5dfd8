import type { PageCopy } from '../evidence/capture-record.ts';
import { chatText } from '../evidence/chat/text.ts';
import type { CaptureGeometry, PageCapture } from '../evidence/page-capture.ts';
import type { Artifact, CaptureGap, CaptureTrigger, ScreenText, TextBoxes } from '../evidence/types.ts';
import { sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';
import type { NewFile } from '../storage/captures.ts';
import { chatFile, type KeptPicture } from './chat-files.ts';
import { captureRecord, type DescribedFrame, type RecordInput, type ToolInUse } from './record.ts';
import { makeThumbnail, stitchFrames } from './stitch.ts';

/** A screenshot that is stored already. */
export interface TakenFrame {
  artifact: Artifact;
  blob: Blob;
  scrollTop: number;
  takenAt: Instant;
  words: ScreenText;
}

export interface CaptureMaterial {
  captureId: string;
  page: PageCapture;
  /** In reading order, as `page.geometry.shots`. */
  frames: readonly TakenFrame[];
  /** Pictures of messages. */
  chatPictures: readonly KeptPicture[];
  /** Screens of a first walk that the page changed under. */
  earlier: readonly TakenFrame[];
  /** The copy of the page, or why there is none. */
  pageCopy: PageCopy | CaptureGap;
  startedAt: Instant;
  finishedAt: Instant;
  trigger: CaptureTrigger;
  tool: ToolInUse;
}

/** The files of a capture besides its frames, and what is known not to be in them. */
export interface CaptureFiles {
  files: NewFile[];
  gaps: CaptureGap[];
}

/** Makes every file that goes with the frames of a capture: what is derived from them, text, data, record. */
export async function captureFiles(material: CaptureMaterial): Promise<CaptureFiles> {
  const { page, frames, earlier } = material;
  const pictures = await derivedPictures(frames, page.geometry);
  const copy = pageCopyFile(material.pageCopy);
  const words = textBoxesFile([...frames, ...earlier], page.geometry);
  const facts = file('页面信息.json', 'facts', 'application/json', jsonBlob(page.reading));
  const gaps = [...new Set([...page.gaps, ...pictures.gaps, ...copy.gaps, ...words.gaps])];
  const record = captureRecord({
    ...material,
    facts: { name: facts.name, sha256: await sha256(await facts.blob.arrayBuffer()) },
    pageCopy: copy.described,
    frames: frames.map(describeFrame),
    earlier: earlier.map(describeFrame),
    gaps,
  });
  const files: NewFile[] = [
    ...pictures.files,
    ...copy.files,
    file('正文.txt', 'text', 'text/plain', textBlob(page.text)),
    ...words.files,
    facts,
    ...chatFiles(material),
    file('采集记录.json', 'record', 'application/json', jsonBlob(record)),
  ];
  return { files, gaps };
}

const COPY_FILES = {
  mhtml: { name: '页面.mhtml', mediaType: 'multipart/related' },
  html: { name: '页面.html', mediaType: 'text/html' },
} as const;

function pageCopyFile(copy: PageCopy | CaptureGap): CaptureFiles & { described: RecordInput['pageCopy'] } {
  if (typeof copy === 'string') return { files: [], gaps: [copy], described: null };
  const { method, missing, missingCount } = copy;
  const { name, mediaType } = COPY_FILES[method];
  return {
    files: [file(name, 'pageCopy', mediaType, copy.blob)],
    gaps: missingCount > 0 ? ['pageCopyIncomplete'] : [],
    described: { name, method, missing, missingCount },
  };
}

/** Where the words of each frame are, for covering and finding them. */
function textBoxesFile(frames: readonly TakenFrame[], { devicePixelRatio }: CaptureGeometry): CaptureFiles {
  const boxes: TextBoxes = {
    format: 'text-boxes/1',
    devicePixelRatio,
    frames: frames.map(({ artifact, words }) => ({ name: artifact.name, boxes: words.boxes })),
  };
  return {
    files: [file('文字位置.json', 'textBoxes', 'application/json', jsonBlob(boxes, 0))],
    gaps: frames.every(({ words }) => words.complete) ? [] : ['textBoxesIncomplete'],
  };
}

async function derivedPictures(frames: readonly TakenFrame[], geometry: CaptureGeometry): Promise<CaptureFiles> {
  const [first] = frames;
  if (!first) return { files: [], gaps: [] };
  const whole = frames.length > 1 ? await wholePictures(frames, geometry) : [];
  const thumbnail = { ...(await thumbnailOf(first.blob)), derivedFrom: [first.artifact.sha256] };
  return { files: [...(whole ?? []), thumbnail], gaps: whole === null ? ['fullPageTooLarge'] : [] };
}

/** The whole page in one picture, or in several when it is very long; null when the browser cannot make them. */
async function wholePictures(frames: readonly TakenFrame[], geometry: CaptureGeometry): Promise<NewFile[] | null> {
  const derivedFrom = frames.map(({ artifact }) => artifact.sha256);
  const blobs = frames.map(({ blob }) => blob);
  const pictures = await stitchFrames(blobs, geometry).catch(() => null);
  const nameOf = (index: number) => (pictures?.length === 1 ? '全页.png' : `全页-${index + 1}.png`);
  return (
    pictures?.map((blob, index) => ({ ...file(nameOf(index), 'fullPage', 'image/png', blob), derivedFrom })) ?? null
  );
}

function describeFrame({ artifact: { name, sha256 }, scrollTop, takenAt }: TakenFrame): DescribedFrame {
  return { name, scrollTop, takenAt, sha256 };
}

async function thumbnailOf(frame: Blob): Promise<NewFile> {
  return file('缩略图.jpg', 'thumbnail', 'image/jpeg', await makeThumbnail(frame));
}

function chatFiles({ page, frames, chatPictures }: CaptureMaterial): NewFile[] {
  if (page.messages.length === 0) return [];
  const taken = frames.map(({ artifact }) => artifact.name).toReversed(); // A chat is walked from its end.
  const chat = chatFile(page, taken, chatPictures);
  return [
    file('聊天.json', 'messages', 'application/json', jsonBlob(chat)),
    file('聊天.txt', 'messages', 'text/plain', textBlob(chatText(chat))),
  ];
}

function file(name: string, role: NewFile['role'], mediaType: string, blob: Blob): NewFile {
  return { name, role, mediaType, blob };
}

/** With a byte-order mark and Windows line ends, so that Notepad shows Chinese. */
function textBlob(text: string): Blob {
  return new Blob(['\uFEFF', text.replace(/\r?\n/g, '\r\n')], { type: 'text/plain;charset=utf-8' });
}

function jsonBlob(value: unknown, indent = 2): Blob {
  return new Blob([`${JSON.stringify(value, null, indent)}\n`], { type: 'application/json' });
}
