import { File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from 'lucide-react';
import type { FileKind } from '../../lib/evidence/types.ts';

const ICONS = {
  picture: FileImage,
  video: FileVideo,
  audio: FileAudio,
  pdf: FileText,
  document: FileText,
  archive: FileArchive,
  other: File,
} as const satisfies Record<FileKind, unknown>;

/** A sign for a kind of file; its name says the rest. */
export function FileIcon({ kind }: { kind: FileKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" />;
}
