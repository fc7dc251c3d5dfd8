import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captureRecordSchema, type PageCopy } from '../../../lib/evidence/capture-record.ts';
import { parseChatFile } from '../../../lib/evidence/chat/schema.ts';
import type { ChatPlan, WalkedChat } from '../../../lib/evidence/chat/types.ts';
import type { CaptureGeometry, PageEnvironment, PageNavigation } from '../../../lib/evidence/page-capture.ts';
import type { CaptureGap, Screenshot, ScreenText } from '../../../lib/evidence/types.ts';
import type { ChatMessage, Reading } from '../../../lib/marketplaces/types.ts';
import type { CaptureFinish } from '../../../lib/messaging/types.ts';
import { Recorder } from '../../../lib/recorder/recorder.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import { formatIso } from '../../../lib/shared/time.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { rememberTab } from '../../../lib/storage/tabs.ts';
import { NOW, orderPage, reading, refundPage, seen } from '../cases/pages.ts';
import { contents, onWrite, refuseRow, testDb } from '../storage/database.ts';
import { type Drawing, png, stubCanvas } from './canvas.ts';

const TAB = 7;
const URL_OF_PAGE = 'https://refund2.taobao.com/dispute/detail.htm?disputeId=9000000000000067890';
const PAGE_COPY: PageCopy = {
  method: 'mhtml',
  blob: new Blob(['MIME-Version: 1.0'], { type: 'multipart/related' }),
  missing: [],
  missingCount: 0,
};

const GEOMETRY: CaptureGeometry = {
  kind: 'window',
  viewport: { width: 40, height: 30 },
  box: { left: 0, top: 0, width: 40, height: 30 },
  contentHeight: 80,
  devicePixelRatio: 1,
  shots: [0, 30, 50],
};

const { shots: _shots, ...VIEW } = GEOMETRY;
const ENVIRONMENT: PageEnvironment = {
  userAgent: 'Mozilla/5.0',
  languages: ['zh-CN'],
  timeZone: 'America/Los_Angeles',
  utcOffset: -480,
  zoom: 1.25,
  screen: VIEW.viewport,
  viewport: VIEW.viewport,
  devicePixelRatio: 1,
  referrer: '',
};

const NAVIGATION: PageNavigation = {
  loadedFrom: URL_OF_PAGE,
  kind: 'navigate',
  redirects: 0,
  status: 200,
  loadedAt: NOW - 60_000,
  failedLoads: [],
};

type Progress = [tabId: number, state: string, done: number, total: number];

interface Setup {
  db: DossierDb;
  recorder: Recorder;
  badge: Progress[];
}

