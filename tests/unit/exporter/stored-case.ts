import type { Capture } from '../../../lib/evidence/types.ts';
import type { ExportJobDeps } from '../../../lib/exporter/job.ts';
import type { ExportRequest } from '../../../lib/exporter/run.ts';
import type { ChatMessage, Reading } from '../../../lib/marketplaces/types.ts';
import type { ExportOptions } from '../../../lib/messaging/types.ts';
import { Recorder } from '../../../lib/recorder/recorder.ts';
import { formatIso, type Instant } from '../../../lib/shared/time.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { startJob } from '../../../lib/storage/jobs.ts';
import { buildFonts } from '../../../scripts/build/fonts.ts';
import { NOW, ORDER_NO, OTHER_ORDER_NO, orderPage, reading, refundPage } from '../cases/pages.ts';
import { png } from '../recorder/canvas.ts';
import { testDb } from '../storage/database.ts';

export const { regular, bold } = await buildFonts();

/** Typed by the user; nobody's. */
export const COMPLAINANT = {
  name: '测试投诉人甲乙',
  idType: '居民身份证',
  idNumber: '110101190001019999',
  phone: '13800000000',
  address: '测试省测试市测试路12号3单元',
};

const MESSAGES: ChatMessage[] = [
  { at: '2026-11-20T09:00:00+08:00', party: 'buyer', sender: '测试买家', kind: 'text', text: '杯子碎了𠮷', images: [] },
  {
    at: '2026-11-20T09:05:00+08:00',
    party: 'seller',
    sender: '测试卖家',
    kind: 'text',
    text: '请提供照片',
    images: [],
  },
];

const PAGES: Reading[] = [
  orderPage({
    items: [{ title: '测试牌玻璃杯', quantity: 1, itemId: '900000000001' }],
    createdAt: '2026-11-10T09:00:00+08:00',
    paidAt: '2026-11-10T09:01:00+08:00',
    paidAmount: '35.20',
    shopName: '测试旗舰店',
  }),
  refundPage({
    refundType: 'refundOnly',
    refundAmount: '35.20',
    refundReason: '商品破损',
    refundAppliedAt: '2026-11-20T10:00:00+08:00',
    refundStatus: '卖家已拒绝',
    negotiation: [
      { at: '2026-11-21T10:00:00+08:00', party: 'seller', name: '测试卖家', text: '拒绝退款，出库完好', images: [] },
    ],
  }),
  reading({ pageKind: 'chat', facts: { orders: [{ orderNo: ORDER_NO, items: [], links: {} }] } }),
];

export interface StoredCase {
  db: DossierDb;
  caseId: string;
  captures: Capture[];
  /** A capture of another case, which shares the log and nothing else. */
  other: Capture;
}

/** A case with an order, a refund and a chat, captured as the extension does it; another case's capture lies between. */
export async function storedCase(): Promise<StoredCase> {
  const db = testDb();
  let minute = NOW;
  const recorder = new Recorder({
    db,
    now: () => minute,
    tool: { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Linux' },
    owner: 'worker',
    copyPage: async () => 'pageCopyNotAllowed',
    showProgress: () => undefined,
  });
  const captures: Capture[] = [];
  const next = (page: Reading) => {
    minute += 60_000;
    return take(recorder, page, minute);
  };
  for (const page of PAGES) captures.push(await next(page));
  const elsewhere = orderPage({ orderNo: OTHER_ORDER_NO }, { addressNumbers: [OTHER_ORDER_NO] });
  const other = await next(elsewhere);
  return { db, caseId: captures[0]?.caseId ?? '', captures, other };
}

async function take(recorder: Recorder, page: Reading, now: Instant): Promise<Capture> {
  const url = `https://www.example.com/${page.pageKind}`;
  const title = `测试${page.pageKind}`;
  const isChat = page.pageKind === 'chat';
  const size = { width: 400, height: 300 };
  const environment = {
    userAgent: 'Mozilla/5.0',
    languages: ['zh-CN'],
    timeZone: 'Asia/Shanghai',
    utcOffset: 480,
    zoom: 1,
    screen: size,
    viewport: size,
    devicePixelRatio: 1,
    referrer: '',
  };
  const view = {
    kind: isChat ? ('chat' as const) : ('window' as const),
    viewport: size,
    box: { left: 0, top: 0, ...size },
    contentHeight: 600,
    devicePixelRatio: 1,
  };
  const navigation = { loadedFrom: url, kind: 'navigate', redirects: 0, status: 200, loadedAt: now, failedLoads: [] };
  const snapshot = { url, title, reading: page, text: `${title}的文字`, environment, navigation };
  const { jobId } = await recorder.begin(1, snapshot);
  for (const [index, scrollTop] of [0, 300].entries()) {
    await recorder.keep(
      {
        jobId,
        index,
        expectedShots: 2,
        scrollTop,
        messages: 0,
        attempt: 1,
        view,
        words: { boxes: [], complete: true },
        pass: 1,
      },
      {
        picture: Promise.resolve(png(400, 300, (now / 60_000 + index) % 251)),
        look: `${index}`,
        isStill: true,
        paced: false,
      },
    );
  }
  return recorder.finish({
    jobId,
    ...snapshot,
    messages: isChat ? MESSAGES : [],
    chat: null,
    geometry: { ...view, shots: [0, 300] },
    gaps: [],
    serverTime: null,
    steps: [{ at: formatIso(now), what: '截图' }],
  });
}

/** A request for everything of a case, as the form would make it. */
export function requestFor({ caseId, captures }: StoredCase, change: Partial<ExportOptions> = {}): ExportRequest {
  const options: ExportOptions = {
    captureIds: captures.map(({ id }) => id),
    claims: [{ kind: '退还货款和服务费用', amount: '35.20' }],
    complainant: COMPLAINANT,
    ...change,
  };
  const software = { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Linux' };
  return { caseId, options, createdAt: NOW + 3_600_000, software };
}

export interface Saved {
  bundle: Blob;
  fileName: string;
}

/** The surroundings of an export job; what it saves and reports is gathered. */
export async function exportJob({ db, caseId }: StoredCase, change: Partial<ExportJobDeps> = {}) {
  const jobId = crypto.randomUUID();
  await startJob(db, { id: jobId, kind: 'export', tabId: null, caseId, owner: 'offscreen' }, NOW);
  const saved: Saved[] = [];
  const reported: unknown[] = [];
  let ticks = 0;
  const deps: ExportJobDeps = {
    db,
    now: () => NOW + 1000 * ticks++,
    fonts: async () => ({ regular, bold }),
    verifierScript: async () => 'void 0;',
    signal: new AbortController().signal,
    save: (bundle, fileName) => saved.push({ bundle, fileName }),
    report: (error) => reported.push(error),
    ...change,
  };
  return { jobId, deps, saved, reported };
}
