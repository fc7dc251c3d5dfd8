// Runs one of the project's commands on any machine: installs what is missing, then hands over to the Node that comes with
// the packages. Plain JavaScript without imports of ours, because it runs before anything is installed and on older Nodes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = `${ROOT}node_modules/.cache/dispute-dossier/installed`;
const COMMANDS = {
  facts: { script: 'facts.ts' },
  deadlines: { script: 'deadlines.ts' },
  verify: { script: 'verify.ts' },
  demo: { script: 'demo.ts', needsBrowser: true },
  test: { script: 'test.ts', needsBrowser: true, usesFirefox: true },
  bench: { script: 'bench.ts', needsBrowser: true, usesFirefox: true },
  shots: { script: 'shots.ts', needsBrowser: true },
  practice: { script: 'practice/serve.ts' },
};
/** Chromium with Chinese as a language of its interface, fonts for Chinese and emoji, and the tools that check PDFs. */
const DEBIAN_PACKAGES = 'chromium chromium-l10n fonts-noto-cjk fonts-noto-color-emoji poppler-utils'.split(' ');

function run(program, args, options = {}) {
  // What installing prints goes to the error output, so that a command's own output stays clean.
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options });
  if (error) throw error;
  return status ?? 1;
}

function note(text) {
  process.stderr.write(`${text}\n`);
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  note('正在安装依赖（只需一次）… / Installing packages (once)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const status = run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status);
  mkdirSync(`${ROOT}node_modules/.cache/dispute-dossier`, { recursive: true });
  writeFileSync(STAMP, lock);
}

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installDebian(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-qq'], { env }) === 0 &&
    run('apt-get', ['install', '-y', '-qq', ...packages], { env }) === 0
  );
}

async function installBrowser() {
  const { findChromium } = await import('./browser/find-chromium.mjs');
  if (findChromium()) return;
  if (!isDebianRoot()) {
    note('没有找到 Chromium、Chrome 或 Edge。请安装其中一个，或用环境变量 CHROME_PATH 指明程序位置。');
    note('No Chromium, Chrome or Edge found. Install one, or set CHROME_PATH to its program file.');
    process.exit(2);
  }
  note('正在安装 Chromium 和中文字体（只需一次）… / Installing Chromium and fonts (once)…');
  if (installDebian(DEBIAN_PACKAGES)) return;
  note(`安装失败，请手动运行：apt-get install ${DEBIAN_PACKAGES.join(' ')}`);
  process.exit(2);
}

/** Without Firefox everything runs but what is about Firefox; that is said, and no failure. */
async function installFirefox() {
  const { findFirefox } = await import('./browser/find-firefox.mjs');
  if (findFirefox()) return;
  if (isDebianRoot()) {
    note('正在安装 Firefox（只需一次）… / Installing Firefox (once)…');
    if (installDebian(['firefox-esr'])) return;
  }
  note('没有找到 Firefox，跳过与它有关的部分。请安装，或用环境变量 FIREFOX_PATH 指明程序位置。');
  note('No Firefox found, so what is about it is skipped. Install it, or set FIREFOX_PATH to its program file.');
}

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  note(`未知命令 ${name ?? ''}。可用：${Object.keys(COMMANDS).join(' ')}`);
  process.exit(2);
}
installPackages();
if (command.needsBrowser) await installBrowser();
if (command.usesFirefox) await installFirefox();
const node = `${ROOT}node_modules/.bin/node`;
const program = process.platform === 'win32' ? process.execPath : node;
const { status, error } = spawnSync(program, [`${ROOT}scripts/${command.script}`, ...args], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: {
    ...process.env,
    PATH: `${ROOT}node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  },
});
if (error) throw error;
process.exit(status ?? 1);