function setUp(change: { db?: DossierDb; copyPage?: (tabId: number) => Promise<PageCopy | CaptureGap> } = {}): Setup {
  const db = change.db ?? testDb();
  const badge: Progress[] = [];
  let ticks = 0;
  const recorder = new Recorder({
    db,
    now: () => NOW + 1000 * ticks++,
    tool: { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Linux' },
    owner: 'worker',
    copyPage: change.copyPage ?? (async () => PAGE_COPY),
    showProgress: (...progress) => badge.push(progress),
  });
  return { db, recorder, badge };
}

function begin({ recorder }: Setup, page: Reading = refundPage(), tabId = TAB): Promise<string> {
  const said = { url: URL_OF_PAGE, title: '退款详情', text: '退款金额' };
  const snapshot = { ...said, reading: page, environment: ENVIRONMENT, navigation: NAVIGATION };
  return recorder.begin(tabId, snapshot).then(({ jobId }) => jobId);
}

function shotOf(picture: Blob, look = 'look', change: Partial<Screenshot> = {}): Screenshot {
  return { picture: Promise.resolve(picture), look, isStill: true, paced: false, ...change };
}

/** Every screen has a word of its own. */
function wordsOf(index: number): ScreenText {
  return { boxes: [[1, 2, 3, 4, `第${index}屏`]], complete: true };
}

/** Takes the shots of a walk; every picture is different. */
async function shoot(
  { recorder }: Setup,
  jobId: string,
  tops: readonly number[] = GEOMETRY.shots,
  messages = 0,
  { from = 0, pass = 1 } = {},
): Promise<void> {
  for (const [step, scrollTop] of tops.entries()) {
    const index = from + step;
    recorder.pictureOf(jobId);
    const expectedShots = messages > 0 ? 0 : tops.length;
    const request = {
      jobId,
      index,
      expectedShots,
      scrollTop,
      messages: messages && messages + index,
      attempt: 1,
      view: VIEW,
      words: wordsOf(index),
      pass,
    };
    await recorder.keep(request, shotOf(png(40, 30, 100 + index), `look ${index}`));
  }
}

function handedOver(jobId: string, change: Partial<CaptureFinish> = {}): CaptureFinish {
  return {
    jobId,
    url: URL_OF_PAGE,
    title: '退款详情',
    reading: refundPage({ refundAmount: '7.04' }),
    text: '退款金额\n￥7.04',
    messages: [],
    chat: null,
    geometry: GEOMETRY,
    gaps: [],
    environment: ENVIRONMENT,
    navigation: NAVIGATION,
    serverTime: null,
    steps: [{ at: formatIso(NOW), what: '开始采集' }],
    ...change,
  };
}

function message(text: string): ChatMessage {
  return { at: '2026-11-21T20:45:59+08:00', party: 'buyer', sender: '测试买家', kind: 'text', text, images: [] };
}

async function textOf(db: DossierDb, captureId: string, name: string): Promise<string> {
  const stored = await db.blobs.get(`${captureId}/${name}`);
  if (!stored) throw new RangeError(name);
  // Blob.text() would take the byte-order mark away.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await stored.blob.arrayBuffer());
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return errorCodeOf(
    await work.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
}

async function expectNothingStored(db: DossierDb): Promise<void> {
  expect(await contents(db)).toMatchObject({ captures: 0, blobs: 0, log: 0, cases: 0, visits: 0 });
}

let drawings: Drawing[];
beforeEach(() => {
  drawings = stubCanvas();
});
afterEach(() => void vi.unstubAllGlobals());

describe('a whole capture', () => {
  async function capture(setup = setUp(), change: Partial<CaptureFinish> = {}) {
    const jobId = await begin(setup, change.reading);
    await shoot(setup, jobId, change.geometry?.shots);
    return { ...setup, jobId, capture: await setup.recorder.finish(handedOver(jobId, change)) };
  }

  it('is stored with every file it has', async () => {
    const { capture: stored, db } = await capture();
    expect(stored.artifacts.map(({ name, role, mediaType }) => [name, role, mediaType])).toEqual([
      ['frame-001.png', 'frame', 'image/png'],
      ['frame-002.png', 'frame', 'image/png'],
      ['frame-003.png', 'frame', 'image/png'],
      ['全页.png', 'fullPage', 'image/png'],
      ['缩略图.jpg', 'thumbnail', 'image/jpeg'],
      ['页面.mhtml', 'pageCopy', 'multipart/related'],
      ['正文.txt', 'text', 'text/plain'],
      ['文字位置.json', 'textBoxes', 'application/json'],
      ['页面信息.json', 'facts', 'application/json'],
      ['采集记录.json', 'record', 'application/json'],
    ]);
    expect(stored).toMatchObject({
      url: URL_OF_PAGE,
      pageKind: 'refundDetail',
      role: 'buyer',
      gaps: [],
      messageCount: 0,
    });
    expect(stored.facts.refundAmount).toBe('7.04');
    expect(await db.blobs.count()).toBe(stored.artifacts.length);
  });

  it('says of each derived picture which originals it was made from', async () => {
    const { capture: stored } = await capture();
    const digests = stored.artifacts.filter(({ role }) => role === 'frame').map(({ sha256: digest }) => digest);
    const derived = Object.fromEntries(stored.artifacts.map(({ role, derivedFrom }) => [role, derivedFrom]));
    expect(new Set(digests).size).toBe(3);
    expect(derived).toMatchObject({ fullPage: digests, thumbnail: digests.slice(0, 1), frame: [], record: [] });
  });

  it('keeps the pictures as the browser gave them', async () => {
    const { capture: stored, db } = await capture();
    const blob = (await db.blobs.get(stored.artifacts[1]?.id ?? ''))?.blob as Blob;
    expect(await sha256(await blob.arrayBuffer())).toBe(await sha256(await png(40, 30, 101).arrayBuffer()));
  });

  it('has a record of who, when, how, and of what is not known', async () => {
    const setup = setUp({ copyPage: async () => 'pageCopyNotAllowed' });
    setup.recorder.expect(TAB, 'shortcut');
    const { capture: stored, db, jobId } = await capture(setup, { gaps: ['picturesNotLoaded'] });
    const record = JSON.parse(await textOf(db, stored.id, '采集记录.json'));
    const frames = stored.artifacts.filter(({ role }) => role === 'frame');
    expect(record).toMatchObject({
      format: 'capture-record/2',
      captureId: stored.id,
      url: URL_OF_PAGE,
      title: '退款详情',
      startedAt: formatIso(NOW),
      finishedAt: formatIso(stored.takenAt),
      clock: { zoneOfComputer: 'America/Los_Angeles', shownAs: '+08:00' },
      trigger: 'shortcut',
      tool: { name: '维权匣', version: '0.1.0' },
      frames: frames.map(({ name, sha256: digest }, index) => ({
        name,
        scrollTop: GEOMETRY.shots[index],
        sha256: digest,
      })),
      steps: [{ what: '开始采集' }],
      notCaptured: ['picturesNotLoaded', 'pageCopyNotAllowed'],
    });
    expect(captureRecordSchema.parse(record)).toEqual(record);
    expect(record.unknown).toContain('本机时钟是否准确');
    expect(stored.gaps).toEqual(['picturesNotLoaded', 'pageCopyNotAllowed']);
    expect(JSON.stringify(record)).not.toContain(jobId);
  });

  it('has its text so that Notepad shows it, and its facts as data', async () => {
    const { capture: stored, db } = await capture();
    expect(await textOf(db, stored.id, '正文.txt')).toBe('\uFEFF退款金额\r\n￥7.04');
    expect(JSON.parse(await textOf(db, stored.id, '页面信息.json'))).toEqual(refundPage({ refundAmount: '7.04' }));
  });

  it('knows where the words of each screen are', async () => {
    const { capture: stored, db } = await capture();
    const { format, devicePixelRatio, frames } = JSON.parse(await textOf(db, stored.id, '文字位置.json'));
    expect([format, devicePixelRatio]).toEqual(['text-boxes/1', 1]);
    expect(frames).toEqual([
      { name: 'frame-001.png', boxes: wordsOf(0).boxes },
      { name: 'frame-002.png', boxes: wordsOf(1).boxes },
      { name: 'frame-003.png', boxes: wordsOf(2).boxes },
    ]);
  });

  it('says what its page copy lacks', async () => {
    const missing = [{ what: 'picture' as const, address: 'https://img.alicdn.com/1.jpg' }];
    const blob = new Blob(['<p>'], { type: 'text/html' });
    const setup = setUp({ copyPage: async () => ({ method: 'html', blob, missing, missingCount: 3 }) });
    const { capture: stored, db } = await capture(setup);
    expect(stored.gaps).toEqual(['pageCopyIncomplete']);
    expect(stored.artifacts.find(({ role }) => role === 'pageCopy')).toMatchObject({
      name: '页面.html',
      mediaType: 'text/html',
    });
    const record = JSON.parse(await textOf(db, stored.id, '采集记录.json'));
    expect(record.pageCopy).toEqual({ name: '页面.html', method: 'html', missing, missingCount: 3 });
  });

  it('names its facts by their digest, the way to the page, and the offset of this computer', async () => {
    const navigation = { ...NAVIGATION, loadedFrom: 'https://refund2.taobao.com/' };
    const { capture: stored, db } = await capture(setUp(), { navigation });
    const record = JSON.parse(await textOf(db, stored.id, '采集记录.json'));
    const facts = stored.artifacts.find(({ role }) => role === 'facts');
    expect(record.facts).toEqual({ name: facts?.name, sha256: facts?.sha256 });
    expect(record.navigation).toMatchObject({ changedByScript: true, loadedAt: formatIso(NOW - 60_000) });
    expect(record.clock).toMatchObject({ offsetOfComputer: '-08:00', server: null });
  });

  it('opens the case of its page', async () => {
    const { capture: stored, db } = await capture(setUp(), { reading: orderPage() });
    expect(await db.cases.toArray()).toMatchObject([{ id: stored.caseId }]);
  });

  it('joins the case of its tab when its page names none', async () => {
    const setup = setUp();
    const { caseId } = await rememberTab(setup.db, 1, seen(refundPage()));
    const licence = reading({ pageKind: 'shopLicence' });
    await rememberTab(setup.db, TAB, seen(licence), 1);
    expect((await capture(setup, { reading: licence })).capture.caseId).toBe(caseId);
  });

  it('of one screen needs no joined picture', async () => {
    const one: CaptureGeometry = { ...GEOMETRY, kind: 'none', contentHeight: 30, shots: [0] };
    const { capture: stored } = await capture(setUp(), { geometry: one });
    expect(stored.artifacts.map(({ role }) => role)).not.toContain('fullPage');
    expect(stored.gaps).toEqual([]);
  });

  it('of a page too long for one picture has several', async () => {
    const { capture: stored } = await capture(setUp(), { geometry: { ...GEOMETRY, contentHeight: 50_000 } });
    const whole = stored.artifacts.filter(({ role }) => role === 'fullPage');
    expect(whole.map(({ name }) => name)).toEqual(['全页-1.png', '全页-2.png']);
    expect(stored.gaps).toEqual([]);
  });

  it('whose screens cannot be joined keeps them and says so', async () => {
    stubCanvas((width, height) => width * height > 1000 && height > 30);
    const { capture: stored } = await capture();
    expect(stored.artifacts.filter(({ role }) => role === 'frame')).toHaveLength(3);
    expect(stored.gaps).toEqual(['fullPageTooLarge']);
  });

  it('of a page that moved keeps the screens of both walks, and joins those of the second', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    await shoot(setup, jobId, [0, 30]);
    await shoot(setup, jobId, GEOMETRY.shots, 0, { from: 2, pass: 2 });
    const stored = await setup.recorder.finish(handedOver(jobId, { gaps: ['pageMoved'] }));
    const names = stored.artifacts.map(({ name }) => name).slice(0, 6);
    expect(names).toEqual([
      'frame-001.png',
      'frame-002.png',
      'frame-003.png',
      '变动前-001.png',
      '变动前-002.png',
      '全页.png',
    ]);
    const second = stored.artifacts.slice(0, 3).map(({ sha256: digest }) => digest);
    expect(stored.artifacts.find(({ role }) => role === 'fullPage')?.derivedFrom).toEqual(second);
    const record = JSON.parse(await textOf(setup.db, stored.id, '采集记录.json'));
    expect(record.framesBeforeChange).toHaveLength(2);
  });

  it('shows its progress on the icon and in its job, and its result at the end', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    expect(setup.recorder.runningIn(TAB)).toBe(jobId);
    await shoot(setup, jobId);
    const progress = { state: 'running', phase: 'scrolling', done: 3, total: 3, owner: 'worker', tabId: TAB };
    await vi.waitFor(async () => expect(await setup.db.jobs.get(jobId)).toMatchObject(progress));
    const stored = await setup.recorder.finish(handedOver(jobId));
    expect(await setup.db.jobs.get(jobId)).toMatchObject({ state: 'done', result: { captureId: stored.id } });
    expect(setup.badge).toEqual([
      [TAB, 'running', 0, 0],
      [TAB, 'running', 1, 3],
      [TAB, 'running', 2, 3],
      [TAB, 'running', 3, 3],
      [TAB, 'done', 0, 0],
    ]);
    expect(setup.recorder.runningIn(TAB)).toBeNull();
  });
});

