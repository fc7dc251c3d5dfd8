import { handleMessages } from '../../lib/platform/receive.ts';
import type { DossierDb } from '../../lib/storage/db.ts';

export function setUpExport(_db: DossierDb): void {
  handleMessages({});
}
