import type { ChatSoFar } from '../evidence/chat/types.ts';
import type { CaptureGeometry, PageCapture } from '../evidence/page-capture.ts';
import type { Artifact, Capture } from '../evidence/types.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { storeCapture, UNTOLD } from '../storage/captures.ts';
import { chatDraftOf, picturesOf } from '../storage/chat-drafts.ts';
import type { DossierDb } from '../storage/db.ts';
import { shotsOf } from '../storage/drafts.ts';
import type { CaptureDraft, StoredShot } from '../storage/rows.ts';
import { captureFiles, type TakenFrame } from './files.ts';
import type { ToolInUse } from './record.ts';

/**
 * Makes a capture of a draft, from what is in the database alone: whole when its page has handed over everything, else of
 * the screens that were taken until then, and saying so. All or nothing; the draft and its job end with it.
 * @param errorCode why it ended early; what a page handed over counts as whole whatever happened afterwards.
 * @returns null when no screen had been taken yet.
 * @throws AppError cancelled when the draft is no more; storage failures as they come.
 */
export async function finishDraft(
  db: DossierDb,
  draft: CaptureDraft,
  { tool, now }: { tool: ToolInUse | Promise<ToolInUse>; now: () => Instant },
  errorCode: ErrorCode = 'capture.interrupted',
): Promise<Capture | null> {
  const shots = await shotsOf(db, draft.id);
  const lastPass = Math.max(0, ...shots.map(({ pass }) => pass));
  const last = shots.filter(({ pass }) => pass === lastPass);
  const isWhole = draft.page !== null && last.length >= draft.page.geometry.shots.length;
  const { soFar } = await chatDraftOf(db, draft.id);
  const page = isWhole && draft.page ? draft.page : brokenOff(draft, last, soFar);
  if (!page) return null;
  const finishedAt = draft.finishedAt ?? shots.at(-1)?.takenAt ?? draft.startedAt;
  const frames = await framesOf(db, readingOrder(last, page.geometry), 'frame');
  const earlier = await framesOf(db, shots.slice(0, shots.length - last.length), '变动前');
  const chatPictures = await picturesOf(db, draft.id);
  const pageCopy = draft.pageCopy ?? 'pageCopyFailed';
  const material = { ...draft, page, frames, chatPictures, earlier, pageCopy, finishedAt, tool: await tool };
  const { files, gaps } = await captureFiles(material);
  const { reading, url, title } = page;
  const { marketplace, pageKind, role, facts, adapter } = reading;
  const seen = { id: draft.captureId, takenAt: finishedAt, url, title, marketplace, pageKind, role, facts, adapter };
  return storeCapture(
    db,
    { ...seen, own: null, messageCount: page.messages.length, gaps, ...UNTOLD },
    files,
    { reading, url, title, seenAt: finishedAt },
    draft.tabId,
    {
      id: draft.id,
      frames: [...frames, ...earlier, ...chatPictures].map(({ artifact }) => artifact),
      errorCode: isWhole ? null : errorCode,
      endedAt: now(),
    },
  );
}

/** What is known of a page that went away in the middle. */
function brokenOff(
  { begin, page, startedAt }: CaptureDraft,
  shots: readonly StoredShot[],
  soFar: ChatSoFar | null,
): PageCapture | null {
  const latest = shots.at(-1);
  if (!latest) return null;
  const steps = page?.steps ?? [{ at: formatIso(startedAt), what: `开始采集：${begin.url}` }];
  const end = { at: formatIso(latest.takenAt), what: `采集在第 ${shots.length} 张截图之后中断，保存到此为止的内容` };
  return {
    messages: [],
    chat: null,
    ...soFar,
    serverTime: null,
    ...begin,
    ...page,
    geometry: { ...latest.view, contentHeight: seenHeight(latest), shots: shots.map(({ scrollTop }) => scrollTop) },
    gaps: [...(page?.gaps ?? []), 'interrupted', ...(soFar ? ['chatStartNotReached' as const] : [])],
    steps: [...steps, end],
  };
}

/** The part of the page that the screens until this one show. */
function seenHeight({ scrollTop, view }: StoredShot): number {
  return Math.min(view.contentHeight, scrollTop + view.box.height);
}

/** A chat is walked from the newest message back; its pictures are kept in reading order. */
function readingOrder(shots: readonly StoredShot[], { kind }: CaptureGeometry): readonly StoredShot[] {
  return kind === 'chat' ? shots.toReversed() : shots;
}

async function framesOf(db: DossierDb, shots: readonly StoredShot[], name: string): Promise<TakenFrame[]> {
  const stored = await db.blobs.bulkGet(shots.map(({ blobId }) => blobId));
  return shots.map((shot, index) => {
    const blob = stored[index]?.blob;
    if (!blob) throw new Error(`The picture ${shot.blobId} is gone`);
    const { scrollTop, takenAt, words } = shot;
    return { artifact: artifactOf(shot, frameName(name, index)), blob, scrollTop, takenAt, words };
  });
}

function artifactOf({ blobId, bytes, sha256, crc32 }: StoredShot, name: string): Artifact {
  return { id: blobId, name, role: 'frame', mediaType: 'image/png', bytes, sha256, crc32, derivedFrom: [] };
}

/** `frame-001.png`: the number keeps its place in every listing. */
function frameName(name: string, index: number): string {
  return `${name}-${String(index + 1).padStart(3, '0')}.png`;
}
