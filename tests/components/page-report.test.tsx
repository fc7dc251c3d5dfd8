import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PageReport, type ReportState } from '../../components/case/PageReport.tsx';
import { expectAccessible, expectTranslated, show, zh } from './show.tsx';

const TEXT = 'page-structure/1\n\nhtml\n  b\n    "0000"\n';

function offer(report: ReportState, extent: 'nothing' | 'part' = 'nothing', locale: 'zh-CN' | 'en' = 'zh-CN') {
  const calls = { onMake: vi.fn(), onSave: vi.fn(), onClose: vi.fn() };
  return { ...calls, ...show(<PageReport extent={extent} report={report} shortcut="" {...calls} />, locale) };
}

describe('the offer of a report', () => {
  it('is folded; opened, it says what works, what the report holds, and makes one', async () => {
    const { user, container, onMake } = offer({ state: 'none' });
    expect(container.querySelector('details')?.open).toBe(false);
    await user.click(screen.getByText('这其实是订单、退款或投诉页？'));
    expect(container.textContent).toContain('采集照常可用');
    expect(container.textContent).toContain('输入框里的内容一律没有');
    await user.click(screen.getByRole('button', { name: '生成页面结构报告' }));
    expect(onMake).toHaveBeenCalledOnce();
  });

  it('asks another question where a part was read', () => {
    offer({ state: 'none' }, 'part');
    expect(screen.getByText('页面上有，但没有读到？')).toBeDefined();
  });

  it('shows the whole file before it is saved', async () => {
    const { user, onSave, onClose } = offer({ state: 'ready', text: TEXT });
    const preview = screen.getByLabelText<HTMLTextAreaElement>(zh('pageReport.preview', { size: `${TEXT.length} B` }));
    expect(preview.value).toBe(TEXT);
    expect(preview.readOnly).toBe(true);
    await user.click(screen.getByRole('button', { name: '保存报告' }));
    expect(onSave).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: '关闭' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says where the file is and what to do with it', () => {
    offer({ state: 'saved', text: TEXT });
    expect(screen.getByRole('status').textContent).toBe(zh('pageReport.saved'));
  });

  it.each<[ReportState, string]>([
    [{ state: 'noGrant' }, '按一次 Alt+Shift+S'],
    [{ state: 'protected' }, '浏览器不允许'],
    [{ state: 'gone' }, '没有生成报告'],
    [{ state: 'making' }, '正在读取'],
  ])('says how it stands: %j', (report, words) => {
    const { container } = offer(report);
    expect(container.querySelector('details')?.open).toBe(true);
    expect(container.textContent).toContain(words);
  });

  const STATES: ReportState[] = [
    { state: 'none' },
    { state: 'making' },
    { state: 'noGrant' },
    { state: 'protected' },
    { state: 'gone' },
    { state: 'ready', text: TEXT },
    { state: 'saved', text: TEXT },
  ];

  it.each(STATES)('has its words in both languages and no barriers: %j', async (report) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const extent of ['nothing', 'part'] as const) {
        const { container, unmount } = offer(report, extent, locale);
        expectTranslated(container, locale);
        await expectAccessible(container);
        unmount();
      }
    }
  });
});
