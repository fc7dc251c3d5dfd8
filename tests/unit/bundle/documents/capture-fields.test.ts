import { describe, expect, test } from 'vitest';
import { captureFields } from '../../../../lib/bundle/documents/capture-fields.ts';
import { evidenceSection } from '../../../../lib/bundle/documents/evidence-section.ts';
import { plainText } from '../../../../lib/bundle/documents/model.ts';
import { type CaptureRecord, captureRecordSchema, type ServerClock } from '../../../../lib/evidence/capture-record.ts';
import { evidenceItem } from '../fixture.ts';

const SIZE = { width: 1280, height: 720 };
const DIGEST = 'a'.repeat(64);

const RECORD: CaptureRecord = captureRecordSchema.parse({
  format: 'capture-record/2',
  captureId: 'capture-E01',
  url: 'https://item.taobao.com/item.htm?id=9000000001',
  title: '测试商品',
  facts: { name: '页面信息.json', sha256: DIGEST },
  startedAt: '2026-11-22T12:15:01+08:00',
  finishedAt: '2026-11-22T12:15:03+08:00',
  clock: {
    source: '本机时钟',
    zoneOfComputer: 'Asia/Urumqi',
    offsetOfComputer: '+06:00',
    shownAs: '+08:00',
    server: null,
  },
  navigation: {
    referrer: 'https://www.taobao.com/',
    loadedFrom: 'https://item.taobao.com/item.htm?id=9000000001',
    kind: 'navigate',
    redirects: 1,
    status: 200,
    loadedAt: '2026-11-22T12:14:00+08:00',
    failedLoads: [],
    changedByScript: false,
  },
  trigger: 'button',
  tool: { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Windows', buildSha256: DIGEST },
  environment: {
    userAgent: 'Mozilla/5.0',
    languages: ['zh-CN', 'en'],
    timeZone: 'Asia/Urumqi',
    utcOffset: 360,
    zoom: 1.25,
    screen: SIZE,
    viewport: SIZE,
    devicePixelRatio: 1.25,
    referrer: 'https://www.taobao.com/',
  },
  geometry: {
    kind: 'none',
    viewport: SIZE,
    box: { left: 0, top: 0, ...SIZE },
    contentHeight: 720,
    devicePixelRatio: 1.25,
    shots: [0],
  },
  frames: [{ name: 'frame-001.png', scrollTop: 0, sha256: DIGEST, takenAt: '2026-11-22T12:15:02+08:00' }],
  steps: [{ at: '2026-11-22T12:15:01+08:00', what: '开始采集' }],
  pageCopy: { name: '页面.mhtml', method: 'mhtml', missing: [], missingCount: 0 },
  notCaptured: [],
  unknown: ['电脑系统是否清洁', '本机时钟是否准确'],
});

const CLOCK: ServerClock = {
  url: 'https://item.taobao.com/item.htm?id=9000000001',
  method: 'HEAD',
  sentAt: '2026-11-22T12:15:02.000+08:00',
  receivedAt: '2026-11-22T12:15:02.080+08:00',
  roundTripMs: 80,
  status: 200,
  date: 'Sun, 22 Nov 2026 04:15:12 GMT',
  age: null,
  aheadOfLocalMs: 10_460,
  uncertaintyMs: 540,
};

/** What stands beside each label. */
function words(change: Partial<CaptureRecord> = {}): Record<string, string> {
  const fields = captureFields({ ...RECORD, ...change }).find(({ kind }) => kind === 'fields');
  if (fields?.kind !== 'fields') throw new RangeError('There are no fields');
  return Object.fromEntries(fields.rows.map(({ label, value }) => [label, plainText(value)]));
}

const withClock = (change: Partial<ServerClock> = {}) =>
  words({ clock: { ...RECORD.clock, server: { ...CLOCK, ...change } } });

describe('采集过程和环境', () => {
  test('names program and digest, browser, screen, way to the page, and what nobody can know', () => {
    expect(words()).toEqual({
      采集工具: `维权匣 0.1.0（程序文件的 SHA-256：${DIGEST}）`,
      浏览器和系统: 'Chromium 156，Windows',
      画面: '窗口 1280×720，缩放 125%，设备像素比 1.25，语言 zh-CN、en',
      网址的变化: '2026-11-22 12:14:00 载入；同站跳转 1 次；采集时网址没有变；来自 https://www.taobao.com/',
      本机时钟: '2026-11-22 12:15:01 开始，2026-11-22 12:15:03 完成（电脑时区 Asia/Urumqi，+06:00；此处均为北京时间）',
      服务器时间: '未询问（用户没有开启）',
      两者相差: '没有可比较的时间',
      页面副本: '页面.mhtml（由浏览器保存）',
      加载失败: '浏览器没有记载页面有加载失败的内容',
      无法确认: '电脑系统是否清洁；本机时钟是否准确。',
    });
  });

  test('says that a script has changed the address', () => {
    const navigation = {
      ...RECORD.navigation,
      loadedFrom: 'https://item.taobao.com/',
      redirects: null,
      changedByScript: true,
      referrer: '',
    };
    expect(words({ navigation }).网址的变化).toBe(
      '2026-11-22 12:14:00 载入，当时的网址为 https://item.taobao.com/；采集时已由页面改为 https://item.taobao.com/item.htm?id=9000000001',
    );
  });

  test.each<[string, Partial<ServerClock>, string]>([
    ['the server ahead', {}, '服务器比本机快 10.5 秒（误差不超过 0.5 秒）'],
    ['the server behind', { aheadOfLocalMs: -75_000 }, '服务器比本机慢 75.0 秒（误差不超过 0.5 秒）'],
    ['no difference that can be seen', { aheadOfLocalMs: 300 }, '看不出差别（误差不超过 0.5 秒）'],
    ['no time', { date: null, aheadOfLocalMs: null, uncertaintyMs: null }, '不能得出'],
  ])('puts the times side by side: %s', (_what, change, difference) => {
    expect(withClock(change).两者相差).toBe(difference);
  });

  test('gives the server’s words as they stood, and how they came', () => {
    expect(withClock().服务器时间).toBe(
      'Sun, 22 Nov 2026 04:15:12 GMT（2026-11-22 12:15:02 向 https://item.taobao.com/item.htm?id=9000000001 询问，往返 80 毫秒）',
    );
    expect(withClock({ age: '37' }).服务器时间).toContain('该回答已在途中保存 37 秒');
    expect(withClock({ date: null }).服务器时间).toContain('服务器没有回答时间');
  });

  test('says what a page copy lacks, and when there is none', () => {
    const missing = [
      { what: 'picture' as const, address: 'https://img.alicdn.com/a.png' },
      { what: 'frame' as const, address: '' },
    ];
    expect(words({ pageCopy: { name: '页面.html', method: 'html', missing, missingCount: 7 } }).页面副本).toBe(
      '页面.html（由扩展从页面读取，打开时不运行脚本、不联网）；缺少 7 项：图片、内嵌页面，以画面为准',
    );
    expect(words({ pageCopy: null }).页面副本).toBe('没有保存');
  });

  test('counts what the page’s servers refused', () => {
    const failedLoads = Array.from({ length: 7 }, (_, index) => ({ address: `https://x/${index}`, status: 404 }));
    const shown = words({ navigation: { ...RECORD.navigation, failedLoads } }).加载失败;
    expect(shown).toMatch(/^https:\/\/x\/0（404）；.*等 7 项$/);
  });

  test('stands with its evidence, and is not made up for captures without such a record', () => {
    const headings = (record?: CaptureRecord) =>
      evidenceSection({ ...evidenceItem('E01'), ...(record && { record }) }).blocks.flatMap((block) =>
        block.kind === 'heading' ? [block.text] : [],
      );
    expect(headings(RECORD)).toContain('采集过程和环境');
    expect(headings()).not.toContain('采集过程和环境');
  });
});
