import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Transcript, type TranscriptProps } from '../../components/chat/Transcript.tsx';
import { ChatChoiceForm } from '../../components/evidence/ChatChoiceForm.tsx';
import { NO_CHOICE } from '../../lib/evidence/chat/choice.ts';
import { longChat, MERGED, merged } from './chats.ts';
import { CAPTURES } from './examples.ts';
import { show } from './show.tsx';

const nothing = () => undefined;
const chatCapture = CAPTURES[1];

function transcript(change: Partial<TranscriptProps>) {
  const captures = new Map(CAPTURES.map((one) => [one.id, one]));
  const pictureOf = (captureId: string, name: string) => <img src="data:," alt={`${captureId} ${name}`} />;
  const props = { merged: MERGED, captures, pictureOf, onOpenCapture: nothing };
  return <Transcript {...props} {...change} />;
}

describe('the transcript of a conversation', () => {
  it('says where messages may be missing, before the message that follows', () => {
    show(transcript({ merged: { reachedStart: false, messages: [merged(0), merged(1, {}, true)] } }));
    const [first, second] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(first).not.toContain('可能有没采到的消息');
    expect(second).toMatch(/^这里前后没有接上，中间可能有没采到的消息.*message 1/);
    expect(
      screen.getByText(/^2026-.+ 至 2026-.+（北京时间）。 还没有翻到最早的消息，更早的部分没有采集。$/),
    ).toBeDefined();
  });

  it('shows a recalled message as what the page says, not as what its author wrote', () => {
    const recalled = merged(0, { kind: 'recalled', party: 'platform', sender: '', text: '对方撤回了一条消息' });
    show(transcript({ merged: { reachedStart: true, messages: [recalled] } }));
    const row = screen.getByRole('listitem');
    expect(row.textContent).toContain('平台');
    expect(row.textContent).toContain('［撤回提示］ 对方撤回了一条消息');
  });

  it('shows the pictures that are kept, and says of the others why they are not', () => {
    show(transcript({}));
    expect(screen.getByRole('img').getAttribute('alt')).toBe(`${chatCapture?.id} picture-001.jpg`);
    expect(screen.getByText('图片没有存下来：页面当时没有加载出来')).toBeDefined();
  });

  it('leads to the capture that a message is from, and names its screenshots', async () => {
    const onOpenCapture = vi.fn();
    const messages = [merged(0, {}), merged(1, { frames: [] })];
    const { user } = show(transcript({ merged: { reachedStart: true, messages }, onOpenCapture }));
    const [first, second] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
    expect(first.textContent).toContain('见截图第 3 张');
    expect(second.textContent).toContain('没有截图，只有文字和图片');
    await user.click(within(first).getByRole('button', { name: /^采集于/ }));
    expect(onOpenCapture).toHaveBeenCalledExactlyOnceWith(chatCapture);
  });

  it('holds all of a short conversation and only a part of a long one', () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(84); // Nothing has a height here.
    const { change } = show(transcript({ merged: longChat(199) }));
    expect(screen.getAllByRole('listitem')).toHaveLength(199);
    change(transcript({ merged: longChat(5000) }));
    expect(screen.queryAllByRole('listitem').length).toBeLessThan(100);
  });
});

describe('the choice of how much of a chat is captured', () => {
  const past = { oldest: '2026-10-01T09:00:00+08:00', newest: '2026-11-20T14:32:00+08:00', reachedStart: false };

  it('offers to go on only where there is something to go on from', () => {
    const { change } = show(<ChatChoiceForm choice={NO_CHOICE} past={null} onChange={nothing} />);
    expect(screen.getAllByRole('radio', { hidden: true })).toHaveLength(2);
    change(<ChatChoiceForm choice={NO_CHOICE} past={{ ...past, reachedStart: true }} onChange={nothing} />);
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    change(<ChatChoiceForm choice={NO_CHOICE} past={past} onChange={nothing} />);
    expect(screen.getByLabelText('接着上次往更早采（上次翻到 2026-10-01 09:00）')).toBeDefined();
    expect(screen.getByLabelText('只采上次之后的新消息（上次采到 2026-11-20 14:32）')).toBeDefined();
  });

  it('asks for the day only when one is wanted', async () => {
    const onChange = vi.fn();
    const { user, change } = show(<ChatChoiceForm choice={NO_CHOICE} past={past} onChange={onChange} />);
    expect(screen.queryByLabelText('翻到哪一天（北京时间）')).toBeNull();
    await user.click(screen.getByLabelText('翻到某一天为止'));
    expect(onChange).toHaveBeenLastCalledWith({ ...NO_CHOICE, reach: 'day' });
    change(<ChatChoiceForm choice={{ ...NO_CHOICE, reach: 'day' }} past={past} onChange={onChange} />);
    await user.type(screen.getByLabelText('翻到哪一天（北京时间）'), '2026-11-01');
    expect(onChange).toHaveBeenLastCalledWith({ ...NO_CHOICE, reach: 'day', day: '2026-11-01' });
  });

  it('can have every screen photographed', async () => {
    const onChange = vi.fn();
    const { user } = show(<ChatChoiceForm choice={NO_CHOICE} past={past} onChange={onChange} />);
    await user.click(screen.getByRole('checkbox'));
    expect(onChange).toHaveBeenLastCalledWith({ ...NO_CHOICE, everyScreen: true });
  });
});
