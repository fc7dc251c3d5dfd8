import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CaptureGrid } from '../../components/evidence/CaptureGrid.tsx';
import { EvidenceCard } from '../../components/evidence/EvidenceCard.tsx';
import { FileNotices } from '../../components/evidence/FileNotices.tsx';
import { OwnFileViewer } from '../../components/evidence/OwnFileViewer.tsx';
import { formatIso, HOUR_MS } from '../../lib/shared/time.ts';
import { CAPTURES, NOW, ownFile, refundCase } from './examples.ts';
import { show } from './show.tsx';

const nothing = () => undefined;

function card(change: Partial<Parameters<typeof EvidenceCard>[0]> = {}) {
  return (
    <EvidenceCard
      known={refundCase()}
      captures={CAPTURES}
      now={NOW}
      files={[]}
      onOpen={nothing}
      onTick={nothing}
      onChoose={nothing}
      onAdd={nothing}
      onSeen={nothing}
      {...change}
    />
  );
}

/** The item of the list with this name. */
function item(name: string): HTMLElement {
  const found = screen.getAllByRole('listitem').find((one) => within(one).queryByText(name));
  if (!found) throw new RangeError(name);
  return found;
}

describe('the checklist', () => {
  it('ticks what is there, and leads to what is missing', async () => {
    const onOpen = vi.fn();
    const { user } = show(card({ onOpen }));
    expect(within(item('订单详情')).getByRole('img', { name: '已有' })).toBeDefined();
    expect(item('与对方的聊天记录').textContent).toContain('聊天记录 · 42 条 · 11-22 10:00');
    const product = item('商品详情页');
    expect(within(product).getByRole('img', { name: '还缺' })).toBeDefined();
    await user.click(within(product).getByRole('button', { name: '去采集：商品详情页' }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('https://item.taobao.com/item.htm?id=900000000001');
  });

  it('says how to get what is missing', () => {
    show(card());
    expect(item('店铺的经营证照').textContent).toContain('输入验证码后采集');
  });

  it('leaves to the user what no page shows, and remembers what they ticked', async () => {
    const onTick = vi.fn();
    const known = { ...refundCase(), disputeType: 'fake' as const, ticked: { comparison: NOW } };
    const { user } = show(card({ known, onTick }));
    await user.click(screen.getByRole('checkbox', { name: '品牌方的鉴定或有关部门的认定' }));
    expect(onTick).toHaveBeenLastCalledWith('brandStatement', true);
    const ticked = screen.getByRole<HTMLInputElement>('checkbox', { name: '与正品的对比照片' });
    expect(ticked.checked).toBe(true);
    await user.click(ticked);
    expect(onTick).toHaveBeenLastCalledWith('comparison', false);
  });

  it('asks what the dispute is about, first among what the reason can mean', async () => {
    const onChoose = vi.fn();
    const { user } = show(card({ known: refundCase({ facts: { refundReason: '质量问题' } }), onChoose }));
    expect(screen.getByText(/“?质量问题.*可能是前面几种/)).toBeDefined();
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: '争议类型' });
    expect([...select.options].slice(0, 3).map(({ value }) => value)).toEqual(['', 'qualityVisible', 'qualityHidden']);
    await user.selectOptions(select, 'qualityHidden');
    expect(onChoose).toHaveBeenLastCalledWith({ disputeType: 'qualityHidden' });
    await user.selectOptions(screen.getByRole('combobox', { name: '商品类别' }), '生鲜');
    expect(onChoose).toHaveBeenLastCalledWith({ goodsKind: 'fresh' });
  });

  it('says who has to prove it, and where that is written', () => {
    show(card({ known: { ...refundCase(), disputeType: 'qualityHidden' } }));
    expect(screen.getByText(/举证和结果：卖家先举证/).textContent).toContain('《淘宝平台争议处理规则》第66条');
  });

  it('counts down to the end of the time for proof, or says what is missing to know it', () => {
    const goodsKind = 'fresh' as const;
    const signed = refundCase({ facts: { signedAt: formatIso(NOW - 20 * HOUR_MS) } });
    const { change } = show(card({ known: { ...signed, goodsKind } }));
    expect(screen.getByRole('timer').getAttribute('aria-label')).toContain('1 天 4 小时');
    expect(screen.getByText(/《淘宝平台生鲜类商品争议处理规范》第3条（摘录）/, { selector: 'p' })).toBeDefined();
    change(card({ known: { ...refundCase(), goodsKind } }));
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByText(/没有读到签收时间/)).toBeDefined();
  });
});

