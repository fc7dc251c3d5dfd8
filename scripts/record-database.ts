/**
 * `node scripts/record-database.ts <checkout> <file.json>`: fills a database with the code of a checkout, through the functions by
 * which that version wrote, and records it with everything in it. Once for each shipped version of the database; the tests open
 * every recording with the present code. All data is invented.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { recordRaw } from '../tests/unit/storage/recorded.ts';

const [checkout, file] = process.argv.slice(2);
if (!checkout || !file) {
  process.stderr.write('用法：node scripts/record-database.ts <checkout> <file.json>\n');
  process.exit(2);
}
const from = (path: string) => import(resolve(checkout, path));
/** Files that this version does not have yet. */
const fromIfThere = (path: string) => from(path).catch(() => null);

const pages = await from('tests/unit/cases/pages.ts');
const { storeCapture } = await from('lib/storage/captures.ts');
const { DossierDb } = await from('lib/storage/db.ts');
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

const NAME = 'dispute-dossier';
const { NOW, refundPage, orderPage, seen } = pages;
const db = new DossierDb(NAME);

/** A capture of a page with two files, as the recorder of any version hands it over. */
async function keep(page: { pageKind: string; facts: object }, takenAt: number) {
  const {
    artifacts: _artifacts,
    caseId: _caseId,
    logSeq: _seq,
    logHash: _hash,
    ...draft
  } = pages.capture(page.pageKind);
  const id = crypto.randomUUID();
  const file = (name: string, role: string, mediaType: string) => {
    return { name, role, mediaType, blob: new Blob([`${name} ${id}`], { type: mediaType }) };
  };
  const files = [file('frame-001.png', 'frame', 'image/png'), file('页面文字.txt', 'text', 'text/plain')];
  return storeCapture(db, { ...draft, id, takenAt, facts: page.facts }, files, seen(page, takenAt), 7);
}

async function fill() {
  const { rememberTab } = await from('lib/storage/tabs.ts');
  const { startJob } = await from('lib/storage/jobs.ts');
  const { signingKey } = await from('lib/storage/keys.ts');
  const kept = await keep(refundPage({ paidAmount: '1.00', sellerNick: '测试卖家' }), NOW);
  await keep(orderPage({ shopName: '测试店铺' }), NOW + 1000);
  const gone = await keep(refundPage(), NOW + 2000);
  await keep({ ...pages.reading({ pageKind: 'product', facts: { itemId: '900000000002' } }) }, NOW + 3000);
  const bin = (await fromIfThere('lib/storage/bin.ts')) ?? (await from('lib/storage/captures.ts'));
  await bin.deleteCapture(db, gone.id, NOW + 4000);
  await rememberTab(db, 3, seen(refundPage({ refundAmount: '9.00' }), NOW + 5000));
  await startJob(db, { id: crypto.randomUUID(), kind: 'capture', tabId: 3, caseId: null, owner: 'recorded' }, NOW);
  await signingKey(db, NOW);
  await fillSince2(kept.caseId);
  await fillSince3(kept.caseId);
}

async function fillSince2(caseId: string) {
  const corrections = await fromIfThere('lib/storage/corrections.ts');
  if (!corrections) return;
  const change = (fact: string, value: string) => ({
    id: crypto.randomUUID(),
    fact,
    value,
    at: NOW + 6000,
    picked: null,
  });
  await corrections.correctFact(db, caseId, change('paidAmount', '100.00'));
  await corrections.correctFact(db, caseId, change('shopName', '另一家测试店铺'));
  await corrections.undoCorrection(db, caseId, 'shopName', NOW + 7000);
}

async function fillSince3(caseId: string) {
  const entries = await fromIfThere('lib/storage/entries.ts');
  if (!entries) return;
  const note = { id: 'entry-1', event: null, channel: null, note: '商家电话里说会退款', enteredAt: NOW + 8000 };
  await entries.keepEntry(db, caseId, { ...note, at: '2026-11-22T10:00:00+08:00' });
  const { changeCase } = await from('lib/storage/case-changes.ts');
  await changeCase(db, caseId, { name: '测试案件', note: '给自己看的' });
  const { changeReminderSettings } = await from('lib/storage/settings.ts');
  await changeReminderSettings(db, { on: true, since: NOW });
  const { handleDeadline } = await from('lib/storage/reminders.ts');
  await handleDeadline(db, { caseId, machine: 'REFUND_ONLY', rule: 'recorded', due: NOW + 9000 }, NOW);
}

await fill();
db.close();
writeFileSync(file, `${JSON.stringify(await recordRaw(NAME), null, 1)}\n`);