const ADDRESS = 'https://img.alicdn.com/1.jpg';

describe('the capture of a chat', () => {
  const chat: CaptureGeometry = { ...GEOMETRY, kind: 'chat', shots: [50, 30, 0] };
  const messages = [
    message('杯子\n碎了'),
    { ...message(''), kind: 'image' as const, images: ['https://img.alicdn.com/1.jpg'] },
    { ...message('请稍等'), at: null },
  ];
  const plain = { gapBefore: false, frames: [], pictures: [] };
  const walked: WalkedChat = {
    plan: { from: null, frames: 'free', framesBefore: null },
    reachedStart: false,
    steps: [],
    seen: [
      { ...plain, frames: [{ shot: 0, box: [0, 0, 40, 10] }] },
      {
        gapBefore: true,
        frames: [
          { shot: 2, box: [0, 10, 40, 20] },
          { shot: 0, box: [0, 0, 40, 5] },
        ],
        pictures: [{ address: ADDRESS, why: null }],
      },
      plain,
    ],
  };

  async function capture() {
    const setup = setUp();
    const jobId = await begin(setup);
    await shoot(setup, jobId, chat.shots, 12);
    const progress = await vi.waitFor(async () => {
      const job = await setup.db.jobs.get(jobId);
      expect(job?.done).toBe(14);
      return job;
    });
    await setup.recorder.keepPicture({ jobId, address: ADDRESS, picture: 'data:image/jpeg;base64,AQID' });
    const handed = handedOver(jobId, { geometry: chat, messages, chat: walked, gaps: ['framesOnly'] });
    const stored = await setup.recorder.finish(handed);
    return { ...setup, progress, stored };
  }

  it('has its pictures in reading order although it was walked from the end', async () => {
    const { db, stored } = await capture();
    const frames = stored.artifacts.filter(({ role }) => role === 'frame');
    const taken = await Promise.all([102, 101, 100].map(async (grey) => sha256(await png(40, 30, grey).arrayBuffer())));
    expect(frames.map(({ sha256: digest }) => digest)).toEqual(taken);
    const record = JSON.parse(await textOf(db, stored.id, '采集记录.json'));
    expect(record.frames.map(({ scrollTop }: { scrollTop: number }) => scrollTop)).toEqual([0, 30, 50]);
  });

  it('has its messages as data and as text', async () => {
    const { db, stored } = await capture();
    expect(stored.messageCount).toBe(3);
    const { format, messages: kept } = parseChatFile(await textOf(db, stored.id, '聊天.json'));
    expect(format).toBe('chat/2');
    expect(kept.map(({ gapBefore, frames, pictures, ...said }) => said)).toEqual(messages);
    expect(await textOf(db, stored.id, '聊天.txt')).toBe(
      [
        '\uFEFF共 3 条消息，从早到晚。时间为平台显示的时间（北京时间）。',
        '没有翻到最早的消息，更早的部分未采集。',
        '',
        '0001  2026-11-21 20:45:59  测试买家（买家）',
        '      杯子',
        '      碎了',
        '      画面：frame-003.png',
        '',
        '———— 此处前后衔接中断，中间可能有未采集的消息 ————',
        '',
        '0002  2026-11-21 20:45:59  测试买家（买家）',
        '      ［图片］',
        '      图片文件：图片-001.jpg',
        '      画面：frame-001.png、frame-003.png',
        '',
        '0003  时间未显示  测试买家（买家）',
        '      请稍等',
        '',
      ].join('\r\n'),
    );
  });

  it('ties each message to its frames and to the files of its pictures', async () => {
    const { db, stored } = await capture();
    const { messages: kept } = parseChatFile(await textOf(db, stored.id, '聊天.json'));
    expect(kept[1]).toMatchObject({
      gapBefore: true,
      frames: [
        { name: 'frame-001.png', box: [0, 10, 40, 20] },
        { name: 'frame-003.png', box: [0, 0, 40, 5] },
      ],
      pictures: [{ address: 'https://img.alicdn.com/1.jpg', file: '图片-001.jpg', why: null }],
    });
    const picture = stored.artifacts.find(({ role }) => role === 'picture');
    expect(picture).toMatchObject({ name: '图片-001.jpg', mediaType: 'image/jpeg', bytes: 3, derivedFrom: [] });
    expect(picture?.sha256).toBe(await sha256(Uint8Array.of(1, 2, 3)));
  });

  it('stops when the user has had enough, and is told so with its next progress', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    const progress = { jobId, messages: 120, reached: '2026-10-01T09:00:00+08:00', soFar: null };
    expect(await setup.recorder.noteProgress(progress)).toEqual({ stop: false });
    expect(await setup.db.jobs.get(jobId)).toMatchObject({
      phase: 'readingChat',
      done: 120,
      reached: progress.reached,
    });
    await setup.recorder.stop(jobId);
    expect(await setup.recorder.noteProgress(progress)).toEqual({ stop: true });
  });

  it('learns with its next progress that it was cancelled', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    await setup.recorder.fail(jobId, 'cancelled');
    const late = setup.recorder.noteProgress({ jobId, messages: 1, reached: null, soFar: null });
    expect(await codeOf(late)).toBe('cancelled');
  });

  it('is read as the user wants it', async () => {
    const { recorder } = setUp();
    const plan: ChatPlan = { from: '2026-11-01T00:00:00+08:00', frames: 'all', framesBefore: null };
    recorder.expect(TAB, 'button', plan);
    const told = { environment: ENVIRONMENT, navigation: NAVIGATION };
    const page = { url: URL_OF_PAGE, title: '', reading: refundPage(), text: '', ...told };
    expect((await recorder.begin(TAB, page)).plan).toEqual(plan);
  });

  it('keeps what was read when the page goes away in the middle', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    await shoot(setup, jobId, [50], 12);
    await setup.recorder.keepPicture({ jobId, address: ADDRESS, picture: 'data:image/jpeg;base64,AQID' });
    const soFar = { messages: messages.slice(0, 2), chat: { ...walked, seen: walked.seen.slice(0, 2) } };
    await setup.recorder.noteProgress({ jobId, messages: 2, reached: null, soFar });
    const stored = await setup.recorder.fail(jobId, 'capture.pageGone');
    expect(stored).toMatchObject({ messageCount: 2 });
    expect(stored?.gaps).toEqual(expect.arrayContaining(['interrupted', 'chatStartNotReached']));
    const { messages: kept } = parseChatFile(await textOf(setup.db, stored?.id ?? '', '聊天.json'));
    expect(kept[1]?.pictures).toEqual([{ address: ADDRESS, file: '图片-001.jpg', why: null }]);
    expect(kept[1]?.frames).toEqual([{ name: 'frame-001.png', box: [0, 0, 40, 5] }]);
    expect(await setup.db.chatPictures.count()).toBe(0);
    expect(await setup.db.chatDrafts.count()).toBe(0);
  });

  it('goes on with the worker after the one that has died, and is ended there as well', async () => {
    const before = setUp();
    const jobId = await begin(before);
    await before.recorder.stop(jobId);
    const after = setUp({ db: before.db });
    expect(await after.recorder.noteProgress({ jobId, messages: 1, reached: null, soFar: null })).toEqual({
      stop: true,
    });
    expect(after.recorder.runningIn(TAB)).toBe(jobId);
  });

  it('keeps a picture of one address once', async () => {
    const { db, recorder, ...setup } = setUp();
    const jobId = await begin({ db, recorder, ...setup });
    const handed = { jobId, address: ADDRESS, picture: 'data:image/webp;base64,AQID' };
    await recorder.keepPicture(handed);
    await recorder.keepPicture(handed);
    const pictures = await db.chatPictures.toArray();
    expect(pictures.map(({ artifact }) => artifact.name)).toEqual(['图片-001.webp']);
    await recorder.fail(jobId, 'cancelled');
    expect(await db.blobs.count()).toBe(0);
    expect(await codeOf(recorder.keepPicture(handed))).toBe('cancelled');
  });

  it('has no joined picture, which is no fault of its length', async () => {
    const { stored } = await capture();
    expect(stored.artifacts.map(({ role }) => role)).not.toContain('fullPage');
    expect(stored.gaps).toEqual(['framesOnly']);
  });

  it('counts messages, not screens', async () => {
    const { progress } = await capture();
    expect(progress).toMatchObject({ phase: 'readingChat', done: 14, total: 0 });
  });
});

