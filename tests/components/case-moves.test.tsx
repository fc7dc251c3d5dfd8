import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CaseMenu } from '../../components/case/CaseMenu.tsx';
import { DeleteDialog } from '../../components/case/DeleteDialog.tsx';
import { EntriesCard } from '../../components/case/EntriesCard.tsx';
import { MergeDialog } from '../../components/case/MergeDialog.tsx';
import { NoteCard } from '../../components/case/NoteCard.tsx';
import { RenameDialog } from '../../components/case/RenameDialog.tsx';
import { SplitDialog } from '../../components/case/SplitDialog.tsx';
import { StaleNotice } from '../../components/case/StaleNotice.tsx';
import type { CaseEntry } from '../../lib/cases/types.ts';
import { AppError } from '../../lib/shared/errors.ts';
import { DAY_MS, formatIso } from '../../lib/shared/time.ts';
import { OTHER_REFUND_NO, REFUND_NO } from '../unit/cases/pages.ts';
import { CAPTURES, ENTRIES, joinedCase, NOW, notedCase, refundCase } from './examples.ts';
import { expectAccessible, show } from './show.tsx';

const nothing = () => undefined;

describe('noting what happened', () => {
  it('offers what can have happened, keeps it with its time and note, and says what became of it', async () => {
    const kept: CaseEntry[] = [];
    const known = refundCase();
    const onKeep = async (entry: CaseEntry) => void kept.push(entry);
    vi.setSystemTime(NOW);
    const { user, container } = show(<EntriesCard known={known} now={NOW} onKeep={onKeep} onRemove={nothing} />);
    await user.click(screen.getByRole('button', { name: '记录进展' }));
    const what = screen.getByRole('combobox', { name: '发生了什么' });
    expect(document.activeElement).toBe(what);
    expect(within(what).queryByRole('option', { name: '12315 决定受理' })).toBeNull();
    await user.selectOptions(what, '已向 12315 提交投诉');
    await user.type(screen.getByRole('textbox', { name: /说明/ }), '登记编号 1');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(kept).toMatchObject([
      { event: { type: '12315.filed', at: formatIso(NOW) }, note: '登记编号 1', channel: null },
    ]);
    expect(screen.queryByRole('form')).toBeNull();
    vi.useRealTimers();
  });

  it('says what is wrong, and keeps what was typed when it could not be kept', async () => {
    const onKeep = () => Promise.reject(new AppError('storage.full'));
    const { user } = show(<EntriesCard known={refundCase()} now={NOW} onKeep={onKeep} onRemove={nothing} />);
    await user.click(screen.getByRole('button', { name: '记录进展' }));
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(screen.getByRole('alert').textContent).toBe('请选择发生了什么。');
    await user.click(screen.getByRole('checkbox'));
    await user.selectOptions(screen.getByRole('combobox', { name: '发生了什么' }), '12315 决定受理');
    await user.type(screen.getByRole('textbox', { name: /说明/ }), '还在');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect((await screen.findByRole('alert')).textContent).toContain('存储空间不够');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /说明/ }).value).toBe('还在');
  });

  it('lists what was noted, with what does not count and why; each can be changed and deleted', async () => {
    const removed = vi.fn();
    const { user } = show(<EntriesCard known={notedCase()} now={NOW} onKeep={async () => {}} onRemove={removed} />);
    expect(screen.getByText(/和上面的一条重复/)).toBeDefined();
    expect(screen.getByText(/晚于电脑的现在/)).toBeDefined();
    const [first] = ENTRIES;
    await user.click(screen.getAllByRole('button', { name: '删除：已向 12315 提交投诉' })[0] as HTMLElement);
    expect(removed).toHaveBeenCalledWith(first);
    await user.click(screen.getAllByRole('button', { name: '修改：已向 12315 提交投诉' })[0] as HTMLElement);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /说明/ }).value).toBe('No. 1');
  });
});

describe('the note', () => {
  it('is kept with every change: one write at a time, and always the newest words', async () => {
    const writes: { note: string; done: () => void }[] = [];
    const onSave = (note: string) => new Promise<void>((done) => writes.push({ note, done }));
    const { user } = show(<NoteCard note="" onSave={onSave} />);
    await user.type(screen.getByRole('textbox', { name: '备注' }), 'abc');
    expect(writes.map(({ note }) => note)).toEqual(['a']);
    writes[0]?.done();
    await waitFor(() => expect(writes.map(({ note }) => note)).toEqual(['a', 'abc']));
    expect(screen.getByText('正在保存…')).toBeDefined();
    writes[1]?.done();
    expect(await screen.findByText('已保存')).toBeDefined();
  });

  it('keeps the words in the field when they could not be kept, and tries again with the next change', async () => {
    let full = true;
    const saved: string[] = [];
    const onSave = async (note: string) => {
      if (full) throw new AppError('storage.full');
      saved.push(note);
    };
    const { user } = show(<NoteCard note="旧" onSave={onSave} />);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '备注' });
    await user.type(field, '新');
    expect((await screen.findByRole('alert')).textContent).toContain('没有保存');
    expect(field.value).toBe('旧新');
    full = false;
    await user.type(field, '的');
    await waitFor(() => expect(saved).toEqual(['旧新的']));
  });

  it('shows what another window wrote, but not over what is being typed', async () => {
    const { user, change } = show(<NoteCard note="一" onSave={async () => {}} />);
    change(<NoteCard note="二" onSave={async () => {}} />);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '备注' });
    expect(field.value).toBe('二');
    await user.type(field, '三');
    change(<NoteCard note="别处" onSave={async () => {}} />);
    expect(field.value).toBe('二三');
  });
});

