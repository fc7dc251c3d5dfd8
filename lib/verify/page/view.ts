import { describeLayer, describeNote, describeProblem } from '../texts.ts';
import { zhTexts } from '../texts-zh.ts';
import type { LayerResult, LayerStatus, Verdict, VerifyReport } from '../types.ts';

/** Signs that can be told apart without colour, and read out as words. */
const MARKS: Record<LayerStatus, string> = { passed: '✔', failed: '✘', unchecked: '?', absent: '–' };
const VERDICT_MARKS: Record<Verdict, string> = { passed: '✔', incomplete: '?', failed: '✘' };
/** Enough for any honest bundle; a hostile one must not drown the page. */
const MAX_FINDINGS = 200;

/** The result of a verification. All text goes in as text: file names are not ours. */
export function reportView(report: VerifyReport, name: string, now: Date): HTMLElement {
  const { verdict, layers } = report;
  const heading = element('h3', 'verdict-text', zhTexts.verdicts[verdict]);
  heading.tabIndex = -1;
  const banner = element('div', `verdict ${verdict}`);
  banner.append(mark('verdict-mark', VERDICT_MARKS[verdict]), heading);
  const list = element('ol', 'layers');
  list.append(...layers.map(layerView));
  const view = element('div', 'report');
  view.append(banner, list, factsView(report, name, now));
  return view;
}

/** A file that could not be verified at all, and why. */
export function failureView(sentence: string, name: string): HTMLElement {
  const heading = element('h3', 'verdict-text', sentence);
  heading.tabIndex = -1;
  const banner = element('div', 'verdict failed');
  banner.append(mark('verdict-mark', '✘'), heading);
  const view = element('div', 'report');
  view.append(banner, element('p', 'muted', name));
  return view;
}

function layerView(result: LayerResult): HTMLElement {
  const { layer, status, problems, notes } = result;
  const line = element('p', 'layer-line');
  line.append(
    mark('layer-mark', MARKS[status]),
    element('strong', 'layer-name', zhTexts.layers[layer]),
    element('span', 'hidden-text', `（${zhTexts.statuses[status]}）`),
    element('span', 'layer-text', describeLayer(result, zhTexts)),
  );
  const item = element('li', `layer ${status}`);
  item.append(line);
  appendFindings(
    item,
    'problems',
    problems.map((problem) => describeProblem(problem, zhTexts)),
  );
  appendFindings(
    item,
    'notes',
    notes.map((note) => describeNote(note, zhTexts)),
  );
  return item;
}

function appendFindings(item: HTMLElement, className: string, sentences: string[]): void {
  if (sentences.length === 0) return;
  const list = element('ul', className);
  list.append(...sentences.slice(0, MAX_FINDINGS).map((sentence) => element('li', '', sentence)));
  const rest = sentences.length - MAX_FINDINGS;
  if (rest > 0) list.append(element('li', '', `另有 ${rest} 处，未全部列出`));
  item.append(list);
}

function factsView({ facts }: VerifyReport, name: string, now: Date): HTMLElement {
  const rows: [string, string | null][] = [
    ['核验对象', name],
    ['核验时间', now.toLocaleString('zh-CN', { hour12: false })],
    ['证据包编号', facts.no],
    ['生成时间', facts.created],
    ['清单 SHA-256', facts.manifestSha256],
    ['公钥指纹', facts.keyFingerprint],
  ];
  const list = element('dl', 'facts');
  for (const [label, value] of rows) {
    if (value !== null) list.append(element('dt', '', label), element('dd', '', value));
  }
  return list;
}

function mark(className: string, sign: string): HTMLElement {
  const span = element('span', className, sign);
  span.setAttribute('aria-hidden', 'true');
  return span;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag);
  if (className) created.className = className;
  created.textContent = text;
  return created;
}
