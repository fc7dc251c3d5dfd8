import type { Frame, Page } from '@playwright/test';
import { type ChatMessage, chatMessages } from '../practice/chat/messages.ts';
import { type CaptureRun, runCapture } from './capture-run.ts';
import { watchShots } from './shots.ts';
import { inTurns, ratios } from './statistics.ts';
import { readText } from './store.ts';
import type { Bench, Findings, Row, Stage } from './types.ts';

/** A capture that takes longer is cut off, unless the user is patient. */
const PATIENCE_MS = 60_000;
const GREAT_PATIENCE_MS = 600_000;
const GOAL_TO_SCROLL = 1.3;

/**
 * `wrong`: messages that are missing, out of place or not as they were said; null when the capture was cut off. `unkept`:
 * pictures without a file. `framed`: messages that a frame shows.
 */
type OurRun = CaptureRun & { wrong: number | null; unkept: number; framed: number };

/** A conversation of `total` messages: is all of it kept, and how long does it take beside scrolling through it. */
export function chatBench(total: 240 | 2000): Bench {
  return {
    id: `chat-${total}`,
    title: `聊天 ${total} 条 · Chat of ${total} messages`,
    run: async (open, { runs, patient }) => {
      const stage = await open();
      const { browser, server } = stage;
      const worker = await browser.worker();
      await watchShots(worker);
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      const said = chatMessages(server.story, total);
      const ours = async (): Promise<OurRun> => {
        await visit(page, stage, total);
        const run = await runCapture(browser, page, patient ? GREAT_PATIENCE_MS : PATIENCE_MS);
        const file = run.capture?.artifacts.find(({ name }) => name === '聊天.json');
        const kept = keptMessages(file ? await readText(worker, file.id) : '{"messages":[]}');
        const pictures = kept.flatMap((message) => message.pictures);
        const sent = said.filter(({ kind }) => kind === 'image').length;
        return {
          ...run,
          wrong: run.capture ? wrongMessages(said, kept) : null,
          unkept: Math.max(sent - pictures.length, 0) + pictures.filter(({ file: name }) => name === null).length,
          framed: kept.filter(({ frames }) => frames.length > 0).length,
        };
      };
      const scroll = async () => (await visit(page, stage, total)).evaluate(scrollToBeginning, said[0]?.time ?? '');
      const results = await inTurns({ ours, scroll }, runs(total > 1000 ? 1 : 2));
      return findings(results.ours, results.scroll, total);
    },
  };
}

/** Opens the conversation and returns the frame that holds it. */
async function visit(page: Page, { server }: Stage, total: number): Promise<Frame> {
  const address = new URL(server.urls.chat);
  address.searchParams.set('n', String(total));
  address.searchParams.set('imgDelay', '0');
  await page.goto('about:blank'); // The address has a fragment, so that going there again would not load anything.
  await page.goto(address.href);
  await page.frameLocator('iframe').locator('.message-item-line').last().waitFor();
  const frame = page.frames().find((candidate) => candidate.url().includes('chat-core'));
  if (!frame) throw new Error('The practice chat has no frame');
  return frame;
}

/**
 * Scrolls to the first message in the steps of a capture, two frames each, and nothing else. Self-contained.
 * @returns ms until the message sent at `first` is on the screen.
 */
async function scrollToBeginning(first: string): Promise<number> {
  const STEP_SHARE = 0.85;
  const box = document.querySelector('.rc-scrollbars-view') as Element;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = () => Array.from(box.querySelectorAll('.time'), ({ textContent }) => textContent);
  const start = performance.now();
  box.scrollTo({ top: box.scrollHeight, behavior: 'instant' });
  while (box.scrollTop > 0 || !times().includes(first)) {
    await frame();
    await frame();
    box.scrollTo({ top: Math.max(0, box.scrollTop - box.clientHeight * STEP_SHARE), behavior: 'instant' });
  }
  return performance.now() - start;
}

interface KeptMessage {
  at: string | null;
  text: string;
  frames: unknown[];
  pictures: { file: string | null }[];
}

function keptMessages(json: string): KeptMessage[] {
  return (JSON.parse(json) as { messages: KeptMessage[] }).messages;
}

function wrongMessages(said: readonly ChatMessage[], kept: readonly KeptMessage[]): number {
  const isRight = ({ time, kind, lines }: ChatMessage, index: number) => {
    const one = kept[index];
    const words = kind === 'text' ? (lines[0] ?? '') : '';
    return one?.at?.slice(0, 19) === time.replace(' ', 'T') && one.text.includes(words);
  };
  return said.length - said.filter(isRight).length + Math.max(0, kept.length - said.length);
}

function findings(ours: OurRun[], scroll: number[], total: number): Findings {
  const whole = ours.filter(({ wrong }) => wrong !== null);
  const cut = ours.filter(({ wrong }) => wrong === null);
  const times = ours.map(({ ms, wrong }) => (wrong === null ? Number.NaN : ms));
  const rows: Row[] = [
    { name: '点击到落盘 click to commit', kind: 'ours', unit: 'ms', values: whole.map(({ ms }) => ms) },
    { name: '只滚动 bare scroll', kind: 'floor', unit: 'ms', values: scroll },
    {
      name: '÷ 只滚动 × bare scroll',
      kind: 'ours',
      unit: '×',
      values: ratios(times, scroll).filter((ratio) => !Number.isNaN(ratio)),
      goal: GOAL_TO_SCROLL,
    },
    {
      name: '缺失或不符的消息 messages missing or wrong',
      kind: 'ours',
      unit: '',
      values: whole.map(({ wrong }) => wrong ?? total),
      goal: 0,
    },
    {
      name: '没有存下的图片 pictures not kept',
      kind: 'ours',
      unit: '',
      values: whole.map(({ unkept }) => unkept),
      goal: 0,
    },
    {
      name: '有画面的消息 messages in a frame',
      kind: 'part',
      unit: '',
      values: whole.map(({ framed }) => framed),
    },
    {
      name: '截图 shots',
      kind: 'part',
      unit: '',
      values: ours.map(({ shots }) => shots.filter(({ refused }) => !refused).length),
    },
    {
      name: '手势带来的截图 shots on the gesture',
      kind: 'part',
      unit: '',
      values: ours.map(({ freeShots }) => freeShots),
    },
  ];
  const notes = cut.map(({ ms, read }) => {
    const seconds = Math.round(ms / 1000);
    return `${seconds} 秒后停止，已读 ${read} 条；--patient 等到最后 · cut off after ${seconds} s with ${read} of ${total} messages read; --patient waits`;
  });
  return { rows, notes };
}