describe('a picture of a screen', () => {
  const request = { index: 0, expectedShots: 2, messages: 0, view: VIEW, words: wordsOf(0), pass: 1 };
  const framesOf = async (setup: Setup, jobId: string) => {
    const geometry: CaptureGeometry = { ...GEOMETRY, shots: [0, 30] };
    const stored = await setup.recorder.finish(handedOver(jobId, { geometry }));
    return stored.artifacts.filter(({ role }) => role === 'frame').length;
  };

  it('that was not finished is taken again, three times at most', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    const moving = shotOf(png(40, 30), 'look', { isStill: false });
    const outcomes = [];
    for (const attempt of [1, 2, 3, 4])
      outcomes.push(await setup.recorder.keep({ ...request, jobId, scrollTop: 0, attempt }, moving));
    const again = { kept: false, isStill: false };
    expect(outcomes).toEqual([again, again, again, { kept: true, isStill: false }]);
  });

  it('that shows the screen before is taken again; one that looks the same at last is kept', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    const keep = (scrollTop: number, attempt: number, look: string) =>
      setup.recorder.keep(
        { ...request, jobId, index: scrollTop / 30, scrollTop, attempt },
        shotOf(png(40, 30, scrollTop), look),
      );
    expect(await keep(0, 1, 'top')).toEqual({ kept: true, isStill: true });
    expect(await keep(30, 1, 'top')).toEqual({ kept: false, isStill: true });
    expect(await keep(30, 2, 'below')).toEqual({ kept: true, isStill: true });
    expect(await framesOf(setup, jobId)).toBe(2);
  });

  it('of a place that was kept already is kept', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    for (const scrollTop of [0, 0])
      expect(
        await setup.recorder.keep(
          { ...request, jobId, scrollTop, attempt: 1, view: VIEW, words: wordsOf(0), pass: 1 },
          shotOf(png(40, 30)),
        ),
      ).toEqual({
        kept: true,
        isStill: true,
      });
  });

  it('that was held to the quota makes the next ones paced', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    expect(setup.recorder.pictureOf(jobId)?.paced).toBe(false);
    const shot = shotOf(png(40, 30), 'look', { paced: true });
    await setup.recorder.keep(
      { ...request, jobId, scrollTop: 0, attempt: 1, view: VIEW, words: wordsOf(0), pass: 1 },
      shot,
    );
    expect(setup.recorder.pictureOf(jobId)?.paced).toBe(true);
  });
});

