import { MANIFEST_VERSION } from '../bundle/layout.ts';
import { canonicalText } from '../evidence/canonical.ts';
import { type Deletion, deletionType } from '../evidence/deletions.ts';
import { isSha256, type Sha256 } from '../shared/digest.ts';
import { asCount, asList, asObject, asString, parseJson } from './json.ts';

/** The part of a manifest that is checked. */
export interface ReadManifest {
  id: string;
  folder: string;
  created: string;
  software: string;
  resources: ReadResource[];
  log: { path: string; entries: number; head: Sha256 };
  /** Null in a bundle of an earlier version, which withheld them. */
  deletions: Deletion[] | null;
}

export interface ReadResource {
  path: string;
  bytes: number;
  sha256: Sha256;
  capture: string;
  /** What the file is, such as `frame` or `redacted`; null when the manifest does not say. */
  artifact: string | null;
  /** Null for an original. */
  derivedFrom: Sha256[] | null;
}

export type ManifestFault = 'manifest.malformed' | 'manifest.unknownVersion' | 'manifest.notCanonical';

/** Reads `manifest.json`. Its version is looked at first, so that a newer one is not called damaged. */
export function readManifest(text: string): ReadManifest | ManifestFault {
  const object = asObject(parseJson(text)?.value);
  const version = asString(object?.bundle);
  if (!object || version === null) return 'manifest.malformed';
  if (version !== MANIFEST_VERSION) return 'manifest.unknownVersion';
  if (!isCanonical(object, text)) return 'manifest.notCanonical';
  const id = asString(object.id);
  const folder = asString(object.folder);
  const created = asString(object.created);
  const software = readSoftware(object.software);
  const resources = asList(object.resources, readResource);
  const log = readLogPlace(object.log);
  const deletions = object.deletions === undefined ? null : asList(object.deletions, readDeletion);
  const isTold = object.deletions === undefined || deletions !== null;
  if (id === null || folder === null || created === null || !software || !resources || !log || !isTold)
    return 'manifest.malformed';
  return { id, folder, created, software, resources, log, deletions };
}

/** Only one text may stand for the data: otherwise two programs could read two manifests out of one file. */
function isCanonical(object: unknown, text: string): boolean {
  try {
    return canonicalText(object) === text;
  } catch {
    return false;
  }
}

function readSoftware(value: unknown): string | null {
  const software = asObject(value);
  const name = asString(software?.name);
  const version = asString(software?.version);
  return name !== null && version !== null ? `${name} ${version}` : null;
}

function readResource(value: unknown): ReadResource | null {
  const resource = asObject(value);
  const path = asString(resource?.path);
  const bytes = asCount(resource?.bytes);
  const sha256 = readTagged(resource?.hash);
  const capture = asString(resource?.capture);
  const isDerived = resource?.role === 'derived';
  const derivedFrom = isDerived ? asList(resource.derivedFrom, readTagged) : null;
  const isConsistent = isDerived ? (derivedFrom?.length ?? 0) > 0 : resource?.derivedFrom === null;
  if (path === null || bytes === null || sha256 === null || capture === null || !isConsistent) return null;
  const artifact = asString(resource?.artifact);
  return { path: path.normalize('NFC'), bytes, sha256, capture, artifact, derivedFrom };
}

function readDeletion(value: unknown): Deletion | null {
  const deletion = asObject(value);
  const entry = asCount(deletion?.entry);
  const at = asString(deletion?.at);
  const type = deletionType(asString(deletion?.type) ?? '');
  const stored = deletion?.stored === null ? null : asCount(deletion?.stored);
  const files = asCount(deletion?.files);
  const isPlaced = deletion?.stored === null || stored !== null;
  return entry !== null && at !== null && type && isPlaced && files !== null
    ? { entry, at, type, stored, files }
    : null;
}

function readLogPlace(value: unknown): ReadManifest['log'] | null {
  const log = asObject(value);
  const path = asString(log?.path);
  const entries = asCount(log?.entries);
  const head = readTagged(log?.head);
  return path !== null && entries !== null && head !== null ? { path, entries, head } : null;
}

/** The digest of `sha256:…`. */
export function readTagged(value: unknown): Sha256 | null {
  const text = asString(value);
  const digest = text?.startsWith('sha256:') ? text.slice('sha256:'.length) : '';
  return isSha256(digest) ? digest : null;
}
