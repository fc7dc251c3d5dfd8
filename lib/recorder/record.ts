import type { PageCapture } from '../evidence/page-capture.ts';
import type { CaptureGap, CaptureTrigger } from '../evidence/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import { formatIso, type Instant } from '../shared/time.ts';

/** The program that made a capture. */
export interface Tool {
  name: string;
  version: string;
}

export interface DescribedFrame {
  name: string;
  scrollTop: number;
  takenAt: Instant;
  sha256: Sha256;
}

export interface RecordInput {
  captureId: string;
  page: PageCapture;
  startedAt: Instant;
  finishedAt: Instant;
  /** How the user started it. */
  trigger: CaptureTrigger;
  tool: Tool;
  frames: readonly DescribedFrame[];
  /** Of a first walk that the page changed under. */
  earlier: readonly DescribedFrame[];
  gaps: readonly CaptureGap[];
}

/** What an extension cannot know and therefore says it does not know. */
const UNKNOWN = ['电脑系统是否清洁', '其他浏览器扩展是否改动过页面', '本机时钟是否准确'];

/**
 * The record that goes with a capture (采集记录.json): who was asked for what with which tool, when, in which steps, and what
 * is not in it. Times are this computer's clock with its zone written out.
 */
export function captureRecord({
  captureId,
  page,
  startedAt,
  finishedAt,
  trigger,
  tool,
  frames,
  earlier,
  gaps,
}: RecordInput): object {
  return {
    format: 'capture-record/1',
    captureId,
    url: page.url,
    title: page.title,
    startedAt: formatIso(startedAt),
    finishedAt: formatIso(finishedAt),
    clock: { source: '本机时钟', zoneOfComputer: page.environment.timeZone, shownAs: '+08:00' },
    trigger,
    tool,
    environment: page.environment,
    geometry: page.geometry,
    frames: frames.map(dated),
    ...(earlier.length > 0 && { framesBeforeChange: earlier.map(dated) }),
    steps: page.steps,
    notCaptured: gaps,
    unknown: UNKNOWN,
  };
}

function dated({ takenAt, ...frame }: DescribedFrame): object {
  return { ...frame, takenAt: formatIso(takenAt) };
}
