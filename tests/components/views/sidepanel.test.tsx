import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '../../../entrypoints/sidepanel/App.tsx';
import { keepTabAsCase } from '../../../lib/storage/tabs.ts';
import { capture, OTHER_ORDER_NO, orderPage, reading, refundPage, seen } from '../../unit/cases/pages.ts';
import { FACTS } from '../examples.ts';
import { expectAccessible, expectTranslated, show } from '../show.tsx';
import { background, db, keepCapture, openTab, TAB } from './extension.ts';

const heading = () => screen.findByRole('heading', { level: 1 });

describe('the panel', () => {
  it('shows the case from top to bottom', async () => {
    const countdown = { endsAt: '2099-01-01T00:00:00+08:00', text: 'left', action: '' };
    const caseId = await openTab(
      seen(refundPage({ ...FACTS, stage: 'SELLER_REFUSE_BUYER', countdown }, { missing: ['shippedAt'] }), Date.now()),
    );
    await keepCapture({ ...capture('refundDetail'), caseId });
    const { container } = show(<App />);
    expect((await heading()).textContent).toBe('Test cup +1');
    expect(await screen.findByRole('timer')).toBeDefined();
    expect(await screen.findByRole('region', { name: '已采集' })).toBeDefined();
    const order = ['现在轮到你', '下一步', '证据清单', '已采集'].map((name) => screen.getByRole('region', { name }));
    for (const [index, part] of order.slice(1).entries()) {
      expect((order[index] as Element).compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
    expect(container.textContent).toContain('本页没有读到：发货时间');
    await expectAccessible(container);
  });

  it('says what a page is that is no case, and still captures it', async () => {
    await openTab(seen(reading({ pageKind: 'blocked' })));
    const { user, container } = show(<App />);
    expect((await heading()).textContent).toBe('平台正在要求验证或登录。');
    await expectAccessible(container);
    await user.click(await screen.findByRole('button', { name: '采集本页' }));
    expect(background.sent).toContainEqual({ type: 'capture.start', payload: { tabId: TAB } });
  });

  it('follows the tab in front', async () => {
    await openTab(seen(refundPage(FACTS)));
    await openTab(
      seen(orderPage({ orderNo: OTHER_ORDER_NO, items: [{ title: 'Other cup' }] }, { addressNumbers: [] })),
      8,
    );
    show(<App />);
    expect((await heading()).textContent).toBe('Test cup +1');
    vi.mocked(fakeBrowser.tabs.query).mockImplementation((async () => [{ id: 8 }]) as never);
    await fakeBrowser.tabs.onActivated.trigger({ tabId: 8, windowId: 0 });
    await waitFor(async () => expect((await heading()).textContent).toBe('Other cup'));
  });

  it('follows what the page says', async () => {
    await openTab(seen(refundPage({ ...FACTS, stage: 'WAIT_SELLER_AGREE' }), Date.now()));
    show(<App />);
    expect(await screen.findByRole('region', { name: '现在轮到卖家' })).toBeDefined();
    await openTab(seen(refundPage({ ...FACTS, stage: 'SELLER_REFUSE_BUYER' }), Date.now()));
    expect(await screen.findByRole('region', { name: '现在轮到你' })).toBeDefined();
  });

  it('makes an order a case when one asks for it', async () => {
    background.answer('case.keep', async ({ tabId }) => ({
      ok: true,
      value: { caseId: await keepTabAsCase(db, tabId) },
    }));
    await openTab(seen(orderPage(FACTS)));
    const { user } = show(<App />);
    await user.click(await screen.findByRole('button', { name: '存为案件' }));
    expect(await screen.findByRole('button', { name: '导出证据包' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '存为案件' })).toBeNull();
    expect(await db.cases.count()).toBe(1);
  });

  it('opens the ways out in its place and comes back; a filing keeps an order that was not kept yet', async () => {
    background.answer('case.keep', async ({ tabId }) => ({
      ok: true,
      value: { caseId: await keepTabAsCase(db, tabId) },
    }));
    await openTab(seen(orderPage(FACTS), Date.now()));
    const { user, container } = show(<App />);
    await user.click(await screen.findByRole('button', { name: '看全部办法和向哪里投诉' }));
    const name = await screen.findByText('黑猫投诉');
    await expectAccessible(container);
    const row = name.closest('details') as HTMLElement;
    await user.click(name);
    await user.click(within(row).getByRole('button', { name: '我已在这里提交' }));
    await user.click(within(row).getByRole('button', { name: '记下来' }));
    expect(await screen.findByText(/提交或联系$/)).toBeDefined();
    expect((await db.cases.toArray()).flatMap(({ entries }) => entries)).toMatchObject([
      { channel: 'CH.heimao', event: null },
    ]);
    await user.click(screen.getByRole('button', { name: '返回' }));
    expect(await screen.findByRole('button', { name: '导出证据包' })).toBeDefined();
  });

  it('does not lose a filing silently when the page is gone', async () => {
    background.answer('case.keep', () => ({ ok: true, value: { caseId: null } }));
    await openTab(seen(orderPage(FACTS), Date.now()));
    const { user } = show(<App />);
    await user.click(await screen.findByRole('button', { name: '看全部办法和向哪里投诉' }));
    const row = (await screen.findByText('黑猫投诉')).closest('details') as HTMLElement;
    await user.click(within(row).getByText('黑猫投诉'));
    await user.click(within(row).getByRole('button', { name: '我已在这里提交' }));
    await user.click(within(row).getByRole('button', { name: '记下来' }));
    expect((await within(row).findByRole('alert')).textContent).toContain('没有记下');
  });

  it('opens a page for missing evidence as a child of this tab', async () => {
    await openTab(seen(refundPage(FACTS)));
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    const { user } = show(<App />);
    const list = within(await screen.findByRole('region', { name: '证据清单' }));
    await user.click(list.getAllByRole('button', { name: /去采集/ })[0] as HTMLElement);
    expect(create).toHaveBeenCalledExactlyOnceWith({
      url: expect.stringContaining('trade.taobao.com'),
      openerTabId: TAB,
    });
  });

  it('shows a capture in full and gives the focus back', async () => {
    const caseId = await openTab(seen(refundPage(FACTS)));
    await keepCapture({ ...capture('refundDetail'), caseId });
    const { user } = show(<App />);
    expect((await screen.findByRole('img', { name: '退款详情缩略图' })).getAttribute('src')).toBe('blob:5');
    await user.click(screen.getByRole('button', { name: /退款详情/ }));
    expect(await screen.findByRole('dialog', { name: '退款详情' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '关闭' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers the wider permission only where it is wanted, and asks within the click', async () => {
    background.answer('capture.start', () => ({ ok: false, code: 'capture.noGrant' }));
    const request = vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation((async () => true) as never);
    await openTab(seen(refundPage(FACTS)));
    const { user } = show(<App />);
    await heading();
    expect(screen.queryByRole('button', { name: '允许在侧边栏直接截图' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: '采集本页' }));
    await user.click(await screen.findByRole('button', { name: '允许在侧边栏直接截图' }));
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['<all_urls>'] });
    await waitFor(() => expect(screen.queryByRole('button', { name: '允许在侧边栏直接截图' })).toBeNull());
  });

  it('corrects a fact in the database, and takes it back', async () => {
    await openTab(seen(refundPage(FACTS), Date.now()));
    const { user } = show(<App />);
    await heading();
    await user.click(screen.getByText('读到的内容与更正'));
    await user.click(screen.getByRole('button', { name: '更正退款金额' }));
    await user.clear(screen.getByLabelText('退款金额'));
    await user.type(screen.getByLabelText('退款金额'), '9.5{Enter}');
    expect(await screen.findByText('你改为：9.50')).toBeDefined();
    expect(await screen.findByText('退款 ¥9.50')).toBeDefined();
    expect(await db.log.count()).toBe(1);
    await user.click(screen.getByRole('button', { name: '撤销对退款金额的更正' }));
    expect(await screen.findByText('退款 ¥7.04')).toBeDefined();
    expect(await db.log.count()).toBe(2);
  });

  it('reads what was pointed at, to be confirmed', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async ({ func }: { func?: unknown }) => {
      const texts = ['退款编号：9000000000000067899'];
      return [{ result: func ? { text: texts[0], texts, url: 'https://www.example.com/' } : undefined }];
    }) as never);
    await openTab(seen(refundPage(FACTS), Date.now()));
    const { user } = show(<App />);
    await heading();
    await user.click(screen.getByText('读到的内容与更正'));
    await user.click(screen.getByRole('button', { name: '更正退款编号' }));
    await user.click(screen.getByRole('button', { name: '在页面上点选' }));
    expect(await screen.findByText('点选的文字：退款编号：9000000000000067899')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    expect(await screen.findByText('你改为：9000000000000067899')).toBeDefined();
    expect((await db.corrections.toArray())[0]).toMatchObject({ picked: { url: 'https://www.example.com/' } });
  });

  it('keeps an order with its first correction', async () => {
    background.answer('case.keep', async ({ tabId }) => ({
      ok: true,
      value: { caseId: await keepTabAsCase(db, tabId) },
    }));
    await openTab(seen(orderPage(FACTS), Date.now()));
    const { user } = show(<App />);
    await heading();
    await user.click(screen.getByText('读到的内容与更正'));
    await user.click(screen.getByRole('button', { name: '更正实付款' }));
    await user.clear(screen.getByLabelText('实付款'));
    await user.type(screen.getByLabelText('实付款'), '9.5{Enter}');
    expect(await screen.findByText('你改为：9.50')).toBeDefined();
    expect(await db.cases.count()).toBe(1);
  });

  it('offers a report where nothing or not everything is understood, and none where there is nothing to understand', async () => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation((() => ({ version: '1.2.3' })) as never);
    const { user, unmount } = show(<App />);
    await user.click(await screen.findByText('这其实是订单、退款或投诉页？'));
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValueOnce(new Error('Cannot access contents'));
    await user.click(screen.getByRole('button', { name: '生成页面结构报告' }));
    expect(await screen.findByText('读取页面结构需要先给一次许可')).toBeDefined();
    vi.mocked(fakeBrowser.scripting.executeScript).mockImplementation((async ({ func }: { func?: unknown }) => [
      { result: func ? 'page-structure/1' : undefined },
    ]) as never);
    await user.click(screen.getByRole('button', { name: '生成页面结构报告' }));
    expect(((await screen.findByLabelText(/将要保存的全部内容/)) as HTMLTextAreaElement).value).toBe(
      'page-structure/1',
    );
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await user.click(screen.getByRole('button', { name: '保存报告' }));
    expect(click).toHaveBeenCalledOnce();
    expect(await screen.findByText(/请到本项目的网页上新建一个 issue/)).toBeDefined();
    await openTab(seen(refundPage(FACTS, { missing: ['paidAt'] }), Date.now()));
    expect(await screen.findByText('页面上有，但没有读到？')).toBeDefined();
    expect(screen.queryByLabelText(/将要保存的全部内容/)).toBeNull();
    unmount();
    for (const page of [reading({ pageKind: 'blocked' }), refundPage(FACTS)]) {
      await openTab(seen(page, Date.now()));
      const { unmount: close } = show(<App />);
      await heading();
      expect(screen.queryByText(/没有读到？|投诉页？/)).toBeNull();
      close();
    }
  });

  it('speaks English', async () => {
    await openTab(seen(refundPage(FACTS)));
    const { container } = show(<App />, 'en');
    await heading();
    expectTranslated(container, 'en');
  });
});