describe('the menu of a case', () => {
  it('opens, acts and folds away; Escape gives the focus back', async () => {
    const chosen = vi.fn();
    const { user, container } = show(<CaseMenu actions={['rename', 'merge', 'delete']} onChoose={chosen} />);
    const button = screen.getByRole('button', { name: '更多操作' });
    expect(screen.queryByRole('button', { name: '重命名' })).toBeNull();
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await expectAccessible(container);
    await user.tab();
    await user.keyboard('{Escape}');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button);
    await user.click(button);
    await user.click(screen.getByRole('button', { name: '与另一个案件合并' }));
    expect(chosen).toHaveBeenCalledWith('merge');
    expect(screen.queryByRole('button', { name: '重命名' })).toBeNull();
  });

  it('takes a name, and an empty one back', async () => {
    const renamed = vi.fn();
    const { user } = show(<RenameDialog known={refundCase()} onRename={renamed} onClose={nothing} />);
    const name = screen.getByRole('textbox', { name: '案件名称' });
    await user.type(name, ' 坏  杯子 ');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await user.clear(name);
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(renamed.mock.calls).toEqual([['坏 杯子'], [null]]);
  });
});

describe('joining two cases', () => {
  const { here, there } = joinedCase();

  it('shows what would come of it before anything is done', async () => {
    const [chosen, merged] = [vi.fn(), vi.fn()];
    const props = { here, others: [there.known], failed: false, onChoose: chosen, onMerge: merged, onClose: nothing };
    const { user, change, container } = show(<MergeDialog {...props} there={null} />);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '合并' }).disabled).toBe(true);
    await user.selectOptions(screen.getByRole('combobox', { name: '和哪个案件合并' }), there.known.id);
    expect(chosen).toHaveBeenCalledWith(there.known.id);
    change(<MergeDialog {...props} there={there} />);
    const rows = within(screen.getByRole('table'))
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(rows).toContain(`退款编号${REFUND_NO}${OTHER_REFUND_NO}${OTHER_REFUND_NO}`);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: '合并' }));
    expect(merged).toHaveBeenCalledWith(there.known.id);
  });

  it('warns of two orders, and refuses two roles', async () => {
    const props = { here, failed: false, onChoose: nothing, onMerge: nothing, onClose: nothing };
    const elsewhere = {
      ...there,
      known: { ...there.known, facts: { ...there.known.facts, orderNo: '9000000000000000001' } },
    };
    const { user, change } = show(<MergeDialog {...props} others={[there.known]} there={elsewhere} />);
    await user.selectOptions(screen.getByRole('combobox'), there.known.id);
    expect(screen.getByText(/订单编号不同/)).toBeDefined();
    change(
      <MergeDialog {...props} others={[there.known]} there={{ ...there, known: { ...there.known, role: 'seller' } }} />,
    );
    expect(screen.getByText(/不能合并/)).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '合并' }).disabled).toBe(true);
  });
});

describe('dividing a case', () => {
  const { joined, visits, part } = joinedCase();
  const shot = CAPTURES.map((capture) => ({ ...capture, url: visits.at(-1)?.url ?? '' })).slice(0, 1);

  it('takes a page with its captures, and nothing that leaves one side empty', async () => {
    const split = vi.fn();
    const props = { known: joined, visits, captures: shot, joined: [], failed: false, now: NOW, onClose: nothing };
    const { user, container } = show(<SplitDialog {...props} onSplit={split} />);
    await user.click(screen.getByRole('button', { name: '拆出新案件' }));
    expect(screen.getByRole('alert').textContent).toContain('至少选一个');
    await user.click(screen.getByRole('checkbox', { name: new RegExp(`退款详情 ${OTHER_REFUND_NO}`) }));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: '拆出新案件' }));
    expect(split).toHaveBeenCalledWith(
      expect.objectContaining({ pages: [`page:refundDetail:${OTHER_REFUND_NO}`], captureIds: [shot[0]?.id] }),
    );
  });

  it('offers what a joined case has brought along', async () => {
    const split = vi.fn();
    const before = [{ id: 'act', at: NOW, part }];
    const props = { known: joined, visits, captures: [], joined: before, failed: false, now: NOW, onClose: nothing };
    const { user } = show(<SplitDialog {...props} onSplit={split} />);
    await user.click(screen.getByRole('button', { name: /拆回合并前的样子：Test cup/ }));
    await user.click(screen.getByRole('button', { name: '拆出新案件' }));
    expect(split).toHaveBeenCalledWith(part);
  });
});

describe('deleting a case', () => {
  it('names what would be lost, and keeps the captures unless told otherwise', async () => {
    const deleted = vi.fn();
    const known = { ...notedCase(), note: 'x' };
    const props = { known, visitCount: 4, captureCount: 2, failed: false, onClose: nothing };
    const { user, container } = show(<DeleteDialog {...props} onDelete={deleted} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '4 次页面记录（每次看到的状态和倒计时）',
      '3 条你记录的进展',
      '你写的备注',
    ]);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: '删除这个案件' }));
    await user.click(screen.getByRole('radio', { name: /一起删除/ }));
    await user.click(screen.getByRole('button', { name: '删除这个案件' }));
    expect(deleted.mock.calls).toEqual([[true], [false]]);
  });
});

it('a page seen long ago can be opened again where its address is known', async () => {
  const open = vi.fn();
  const stale = { days: 3, seenAt: NOW - 3 * DAY_MS, url: 'https://refund2.taobao.com/x' };
  const { user, change } = show(<StaleNotice stale={stale} now={NOW} onOpen={open} />);
  await user.click(screen.getByRole('button', { name: '重新打开页面' }));
  expect(open).toHaveBeenCalledWith(stale.url);
  change(<StaleNotice stale={{ ...stale, url: null }} now={NOW} onOpen={open} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('页面是 3 天前看到的')).toBeDefined();
});
