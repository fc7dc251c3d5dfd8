import { fireEvent, screen, within } from '@testing-library/react';
import { type ReactNode, useReducer } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CoveredChoice } from '../../components/bundle/CoveredChoice.tsx';
import { CaptureViewer } from '../../components/evidence/CaptureViewer.tsx';
import { OwnFileViewer } from '../../components/evidence/OwnFileViewer.tsx';
import { RedactionEditor, type RedactionEditorProps } from '../../components/redaction/RedactionEditor.tsx';
import type { HandBox, Redaction } from '../../lib/evidence/covered.ts';
import { beginEdit, edit } from '../../lib/redaction/edit.ts';
import type { Find } from '../../lib/redaction/find.ts';
import { spreadBoxes } from '../../lib/redaction/spread.ts';
import { ERROR_CODES } from '../../lib/shared/errors.ts';
import { capture } from '../unit/cases/pages.ts';
import { artifact, NOW, ownFile } from './examples.ts';
import { expectAccessible, expectTranslated, show } from './show.tsx';

/** jsdom has no layout: a pixel of a picture is a point of the screen, and everything begins at 0. */
beforeEach(() => {
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => undefined, hasPointerCapture: () => true });
});

const nothing = () => undefined;
const PICTURES = ['frame-001.png', 'frame-002.png'].map((name) => ({
  name,
  width: 800,
  height: 600,
  address: `blob:${name}`,
}));
const BOX: HandBox = { picture: 'frame-001.png', left: 100, top: 100, width: 80, height: 40 };

function find(text: string, change: Partial<Find> = {}): Find {
  const boxes = PICTURES.map(({ name }) => ({ picture: name, left: 10, top: 300, width: 90, height: 20 }));
  return { id: text, rule: 'phone', text, confidence: 'high', boxes, inTexts: 2, ...change };
}

const FINDS: Find[] = [
  find('13800000000'),
  find('test@example.com', { rule: 'email', confidence: 'medium', boxes: [] }),
  find('test_seller', { rule: 'nick', confidence: 'low', inTexts: 0 }),
];

type Change = Partial<RedactionEditorProps> & { boxes?: HandBox[]; chosen?: string[]; words?: Find[] };

/** The editor over two screens, with the state that a view would keep. */
function Editor({ boxes = [], chosen = ['13800000000'], words = [], ...change }: Change): ReactNode {
  const [state, onEdit] = useReducer(edit, beginEdit(chosen, words, boxes));
  const sheets = PICTURES.map((picture) => ({ ...picture, place: null }));
  const covering = FINDS.filter(({ id }) => state.draft.chosen.has(id)).flatMap((one) => one.boxes);
  return (
    <RedactionEditor
      pictures={PICTURES}
      finds={FINDS}
      state={state}
      covered={spreadBoxes([...covering, ...state.draft.boxes], sheets)}
      onEdit={onEdit}
      onAddWords={() => false}
      lacksPositions={false}
      hasPageCopy={false}
      isSaving={false}
      failure={null}
      onSave={nothing}
      onCancel={nothing}
      {...change}
    />
  );
}

const REDACTION: Redaction = { at: NOW, words: [], boxes: [BOX], copies: [], leftOut: [] };
const covered = (id: string) => capture('orderDetail', NOW, { id, title: 'Order', redaction: REDACTION });
const describeIt = async () => undefined;
const line = { coveredAt: NOW, showsOriginal: false, onShowOriginal: nothing, onEdit: nothing };
const PHOTO = ownFile();

