import type { Artifact } from '../../evidence/types.ts';
import type { NewFile } from '../../storage/captures.ts';
import { coveredType } from './burn.ts';
import type { CoveredPart } from './explanation.ts';

/** A covered copy with its bytes. */
export type Part = CoveredPart & { blob: Blob; mediaType: string };

/** A covered copy as it is stored. */
export function copyFile({ original, copy, blob, mediaType }: Part): NewFile {
  return { name: copy, role: 'redacted', mediaType, blob, derivedFrom: originsOf(original) };
}

/** 遮盖说明.json with its content; it comes from every original that it tells of. */
export function explanationFile(content: object, parts: readonly Part[]): NewFile {
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  const derivedFrom = [...new Set(parts.flatMap(({ original }) => originsOf(original)))];
  return { name: '遮盖说明.json', role: 'redaction', mediaType: 'application/json', blob, derivedFrom };
}

/** `frame-001.png` → `frame-001_遮盖.png`; a picture whose type changes gets the ending of its new one. */
export function copyName({ name, mediaType }: Artifact): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const isPicture = mediaType.startsWith('image/');
  const isKept = !isPicture || coveredType(mediaType) === mediaType;
  return isKept ? `${stem}_遮盖${ending}` : `${name}_遮盖.png`;
}

/** What a copy of something derived comes from is what that comes from. */
function originsOf({ derivedFrom, sha256 }: Artifact): string[] {
  return derivedFrom.length > 0 ? derivedFrom : [sha256];
}
