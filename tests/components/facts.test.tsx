import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FactsCard } from '../../components/case/FactsCard.tsx';
import type { Picked } from '../../components/case/fact-actions.ts';
import type { Case } from '../../lib/cases/types.ts';
import { HOUR_MS } from '../../lib/shared/time.ts';
import { correctedCase, NOW, orderView, refundCase } from './examples.ts';
import { expectAccessible, expectTranslated, show, zh } from './show.tsx';

const OK = { ok: true as const };

function card(change: Partial<Parameters<typeof FactsCard>[0]> = {}) {
  const props = { known: refundCase(), now: NOW, onCorrect: vi.fn(async () => OK), onUndo: vi.fn(async () => OK) };
  return { ...props, ...show(<FactsCard {...props} {...change} />) };
}

const row = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement as HTMLElement;
const edit = (name: string) => screen.getByRole('button', { name: new RegExp(`^(更正|填写)${name}$`) });
const input = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe('what was read', () => {
  it('is shown with where it came from, in the words of the marketplace', () => {
    card({ known: refundCase({ facts: { refundAppliedAt: '2026-11-21T10:00:00+08:00' } }) });
    const value = row('退款申请时间').querySelector('dd');
    expect(value?.textContent).toBe('2026-11-21 10:00:00来自页面标签 · 11-22 12:00');
    expect(value?.querySelector('span[title]')?.getAttribute('title')).toBe('words of refundAppliedAt');
    expect(row('退款类型').textContent).toContain('仅退款');
    expect(row('商品').textContent).toContain('Test cup ×2；Test lid');
    expect(row('阶段').textContent).toContain('等待卖家处理');
  });

  it('has no line for what has no words, and nothing to correct in what people wrote to each other', () => {
    const negotiation = [{ at: null, party: 'seller' as const, name: 'Test', text: 'No', images: [] }];
    card({ known: refundCase({ facts: { subOrderNos: [], negotiation } }) });
    expect(screen.queryByText('子订单编号', { selector: 'dt' })).toBeNull();
    expect(within(row('协商记录')).queryByRole('button')).toBeNull();
  });

  it('names what the page should show and does not, to be filled in', () => {
    card({ missing: ['shippedAt', 'items', 'negotiation'] });
    expect(row('发货时间').textContent).toBe('发货时间未识别');
    expect(within(row('发货时间')).getByRole('button', { name: '填写发货时间' })).toBeDefined();
    expect(screen.queryByText('协商记录')).toBeNull();
  });
});

describe('facts of several fields', () => {
  it('a company is typed field by field', async () => {
    const { user, onCorrect, container } = card();
    await user.selectOptions(screen.getByLabelText('补填'), 'company');
    expect(document.activeElement).toBe(screen.getByLabelText('名称'));
    expect(screen.queryByRole('button', { name: '在页面上点选' })).toBeNull();
    await user.type(screen.getByLabelText('统一社会信用代码'), '123');
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    expect(screen.getByRole('alert').textContent).toContain('统一社会信用代码是 18 位');
    await expectAccessible(container);
    await user.clear(screen.getByLabelText('统一社会信用代码'));
    await user.type(screen.getByLabelText('名称'), '测试商贸有限公司');
    await user.type(screen.getByLabelText('住所'), '测试市测试区{Enter}');
    const company = { name: '测试商贸有限公司', address: '测试市测试区' };
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith('company', company, null);
  });

  it('items are corrected one by one, added and taken away; what nobody types stays', async () => {
    const { user, onCorrect, container } = card();
    await user.click(edit('商品'));
    const second = within(screen.getByRole('group', { name: '第 2 件' }));
    await user.type(second.getByLabelText('单价（元）'), '5');
    await user.click(screen.getByRole('button', { name: '再加一件' }));
    const third = within(screen.getByRole('group', { name: '第 3 件' }));
    await user.type(third.getByLabelText('商品名称'), 'Test spoon');
    await expectAccessible(container);
    await user.click(second.getByRole('button', { name: '移除第 2 件' }));
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    const items = [{ title: 'Test cup', quantity: 2, itemId: '900000000001' }, { title: 'Test spoon' }];
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith('items', items, null);
  });
});