const STATES: Record<string, ReactNode> = {
  'the editor, nothing decided': <Editor />,
  'the editor, nothing found': <Editor finds={[]} chosen={[]} lacksPositions />,
  'the editor, as it was left': (
    <Editor
      boxes={[BOX, { ...BOX, picture: 'frame-002.png' }]}
      words={[find('Test', { rule: 'word' })]}
      onRemove={nothing}
      hasPageCopy
    />
  ),
  'the editor, one picture that is still fetched': (
    <Editor pictures={[{ name: 'photo.jpg', width: 40, height: 30, address: null }]} />
  ),
  'the editor, no picture': <Editor pictures={[]} />,
  'the editor, saving': <Editor isSaving onRemove={nothing} />,
  ...Object.fromEntries(ERROR_CODES.map((failure) => [`the editor, ${failure}`, <Editor key="x" failure={failure} />])),
  'a covered capture': (
    <CaptureViewer
      onDescribe={describeIt}
      capture={covered('a')}
      pictures={['blob:1', 'blob:2']}
      redaction={line}
      onClose={nothing}
    />
  ),
  'its originals': (
    <CaptureViewer
      onDescribe={describeIt}
      capture={covered('a')}
      pictures={['blob:1']}
      redaction={{ ...line, showsOriginal: true }}
      onClose={nothing}
    />
  ),
  'a capture that is not covered': (
    <CaptureViewer
      onDescribe={describeIt}
      capture={covered('a')}
      pictures={['blob:1']}
      redaction={{ ...line, coveredAt: null }}
      onClose={nothing}
    />
  ),
  'a covered photo': (
    <OwnFileViewer
      capture={PHOTO}
      own={PHOTO.own ?? (undefined as never)}
      address="blob:1"
      coveredAddress="blob:2"
      redaction={line}
      needs={[]}
      onSave={nothing}
      onDescribe={async () => undefined}
      onClose={nothing}
    />
  ),
  'an export with covered captures': <CoveredChoice chosen={[covered('a')]} withOriginals onChange={nothing} />,
  'an export without': <CoveredChoice chosen={[capture(null)]} withOriginals={false} onChange={nothing} />,
};

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  it.each(Object.entries(STATES))('%s has its words and no barriers', async (_name, node) => {
    const { container } = show(node, locale);
    expectTranslated(container, locale);
    await expectAccessible(container);
  });
});

const handBox = (number: number) => screen.getByRole('button', { name: new RegExp(`^手画的框 ${number}：`) });
const press = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
/** What a screen reader is told; the position of the picture in front is another status. */
const said = () => screen.getAllByRole('status').at(-1)?.textContent;

