import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import type { ExtensionBrowser } from '../../scripts/browser/launch.ts';
import { type StampServer, startStampServer } from '../tsa/server.ts';
import { expect, test as plain } from './fixtures.ts';

const HOSTS = ['timestamp.sectigo.com', 'freetsa.org'];
/** Gathering a burst takes twenty seconds. */
const SEALED = { timeout: 90_000 };

const test = plain.extend<{ service: StampServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured parameter.
  service: async ({}, use) => {
    const service = await startStampServer(HOSTS);
    await use(service);
    await service.close();
  },
  // A test cannot press the browser's own dialog.
  launch: async ({ server, service }, use) => {
    const origins = HOSTS.map((host) => `https://${host}/*`);
    const trustedKey = `${server.trustedKey},${service.trustedKey}`;
    await use({ hostRules: `${server.hostRules}, ${service.hostRules}`, trustedKey, granted: { origins } });
  },
});

test.setTimeout(240_000);

async function capture(tab: Page, url: string, extension: ExtensionBrowser): Promise<void> {
  await tab.goto(url);
  await (await captureFromToolbar(extension, tab)).close();
}

test('captures are stamped once that is wanted, and anybody can check it', async ({
  server,
  service,
  extension,
  tab,
  downloads,
}) => {
  await capture(tab, server.urls.refund, extension);
  const options = await extension.openView('options.html');

  await test.step('switched on in the settings, which say what leaves the computer', async () => {
    await options.getByText(/只有一个 32 字节的摘要值会离开这台电脑/).waitFor();
    expect(service.requests).toEqual([]);
    await options.getByRole('checkbox', { name: '给采集盖时间戳' }).click();
    await expect(options.getByText('Sectigo：等待中。')).toBeVisible();
    await expect(options.getByText(/^已盖 1 个/)).toBeVisible(SEALED);
    await options.setViewportSize({ width: 320, height: 700 });
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  await test.step('nothing but a request of a few bytes has left', async () => {
    const plainRequest = { type: 'application/timestamp-query', cookie: '', referer: '' };
    expect(service.requests).toMatchObject([{ host: HOSTS[0], ...plainRequest }]);
    expect(service.requests[0]?.bytes).toBeLessThan(80);
  });

  await test.step('the capture says since when and by whom', async () => {
    const cases = await extension.openView('cases.html');
    await cases
      .getByRole('link', { name: /野生干香菇/ })
      .first()
      .click();
    await expect(cases.getByText(/^已盖 /)).toBeVisible();
    await cases
      .getByRole('button', { name: /退款详情/ })
      .first()
      .click();
    const dialog = cases.getByRole('dialog');
    await expect(dialog.getByText(/Sectigo（签发者 Test leaf）/)).toBeVisible();
    await expect(dialog.getByText(/根证书不在维权匣认识的名单中/)).toBeVisible();
    await cases.close();
  });

  const bundle = await test.step('the bundle holds the stamp', async () => {
    await tab.bringToFront();
    return exportFromToolbar(extension, tab);
  });

  await test.step('which openssl and the verifier confirm', async () => {
    execFileSync('unzip', ['-q', bundle, '-d', downloads]);
    const [folder = ''] = readdirSync(downloads).filter((name) => !name.endsWith('.zip'));
    const cwd = join(downloads, folder, '09_校验');
    expect(readdirSync(join(cwd, 'stamps'))).toEqual(['01-log.json', '01-log.tsq', '01-log.tsr', 'tsa-certs.pem']);
    const command = /openssl (ts -verify .*)\r/.exec(readFileSync(join(cwd, '验证说明.txt'), 'utf8'))?.[1] ?? '';
    expect(execFileSync('openssl', command.split(' '), { cwd, encoding: 'utf8' })).toContain('Verification: OK');
    const trusted = ['scripts/verify.ts', '--tsa-root', service.authority.path('root.pem'), bundle];
    const report = execFileSync(process.execPath, trusted, { encoding: 'utf8' });
    expect(report).toContain('✔ 时间戳：1 个时间戳与日志相符，签名有效');
    expect(report).toContain('结论：未发现改动：包内文件与生成时一致');
    const page = await extension.context.newPage();
    await page.goto(pathToFileURL(join(downloads, folder, '00_先看这里.html')).href);
    await page.locator('#zip-input').setInputFiles(bundle);
    await expect(page.getByText(/^1 个时间戳与日志相符，签名有效，但签发机构的根证书不在/)).toBeVisible();
    await expect(page.getByText(/由“Test leaf”签发，日志第 1 至 1 条/)).toBeVisible();
    await expect(page.getByRole('heading', { name: '未发现改动，但有项目未能核对' })).toBeVisible();
  });
});

test('a service that is down costs nothing: it is asked again, and once it answers all is stamped at once', async ({
  server,
  service,
  extension,
  tab,
}) => {
  service.isDown = true;
  const options = await extension.openView('options.html');
  await options.getByRole('checkbox', { name: '给采集盖时间戳' }).click();
  await options.getByRole('checkbox', { name: 'FreeTSA' }).click();
  await capture(tab, server.urls.refund, extension);
  await expect(options.getByText('Sectigo：等待中。 连不上，会自动再试。')).toBeVisible(SEALED);
  await expect(options.getByText('FreeTSA：等待中。 连不上，会自动再试。')).toBeVisible(SEALED);
  await capture(tab, server.urls.order, extension);
  service.isDown = false;
  await options.getByRole('button', { name: '现在再试' }).click();
  await expect(options.getByText(/^已盖 2 个/)).toBeVisible(SEALED);
  expect(service.requests.filter(({ host }) => host === HOSTS[0]).length).toBeLessThanOrEqual(3);
});
