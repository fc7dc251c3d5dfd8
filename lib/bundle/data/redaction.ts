import { REDACTION_RULES } from '../../evidence/covered.ts';
import { handedOut } from '../../evidence/redaction.ts';
import type { Artifact, Capture } from '../../evidence/types.ts';
import type { EvidenceItem, ItemRedaction } from '../types.ts';

/** The files of a capture that go into a bundle; the small pictures for lists do not. */
export function bundleArtifacts(capture: Capture, withOriginals: boolean): Artifact[] {
  const { artifacts, redaction } = capture;
  const small = artifacts.filter(({ role }) => role === 'thumbnail').map(({ name }) => name);
  const covered = redaction?.copies.filter(({ original }) => small.includes(original)).map(({ copy }) => copy) ?? [];
  const out = withOriginals ? artifacts : handedOut(capture);
  return out.filter(({ name }) => !small.includes(name) && !covered.includes(name));
}

/** What the documents say of the covering of a capture; nothing when there is none. */
export function itemRedaction(capture: Capture, withOriginals: boolean): Pick<EvidenceItem, 'redaction'> {
  const { redaction } = capture;
  if (!redaction) return {};
  const { at, words, boxes, leftOut } = redaction;
  const counted = REDACTION_RULES.map((rule) => ({
    rule,
    count: rule === 'hand' ? boxes.length : words.filter((word) => word.rule === rule).length,
  }));
  const said: ItemRedaction = {
    at,
    rules: counted.filter(({ count }) => count > 0),
    withheld: withOriginals ? [] : withheldOriginals(capture),
    leftOut: withOriginals ? [] : leftOut,
    withOriginals,
  };
  return { redaction: said };
}

function withheldOriginals({ artifacts, redaction }: Capture): ItemRedaction['withheld'] {
  const covered = new Set(redaction?.copies.map(({ original }) => original));
  return artifacts
    .filter(({ name, role }) => covered.has(name) && role !== 'thumbnail')
    .map(({ name, role, mediaType, bytes, sha256 }) => ({ name, role, mediaType, bytes, sha256 }));
}
