import type { SeenPage } from '../../../lib/cases/types.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import type { Reading } from '../../../lib/marketplaces/types.ts';
import { storeCapture } from '../../../lib/storage/captures.ts';
import { correctFact } from '../../../lib/storage/corrections.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { keepEntry } from '../../../lib/storage/entries.ts';
import { capture, NOW, orderPage, refundPage, seen } from '../cases/pages.ts';

/** Stores a capture of a page with two files, as the recorder would. */
export async function keepCapture(db: DossierDb, page: Reading, takenAt = NOW, tabId = 7): Promise<Capture> {
  const { artifacts: _artifacts, caseId: _caseId, logSeq: _seq, logHash: _hash, ...draft } = capture(page.pageKind);
  const { url, title }: SeenPage = seen(page, takenAt);
  const { facts, role, marketplace } = page;
  const id = crypto.randomUUID();
  const file = (name: string, words: string) => ({
    name,
    role: name === '页面文字.txt' ? ('text' as const) : ('frame' as const),
    mediaType: name === '页面文字.txt' ? 'text/plain' : 'image/png',
    blob: new Blob([`${words} ${id}`]),
  });
  const files = [file('frame-001.png', 'picture'), file('页面文字.txt', 'words')];
  const made = { ...draft, id, takenAt, url, title, facts, role, marketplace };
  return storeCapture(db, made, files, seen(page, takenAt), tabId);
}

/** A dispute as a store has it: two captures of one case, a correction, an entry. */
export async function keepDispute(db: DossierDb): Promise<{ caseId: string; captures: Capture[] }> {
  const first = await keepCapture(db, refundPage({ paidAmount: '1.00' }));
  const second = await keepCapture(db, orderPage({ shopName: '测试店铺' }), NOW + 1000);
  const caseId = first.caseId ?? '';
  await correctFact(db, caseId, {
    id: crypto.randomUUID(),
    fact: 'paidAmount',
    value: '100.00',
    at: NOW + 2000,
    picked: null,
  });
  await keepEntry(db, caseId, {
    id: 'entry-1',
    event: null,
    at: '2026-11-22T10:00:00+08:00',
    channel: null,
    note: '商家电话里说会退款',
    enteredAt: NOW + 3000,
  });
  return { caseId, captures: [first, second] };
}