describe('boxes', () => {
  it('are added, moved, stretched and deleted by keyboard, and each step is told', async () => {
    const { user } = show(<Editor />);
    await user.click(press('加一个框'));
    expect(document.activeElement).toBe(handBox(1));
    expect(said()).toBe('已加框，共 1 个。');
    expect(handBox(1).getAttribute('aria-label')).toBe('手画的框 1：左 300，上 200，宽 200，高 50');
    await user.keyboard('{ArrowRight}{ArrowDown}{Shift>}{ArrowLeft}{/Shift}{Alt>}{ArrowUp}{/Alt}');
    expect(handBox(1).getAttribute('aria-label')).toBe('手画的框 1：左 308，上 207，宽 192，高 50');
    expect(said()).toBe('左 308，上 207，宽 192，高 50');
    await user.keyboard('{Delete}');
    expect(screen.queryByRole('button', { name: /^手画的框/ })).toBeNull();
    expect(said()).toBe('已删除框，还有 0 个。');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '要遮盖的画面' }));
  });

  it('are drawn, moved and stretched with the mouse; a click draws none', () => {
    show(<Editor />);
    const picture = screen.getByRole('img', { name: '第 2 屏，共 2 屏' }).parentElement as HTMLElement;
    const drag = (target: Element, from: [number, number], to: [number, number]) => {
      fireEvent.pointerDown(target, { button: 0, pointerType: 'mouse', clientX: from[0], clientY: from[1] });
      fireEvent.pointerMove(target, { clientX: to[0], clientY: to[1] });
      fireEvent.pointerUp(target);
    };
    drag(picture, [50, 60], [52, 61]);
    expect(screen.queryByRole('button', { name: /^手画的框/ })).toBeNull();
    drag(picture, [250, 160], [150, 900]);
    expect(handBox(1).getAttribute('aria-label')).toContain('左 150，上 160，宽 100，高 440');
    drag(handBox(1), [0, 0], [30, -60]);
    expect(handBox(1).getAttribute('aria-label')).toContain('左 180，上 100，宽 100，高 440');
    drag(handBox(1).querySelector('[data-handle]') as Element, [0, 0], [20, -40]);
    expect(handBox(1).getAttribute('aria-label')).toContain('左 180，上 100，宽 120，高 400');
  });

  it('are taken back and made again, by button and by keyboard, each whole move at once', async () => {
    const { user } = show(<Editor boxes={[BOX]} />);
    expect(press('撤销').disabled).toBe(true);
    handBox(1).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Control>}z{/Control}');
    expect(handBox(1).getAttribute('aria-label')).toContain('左 108');
    await user.keyboard('{Control>}y{/Control}');
    expect(handBox(1).getAttribute('aria-label')).toContain('左 116');
    await user.click(press('撤销'));
    await user.click(press('撤销'));
    expect(handBox(1).getAttribute('aria-label')).toContain('左 100');
    expect(press('撤销').disabled).toBe(true);
    await user.click(press('重做'));
    expect(handBox(1).getAttribute('aria-label')).toContain('左 108');
  });

  it('cannot be changed while the result is looked at', async () => {
    const { user, container } = show(<Editor boxes={[BOX]} />);
    expect(container.querySelectorAll('.burnt')).toHaveLength(0);
    await user.click(press('预览结果'));
    expect(container.querySelectorAll('.burnt')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: /^手画的框/ })).toBeNull();
    expect(press('加一个框').disabled).toBe(true);
  });
});

describe('finds', () => {
  it('say their rule, how sure it is and where they stand; what is only possible is not chosen', () => {
    show(<Editor />);
    const names = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(names).toEqual([
      '13800000000手机号码 · 把握大 · 画面 2 处 · 文字 2 处',
      'test@example.com电子邮箱 · 很可能是 · 文字 2 处',
      'test_seller平台账号名 · 可能是，默认不选 · 画面 2 处',
    ]);
    expect(screen.getByText('将遮盖 1 项文字、0 个手画的框。')).toBeDefined();
  });

  it('are chosen one by one, all or none, and cover their pictures', async () => {
    const { user, container } = show(<Editor />);
    const covers = () => container.querySelectorAll('.cover').length;
    expect(covers()).toBe(2);
    await user.click(press('全选'));
    expect([covers(), screen.getAllByRole('checkbox', { checked: true }).length]).toEqual([2, 3]);
    await user.click(press('全不选'));
    expect([covers(), press('保存遮盖').disabled]).toEqual([0, true]);
    await user.click(screen.getByRole('checkbox', { name: /13800000000/ }));
    expect(covers()).toBe(2);
  });

  it('are pointed out one place after the other', async () => {
    const { user, container } = show(<Editor />);
    await user.click(press('在画面上指出：13800000000'));
    const first = container.querySelector('.pointed')?.closest('[data-picture-width]');
    await user.click(press('在画面上指出：13800000000'));
    const second = container.querySelector('.pointed')?.closest('[data-picture-width]');
    expect(first).not.toBe(second);
    expect(screen.getByText('第 2 / 2 屏')).toBeDefined();
    expect(screen.queryByRole('button', { name: '在画面上指出：test@example.com' })).toBeNull();
  });

  it('can be words of the user’s; words that stand nowhere are refused in words', async () => {
    const onAddWords = vi.fn((text: string) => text === '测试三');
    const { user } = show(<Editor onAddWords={onAddWords} />);
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: '还要遮盖的文字' });
    await user.type(input, '测试四{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('这次采集里没有这些文字，没有添加。');
    await user.clear(input);
    await user.type(input, ' 测试三 ');
    await user.click(press('遮盖这些文字'));
    expect(onAddWords.mock.calls).toEqual([['测试四'], ['测试三']]);
    expect([input.value, screen.queryByRole('alert')]).toEqual(['', null]);
  });
});

