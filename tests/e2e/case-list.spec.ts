import { expect, openPanel, test } from './fixtures.ts';

test('a list of orders becomes cases with one click, and the list of cases is filtered and searched', async ({
  server,
  extension,
  tab,
}) => {
  await tab.goto(server.urls.orderListOld);
  const panel = await openPanel(extension, tab);
  const start = panel.getByRole('button', { name: /^把其余 \d+ 个都加为案件$/ });
  const count = Number(/\d+/.exec((await start.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(3);
  await start.click();
  await expect(panel.getByText(`已加入 ${count} 个案件`)).toBeVisible();
  await expect(start).toHaveCount(0);

  const list = await extension.openView('cases.html');
  await expect(list.getByRole('status')).toHaveText(`${count} / ${count} 件`);
  await list.getByLabel('轮到').selectOption('轮到我');
  await expect(list.getByRole('status')).not.toHaveText(`${count} / ${count} 件`);
  await list.getByRole('button', { name: '清除筛选' }).click();
  const title = (await list.locator('tbody a').first().textContent()) ?? '';
  await list.getByRole('searchbox').fill(title.slice(0, 12));
  await expect(list.locator('tbody a').first()).toHaveText(title);
  await list.locator('tbody a').first().click();
  await expect(list.getByRole('heading', { level: 1 })).toContainText(title.slice(0, 8));
});
