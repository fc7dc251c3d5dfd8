import type { Page } from '@playwright/test';
import { captureFromToolbar } from '../../scripts/browser/journey.ts';
import { expect, test } from './fixtures.ts';
import { inspectPicture, storedCaptures } from './in-extension.ts';

const ADDRESS = 'https://www.taobao.com/practice-bad-page.htm';
const ROW = '<p style="height:99px;margin:0;border-bottom:1px solid #999">行</p>';

function page(body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>测试页面</title><style>body{margin:0}</style>${body}`;
}

/** Rows that say where they are, so that a picture with one twice or not at all is seen. */
function rows(count: number): string {
  return Array.from({ length: count }, (_, index) => ROW.replace('行', `第 ${index + 1} 行`)).join('');
}

const CASES: [name: string, body: string, gaps: string[], screens: (count: number) => boolean][] = [
  [
    'that adds something above while it is scrolled is captured once more, and both are kept',
    `<main>${rows(40)}</main><script>
      let done = false;
      addEventListener('scroll', () => {
        if (done || scrollY < 1500) return;
        done = true;
        document.querySelector('main').insertAdjacentHTML('afterbegin', '<p style="height:300px;margin:0">新内容</p>');
      });
    </script><style>html{overflow-anchor:none}</style>`,
    ['pageMoved'],
    (count) => count > 8,
  ],
  [
    'that scrolls back by itself ends where it refuses to go on',
    `<main>${rows(60)}</main><script>
      addEventListener('scroll', () => { if (scrollY > 1000) scrollTo(0, 900); });
    </script>`,
    ['scrollRefused'],
    (count) => count >= 2 && count <= 4,
  ],
  [
    'that has a frame of another site says that its text is not there',
    `<main>${rows(3)}</main><iframe src="https://www.tmall.com/practice-frame.htm" width="600" height="300"></iframe>`,
    ['foreignFrames', 'pageCopyIncomplete'],
    (count) => count === 1,
  ],
  [
    'that scrolls, with a box in it that scrolls as well, says what of it is hidden',
    `<main>${rows(12)}</main><div style="overflow:auto;width:500px;height:200px">${rows(9)}</div>`,
    ['innerBoxes'],
    (count) => count >= 2,
  ],
];

for (const [name, body, gaps, hasScreens] of CASES) {
  test(`a page ${name}`, async ({ server, extension, tab }) => {
    server.serve(ADDRESS, page(body));
    server.serve('https://www.tmall.com/practice-frame.htm', page('<p>别处</p>'));
    await tab.goto(ADDRESS);
    const popup = await captureFromToolbar(extension, tab);
    await popup.close();
    const [capture] = await storedCaptures(await extension.openView('cases.html'));
    expect(capture?.gaps).toEqual(gaps);
    expect(hasScreens(capture?.artifacts.filter(({ role }) => role === 'frame').length ?? 0)).toBe(true);
    expect(await positionOf(tab)).toBe(0);
  });
}

test('a page that never ends is captured to its hundredth screen, as several pictures', async ({
  server,
  extension,
  tab,
}) => {
  test.slow();
  const grow = `addEventListener('scroll', () => document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(rows(10))}))`;
  server.serve(ADDRESS, page(`<main>${rows(20)}</main><script>${grow}</script>`));
  await tab.goto(ADDRESS);
  const popup = await captureFromToolbar(extension, tab);
  await popup.waitForText('第 100 屏以后的内容');
  const view = await extension.openView('cases.html');
  const [capture] = await storedCaptures(view);
  expect(capture?.gaps).toEqual(['pageTooLong']);
  expect(capture?.artifacts.filter(({ role }) => role === 'frame')).toHaveLength(100);
  const whole = capture?.artifacts.filter(({ role }) => role === 'fullPage') ?? [];
  expect(whole.map(({ name }) => name)).toEqual(['全页-1.png', '全页-2.png', '全页-3.png']);
  const heights = await Promise.all(
    whole.map(async ({ id }) => (await inspectPicture(view, id, { height: 1, step: 100_000 })).height),
  );
  expect(Math.max(...heights)).toBeLessThanOrEqual(32_767);
});

test('a window that changes its size in the middle ends the pictures there', async ({ server, extension, tab }) => {
  const shrink = `addEventListener('scroll', () => { if (scrollY > 1000) document.title = '缩小'; })`;
  server.serve(ADDRESS, page(`<main>${rows(200)}</main><script>${shrink}</script>`));
  await tab.goto(ADDRESS);
  const popup = await extension.clickToolbar(tab);
  await popup.click('采集本页');
  await tab.waitForFunction(() => document.title === '缩小');
  const session = await extension.context.newCDPSession(tab);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 900,
    height: 700,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await popup.waitForText('窗口大小或缩放改变之后的画面');
  const [capture] = await storedCaptures(await extension.openView('cases.html'));
  expect(capture?.gaps).toContain('viewChanged');
});

function positionOf(tab: Page): Promise<number> {
  return tab.evaluate(() => scrollY);
}