describe('correcting', () => {
  it('keeps what was typed, says that it is for this case only, and gives the focus back', async () => {
    const { user, onCorrect, container } = card();
    await user.click(edit('退款金额'));
    expect(document.activeElement).toBe(input('退款金额'));
    expect(input('退款金额').value).toBe('7.04');
    expect(container.textContent).toContain(zh('correction.onlyHere'));
    await user.clear(input('退款金额'));
    await user.type(input('退款金额'), '35.2{Enter}');
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith('refundAmount', '35.20', null);
    await waitFor(() => expect(document.activeElement).toBe(edit('退款金额')));
  });

  it.each([
    ['退款金额', '很多', '请填金额，以元为单位，最多两位小数，例如 35.20。'],
    ['退款编号', '9000****', '退款编号应是 15 至 20 位数字，不含字母和星号。'],
  ])('%s refuses %s with a word of advice', async (name, typed, words) => {
    const { user, onCorrect } = card();
    await user.click(edit(name));
    await user.clear(input(name));
    await user.type(input(name), `${typed}{Enter}`);
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(input(name).getAttribute('aria-invalid')).toBe('true');
    expect(onCorrect).not.toHaveBeenCalled();
    await user.type(input(name), '1');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes a time as the clock of China shows it', async () => {
    const { user, onCorrect } = card({ known: refundCase({ facts: { paidAt: '2026-11-01T10:00:00+08:00' } }) });
    await user.click(edit('付款时间'));
    expect(input('付款时间').value).toMatch(/^2026-11-01T10:00(?::00)?$/);
    fireEvent.change(input('付款时间'), { target: { value: '2026-11-02T11:30:05' } });
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith('paidAt', '2026-11-02T11:30:05+08:00', null);
  });

  it('offers the stages of a refund for a refund, and those of an order for an order', async () => {
    const refund = card();
    await refund.user.click(edit('阶段'));
    const options = () => [...input('阶段').querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(options()).toContain('双方举证中');
    expect(options()).not.toContain('等待付款');
    refund.unmount();
    const { user } = card({ known: orderView({ stage: 'PAID' }).case });
    await user.click(edit('阶段'));
    expect(options()).toContain('交易成功');
    expect(options()).not.toContain('双方举证中');
  });

  it('fills in what no page has shown', async () => {
    const { user, onCorrect } = card();
    await user.selectOptions(screen.getByLabelText('补填'), '运单号码');
    await user.type(input('运单号码'), 'sf 900000000001{Enter}');
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith('trackingNo', 'sf900000000001', null);
  });

  it('can be given up with Escape', async () => {
    const { user, onCorrect } = card();
    await user.click(edit('退款金额'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: '保存更正' })).toBeNull();
    expect(onCorrect).not.toHaveBeenCalled();
  });

  it('names the case that has the number already, and stays open', async () => {
    const clash: Case = { ...refundCase(), id: 'other' };
    const { user } = card({ onCorrect: async () => ({ ok: false, clash }) });
    await user.click(edit('退款编号'));
    await user.clear(input('退款编号'));
    await user.type(input('退款编号'), '9000000000000067899{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('“Test cup +1”');
    expect(screen.getByRole('link', { name: '打开那个案件' }).getAttribute('href')).toBe('/cases.html#case=other');
    expect(input('退款编号').value).toBe('9000000000000067899');
  });
});

describe('a corrected fact', () => {
  it('stands beside the word of the page, each with its time, and can be taken back', async () => {
    const { user, onUndo } = card({ known: correctedCase() });
    const words = row('退款金额').textContent ?? '';
    expect(words).toContain('你改为：17.04');
    expect(words).toContain('页面写的：9.0011-22 13:00');
    expect(words).toContain('在页面上点选');
    expect(words).toContain(zh('correction.news'));
    expect(row('发货时间').textContent).toContain('页面没有写');
    expect(row('阶段').textContent).toContain('你改为：双方举证中');
    await user.click(screen.getByRole('button', { name: '撤销对退款金额的更正' }));
    expect(onUndo).toHaveBeenCalledExactlyOnceWith('refundAmount');
  });

  it('opens the folded list by itself when the page has changed since', () => {
    const { container } = card({ known: correctedCase(), isFolded: true });
    expect(container.querySelector('details')?.open).toBe(true);
    expect(screen.getByText('· 已更正 3 项', { exact: false })).toBeDefined();
  });
});

describe('pointing at the page', () => {
  const place = { text: '退款编号：9000000000000067899', url: 'https://www.example.com/' };
  const picking = async (picked: Picked) => {
    const onPick = vi.fn(async () => picked);
    const shown = card({ onPick, onCancelPick: vi.fn(), shortcut: 'Alt+Shift+S' });
    await shown.user.click(edit('退款编号'));
    await shown.user.click(screen.getByRole('button', { name: '在页面上点选' }));
    expect(onPick).toHaveBeenCalledExactlyOnceWith('refundNo');
    return shown;
  };

  it('shows what was read there, and keeps it only when it is confirmed', async () => {
    const { user, onCorrect, container } = await picking({ state: 'picked', value: '9000000000000067899', place });
    expect(await screen.findByText(`点选的文字：${place.text}`)).toBeDefined();
    expect(input('退款编号').value).toBe('9000000000000067899');
    expect(onCorrect).not.toHaveBeenCalled();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: '保存更正' }));
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith('refundNo', '9000000000000067899', place);
  });

  it('forgets the place when the value is changed by hand afterwards', async () => {
    const { user, onCorrect } = await picking({ state: 'picked', value: '9000000000000067899', place });
    await screen.findByText(`点选的文字：${place.text}`);
    await user.type(input('退款编号'), '{Backspace}8{Enter}');
    expect(onCorrect).toHaveBeenCalledExactlyOnceWith('refundNo', '9000000000000067898', null);
  });

  it.each<[Picked, string]>([
    [{ state: 'picked', value: null, place }, '这里没有读出退款编号'],
    [{ state: 'noGrant' }, '按一次 Alt+Shift+S'],
    [{ state: 'protected' }, '请直接填写'],
  ])('says what to do when nothing came of it: %j', async (picked, words) => {
    const { container } = await picking(picked);
    await waitFor(() => expect(container.textContent).toContain(words));
    expectTranslated(container, 'zh-CN');
    await expectAccessible(container);
  });

  it('can be called off from here', async () => {
    const onCancelPick = vi.fn();
    const { user } = card({ onPick: () => new Promise<Picked>(() => undefined), onCancelPick });
    await user.click(edit('退款编号'));
    await user.click(screen.getByRole('button', { name: '在页面上点选' }));
    expect(screen.getByRole('status').textContent).toContain('在页面上点不会触发任何操作');
    await user.click(screen.getByRole('button', { name: '取消点选' }));
    expect(onCancelPick).toHaveBeenCalledOnce();
  });

  it('is not offered where there is no page', async () => {
    const { user } = card();
    await user.click(edit('退款编号'));
    expect(screen.queryByRole('button', { name: '在页面上点选' })).toBeNull();
  });
});

describe('in English', () => {
  it('everything is', async () => {
    const props = { now: NOW + HOUR_MS, onCorrect: async () => OK, onUndo: async () => OK };
    const { container, user } = show(<FactsCard known={correctedCase()} {...props} />, 'en');
    await user.click(screen.getByRole('button', { name: 'Correct: refund amount' }));
    expectTranslated(container, 'en');
  });
});