describe('a capture that is cancelled', () => {
  it('stores nothing, and stops the page at its next picture', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    const signal = setup.recorder.pictureOf(jobId)?.signal;
    await shoot(setup, jobId);
    await setup.recorder.fail(jobId, 'cancelled');
    expect(signal?.reason).toMatchObject({ code: 'cancelled' });
    expect(setup.recorder.pictureOf(jobId)).toBeNull();
    expect(await codeOf(setup.recorder.adopt(jobId))).toBe('cancelled');
    expect(await codeOf(setup.recorder.finish(handedOver(jobId)))).toBe('cancelled');
    expect(await setup.db.jobs.get(jobId)).toMatchObject({ state: 'cancelled', errorCode: 'cancelled' });
    expect(setup.badge.at(-1)).toEqual([TAB, 'none', 0, 0]);
    await expectNothingStored(setup.db);
  });

  it('stores nothing when that happens while its files are being made', async () => {
    const setup: Setup = setUp({
      copyPage: async () => {
        await setup.recorder.fail(jobId, 'cancelled');
        return PAGE_COPY;
      },
    });
    const jobId = await begin(setup);
    await shoot(setup, jobId);
    expect(await codeOf(setup.recorder.finish(handedOver(jobId)))).toBe('cancelled');
    expect(await setup.db.jobs.get(jobId)).toMatchObject({ state: 'cancelled' });
    expect(setup.badge.at(-1)).toEqual([TAB, 'none', 0, 0]);
    await expectNothingStored(setup.db);
  });

  it('is finished all the same when it is being stored already: nobody is told that nothing was kept', async () => {
    const db = testDb();
    const setup = setUp({ db });
    const jobId = await begin(setup);
    onWrite(db, 'captures', async (request, next) => {
      void setup.recorder.fail(jobId, 'cancelled');
      void setup.recorder.leave(TAB);
      return next(request);
    });
    await shoot(setup, jobId);
    const stored = await setup.recorder.finish(handedOver(jobId));
    expect(await db.captures.count()).toBe(1);
    expect(await db.jobs.get(jobId)).toMatchObject({ state: 'done', result: { captureId: stored.id } });
    expect(setup.badge.at(-1)).toEqual([TAB, 'done', 0, 0]);
  });
});