describe('the pictures', () => {
  it('are shown in any size, by button, by key and by wheel', async () => {
    const { user, container } = show(<Editor />);
    const stage = screen.getByRole('region', { name: '要遮盖的画面' });
    const zoom = () => (stage.classList.contains('fit') ? 'fit' : stage.style.getPropertyValue('--zoom'));
    expect(zoom()).toBe('fit');
    await user.click(press('200%'));
    expect(zoom()).toBe('2');
    await user.click(press('放大'));
    expect(zoom()).toBe('3');
    stage.focus();
    await user.keyboard('-');
    expect(zoom()).toBe('2');
    await user.keyboard('0');
    expect(zoom()).toBe('fit');
    await user.keyboard('1');
    expect(fireEvent.wheel(stage, { ctrlKey: true, deltaY: 9 })).toBe(false);
    expect(zoom()).toBe('0.75');
    expect(fireEvent.wheel(stage, { deltaY: 9 })).toBe(true);
    expect(zoom()).toBe('0.75');
    expect(container.querySelectorAll('img[loading=lazy]')).toHaveLength(2);
  });

  it('of a capture are gone through one after the other', async () => {
    const { user } = show(
      <CaptureViewer
        onDescribe={describeIt}
        capture={covered('a')}
        pictures={['blob:1', 'blob:2', 'blob:3']}
        onClose={nothing}
      />,
    );
    expect(press('上一屏').disabled).toBe(true);
    await user.click(press('下一屏'));
    await user.click(press('下一屏'));
    expect(screen.getByText('第 3 / 3 屏')).toBeDefined();
    expect(press('下一屏').disabled).toBe(true);
    await user.click(press('上一屏'));
    expect(screen.getByText('第 2 / 3 屏')).toBeDefined();
  });
});

describe('a covered capture', () => {
  it('says so, and shows its originals to who asks', async () => {
    const onShowOriginal = vi.fn();
    const onEdit = vi.fn();
    const redaction = { ...line, onShowOriginal, onEdit };
    const { user } = show(
      <CaptureViewer
        onDescribe={describeIt}
        capture={covered('a')}
        pictures={['blob:1']}
        redaction={redaction}
        onClose={nothing}
      />,
    );
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('个人信息已于 2026-11-22 12:00 遮盖');
    await user.click(within(dialog).getByRole('button', { name: '看原件' }));
    await user.click(within(dialog).getByRole('button', { name: '修改遮盖' }));
    expect(onShowOriginal).toHaveBeenCalledExactlyOnceWith(true);
    expect(onEdit).toHaveBeenCalledOnce();
  });

  it('of a photo shows the copy, and hands out the original only as what it is', () => {
    show(STATES['a covered photo'] as ReactNode);
    expect(screen.getByRole('img').getAttribute('src')).toBe('blob:2');
    expect(screen.getByRole('link', { name: '打开原件' }).getAttribute('href')).toBe('blob:1');
  });
});

describe('an export', () => {
  it('takes the copies unless the originals are asked for', async () => {
    const onChange = vi.fn();
    const { user } = show(
      <CoveredChoice chosen={[covered('a'), covered('b'), capture(null)]} withOriginals={false} onChange={onChange} />,
    );
    expect(screen.getByText(/^所选 3 项证据中有 2 项遮盖了个人信息/)).toBeDefined();
    await user.click(screen.getByRole('checkbox', { name: '同时放入未遮盖的原件' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('of what is not covered offers no originals, because they are there', () => {
    show(
      <CoveredChoice
        chosen={[capture(null, NOW, { artifacts: [artifact('a.png')] })]}
        withOriginals={false}
        onChange={nothing}
      />,
    );
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
