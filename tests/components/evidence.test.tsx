import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CaptureBar } from '../../components/evidence/CaptureBar.tsx';
import { CaptureGrid } from '../../components/evidence/CaptureGrid.tsx';
import { CaptureViewer } from '../../components/evidence/CaptureViewer.tsx';
import { FileInto } from '../../components/evidence/FileInto.tsx';
import { JobCard } from '../../components/evidence/JobCard.tsx';
import { JobList } from '../../components/evidence/JobList.tsx';
import type { Job } from '../../lib/storage/job.ts';
import { capture } from '../unit/cases/pages.ts';
import { artifact, CAPTURES, job, NOW, refundCase } from './examples.ts';
import { show } from './show.tsx';

const nothing = () => undefined;
const done = async () => undefined;

describe('the capture button', () => {
  it('captures, by mouse and by keyboard', async () => {
    const onCapture = vi.fn();
    const { user } = show(<CaptureBar onCapture={onCapture} disabled={false} blocked={false} shortcut={null} />);
    await user.click(screen.getByRole('button', { name: '采集本页' }));
    await user.keyboard('{Enter}');
    expect(onCapture).toHaveBeenCalledTimes(2);
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('is never dead without saying which gesture works instead', async () => {
    const [onAllowScreenshots, onAllowPageCopy] = [vi.fn(), vi.fn()];
    const { user, change } = show(
      <CaptureBar
        onCapture={nothing}
        disabled={false}
        blocked
        shortcut="Ctrl+Shift+K"
        onAllowScreenshots={onAllowScreenshots}
        onAllowPageCopy={onAllowPageCopy}
      />,
    );
    expect(screen.getByRole('status').textContent).toContain('Ctrl+Shift+K');
    await user.click(screen.getByRole('button', { name: '允许在侧边栏直接截图' }));
    expect(onAllowScreenshots).toHaveBeenCalledOnce();
    await user.click(screen.getByText('保存更完整的网页副本', { selector: 'summary' }));
    await user.click(screen.getByRole('button', { name: '保存更完整的网页副本' }));
    expect(onAllowPageCopy).toHaveBeenCalledOnce();
    change(<CaptureBar onCapture={nothing} disabled={false} blocked={false} shortcut={null} />);
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('waits while a capture runs', () => {
    show(<CaptureBar onCapture={nothing} disabled blocked={false} shortcut={null} />);
    expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
  });
});

describe('the captures', () => {
  it('are shown newest first, each with its kind and time, and open', async () => {
    const onOpen = vi.fn();
    const thumbnails = new Map([[CAPTURES[0]?.id ?? '', 'blob:thumbnail']]);
    const { user } = show(<CaptureGrid captures={CAPTURES} thumbnails={thumbnails} now={NOW} onOpen={onOpen} />);
    const buttons = screen.getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      '其他网页11-22 11:00',
      '聊天记录11-22 10:00',
      '订单详情11-22 09:00',
    ]);
    expect(screen.getByRole('img', { name: '订单详情缩略图' }).getAttribute('src')).toBe('blob:thumbnail');
    await user.click(buttons[1] as HTMLElement);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(CAPTURES[1]);
  });
});

describe('one capture in full', () => {
  const shown = capture('chat', NOW, {
    title: '与测试卖家的聊天',
    url: 'https://market.m.taobao.com/app/im/chat/index.html',
    gaps: ['chatDiscontinuous', 'pageCopyNotAllowed'],
    artifacts: [artifact('frame-001.png', { bytes: 1_234_567 }), artifact('聊天.json', { bytes: 999 })],
  });

  it('has its pictures, where and when it was taken, what it lacks, and the digest of every file', () => {
    show(<CaptureViewer capture={shown} pictures={['blob:1', 'blob:2']} onDescribe={done} onClose={nothing} />);
    const dialog = screen.getByRole('dialog', { name: '聊天记录' });
    expect(dialog.textContent).toContain('2026-11-22 12:00 · 与测试卖家的聊天');
    expect(dialog.textContent).toContain(shown.url);
    const images = within(dialog).getAllByRole('img', { name: '聊天记录的截图' });
    expect(images.map((image) => image.getAttribute('src'))).toEqual(['blob:1', 'blob:2']);
    const items = within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(items).toEqual([
      '聊天记录中间可能有遗漏',
      '网页副本（未开启）',
      `frame-001.png 1.2 MB${'ab'.repeat(32)}`,
      `聊天.json 999 B${'ab'.repeat(32)}`,
    ]);
  });

  it.each([
    [
      'its button',
      async (user: ReturnType<typeof show>['user']) => user.click(screen.getByRole('button', { name: '关闭' })),
    ],
    [
      'Escape',
      async (user: ReturnType<typeof show>['user']) => {
        screen.getByRole('button', { name: '关闭' }).focus();
        await user.keyboard('{Escape}');
      },
    ],
  ])('closes with %s', async (_name, close) => {
    const onClose = vi.fn();
    const { user } = show(<CaptureViewer capture={shown} pictures={[]} onDescribe={done} onClose={onClose} />);
    await close(user);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is deleted only after it was said what that means', async () => {
    const onDelete = vi.fn();
    const { user, container } = show(
      <CaptureViewer capture={shown} pictures={[]} onDescribe={done} onClose={nothing} onDelete={onDelete} />,
    );
    const details = container.querySelector('details') as HTMLDetailsElement;
    expect(details.open).toBe(false);
    await user.click(screen.getByText('删除这项采集？'));
    expect(details.textContent).toContain('日志里会留下');
    await user.click(screen.getByRole('button', { name: '删除' }));
    expect(onDelete).toHaveBeenCalledOnce();
  });

  it('cannot be deleted where that is not offered', () => {
    show(<CaptureViewer capture={shown} pictures={[]} onDescribe={done} onClose={nothing} />);
    expect(screen.queryByText('删除这项采集？')).toBeNull();
  });

  it('keeps what the user says that it proves, and a note', async () => {
    const onDescribe = vi.fn(async () => undefined);
    const { user } = show(<CaptureViewer capture={shown} pictures={[]} onDescribe={onDescribe} onClose={nothing} />);
    await user.type(screen.getByLabelText(/证明目的/), ' 商家承认少发一件 ');
    await user.type(screen.getByLabelText(/备注/), '第 3 屏');
    await user.click(screen.getByRole('button', { name: '保存说明' }));
    expect(onDescribe).toHaveBeenCalledExactlyOnceWith({ purpose: '商家承认少发一件', note: '第 3 屏' });
    expect(screen.getByText('已保存')).toBeTruthy();
  });

  it('says nothing about gaps when there are none', () => {
    show(<CaptureViewer capture={{ ...shown, gaps: [] }} pictures={[]} onDescribe={done} onClose={nothing} />);
    expect(screen.queryByText('这次采集缺少：')).toBeNull();
  });
});

describe('putting captures into a case', () => {
  it('offers the cases, the one just looked at first', async () => {
    const onChoose = vi.fn();
    const cases = [refundCase({ id: 'old', seenAt: NOW - 9 }), refundCase({ id: 'new' })];
    const { user } = show(<FileInto cases={cases} onChoose={onChoose} />);
    const select = screen.getByRole('combobox', { name: '归入案件' });
    expect([...(select as HTMLSelectElement).options].map(({ value }) => value)).toEqual(['', 'new', 'old']);
    await user.selectOptions(select, 'old');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('old');
  });

  it('offers nothing without cases', () => {
    const { container } = show(<FileInto cases={[]} onChoose={nothing} />);
    expect(container.textContent).toBe('');
  });
});

describe('a job', () => {
  const card = (change: Partial<Job>, handlers = {}) => (
    <JobCard job={job(change)} onCancel={nothing} onStop={nothing} onSeen={nothing} {...handlers} />
  );

  it.each<[Partial<Job>, string]>([
    [{ done: 3, total: 8 }, '正在滚动截图 · 3 / 8 屏'],
    [{ done: 3, total: 0 }, '正在滚动截图 · 第 3 屏'],
    [{ phase: 'readingChat', done: 120, total: 0 }, '正在翻阅聊天记录 · 已读到 120 条消息'],
    [
      { phase: 'readingChat', done: 120, total: 0, reached: '2026-10-01T09:00:00+08:00' },
      '正在翻阅聊天记录 · 已读到 120 条消息 · 最早到 2026-10-01 09:00',
    ],
    [{ phase: 'storing' }, '正在封存'],
    [{ kind: 'export', phase: 'packing', bytes: 5_200_000 }, '正在打包 · 5.2 MB · 可关闭此窗口'],
  ])('that runs (%j) says: %s', (change, words) => {
    show(card(change));
    expect(screen.getByRole('status').textContent).toBe(words);
  });

  it('shows how far it is, rounded down, and can be cancelled', async () => {
    const onCancel = vi.fn();
    const { user } = show(card({ done: 7, total: 8 }, { onCancel }));
    expect(screen.getByText('87%')).toBeDefined();
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('7');
    await user.click(screen.getByRole('button', { name: '取消' }));
    expect(onCancel).toHaveBeenCalledExactlyOnceWith(job({ done: 7, total: 8 }));
  });

  it('that reads a chat can be ended with what it has read', async () => {
    const onStop = vi.fn();
    const reading = { phase: 'readingChat', done: 120, total: 0 } as const;
    const { user, change } = show(card(reading, { onStop }));
    await user.click(screen.getByRole('button', { name: '到此为止，保存已读的' }));
    expect(onStop).toHaveBeenCalledExactlyOnceWith(job(reading));
    change(card({ phase: 'scrolling' }));
    expect(screen.queryByRole('button', { name: '到此为止，保存已读的' })).toBeNull();
  });

  it('names no percentage that nobody knows', () => {
    show(card({ done: 7, total: 0 }));
    expect(screen.queryByText(/%/)).toBeNull();
  });

  it.each<[Partial<Job>, string, string]>([
    [{ state: 'done', result: { captureId: 'x', pageKind: 'refundDetail', gaps: [] } }, 'status', '退款详情 · '],
    [{ state: 'done', result: { captureId: 'x', pageKind: null, gaps: [] } }, 'status', '其他网页 · '],
    [
      { state: 'done', kind: 'export', result: { fileName: '12315证据包.zip', manifestSha256: '', bytes: 9_000_000 } },
      'status',
      '12315证据包.zip（9.0 MB）已保存到下载文件夹',
    ],
    [{ state: 'cancelled', errorCode: 'cancelled' }, 'status', '已取消采集，没有保存任何内容'],
    [{ state: 'failed', errorCode: 'storage.full' }, 'alert', '电脑的存储空间不够'],
    [{ state: 'failed', errorCode: 'storage.newer' }, 'alert', '请更新扩展'],
    [{ state: 'interrupted', errorCode: 'capture.interrupted' }, 'alert', '上次采集中断'],
    [{ state: 'interrupted', kind: 'export', errorCode: 'export.interrupted' }, 'alert', '上次导出中断'],
  ])('that has ended (%j) is announced as %s: %s', async (change, role, words) => {
    const onSeen = vi.fn();
    const { user } = show(card(change, { onSeen }));
    expect(screen.getByRole(role).textContent).toContain(words);
    await user.click(screen.getByRole('button', { name: '知道了' }));
    expect(onSeen).toHaveBeenCalledOnce();
  });

  it('is one of several, in the order given', () => {
    show(
      <JobList
        jobs={[job({ id: 'b' }), job({ id: 'a', state: 'done', result: null })]}
        onCancel={nothing}
        onStop={nothing}
        onSeen={nothing}
      />,
    );
    expect(screen.getByRole('progressbar')).toBeDefined();
    expect(screen.getByText('采集完成')).toBeDefined();
  });
});
