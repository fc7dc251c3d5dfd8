/** `npm run bench`: measures the production build in a real browser. Prints tables and writes `bench-output/results.json`. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { capturesBench } from './bench/captures.ts';
import { caseListBench } from './bench/case-list.ts';
import { chatBench } from './bench/chat.ts';
import { contentScriptBench } from './bench/content-script.ts';
import { exportBench } from './bench/export.ts';
import { firefoxBench } from './bench/firefox.ts';
import { describeMachine, load } from './bench/machine.ts';
import { panelBench } from './bench/panel.ts';
import { sizesBench } from './bench/sizes.ts';
import { spread } from './bench/statistics.ts';
import { storeBench } from './bench/store-layout.ts';
import { renderSection } from './bench/table.ts';
import type { Bench, BenchOptions, Findings } from './bench/types.ts';
import { buildExtension } from './browser/build.ts';
import { launchExtension } from './browser/launch.ts';
import { startPracticeServer } from './practice/server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BENCHES: readonly Bench[] = [
  sizesBench(join(ROOT, '.output/chrome-mv3')),
  contentScriptBench,
  panelBench,
  caseListBench,
  capturesBench(1),
  capturesBench(12),
  capturesBench(40),
  capturesBench(12, 'paced'),
  capturesBench(12, 'dpr2'),
  storeBench,
  chatBench(240),
  chatBench(2000),
  exportBench,
  firefoxBench,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    patient: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm run bench -- [--only ${BENCHES.map(({ id }) => id).join(',')}] [--runs N] [--quick] [--patient]

--only     只做这些 · only these, separated by commas
--runs N   每项次数 · runs of each (otherwise 1 to 5, as each needs)
--quick    各一次，看能否运行 · one run of each, to see that it works
--patient  等到长聊天结束 · waits for the end of a long chat however slow the machine is`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Runs a bench on a browser and a marketplace of its own, and closes both whatever happens. */
async function measure(bench: Bench, options: BenchOptions): Promise<Findings> {
  const closing: (() => Promise<unknown>)[] = [];
  const open: Parameters<Bench['run']>[0] = async (launch) => {
    const downloads = await mkdtemp(join(tmpdir(), 'dispute-dossier-bench-'));
    closing.unshift(() => rm(downloads, { recursive: true, force: true }));
    const server = await startPracticeServer();
    closing.unshift(() => server.close());
    const browser = await launchExtension({ hostRules: server.hostRules, downloads, ...launch });
    closing.unshift(() => browser.close());
    return { browser, server };
  };
  try {
    return await bench.run(open, options);
  } finally {
    for (const close of closing) await close();
  }
}

function chosenBenches(only: string | undefined): readonly Bench[] {
  const wanted = only?.split(',') ?? BENCHES.map(({ id }) => id);
  const unknown = wanted.filter((id) => !BENCHES.some((bench) => bench.id === id));
  if (unknown.length > 0) {
    say(`没有这一项 · no such bench: ${unknown.join(', ')}\n\n${HELP}`);
    process.exit(2);
  }
  return BENCHES.filter(({ id }) => wanted.includes(id));
}

async function main(): Promise<void> {
  const benches = chosenBenches(values.only);
  const { quick, patient } = values;
  const runs = (usual: number) => (quick ? 1 : Number(values.runs) || usual);
  const machine = describeMachine(ROOT);
  say('正在构建扩展… · building…');
  buildExtension();
  say(`${machine.browser} · ${machine.cpu} × ${machine.cores} · ${machine.commit}${machine.changed ? '+' : ''}`);
  say(`负载 load ${machine.loadBefore} · ■ 我们 ours  ○ 同类 peer  ▁ 下限 floor  · 其中 part`);
  const sections: object[] = [];
  for (const bench of benches) {
    const startedAt = Date.now();
    const findings = await measure(bench, { runs, quick, patient });
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    say(renderSection(bench.title, findings));
    const rows = findings.rows.map((row) => ({ ...row, ...spread(row.values) }));
    sections.push({ id: bench.id, title: bench.title, seconds, loadAfter: load(), rows, notes: findings.notes });
  }
  await mkdir(join(ROOT, 'bench-output'), { recursive: true });
  const file = join(ROOT, 'bench-output/results.json');
  await writeFile(file, `${JSON.stringify({ machine, sections }, null, 2)}\n`);
  say(`\n${file}`);
}

if (values.help) say(HELP);
else await main();
