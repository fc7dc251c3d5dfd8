import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { captureFromToolbar, exportFromToolbar } from '../../scripts/browser/journey.ts';
import { readStore } from '../../scripts/browser/store.ts';
import { expect, openPanel, test } from './fixtures.ts';

test('a shopper sees the stage, keeps order, refund and chat, and gets a bundle that others can check', async ({
  server,
  extension,
  tab,
  downloads,
}) => {
  await test.step('the order page says whose turn it is and until when', async () => {
    await tab.goto(server.urls.order);
    const panel = await openPanel(extension, tab);
    await expect(panel.getByRole('heading', { name: /野生干香菇/ })).toBeVisible();
    await expect(panel.getByText('卖家已发货', { exact: true })).toBeVisible();
    await panel.close();
  });

  await test.step('the refund page: refused, countdown from the page, consequence', async () => {
    await tab.goto(server.urls.refund);
    const panel = await openPanel(extension, tab);
    await expect(panel.getByText('现在轮到你')).toBeVisible();
    await expect(panel.getByText('卖家已拒绝', { exact: true })).toBeVisible();
    await expect(panel.getByRole('timer')).toHaveAccessibleName(/还剩 [56] 天 \d+ 小时 \d+ 分/);
    await expect(panel.getByText(/来自页面倒计时/)).toBeVisible();
    await expect(panel.getByText(/到期后：申请关闭/)).toBeVisible();
    await panel.close();
  });

  for (const url of [server.urls.orderOld, server.urls.refund, server.urls.chat]) {
    await test.step(`one click keeps ${new URL(url).pathname}`, async () => {
      await tab.goto(url);
      const popup = await captureFromToolbar(extension, tab);
      await popup.close();
    });
  }

  await test.step('all of it is in one case', async () => {
    const panel = await openPanel(extension, tab);
    await expect(panel.getByText(/聊天记录 · 240 条/)).toBeVisible();
    await expect(panel.getByText('3 项 · 已封存')).toBeVisible();
    const store = await readStore(await extension.worker());
    expect(store).toMatchObject({ captures: 3, cases: 1, log: 3 });
    await panel.close();
  });

  const bundle = await test.step('the popup hands out a bundle', async () => {
    await tab.goto(server.urls.refund);
    return exportFromToolbar(extension, tab);
  });

  await test.step('which anybody can check without us', async () => {
    expect(bundle).toMatch(/12315证据包_.+_7801_\d{8}-\d{4}\.zip$/);
    execFileSync('unzip', ['-q', bundle, '-d', downloads]);
    const [folder] = readdirSync(downloads).filter((name) => !name.endsWith('.zip'));
    const cwd = join(downloads, folder ?? '');
    const run = (program: string, args: string[], where = cwd) =>
      execFileSync(program, args, { cwd: where, encoding: 'utf8' });
    expect(run('sha256sum', ['-c', '--quiet', '09_校验/SHA256SUMS.txt'])).toBe('');
    const signed = ['dgst', '-sha256', '-verify', 'public-key.pem', '-signature', 'manifest.der.sig', 'manifest.json'];
    expect(run('openssl', signed, join(cwd, '09_校验'))).toContain('Verified OK');
    expect(
      run('python3', ['-c', `import zipfile,sys; print(zipfile.ZipFile(sys.argv[1]).testzip())`, bundle]).trim(),
    ).toBe('None');
    const text = run('pdftotext', ['-layout', '05_证据册.pdf', '-']);
    for (const words of ['9266118004512007801', '退还货款和服务费用', '商家拒绝退款']) expect(text).toContain(words);
    expect(readdirSync(cwd)).toEqual([
      '00_先看这里.html',
      '01_投诉书.docx',
      '01_投诉书.pdf',
      '03_证据目录.pdf',
      '04_时间线.pdf',
      '05_证据册.pdf',
      '06_12315填报内容.txt',
      '06_案件信息.json',
      '08_原始证据',
      '09_校验',
    ]);
  });
});