describe('a page that goes away', () => {
  it('leaves what was seen of it: its screens, and what it said when the capture began', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    await shoot(setup, jobId, [0, 30]);
    await setup.recorder.leave(TAB);
    const [stored] = await setup.db.captures.toArray();
    expect(drawings[0]?.canvas).toEqual({ width: 40, height: 60 });
    expect(stored).toMatchObject({
      gaps: ['interrupted', 'pageCopyFailed'],
      url: URL_OF_PAGE,
      takenAt: expect.any(Number),
    });
    expect(stored?.artifacts.map(({ name }) => name)).toEqual([
      'frame-001.png',
      'frame-002.png',
      '全页.png',
      '缩略图.jpg',
      '正文.txt',
      '文字位置.json',
      '页面信息.json',
      '采集记录.json',
    ]);
    const words = JSON.parse(await textOf(setup.db, stored?.id ?? '', '文字位置.json'));
    expect(words.frames.map(({ boxes }: { boxes: unknown }) => boxes)).toEqual([wordsOf(0).boxes, wordsOf(1).boxes]);
    expect(await textOf(setup.db, stored?.id ?? '', '正文.txt')).toBe('\uFEFF退款金额');
    const record = JSON.parse(await textOf(setup.db, stored?.id ?? '', '采集记录.json'));
    expect(record.steps.at(-1).what).toContain('采集在第 2 张截图之后中断');
    expect(await setup.db.jobs.get(jobId)).toMatchObject({
      state: 'done',
      errorCode: 'capture.pageGone',
      result: { captureId: stored?.id, gaps: stored?.gaps },
    });
    expect(setup.badge.at(-1)).toEqual([TAB, 'partial', 0, 0]);
    expect(setup.recorder.runningIn(TAB)).toBeNull();
    expect(await setup.db.drafts.count()).toBe(0);
    expect(await setup.db.shots.count()).toBe(0);
  });

  it('before its first screen leaves nothing', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    await setup.recorder.leave(TAB);
    expect(await setup.db.jobs.get(jobId)).toMatchObject({ state: 'failed', errorCode: 'capture.pageGone' });
    expect(setup.badge.at(-1)).toEqual([TAB, 'failed', 0, 0]);
    await expectNothingStored(setup.db);
  });

  it('while the browser copies it keeps its screens, and not the copy: that could be of the next page', async () => {
    const setup: Setup = setUp({
      copyPage: async () => {
        await setup.recorder.leave(TAB);
        return PAGE_COPY;
      },
    });
    const jobId = await begin(setup);
    await shoot(setup, jobId);
    const stored = await setup.recorder.finish(handedOver(jobId));
    expect(stored.gaps).toEqual(['interrupted', 'pageCopyFailed']);
    expect(await setup.db.captures.count()).toBe(1);
    expect(setup.badge.at(-1)).toEqual([TAB, 'partial', 0, 0]);
  });

  it('no longer matters once it has handed everything over', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    await shoot(setup, jobId);
    vi.stubGlobal('createImageBitmap', async () => {
      await setup.recorder.leave(TAB);
      return { width: 40, height: 30, close: () => undefined };
    });
    expect((await setup.recorder.finish(handedOver(jobId))).gaps).toEqual([]);
    expect(await setup.db.captures.count()).toBe(1);
    expect(await setup.db.jobs.get(jobId)).toMatchObject({ state: 'done', errorCode: null });
  });

  it('does not concern the captures of other tabs', async () => {
    const setup = setUp();
    const jobId = await begin(setup);
    await setup.recorder.leave(8);
    expect(setup.recorder.runningIn(TAB)).toBe(jobId);
    expect(await setup.db.jobs.get(jobId)).toMatchObject({ state: 'running' });
  });
});

