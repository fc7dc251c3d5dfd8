import type { CaptureRecord, PageCopy } from '../evidence/capture-record.ts';
import type { PageCapture } from '../evidence/page-capture.ts';
import type { CaptureGap, CaptureTrigger } from '../evidence/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { serverClock } from './server-clock.ts';

/** The program that keeps something. */
export type Tool = Pick<ToolInUse, 'name' | 'version'>;

/** The program that made a capture, where it ran, and the digest of its files. */
export type ToolInUse = CaptureRecord['tool'];

export interface DescribedFrame {
  name: string;
  scrollTop: number;
  takenAt: Instant;
  sha256: Sha256;
}

export interface RecordInput {
  captureId: string;
  page: PageCapture;
  /** The file with what was read from the page. */
  facts: { name: string; sha256: Sha256 };
  pageCopy: (Pick<PageCopy, 'method' | 'missing' | 'missingCount'> & { name: string }) | null;
  startedAt: Instant;
  finishedAt: Instant;
  /** How the user started it. */
  trigger: CaptureTrigger;
  tool: ToolInUse;
  frames: readonly DescribedFrame[];
  /** Of a first walk that the page changed under. */
  earlier: readonly DescribedFrame[];
  gaps: readonly CaptureGap[];
}

/** What an extension cannot know and therefore says it does not know. */
const UNKNOWN = [
  '电脑系统是否清洁',
  '其他浏览器扩展是否改动过页面',
  '本机时钟是否准确',
  '页面自己的脚本是否出过错（浏览器不告知扩展）',
  '由其他网站跳转而来时，跳转之前的网址（浏览器只告知同站跳转的次数）',
];

/**
 * The record that goes with a capture (采集记录.json): who was asked for what with which tool, in which surroundings, when, in
 * which steps, and what is not in it. Three times stand side by side and are never merged: this computer's clock, the server's
 * `Date` when the user allowed the question, and the difference between them (evidence.md 2.3).
 */
export function captureRecord(input: RecordInput): CaptureRecord {
  const { captureId, page, startedAt, finishedAt, trigger, tool, frames, earlier, gaps } = input;
  const { timeZone, utcOffset } = page.environment;
  return {
    format: 'capture-record/2',
    captureId,
    url: page.url,
    title: page.title,
    facts: input.facts,
    startedAt: formatIso(startedAt),
    finishedAt: formatIso(finishedAt),
    clock: {
      source: '本机时钟',
      zoneOfComputer: timeZone,
      offsetOfComputer: offsetWords(utcOffset),
      shownAs: '+08:00',
      server: page.serverTime && serverClock(page.serverTime),
    },
    navigation: navigation(page),
    trigger,
    tool,
    environment: page.environment,
    geometry: page.geometry,
    frames: frames.map(dated),
    ...(earlier.length > 0 && { framesBeforeChange: earlier.map(dated) }),
    steps: page.steps,
    pageCopy: input.pageCopy,
    notCaptured: [...gaps],
    unknown: UNKNOWN,
  };
}

function dated({ takenAt, ...frame }: DescribedFrame): CaptureRecord['frames'][number] {
  return { ...frame, takenAt: formatIso(takenAt) };
}

function navigation({ url, environment, navigation: told }: PageCapture): CaptureRecord['navigation'] {
  const { loadedAt, ...rest } = told;
  const isSame = told.loadedFrom === null || withoutFragment(told.loadedFrom) === withoutFragment(url);
  return { referrer: environment.referrer, ...rest, loadedAt: formatIso(loadedAt), changedByScript: !isSame };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** Minutes east of UTC as `+08:00`. */
function offsetWords(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}