describe('adding files', () => {
  const photo = new File(['x'], 'a.jpg', { type: 'image/jpeg' });

  it('by dropping them on the box', () => {
    const onAdd = vi.fn();
    show(card({ onAdd }));
    const box = screen.getByText(/拖到这里/).parentElement as HTMLElement;
    fireEvent.drop(box, { dataTransfer: { files: [photo] } });
    expect(onAdd).toHaveBeenCalledExactlyOnceWith([photo], null);
  });

  it('never lets a file that misses the box replace the page', () => {
    show(card());
    expect(fireEvent.drop(window, { dataTransfer: { files: [photo] } })).toBe(false);
  });

  it('by choosing them for one item, by keyboard', async () => {
    const onAdd = vi.fn();
    const known = { ...refundCase(), disputeType: 'shortOrBroken' as const };
    const { user } = show(card({ known, onAdd }));
    const row = item('快递面单的照片');
    const input = row.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    const opened = vi.spyOn(input, 'click');
    within(row).getByRole('button', { name: '为「快递面单的照片」添加文件' }).focus();
    await user.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledOnce();
    fireEvent.change(input, { target: { files: [photo] } });
    expect(onAdd).toHaveBeenCalledExactlyOnceWith([photo], 'waybill');
  });

  it('says how far each is and how it ended', async () => {
    const onSeen = vi.fn();
    const { user } = show(
      <FileNotices
        files={[
          { id: '1', name: '开箱.mp4', bytes: 2_000_000_000, done: 500_000_000, state: 'adding' },
          { id: '2', name: 'a.jpg', bytes: 5, done: 5, state: 'added' },
          { id: '3', name: 'a.exe', bytes: 5, done: 0, state: 'file.program' },
        ]}
        onSeen={onSeen}
      />,
    );
    expect(screen.getByRole('progressbar', { name: '正在封存：开箱.mp4' }).getAttribute('value')).toBe('500000000');
    expect(screen.getByRole('alert').textContent).toContain('这是程序、脚本或网页文件');
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: '知道了' }));
    expect(onSeen).toHaveBeenCalledExactlyOnceWith('3');
  });
});

describe('a file in full', () => {
  const viewer = (capture = ownFile(), handlers = {}) => (
    <OwnFileViewer
      capture={capture}
      own={capture.own as NonNullable<typeof capture.own>}
      address="blob:1"
      needs={['unboxing', 'waybill']}
      onSave={nothing}
      onDescribe={async () => undefined}
      onClose={nothing}
      {...handlers}
    />
  );

  it('keeps what it says, what the file system says and when it was added apart', () => {
    show(viewer());
    const dialog = screen.getByRole('dialog', { name: 'broken cup.jpg' });
    const times = [...dialog.querySelectorAll('dl div')].map(({ textContent }) => textContent);
    expect(times).toEqual([
      '文件自称的拍摄时间2026-11-20 10:11:12（文件没有写时区）',
      '文件修改时间2026-11-21 12:00',
      '添加时间2026-11-22 12:00',
    ]);
    expect(within(dialog).getByRole('img', { name: '图片：broken cup.jpg' }).getAttribute('src')).toBe('blob:1');
  });

  it('is said what it proves', async () => {
    const onDescribe = vi.fn(async () => undefined);
    const { user } = show(viewer(ownFile(), { onDescribe }));
    await user.selectOptions(screen.getByRole('combobox', { name: '证明什么' }), 'waybill');
    await user.type(screen.getByRole('textbox', { name: '说明（写进证据目录）' }), ' 面单 ');
    await user.click(screen.getByRole('button', { name: '保存说明' }));
    expect(onDescribe).toHaveBeenCalledExactlyOnceWith({ proves: 'waybill', description: '面单' });
    expect(await screen.findByText('已保存')).toBeDefined();
  });

  it('is opened in the browser only where nothing of it can run, and handed back in any case', async () => {
    const onSave = vi.fn();
    const { user, change } = show(viewer(ownFile(), { onSave }));
    expect(screen.getByRole('link', { name: '打开原件' }).getAttribute('href')).toBe('blob:1');
    change(viewer(ownFile({ kind: 'document', name: 'a.docx' }), { onSave }));
    expect(screen.queryByRole('link')).toBeNull();
    await user.click(screen.getByRole('button', { name: '保存原件' }));
    expect(onSave).toHaveBeenCalledOnce();
  });
});

it('files stand among the captures by their names', () => {
  const video = ownFile({ kind: 'video', name: 'unboxing.mp4' });
  show(<CaptureGrid captures={[video]} thumbnails={new Map()} now={NOW} onOpen={nothing} />);
  const button = screen.getByRole('button', { name: /unboxing\.mp4/ });
  expect(button.querySelector('svg')).not.toBeNull();
});