describe('a worker that has died', () => {
  /** The pictures of the worker before are on the disk. */
  async function died(shots: readonly number[] = [0, 30]) {
    const before = setUp();
    const jobId = await begin(before);
    await shoot(before, jobId, shots);
    if (shots.length > 0) await vi.waitFor(async () => expect(await before.db.shots.count()).toBe(shots.length));
    return { jobId, after: setUp({ db: before.db }) };
  }

  it('is followed by one that goes on with its capture, as if nothing had happened', async () => {
    const { jobId, after } = await died();
    expect(after.recorder.pictureOf(jobId)).toBeNull();
    expect(await after.recorder.adopt(jobId)).toMatchObject({ paced: true });
    await shoot(after, jobId, [50], 0, { from: 2 });
    const stored = await after.recorder.finish(handedOver(jobId));
    expect(stored.gaps).toEqual([]);
    expect(stored.artifacts.filter(({ role }) => role === 'frame')).toHaveLength(3);
    expect(await after.db.jobs.get(jobId)).toMatchObject({ state: 'done' });
  });

  it('while it stored what a page had handed over is followed by one that stores it', async () => {
    const { jobId, after } = await died(GEOMETRY.shots);
    const { jobId: _id, ...page } = handedOver(jobId);
    await after.db.drafts.update(jobId, { page, pageCopy: 'pageCopyNotAllowed', finishedAt: NOW + 5000 });
    await after.recorder.recover();
    const [stored] = await after.db.captures.toArray();
    expect(stored).toMatchObject({ gaps: ['pageCopyNotAllowed'], takenAt: NOW + 5000, logSeq: 1 });
    expect(await after.db.jobs.get(jobId)).toMatchObject({ state: 'done', errorCode: null });
  });

  it('leaves what was seen when no page goes on with it', async () => {
    const { jobId, after } = await died();
    await after.recorder.recover();
    expect(await after.db.captures.toArray()).toMatchObject([{ gaps: ['interrupted', 'pageCopyFailed'] }]);
    expect(await after.db.jobs.get(jobId)).toMatchObject({ state: 'done', errorCode: 'capture.interrupted' });
    expect(after.badge.at(-1)).toEqual([TAB, 'partial', 0, 0]);
  });

  it('before the first screen leaves nothing but the word of it', async () => {
    const { jobId, after } = await died([]);
    await after.recorder.recover();
    expect(await after.db.jobs.get(jobId)).toMatchObject({ state: 'failed', errorCode: 'capture.interrupted' });
    await expectNothingStored(after.db);
    expect(await after.db.drafts.count()).toBe(0);
  });

  it('is not recovered from while a page goes on with its capture', async () => {
    const { jobId, after } = await died();
    await after.recorder.adopt(jobId);
    await after.recorder.recover();
    expect(await after.db.jobs.get(jobId)).toMatchObject({ state: 'running' });
  });

  it('leaves nothing of a capture that the user takes back afterwards', async () => {
    const { jobId, after } = await died();
    await after.recorder.fail(jobId, 'cancelled');
    expect(await after.db.jobs.get(jobId)).toMatchObject({ state: 'cancelled' });
    await expectNothingStored(after.db);
  });

  it('ends the job when the page gives up', async () => {
    const { jobId, after } = await died([]);
    await after.recorder.fail(jobId, 'capture.interrupted');
    expect(await after.db.jobs.get(jobId)).toMatchObject({ state: 'failed', errorCode: 'capture.interrupted' });
  });
});

