import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { captureFromToolbar } from '../../scripts/browser/journey.ts';
import { expect, openPanel, test } from './fixtures.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Every rule of axe, in the page as it is rendered. The script is evaluated over DevTools, which no policy of a page can refuse. */
async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['zh-CN', 'en'] as const) {
    test.describe(`${colorScheme}, ${language}`, () => {
      test.use({ launch: { colorScheme, language } });

      test('every view is accessible, empty and full', async ({ server, extension, tab }) => {
        const failures: Error[] = [];
        extension.context.on('weberror', (error) => failures.push(error.error()));
        const check = async (page: Page) => expect(await accessibilityProblems(page), page.url()).toEqual([]);

        const empty = await extension.openView('cases.html');
        await empty.getByRole('heading', { level: 1 }).waitFor();
        await check(empty);
        await empty.goto(empty.url().replace('cases', 'privacy'));
        await empty.getByRole('heading', { level: 1 }).waitFor();
        await check(empty);
        await empty.goto(empty.url().replace('privacy', 'options'));
        await empty.getByRole('checkbox').first().waitFor();
        await check(empty);
        await tab.goto(server.urls.home);
        const nothing = await openPanel(extension, tab);
        await nothing.getByRole('heading', { level: 1 }).waitFor();
        await check(nothing);

        await tab.goto(server.urls.refund);
        await (await captureFromToolbar(extension, tab)).close();
        const panel = await openPanel(extension, tab);
        await panel.getByRole('timer').waitFor();
        await check(panel);
        await panel.goto(panel.url().replace('sidepanel', 'popup'));
        await panel.getByRole('heading', { level: 1 }).first().waitFor();
        await check(panel);
        await panel.goto(panel.url().replace(/popup.*/, 'cases.html'));
        await panel.locator('tbody a').click();
        await panel.getByRole('heading', { level: 1 }).first().waitFor();
        await check(panel);
        await panel.getByRole('button', { name: extension.t('capture.thumbnailAlt', { kind: '' }) }).click();
        await panel.getByRole('dialog').getByRole('img').waitFor();
        await check(panel);
        await panel.getByRole('button', { name: extension.t('redaction.begin') }).click();
        await panel.getByRole('button', { name: extension.t('redaction.addBox') }).click();
        await check(panel);
        await panel.setViewportSize({ width: 320, height: 700 });
        expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        await check(panel);
        await panel.setViewportSize({ width: 1280, height: 800 });
        await panel.getByRole('button', { name: extension.t('common.cancel') }).click();
        await panel.locator('a[href^="#export"]').click();
        await panel.getByRole('combobox').waitFor();
        await check(panel);
        expect(failures).toEqual([]);
      });
    });
  }
}

test('the panel fits 320 px without scrolling sideways', async ({ server, extension, tab }) => {
  await tab.goto(server.urls.refund);
  const panel = await openPanel(extension, tab);
  await panel.setViewportSize({ width: 320, height: 700 });
  await panel.getByRole('timer').waitFor();
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('no view sends a request anywhere', async ({ server, extension, tab }) => {
  const own = `chrome-extension://${extension.extensionId}/`;
  const requests: string[] = [];
  await tab.goto(server.urls.refund);
  extension.context.on('request', (request) => {
    if (request.frame().page().url().startsWith(own)) requests.push(request.url());
  });
  const panel = await openPanel(extension, tab);
  await panel.getByRole('timer').waitFor();
  for (const view of ['popup.html', 'cases.html', 'options.html', 'privacy.html']) await extension.openView(view);
  expect(requests).not.toHaveLength(0);
  expect(requests.filter((url) => !url.startsWith(own) && !/^(?:blob|data):/.test(url))).toEqual([]);
});
