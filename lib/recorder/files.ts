import type { CaptureGap } from '../evidence/types.ts';
import type { ChatMessage } from '../marketplaces/types.ts';
import type { CaptureFinish } from '../messaging/types.ts';
import { sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';
import type { NewFile } from '../storage/captures.ts';
import { type CaptureTrigger, captureRecord, type Tool } from './record.ts';
import { makeThumbnail, stitchFrames } from './stitch.ts';

export interface TakenFrame {
  blob: Blob;
  scrollTop: number;
  takenAt: Instant;
}

export interface CaptureMaterial {
  captureId: string;
  page: CaptureFinish;
  frames: readonly TakenFrame[];
  /** MHTML, or why there is none. */
  pageCopy: Blob | CaptureGap;
  startedAt: Instant;
  finishedAt: Instant;
  trigger: CaptureTrigger;
  tool: Tool;
}

/** The files of a capture and what is known not to be in them. */
export interface CaptureFiles {
  files: NewFile[];
  gaps: CaptureGap[];
}

/** Makes every file that is stored for a capture: frames as originals, what is derived from them, text, data, record. */
export async function captureFiles(material: CaptureMaterial): Promise<CaptureFiles> {
  const { page, pageCopy } = material;
  const pictures = await pictureFiles(material);
  const gaps: CaptureGap[] = [...page.gaps, ...pictures.gaps, ...(pageCopy instanceof Blob ? [] : [pageCopy])];
  const record = captureRecord({ ...material, frames: pictures.described, gaps });
  const files: NewFile[] = [
    ...pictures.files,
    ...(pageCopy instanceof Blob ? [file('页面.mhtml', 'pageCopy', 'multipart/related', pageCopy)] : []),
    file('正文.txt', 'text', 'text/plain', textBlob(page.text)),
    file('页面信息.json', 'facts', 'application/json', jsonBlob(page.reading)),
    ...chatFiles(page.messages),
    file('采集记录.json', 'record', 'application/json', jsonBlob(record)),
  ];
  return { files, gaps };
}

interface Pictures {
  files: NewFile[];
  gaps: CaptureGap[];
  described: { name: string; scrollTop: number; takenAt: Instant; sha256: string }[];
}

async function pictureFiles({ frames, page }: CaptureMaterial): Promise<Pictures> {
  const described = await Promise.all(
    frames.map(async ({ blob, scrollTop, takenAt }, index) => {
      const digest = await sha256(await blob.arrayBuffer());
      return { name: frameName(index), scrollTop, takenAt, sha256: digest };
    }),
  );
  const originals = frames.map(({ blob }, index) => file(frameName(index), 'frame', 'image/png', blob));
  const derivedFrom = described.map(({ sha256: digest }) => digest);
  const stitched =
    frames.length > 1
      ? await stitchFrames(
          frames.map(({ blob }) => blob),
          page.geometry,
        )
      : null;
  const tooLarge = frames.length > 1 && !stitched && page.geometry.kind !== 'chat';
  const [first] = frames;
  return {
    files: [
      ...originals,
      ...(stitched ? [{ ...file('全页.png', 'fullPage', 'image/png', stitched), derivedFrom }] : []),
      ...(first ? [{ ...(await thumbnailOf(first.blob)), derivedFrom: derivedFrom.slice(0, 1) }] : []),
    ],
    gaps: tooLarge ? ['fullPageTooLarge'] : [],
    described,
  };
}

async function thumbnailOf(frame: Blob): Promise<NewFile> {
  return file('缩略图.jpg', 'thumbnail', 'image/jpeg', await makeThumbnail(frame));
}

/** `frame-001.png`: the number keeps its place in every listing. */
function frameName(index: number): string {
  return `frame-${String(index + 1).padStart(3, '0')}.png`;
}

function chatFiles(messages: readonly ChatMessage[]): NewFile[] {
  if (messages.length === 0) return [];
  return [
    file('聊天.json', 'messages', 'application/json', jsonBlob(messages)),
    file('聊天.txt', 'messages', 'text/plain', textBlob(messages.map(messageText).join('\n\n'))),
  ];
}

const KIND_WORDS = {
  text: '',
  image: '［图片］',
  file: '［文件］',
  item: '［商品］',
  order: '［订单］',
  system: '［系统］',
} as const;

function messageText({ at, sender, kind, text, images }: ChatMessage): string {
  const time = at?.replace('T', ' ').replace('+08:00', '') ?? '时间未显示';
  return [`${time}  ${sender}`, `${KIND_WORDS[kind]}${text}`, ...images].join('\n');
}

function file(name: string, role: NewFile['role'], mediaType: string, blob: Blob): NewFile {
  return { name, role, mediaType, blob };
}

/** With a byte-order mark and Windows line ends, so that Notepad shows Chinese. */
function textBlob(text: string): Blob {
  return new Blob(['\uFEFF', text.replace(/\r?\n/g, '\r\n')], { type: 'text/plain;charset=utf-8' });
}

function jsonBlob(value: unknown): Blob {
  return new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
}
