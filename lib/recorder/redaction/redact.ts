import type { HandBox, PixelBox, Redaction, RedactionRule } from '../../evidence/covered.ts';
import { originalArtifacts } from '../../evidence/redaction.ts';
import type { Artifact, ArtifactRole, Capture } from '../../evidence/types.ts';
import { coverFile } from '../../redaction/cover-text.ts';
import type { Find } from '../../redaction/find.ts';
import { type Sheet, spreadBoxes } from '../../redaction/spread.ts';
import { AppError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { describeFile } from '../../storage/captures.ts';
import type { DossierDb } from '../../storage/db.ts';
import { storeRedaction } from '../../storage/redactions.ts';
import type { Tool } from '../record.ts';
import { makeThumbnail } from '../stitch.ts';
import { burnBoxes } from './burn.ts';
import { copyFile, copyName, explanationFile, type Part } from './copies.ts';
import { explanation } from './explanation.ts';
import { type RedactionMaterial, storedFiles, textFiles } from './material.ts';
import type { ReadFile } from './sheets.ts';

/** What the user wants covered: finds, and boxes of their own. */
export interface RedactionChoice {
  finds: readonly Find[];
  boxes: readonly HandBox[];
}

export interface RedactDeps {
  db: DossierDb;
  now: () => Instant;
  tool: Tool;
}

/**
 * Covers what the user chose: on copies of the pictures and texts of a capture, which are stored with an explanation and a log
 * entry in one transaction. An earlier covering is replaced; the originals stay as they are.
 * @throws AppError redaction.nothing when the choice covers nothing, redaction.unreadable when an original is missing or cannot
 * be decoded, redaction.gone when the capture was deleted; storage failures as they come. Nothing is stored then.
 */
export async function redactCapture(
  capture: Capture,
  material: RedactionMaterial,
  { finds, boxes }: RedactionChoice,
  { db, now, tool }: RedactDeps,
): Promise<void> {
  const read = storedFiles(db, capture);
  const words = finds.map(({ rule, text }) => ({ rule, text }));
  const pictures = await coverPictures(capture, material, { finds, boxes }, read);
  const texts = await coverTexts(capture, words, read);
  const parts = [...pictures.parts, ...texts.parts];
  if (parts.length === 0) throw new AppError('redaction.nothing');
  const thumbnail = await coverThumbnail(capture, pictures.parts);
  const leftOut = [...pictures.leftOut, ...texts.leftOut, ...uncoverable(capture.artifacts)];
  const at = now();
  const explained = explanation(capture.id, parts, leftOut, at, tool);
  const files = [...[...parts, ...thumbnail].map(copyFile), explanationFile(explained, parts)];
  const artifacts = await Promise.all(files.map((file) => describeFile(capture.id, file)));
  const copies = [...parts, ...thumbnail].map(({ original, copy }) => ({ original: original.name, copy }));
  const redaction: Redaction = { at, words, boxes: [...boxes], copies, leftOut: leftOut.map(({ name }) => name) };
  await storeRedaction(db, capture.id, redaction, artifacts, files);
}

interface Covered {
  parts: Part[];
  leftOut: Artifact[];
}

async function coverPictures(
  { artifacts }: Capture,
  { pictures, wholes }: RedactionMaterial,
  { finds, boxes }: RedactionChoice,
  read: ReadFile,
): Promise<Covered> {
  const sheets: Sheet[] = [...pictures, ...wholes];
  const byRule: [RedactionRule, ReadonlyMap<string, PixelBox[]>][] = [
    ...finds.map((find): [RedactionRule, ReadonlyMap<string, PixelBox[]>] => [
      find.rule,
      spreadBoxes(find.boxes, sheets),
    ]),
    ['hand', spreadBoxes(boxes, sheets)],
  ];
  const parts: Part[] = [];
  for (const { name } of sheets) {
    const original = artifacts.find((artifact) => artifact.name === name);
    const covered = byRule.flatMap(([rule, spread]) => (spread.get(name) ?? []).map((box) => ({ rule, ...box })));
    if (!original || covered.length === 0) continue;
    const blob = await burnBoxes(await must(read, name), original.mediaType, covered);
    parts.push({ original, copy: copyName(original), boxes: covered, counts: {}, blob, mediaType: blob.type });
  }
  const isScreenCovered = parts.some(({ original }) => original.role === 'frame');
  const stitched = originalArtifacts(artifacts).filter(({ role }) => role === 'fullPage');
  return { parts, leftOut: isScreenCovered && wholes.length === 0 ? stitched : [] };
}

async function coverTexts(capture: Capture, words: Redaction['words'], read: ReadFile): Promise<Covered> {
  const covered: Covered = { parts: [], leftOut: [] };
  if (words.length === 0) return covered;
  for (const original of textFiles(capture.artifacts)) {
    const bytes = await (await must(read, original.name)).arrayBuffer();
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const result = coverFile(text, original.mediaType, words);
    if (!result) covered.leftOut.push(original);
    else if (Object.keys(result.counts).length > 0) {
      const { mediaType } = original;
      const blob = new Blob([result.text], { type: mediaType });
      covered.parts.push({ original, copy: copyName(original), boxes: [], counts: result.counts, blob, mediaType });
    }
  }
  return covered;
}

const PICTURES: readonly ArtifactRole[] = ['frame', 'fullPage', 'thumbnail', 'picture', 'own'];

/** What is no picture and no text, and where the words of the pictures are: neither can be covered. */
function uncoverable(artifacts: readonly Artifact[]): Artifact[] {
  const texts = textFiles(artifacts);
  return originalArtifacts(artifacts).filter(
    (artifact) => !PICTURES.includes(artifact.role) && !texts.includes(artifact),
  );
}

/** The small picture for lists shows the beginning of the picture it was made from; covered when that is. */
async function coverThumbnail({ artifacts }: Capture, parts: readonly Part[]): Promise<Part[]> {
  const original = artifacts.find(({ role }) => role === 'thumbnail');
  const covered = parts.find((part) => original?.derivedFrom.includes(part.original.sha256));
  if (!original || !covered) return [];
  const blob = await makeThumbnail(covered.blob);
  return [{ original, copy: copyName(original), boxes: [], counts: {}, blob, mediaType: 'image/jpeg' }];
}

async function must(read: ReadFile, name: string): Promise<Blob> {
  const blob = await read(name);
  if (!blob) throw new AppError('redaction.unreadable', name);
  return blob;
}