describe('a picture that the browser loses on its way to the disk', () => {
  it('is written again', async () => {
    const setup = setUp();
    let writes = 0;
    onWrite(setup.db, 'blobs', async (request, next) => {
      writes += 1;
      if (writes === 2) throw new DOMException('Failed to write blobs (InvalidBlob)', 'DataError');
      return next(request);
    });
    const jobId = await begin(setup);
    await shoot(setup, jobId);
    const stored = await setup.recorder.finish(handedOver(jobId));
    expect(stored.gaps).toEqual([]);
    expect(stored.artifacts.filter(({ role }) => role === 'frame')).toHaveLength(3);
  });
});

describe('a capture that cannot be stored for a reason nobody foresaw', () => {
  it('keeps its pictures, and is stored whole at the next start', async () => {
    const setup = setUp();
    let failures = 0;
    onWrite(setup.db, 'captures', async (request, next) => {
      failures += 1;
      if (failures <= 2) throw new Error('The database had a bad moment');
      return next(request);
    });
    const jobId = await begin(setup);
    await shoot(setup, jobId);
    expect(await codeOf(setup.recorder.finish(handedOver(jobId)))).toBe('unexpected');
    expect(await setup.db.jobs.get(jobId)).toMatchObject({ state: 'failed' });
    expect(setup.badge.at(-1)).toEqual([TAB, 'failed', 0, 0]);
    await setUp({ db: setup.db }).recorder.recover();
    const [stored] = await setup.db.captures.toArray();
    expect(stored?.gaps).toEqual([]);
    expect(stored?.artifacts.filter(({ role }) => role === 'frame')).toHaveLength(3);
    expect(await setup.db.drafts.count()).toBe(0);
  });
});

describe('two captures', () => {
  it('do not run in one tab', async () => {
    const setup = setUp();
    await begin(setup);
    expect(await codeOf(begin(setup))).toBe('capture.running');
    expect(await setup.db.jobs.count()).toBe(1);
  });

  it('run in two tabs without mixing their pictures', async () => {
    const setup = setUp();
    const [one, two] = [await begin(setup, refundPage(), 1), await begin(setup, refundPage(), 2)];
    const request = {
      index: 0,
      expectedShots: 1,
      scrollTop: 0,
      messages: 0,
      attempt: 1,
      view: VIEW,
      words: wordsOf(0),
      pass: 1,
    };
    await setup.recorder.keep({ ...request, jobId: one }, shotOf(png(40, 30, 1)));
    await setup.recorder.keep({ ...request, jobId: two }, shotOf(png(40, 30, 2)));
    const geometry: CaptureGeometry = { ...GEOMETRY, kind: 'none', shots: [0] };
    const [first, second] = await Promise.all(
      [one, two].map((jobId) => setup.recorder.finish(handedOver(jobId, { geometry }))),
    );
    const frameOf = (capture: typeof first) => capture?.artifacts.find(({ role }) => role === 'frame')?.sha256;
    expect(frameOf(first)).toBe(await sha256(await png(40, 30, 1).arrayBuffer()));
    expect(frameOf(second)).toBe(await sha256(await png(40, 30, 2).arrayBuffer()));
  });

  it('remember each how they were started, once', async () => {
    const setup = setUp();
    setup.recorder.expect(TAB, 'contextMenu');
    const triggers: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const jobId = await begin(setup);
      await shoot(setup, jobId);
      const { id } = await setup.recorder.finish(handedOver(jobId));
      triggers.push(JSON.parse(await textOf(setup.db, id, '采集记录.json')).trigger);
    }
    expect(triggers).toEqual(['contextMenu', 'button']);
  });
});

describe('a full disk', () => {
  it.each([
    ['for its screens', 'put', 0],
    ['for what goes with them', 'add', 2],
  ] as const)(
    '%s ends the capture with nothing stored, says so everywhere, and lets the next one begin',
    async (_, type, row) => {
      const db = testDb();
      refuseRow(db, 'blobs', row, type);
      const setup = setUp({ db });
      const jobId = await begin(setup);
      await shoot(setup, jobId);
      expect(await codeOf(setup.recorder.finish(handedOver(jobId)))).toBe('storage.full');
      expect(await db.jobs.get(jobId)).toMatchObject({ state: 'failed', errorCode: 'storage.full' });
      expect(setup.badge.at(-1)).toEqual([TAB, 'failed', 0, 0]);
      await expectNothingStored(db);
      await expect(begin(setup)).resolves.toEqual(expect.any(String));
    },
  );

  it('that is full from the start does not leave a capture that never ends', async () => {
    const db = testDb();
    refuseRow(db, 'jobs', 0);
    const setup = setUp({ db });
    expect(await codeOf(begin(setup))).toBe('storage.full');
    expect(setup.recorder.runningIn(TAB)).toBeNull();
    expect(await codeOf(begin(setup))).toBe('storage.full');
  });
});
