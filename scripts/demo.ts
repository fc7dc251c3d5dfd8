/** `npm run demo`: the main job in a real browser on the practice marketplace, from the first look to the verified bundle. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { buildExtension } from './browser/build.ts';
import { captureFromToolbar, exportFromToolbar } from './browser/journey.ts';
import { type ExtensionBrowser, launchExtension } from './browser/launch.ts';
import { type PracticeServer, startPracticeServer } from './practice/server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUTPUT = join(ROOT, 'demo-output');

const { values: options } = parseArgs({ options: { 'keep-open': { type: 'boolean', default: false } } });
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUTPUT, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** The panel of a tab, opened in a tab of its own so that it can be photographed. */
async function shootPanel(browser: ExtensionBrowser, page: Page, name: string, text: string): Promise<void> {
  const panel = await browser.openView(`sidepanel.html?tabId=${await browser.tabIdOf(page)}`);
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByText(text).first().waitFor();
  await shoot(panel, name);
  await panel.close();
}

async function main(server: PracticeServer, browser: ExtensionBrowser): Promise<string> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const visit = async (name: string, url: string, prepare?: () => Promise<void>) => {
    await page.goto(url);
    await prepare?.();
    const popup = await captureFromToolbar(browser, page);
    await popup.waitForText('采集完成');
    await writeFile(join(OUTPUT, `popup-${name}.png`), await popup.screenshot());
    await popup.close();
  };
  say('① 订单页：识别阶段与期限，采集');
  await page.goto(server.urls.orderOld);
  await shootPanel(browser, page, 'panel-order', '确认收货');
  await visit('order', server.urls.orderOld);
  say('② 退款页：卖家已拒绝，倒计时来自页面，采集');
  await visit('refund', server.urls.refund);
  say('③ 聊天、商品、物流、经营者公示：各采集一次');
  await visit('chat', server.urls.chat, () =>
    page.frameLocator('iframe').locator('.message-item-line').first().waitFor(),
  );
  await visit('product', server.urls.product);
  await visit('logistics', server.urls.logistics);
  await visit('licence', server.urls.licence, () => solveCaptcha(page));
  say('④ 侧边栏、案件列表');
  await page.goto(server.urls.refund);
  await fileLooseCaptures(browser, page);
  await shootPanel(browser, page, 'panel-refund', '已采集');
  await shootCases(browser);
  say('⑤ 导出证据包');
  return exportFromToolbar(browser, page, async (step, popup) => {
    await writeFile(join(OUTPUT, `popup-export-${step}.png`), await popup.screenshot());
  });
}

/** The practice captcha says what to type; on the real page only the user can. */
async function solveCaptcha(page: Page): Promise<void> {
  await page.locator('input').fill('1234');
  await page.keyboard.press('Enter');
  await page.getByText('企业名称').waitFor();
}

/** A licence page names no order, so the user says which case it belongs to. */
async function fileLooseCaptures(browser: ExtensionBrowser, page: Page): Promise<void> {
  const panel = await browser.openView(`sidepanel.html?tabId=${await browser.tabIdOf(page)}`);
  const choice = panel.getByRole('combobox', { name: '归入案件' });
  await choice.selectOption({ index: 1 });
  await choice.waitFor({ state: 'detached' });
  await panel.close();
}

async function shootCases(browser: ExtensionBrowser): Promise<void> {
  const cases = await browser.openView('cases.html');
  await cases.setViewportSize({ width: 1180, height: 640 });
  await cases.locator('tbody tr').first().waitFor();
  await shoot(cases, 'cases');
  await cases.locator('tbody a').first().click();
  await cases.getByText('历史记录').waitFor();
  await cases.locator('img').first().waitFor();
  await shoot(cases, 'case');
  await cases.close();
}

function verify(bundle: string): boolean {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/verify.ts'), bundle], { stdio: 'inherit' });
  return status === 0;
}

say('正在构建扩展…');
buildExtension();
await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
const server = await startPracticeServer();
const headed = hasDisplay && options['keep-open'];
const browser = await launchExtension({
  hostRules: server.hostRules,
  downloads: join(OUTPUT, 'downloads'),
  headed,
  hideScrollbars: true,
});
try {
  const saved = await main(server, browser);
  const bundle = join(OUTPUT, basename(saved));
  await cp(saved, bundle);
  await rm(join(OUTPUT, 'downloads'), { recursive: true, force: true });
  say('⑥ 验证证据包');
  if (!verify(bundle)) process.exitCode = 1;
  say(`完成。证据包：${bundle}\n截图在 ${OUTPUT}`);
  if (options['keep-open']) await keepOpen();
} finally {
  await browser.close();
  await server.close();
}

async function keepOpen(): Promise<void> {
  if (!headed) {
    say('没有可用的显示器，--keep-open 不起作用。');
    return;
  }
  say('浏览器留给你使用；关闭窗口即结束。');
  await new Promise<void>((resolve) => browser.context.on('close', () => resolve()));
}
