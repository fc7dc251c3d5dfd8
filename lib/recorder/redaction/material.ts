import { originalArtifacts } from '../../evidence/redaction.ts';
import type { Artifact, Capture, TextBoxes } from '../../evidence/types.ts';
import type { Sources } from '../../redaction/find.ts';
import { type Known, type KnownWords, knownFrom } from '../../redaction/known.ts';
import { textBoxesSchema } from '../../redaction/schema.ts';
import { capturesOf } from '../../storage/captures.ts';
import type { DossierDb } from '../../storage/db.ts';
import { type ReadFile, readSheets, type Sheets } from './sheets.ts';

/** Everything of a capture that can show personal data. */
export interface RedactionMaterial extends Sheets {
  sources: Sources;
  known: Known;
}

/** Reads what the rules look through and what the user covers. Pictures are measured, not decoded. */
export async function redactionMaterial(db: DossierDb, capture: Capture): Promise<RedactionMaterial> {
  const read = storedFiles(db, capture);
  const texts = await Promise.all(textFiles(capture.artifacts).map((artifact) => textsOf(artifact, read)));
  const { title, own, facts } = capture;
  const said = [title, own?.description ?? '', capture.purpose, capture.note].filter(Boolean);
  const sheets = await readSheets(capture, read);
  const known = knownFrom(facts);
  return {
    ...sheets,
    sources: { texts: [...texts.flat(), ...said], boxes: await boxesOf(capture, read) },
    known: { ...known, words: [...(await coveredBeside(db, capture)), ...known.words] },
  };
}

/** What the user has covered in other captures of the case is personal in this one, too. */
async function coveredBeside(db: DossierDb, { id, caseId }: Capture): Promise<KnownWords[]> {
  const beside = caseId === null ? [] : await capturesOf(db, caseId);
  return beside
    .filter((other) => other.id !== id)
    .flatMap(({ redaction }) => redaction?.words ?? [])
    .map((word) => ({ ...word, confidence: 'high' }));
}

/** Reads the files of a capture from the store. */
export function storedFiles(db: DossierDb, { artifacts }: Pick<Capture, 'artifacts'>): ReadFile {
  const ids = new Map(artifacts.map(({ name, id }) => [name, id]));
  return async (name) => (await db.blobs.get(ids.get(name) ?? ''))?.blob ?? null;
}

/** The files whose words can be covered: texts and data. Where the words are is not among them; it goes to nobody. */
export function textFiles(artifacts: readonly Artifact[]): Artifact[] {
  return originalArtifacts(artifacts).filter(
    ({ role, mediaType }) =>
      role !== 'textBoxes' &&
      role !== 'own' &&
      role !== 'pageCopy' &&
      /^(?:text\/plain|application\/json)\b/.test(mediaType),
  );
}

/** Every text of a JSON file by itself, so that its keys are not taken for words of the page. */
async function textsOf({ name, mediaType }: Artifact, read: ReadFile): Promise<string[]> {
  const text = (await (await read(name))?.text()) ?? '';
  if (!mediaType.startsWith('application/json')) return [text];
  try {
    return textsIn(JSON.parse(text));
  } catch {
    return [text];
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function boxesOf({ artifacts }: Capture, read: ReadFile): Promise<TextBoxes | null> {
  const file = artifacts.find(({ role }) => role === 'textBoxes');
  const text = file && (await (await read(file.name))?.text());
  if (!text) return null;
  const parsed = textBoxesSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
