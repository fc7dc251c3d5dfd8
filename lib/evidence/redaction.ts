import type { Artifact, ArtifactRole, Capture } from './types.ts';

/** The artifacts as they are shown: a covered copy takes the place, and the role, of its original. What cannot be covered is not shown. */
export function shownArtifacts({ artifacts, redaction }: Pick<Capture, 'artifacts' | 'redaction'>): Artifact[] {
  if (!redaction) return artifacts;
  const roles = new Map(artifacts.map(({ name, role }) => [name, role]));
  const originals = new Map(redaction.copies.map(({ original, copy }) => [copy, original]));
  return handedOut({ artifacts, redaction }).map((artifact) => {
    const role = roles.get(originals.get(artifact.name) ?? '');
    return role ? { ...artifact, role } : artifact;
  });
}

/** The files that may leave this computer: covered copies instead of what they cover, and nothing that cannot be covered. */
export function handedOut({ artifacts, redaction }: Pick<Capture, 'artifacts' | 'redaction'>): Artifact[] {
  if (!redaction) return artifacts;
  const kept = new Set([...redaction.copies.map(({ original }) => original), ...redaction.leftOut]);
  return artifacts.filter(({ name }) => !kept.has(name));
}

const OF_REDACTION: readonly ArtifactRole[] = ['redacted', 'redaction'];

/** The artifacts as they were stored with the capture, without what was derived by covering. */
export function originalArtifacts(artifacts: readonly Artifact[]): Artifact[] {
  return artifacts.filter(({ role }) => !OF_REDACTION.includes(role));
}
