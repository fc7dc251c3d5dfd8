import { useEffect, useState } from 'react';
import { originalArtifacts, shownArtifacts } from '../evidence/redaction.ts';
import type { ArtifactRole, Capture } from '../evidence/types.ts';
import { db } from './database.ts';

/** Addresses of one picture of each capture, by capture; they live as long as the component. */
export function usePictures(captures: readonly Capture[], role: ArtifactRole): ReadonlyMap<string, string> {
  const wanted = captures.flatMap(({ id, artifacts, redaction }) => {
    const picture = shownArtifacts({ artifacts, redaction }).find((artifact) => artifact.role === role);
    return picture ? [{ captureId: id, blobId: picture.id }] : [];
  });
  const addresses = useBlobAddresses(wanted.map(({ blobId }) => blobId));
  return new Map(
    wanted.flatMap(({ captureId, blobId }) => {
      const address = addresses.get(blobId);
      return address ? [[captureId, address] as const] : [];
    }),
  );
}

/**
 * The pictures of one capture for looking at it: the whole page when it was stitched, else screen by screen. What the user has
 * covered is covered, unless the originals are asked for.
 */
export function useCapturePictures(capture: Capture, original: boolean): string[] {
  const artifacts = original ? originalArtifacts(capture.artifacts) : shownArtifacts(capture);
  const whole = artifacts.filter(({ role }) => role === 'fullPage');
  const shown = whole.length > 0 ? whole : artifacts.filter(({ role }) => role === 'frame');
  const addresses = useBlobAddresses(shown.map(({ id }) => id));
  return shown.flatMap(({ id }) => addresses.get(id) ?? []);
}

/** Address of one stored file; undefined while it is read, and when it is not there. */
export function useBlobAddress(id: string): string | undefined {
  return useBlobAddresses([id]).get(id);
}

/** Addresses of stored files by their ids; they live as long as the component. */
export function useBlobAddresses(ids: readonly string[]): ReadonlyMap<string, string> {
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map());
  const key = ids.join('\n');
  useEffect(() => {
    let current = true;
    const made = new Map<string, string>();
    const load = async () => {
      const stored = await db.blobs.bulkGet(key ? key.split('\n') : []);
      if (!current) return;
      for (const entry of stored) if (entry) made.set(entry.id, URL.createObjectURL(entry.blob));
      setAddresses(made);
    };
    void load();
    return () => {
      current = false;
      for (const address of made.values()) URL.revokeObjectURL(address);
    };
  }, [key]);
  return addresses;
}
