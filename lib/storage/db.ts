import Dexie, { type Table } from 'dexie';
import type { Case, Visit } from '../cases/types.ts';
import type { Capture, LogEntry } from '../evidence/types.ts';
import type { ReminderRecord } from '../reminders/types.ts';
import { AppError } from '../shared/errors.ts';
import type { StampRow } from '../stamps/types.ts';
import { keepOrder } from './case-order.ts';
import type { Job } from './job.ts';
import type {
  CaptureDraft,
  ChatDraft,
  PastLog,
  StoredAct,
  StoredBlob,
  StoredCorrection,
  StoredKey,
  StoredPicture,
  StoredSettings,
  StoredShot,
  TabPage,
} from './rows.ts';

const DB_NAME = 'dispute-dossier';
export const DATABASE_VERSION = 4;
/** Dexie counts in tenths of what the browser calls a version, to have room for repairs. */
const BROWSER_VERSIONS = 10;

/**
 * The extension's own database, shared by background, panel, popup and offscreen page. Never opened from a content script,
 * where it would be the marketplace's database. Schema changes get a new version with only what changes. A database of a
 * later version of the extension is not opened: everything rejects with an error whose code is `storage.newer`.
 */
export class DossierDb extends Dexie {
  declare cases: Table<Case, string>;
  declare visits: Table<Visit, string>;
  declare captures: Table<Capture, string>;
  declare blobs: Table<StoredBlob, string>;
  declare log: Table<LogEntry, number>;
  declare keys: Table<StoredKey, string>;
  declare corrections: Table<StoredCorrection, string>;
  declare caseActs: Table<StoredAct, string>;
  declare jobs: Table<Job, string>;
  declare tabs: Table<TabPage, number>;
  declare reminders: Table<ReminderRecord, string>;
  declare settings: Table<StoredSettings, string>;
  declare drafts: Table<CaptureDraft, string>;
  declare shots: Table<StoredShot, string>;
  declare chatDrafts: Table<ChatDraft, string>;
  declare chatPictures: Table<StoredPicture, string>;
  declare stamps: Table<StampRow, string>;
  declare pastLogs: Table<PastLog, string>;

  constructor(name: string = DB_NAME) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      cases: 'id, *keys, seenAt',
      visits: 'id, caseId, lastSeenAt',
      captures: 'id, caseId, takenAt',
      blobs: 'id, captureId',
      log: 'seq, subject',
      keys: 'id',
      jobs: 'id, state, startedAt',
      tabs: 'tabId, caseId',
    });
    this.version(2)
      .stores({ corrections: 'id, caseId' })
      .upgrade((transaction) => transaction.table('cases').toCollection().modify({ corrections: {} }));
    this.version(3)
      .stores({
        cases: 'id, *keys, seenAt, rank, changedAt',
        corrections: 'id, filedIn',
        caseActs: 'id, filedIn',
        reminders: 'id, caseId',
        settings: 'id',
      })
      .upgrade(async (transaction) => {
        const added = { entries: [], name: null, note: '', closedAt: null, rules: [], clockSkew: null };
        const evidence = { disputeType: null, goodsKind: null, ticked: {} };
        await transaction
          .table('cases')
          .toCollection()
          .modify({ ...added, ...evidence });
        await transaction.table('captures').toCollection().modify({ own: null });
        const file = (made: StoredCorrection) => void Object.assign(made, { filedIn: made.caseId });
        await transaction.table('corrections').toCollection().modify(file);
      });
    this.version(DATABASE_VERSION)
      .stores({
        captures: 'id, caseId, takenAt, deletedAt',
        drafts: 'id, tabId',
        shots: 'id, draftId',
        chatDrafts: 'id',
        chatPictures: 'id, draftId',
        stamps: 'id, state',
        pastLogs: 'id',
      })
      .upgrade(async (transaction) => {
        const told = { purpose: '', note: '', deletedAt: null, redaction: null };
        await transaction.table('captures').toCollection().modify(told);
        await transaction
          .table('jobs')
          .toCollection()
          .modify(({ result }: Job) => {
            if (result && 'captureId' in result) result.gaps = [];
          });
      });
    keepOrder(this);
    this.on('ready', () => this.refuseNewer(), true);
  }

  /** Dexie opens what a later version has written; what that version added would be lost with the first change. */
  private refuseNewer(): void {
    const { version } = this.backendDB();
    if (version >= (DATABASE_VERSION + 1) * BROWSER_VERSIONS) throw new AppError('storage.newer', `version ${version}`);
  }
}
