import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '../../../entrypoints/popup/App.tsx';
import { recordPage } from '../../../lib/storage/cases.ts';
import { failJob, startJob } from '../../../lib/storage/jobs.ts';
import { capture, orderPage, reading, refundPage, seen } from '../../unit/cases/pages.ts';
import { FACTS } from '../examples.ts';
import { expectAccessible, expectTranslated, show } from '../show.tsx';
import { background, db, keepCapture, openTab, TAB } from './extension.ts';

const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });

describe('the popup', () => {
  it('shows the case of the tab in front', async () => {
    await openTab(seen(refundPage(FACTS)));
    const { container } = show(<App />);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Test cup +1');
    await waitFor(() => expect(screen.getByText('Alt+Shift+S 采集')).toBeDefined());
    await expectAccessible(container);
  });

  it('shows an order before it is kept', async () => {
    await openTab(seen(orderPage(FACTS)));
    show(<App />);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Test cup +1');
    expect(await db.cases.count()).toBe(0);
  });

  it('shows the nearest deadlines on any other page, and leads to them', async () => {
    const due = '2099-01-01T00:00:00+08:00';
    const countdown = { endsAt: due, text: 'left', action: '' };
    const known = await recordPage(
      db,
      seen(refundPage({ ...FACTS, stage: 'SELLER_REFUSE_BUYER', countdown }), Date.now()),
    );
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    const { user, container } = show(<App />);
    expect(await screen.findByText('这不是能识别的订单、退款页面。')).toBeDefined();
    const nearest = within(await screen.findByRole('region', { name: '最近的期限' }));
    await expectAccessible(container);
    await user.click(nearest.getByRole('button'));
    expect(create).toHaveBeenCalledWith({ url: expect.stringContaining(`/cases.html#case=${known?.id}`) });
  });

  it('names a page that was recognised but is no case', async () => {
    await openTab(seen(reading({ pageKind: 'orderList' })));
    show(<App />);
    expect(await screen.findByText(/本页已识别为订单列表/)).toBeDefined();
  });

  it('captures the tab in front, and says what to do when the browser refuses', async () => {
    background.answer('capture.start', () => ({ ok: false, code: 'capture.noGrant' }));
    const { user } = show(<App />);
    await waitFor(async () => expect((await button('采集本页')).disabled).toBe(false));
    await user.click(await button('采集本页'));
    expect(background.sent).toContainEqual({ type: 'capture.start', payload: { tabId: TAB } });
    expect(await screen.findByText('从这里采集需要先给一次许可')).toBeDefined();
  });

  it('is about the tab that its address names', async () => {
    window.history.replaceState(null, '', '/popup.html?tabId=42');
    const { user } = show(<App />);
    await user.click(await button('采集本页'));
    expect(background.sent).toContainEqual({ type: 'capture.start', payload: { tabId: 42 } });
    window.history.replaceState(null, '', '/');
  });

  it('shows what runs and lets one cancel it; the capture button waits', async () => {
    await startJob(db, { id: 'job', kind: 'capture', tabId: TAB, caseId: null, owner: 'worker' }, Date.now());
    const { user } = show(<App />);
    await user.click(await button('取消'));
    expect(background.sent).toContainEqual({ type: 'capture.cancel', payload: { jobId: 'job' } });
    expect((await button('采集本页')).disabled).toBe(true);
  });

  it('says how a job ended until one has read it', async () => {
    await startJob(db, { id: 'job', kind: 'capture', tabId: TAB, caseId: null, owner: 'worker' }, Date.now());
    await failJob(db, 'job', 'capture.tabHidden', Date.now());
    const { user } = show(<App />);
    expect((await screen.findByRole('alert')).textContent).toContain('要采集的标签页没有显示在前面');
    await user.click(await button('知道了'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(await db.jobs.get('job')).toMatchObject({ seen: true });
  });

  it('does not bring up old news', async () => {
    const longAgo = Date.now() - 11 * 60_000;
    await startJob(db, { id: 'job', kind: 'capture', tabId: TAB, caseId: null, owner: 'worker' }, longAgo);
    await failJob(db, 'job', 'capture.tabHidden', longAgo);
    show(<App />);
    await button('采集本页');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('exports the case of the tab and closes the form when it has begun', async () => {
    const caseId = await openTab(seen(refundPage(FACTS)));
    await recordPage(
      db,
      seen(refundPage({ ...FACTS, refundNo: '9000000000000067899' }, { addressNumbers: [] }), Date.now()),
    );
    await keepCapture({ ...capture('refundDetail'), id: '5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11', caseId });
    const { user } = show(<App />);
    await screen.findByRole('heading', { level: 1 });
    await user.click(await button('导出证据包'));
    await user.click(await button('生成证据包'));
    const [sent] = background.sent.filter(({ type }) => type === 'export.start');
    expect(sent?.payload).toMatchObject({ caseId, options: { captureIds: ['5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11'] } });
    expect(await button('采集本页')).toBeDefined();
  });

  it('keeps the form and says why when an export cannot begin', async () => {
    background.answer('export.start', () => ({ ok: false, code: 'export.running' }));
    const caseId = await openTab(seen(refundPage(FACTS)));
    await keepCapture({ ...capture('refundDetail'), caseId });
    const { user } = show(<App />);
    await screen.findByRole('heading', { level: 1 });
    await user.click(await button('导出证据包'));
    await user.click(await button('生成证据包'));
    expect((await screen.findByRole('alert')).textContent).toContain('正在导出另一个证据包');
    await user.click(await button('返回'));
    expect(await button('采集本页')).toBeDefined();
  });

  it('asks where a capture belongs that names no order', async () => {
    const caseId = await openTab(seen(refundPage(FACTS)));
    await keepCapture({ ...capture('product'), caseId: null });
    const { user } = show(<App />);
    await user.selectOptions(await screen.findByRole('combobox', { name: '归入案件' }), caseId ?? '');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect((await db.captures.toArray()).map((one) => one.caseId)).toEqual([caseId]);
  });

  it('opens the panel beside the tab, within the click', async () => {
    const open = vi.spyOn(fakeBrowser.sidePanel, 'open').mockImplementation((async () => undefined) as never);
    const { user } = show(<App />);
    await waitFor(async () => expect((await button('打开侧边栏')).disabled).toBe(false));
    await user.click(await button('打开侧边栏'));
    expect(open).toHaveBeenCalledExactlyOnceWith({ tabId: TAB });
  });

  it('speaks English', async () => {
    await openTab(seen(refundPage(FACTS)));
    const { container } = show(<App />, 'en');
    await screen.findByRole('heading', { level: 1 });
    expectTranslated(container, 'en');
  });
});
