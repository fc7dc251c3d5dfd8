import { formatIso } from '../../shared/time.ts';
import type { RecordedAt } from '../types.ts';
import { findBox, viewOf } from './boxes.ts';
import { recordedAt } from './recorded-time.ts';

/** Movies count seconds from 1904-01-01 00:00 UTC. */
const EPOCH_1904_S = 2_082_844_800;

/**
 * When a movie (MP4, MOV, M4A) says that it was recorded: the creation time of its header (ISO 14496-12, 8.2.2), which is UTC;
 * given as Beijing time. Null when it does not say.
 */
export async function movieTime(file: Blob): Promise<RecordedAt | null> {
  const movie = await findBox(file, 'moov', 0, file.size);
  const header = movie && (await findBox(file, 'mvhd', movie.start, movie.end));
  if (!header || header.end - header.start < 12) return null;
  const view = await viewOf(file, header.start, header.start + 12);
  const seconds = view.getUint8(0) === 1 ? Number(view.getBigUint64(4)) : view.getUint32(4);
  const sinceEpoch = seconds - EPOCH_1904_S;
  // Programs that do not know write zero, or count from 1970.
  if (sinceEpoch <= 0 || sinceEpoch > 0xffff_ffff) return null;
  const words = formatIso(sinceEpoch * 1000);
  return recordedAt(words.slice(0, 19).replace('T', ' '), '+08:00');
}
