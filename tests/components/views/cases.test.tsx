import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../../entrypoints/cases/App.tsx';
import { App as PrivacyPage } from '../../../entrypoints/privacy/App.tsx';
import { formatIso } from '../../../lib/shared/time.ts';
import { appendToLog } from '../../../lib/storage/captures.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { capture, NOW, OTHER_ORDER_NO, orderPage, refundPage, seen } from '../../unit/cases/pages.ts';
import { FACTS } from '../examples.ts';
import { expectAccessible, expectTranslated, show } from '../show.tsx';
import { background, db, keepCapture } from './extension.ts';

const rows = async () => (await screen.findAllByRole('row')).slice(1);
const titles = async () => (await rows()).map((row) => within(row).getByRole('link').textContent);

describe('the list of cases', () => {
  it('says how to get one when there is none', async () => {
    const { container } = show(<App />);
    expect(await screen.findByText(/还没有案件/)).toBeDefined();
    await expectAccessible(container);
  });

  describe('with cases', () => {
    beforeEach(async () => {
      const countdown = (endsAt: string) => ({ countdown: { endsAt, text: 'left', action: '' } });
      const mine = refundPage({ ...FACTS, stage: 'SELLER_REFUSE_BUYER', ...countdown('2099-01-02T00:00:00+08:00') });
      const selling = refundPage(
        {
          ...FACTS,
          orderNo: OTHER_ORDER_NO,
          refundNo: '9000000000000067899',
          items: [{ title: 'Sold cup' }],
          stage: 'WAIT_SELLER_AGREE',
          ...countdown('2099-01-01T00:00:00+08:00'),
        },
        { role: 'seller', addressNumbers: [] },
      );
      await recordPage(db, seen(mine, Date.now()));
      await recordPage(db, seen(selling, Date.now()));
    });

    it('has what runs out first on top', async () => {
      const { container } = show(<App />);
      expect(await titles()).toEqual(['Sold cup', 'Test cup +1']);
      await expectAccessible(container);
    });

    it('is filtered and searched', async () => {
      const { user } = show(<App />);
      await rows();
      expect(screen.getByRole('status').textContent).toBe('2 / 2 件');
      await user.selectOptions(screen.getByLabelText('我是'), '卖家');
      await waitFor(async () => expect(await rows()).toHaveLength(1));
      await user.click(screen.getByRole('button', { name: '清除筛选' }));
      expect(await rows()).toHaveLength(2);
      await user.type(screen.getByRole('searchbox', { name: '搜索订单、店铺、商品' }), 'sold');
      await waitFor(async () => expect(await titles()).toEqual(['Sold cup']));
      await user.type(screen.getByRole('searchbox'), ' nobody');
      expect(await screen.findByText('没有符合条件的案件。')).toBeDefined();
      expect(screen.getByRole('status').textContent).toBe('0 / 2 件');
    });

    it('leads to a case and back', async () => {
      const { user, container } = show(<App />);
      await user.click(within((await rows())[1] as HTMLElement).getByRole('link'));
      expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Test cup +1');
      expect(await screen.findByRole('region', { name: '历史记录' })).toBeDefined();
      await expectAccessible(container);
      await user.click(screen.getByRole('link', { name: '案件' }));
      expect(await rows()).toHaveLength(2);
    });

    it('speaks English', async () => {
      const { container } = show(<App />, 'en');
      await rows();
      expectTranslated(container, 'en');
    });

    it('shows the ways out of a case, and a filing noted there moves its stage', async () => {
      const { user, container } = show(<App />);
      await user.click(within((await rows())[1] as HTMLElement).getByRole('link'));
      await user.click(await screen.findByRole('button', { name: '看全部办法和向哪里投诉' }));
      expect(location.hash).toMatch(/^#ways=/);
      expect(
        (await screen.findByRole('heading', { level: 2, name: '还有哪些办法' })).ownerDocument.activeElement
          ?.textContent,
      ).toBe('还有哪些办法');
      const row = (await screen.findByText('全国12315平台')).closest('details') as HTMLElement;
      await user.click(within(row).getByText('全国12315平台'));
      await user.click(within(row).getByRole('button', { name: '我已在这里提交' }));
      await user.click(within(row).getByRole('button', { name: '记下来' }));
      expect(await within(row).findByText(/投诉$/)).toBeDefined();
      expect((await db.cases.toArray()).flatMap(({ entries }) => entries)).toMatchObject([
        { channel: 'CH.12315.web', event: { type: '12315.filed', by: 'buyer' } },
      ]);
      expect(await db.log.toArray()).toMatchObject([{ type: 'entry.added' }]);
      await expectAccessible(container);
      await user.click(screen.getByRole('link', { name: '返回' }));
      expect(await screen.findByText('12315 已收到')).toBeDefined();
    });

    it('says so when there is no such case', async () => {
      location.hash = '#ways=gone';
      show(<App />);
      expect(await screen.findByText('没有符合条件的案件。')).toBeDefined();
    });
  });
});

describe('a case in full', () => {
  async function open(part = 'case') {
    const known = await recordPage(db, seen(orderPage(FACTS)), { keep: true });
    const stored = { ...capture('orderDetail'), id: '5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11', caseId: known?.id ?? '' };
    const entry = { at: formatIso(NOW), type: 'capture.stored' as const, subject: stored.id, files: [] };
    await appendToLog(db, entry, [], async () => undefined);
    await keepCapture(stored);
    location.hash = `#${part}=${known?.id}`;
    return { ...show(<App />), stored };
  }

  it('puts a capture into the bin and takes it back; the log tells of both', async () => {
    const { user, stored } = await open();
    await user.click(await screen.findByRole('button', { name: /订单详情缩略图/ }));
    await user.click(screen.getByText('删除这项采集？'));
    await user.click(screen.getByRole('button', { name: '删除' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText(/还没有采集/)).toBeDefined();
    expect([await db.captures.count(), await db.blobs.count()]).toEqual([1, 1]);
    await user.click(screen.getByRole('button', { name: '撤销' }));
    expect(await screen.findByRole('button', { name: /订单详情缩略图/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
    expect((await db.log.toArray()).map(({ type, subject }) => [type, subject])).toEqual([
      ['capture.stored', stored.id],
      ['capture.deleted', stored.id],
      ['capture.restored', stored.id],
    ]);
  });

  it('keeps what the user says about its evidence', async () => {
    const { user, stored } = await open();
    await user.selectOptions(await screen.findByRole('combobox', { name: '争议类型' }), 'fake');
    await user.selectOptions(screen.getByRole('combobox', { name: '商品类别' }), 'jewellery');
    const comparison = () => screen.findByRole('checkbox', { name: '与正品的对比照片' });
    await user.click(await comparison());
    await waitFor(async () => {
      const known = await db.cases.get(stored.caseId ?? '');
      expect(known).toMatchObject({
        disputeType: 'fake',
        goodsKind: 'jewellery',
        ticked: { comparison: expect.any(Number) },
      });
    });
    expect((await comparison()).getAttribute('aria-describedby')).not.toBeNull();
    await user.click(await comparison());
    await waitFor(async () => expect((await db.cases.get(stored.caseId ?? ''))?.ticked).toEqual({}));
  });

  it('says why a file was not kept, and keeps nothing of it', async () => {
    const { user, container } = await open();
    await screen.findByRole('combobox', { name: '争议类型' });
    const inputs = container.querySelectorAll<HTMLInputElement>('input[type=file]');
    const empty = new File([], 'nothing.jpg');
    await user.upload([...inputs].at(-1) as HTMLInputElement, empty);
    expect((await screen.findByRole('alert')).textContent).toContain('没有添加：nothing.jpg');
    expect(screen.getByRole('alert').textContent).toContain('空文件');
    expect(await db.captures.count()).toBe(1);
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is exported, and one is back at the case when that has begun', async () => {
    const { user, stored } = await open('export');
    await user.click(await screen.findByRole('button', { name: '生成证据包' }));
    expect(background.sent).toContainEqual({
      type: 'export.start',
      payload: expect.objectContaining({
        caseId: stored.caseId,
        options: expect.objectContaining({ captureIds: [stored.id] }),
      }),
    });
    expect(await screen.findByRole('region', { name: '读到的内容' })).toBeDefined();
    expect(location.hash).toBe(`#case=${stored.caseId}`);
  });

  it('that is not there says so', async () => {
    location.hash = '#case=nobody';
    show(<App />);
    expect(await screen.findByText('没有符合条件的案件。')).toBeDefined();
  });
});

it.each(['zh-CN', 'en'] as const)('the privacy page is complete in %s', async (locale) => {
  const { container } = show(<PrivacyPage />, locale);
  expectTranslated(container, locale);
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(5);
  await expectAccessible(container);
});
