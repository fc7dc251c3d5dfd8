import { type CaptureRecord, captureRecordSchema } from '../evidence/capture-record.ts';
import { parseChatFile } from '../evidence/chat/schema.ts';
import type { ChatFile } from '../evidence/chat/types.ts';
import { shownArtifacts } from '../evidence/redaction.ts';
import type { Artifact, Capture } from '../evidence/types.ts';
import { sha256 } from '../shared/digest.ts';
import { AppError } from '../shared/errors.ts';
import type { ReadBlob } from './pictures.ts';

/** What the documents print from files of a capture. */
export interface CaptureFiles {
  /** The conversation; null for every other page. */
  chat: ChatFile | null;
  /** Null for a file of the user's, and for what an earlier version has captured. */
  record: CaptureRecord | null;
}

/**
 * Reads the conversation and the record of a capture, after comparing each with its digest.
 * @throws AppError export.damaged when a file is not what was stored.
 */
export async function readCaptureFiles(capture: Capture, read: ReadBlob): Promise<CaptureFiles> {
  const data = (role: Artifact['role']) =>
    shownArtifacts(capture).find((artifact) => artifact.role === role && artifact.mediaType === 'application/json');
  const [chat, record] = [data('messages'), data('record')];
  return {
    chat: chat ? parseChatFile(await readText(chat, read)) : null,
    record: (record && captureRecordSchema.safeParse(JSON.parse(await readText(record, read))).data) ?? null,
  };
}

async function readText(file: Artifact, read: ReadBlob): Promise<string> {
  const bytes = await (await read(file.id)).arrayBuffer();
  if ((await sha256(bytes)) !== file.sha256) throw new AppError('export.damaged', file.id);
  return new TextDecoder().decode(bytes);
}
