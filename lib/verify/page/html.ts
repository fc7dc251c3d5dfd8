import { sha256 } from '@noble/hashes/sha2.js';
import {
  baseName,
  CHECK_FOLDER,
  MANIFEST_DER_FILE,
  MANIFEST_FILE,
  PUBLIC_KEY_FILE,
  SUMS_FILE,
} from '../../bundle/layout.ts';
import { toBase64, utf8 } from '../../shared/bytes.ts';
import { escapeHtml } from '../../shared/text.ts';
import { IDS } from './ids.ts';
import { PAGE_STYLE } from './style.ts';

/** What the start page tells about the bundle, in words ready to show. Nothing of it needs to be escaped by the caller. */
export interface StartPageSummary {
  bundleNo: string;
  /** Asia/Shanghai wall time, such as `2026-11-22 12:15:01`. */
  createdAt: string;
  software: string;
  manifestSha256: string;
  /** The case in a few lines: 平台, 店铺, 订单号, 争议金额, 诉求 … */
  facts: { label: string; value: string }[];
  /** Documents and folders in order; a folder ends with `/`. */
  contents: { path: string; note: string }[];
  evidence: { no: string; name: string; capturedAt: string; purpose: string }[];
  /** Whether there are time stamps in the bundle. */
  isStamped: boolean;
}

/**
 * `00_先看这里.html`: summary, contents and offline verifier in one file that loads nothing. `script` is what `buildVerifierScript` made.
 * A content security policy allows this script and this style and nothing else. Throws a RangeError for a script that would end the element.
 */
export function startPageHtml(script: string, summary: StartPageSummary): string {
  if (/<\/script|<!--|\r/i.test(script)) throw new RangeError('The script cannot stand inside an HTML file');
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(PAGE_STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>证据包 ${escapeHtml(summary.bundleNo)} · 先看这里</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${headerHtml(summary)}
${summaryHtml(summary)}
${contentsHtml(summary)}
${evidenceHtml(summary)}
${verifierHtml()}
${commandsHtml()}
<footer>由 ${escapeHtml(summary.software)} 生成。本页不联网，也不上传任何文件。</footer>
</main>
<script>${script}</script>
</body>
</html>
`;
}

const SINCE_CAPTURE = '指采集并签名之时，以当事人电脑的时钟为准';
const SINCE_STAMP =
  '对有时间戳的采集，指时间戳所载之时，由时间戳机构签发；对其余的采集，指采集并签名之时，以当事人电脑的时钟为准';

function headerHtml({ bundleNo, createdAt, manifestSha256, isStamped }: StartPageSummary): string {
  return `<header>
<h1>网购纠纷证据包</h1>
<p class="muted">编号 ${escapeHtml(bundleNo)}　生成于 ${escapeHtml(createdAt)}（北京时间，本机时钟）<br>清单 SHA-256 前 16 位 ${escapeHtml(manifestSha256.slice(0, 16))}</p>
<p class="limits"><strong>本页的核验能证明“自某时起未改动”，不能单独证明内容真实。</strong>“某时”${isStamped ? SINCE_STAMP : SINCE_CAPTURE}；签名密钥由浏览器自行生成，不代表实名身份。内容是否真实，请结合当事人登录平台账号当场出示、平台留存的记录等核实。本页与证据包一同生成，如需独立核对，请用下文“不用本页，自行核对”的命令。</p>
</header>`;
}

function summaryHtml({ facts }: StartPageSummary): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
  return section('summary', '案情摘要', `<dl class="facts">${rows.join('')}</dl>`);
}

function contentsHtml({ contents }: StartPageSummary): string {
  const items = contents.map(
    ({ path, note }) =>
      `<li><a href="${escapeHtml(encodePath(path))}">${escapeHtml(path)}</a><span>${escapeHtml(note)}</span></li>`,
  );
  const hint = '<p class="muted screen-only">链接要在解压之后才能打开。</p>';
  return section('contents', '包内文件', `${hint}<ul class="contents">${items.join('')}</ul>`);
}

function evidenceHtml({ evidence }: StartPageSummary): string {
  if (evidence.length === 0) return '';
  const rows = evidence.map(
    ({ no, name, capturedAt, purpose }) =>
      `<tr><th scope="row">${escapeHtml(no)}</th><td>${escapeHtml(name)}</td><td>${escapeHtml(capturedAt)}</td><td>${escapeHtml(purpose)}</td></tr>`,
  );
  const head =
    '<tr><th scope="col">编号</th><th scope="col">证据名称</th><th scope="col">采集时间</th><th scope="col">证明目的</th></tr>';
  return section('evidence', '证据一览', `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`);
}

function verifierHtml(): string {
  const body = `<noscript><p>此浏览器禁用了脚本，请用下文的命令核对。</p></noscript>
<div id="${IDS.verifier}" hidden>
<div id="${IDS.drop}" class="drop">
<p>把证据包的 ZIP 文件（或解压后的文件夹）拖到这里</p>
<label class="button">选择 ZIP 文件<input id="${IDS.zipInput}" type="file" accept=".zip,application/zip"></label>
<label class="button second">选择文件夹<input id="${IDS.folderInput}" type="file" webkitdirectory></label>
<p class="muted">逐一计算每个文件的摘要值，只在本机进行。浏览器可能把选择文件夹称为“上传”，其实不会上传。</p>
</div>
<p id="${IDS.status}" class="status" role="status"></p>
<div id="${IDS.result}"></div>
</div>`;
  return section('verify', '核验', body);
}

function commandsHtml(): string {
  const openssl = `openssl dgst -sha256 -verify ${baseName(PUBLIC_KEY_FILE)} -signature ${baseName(MANIFEST_DER_FILE)} ${baseName(MANIFEST_FILE)}`;
  return `<details class="card">
<summary>不用本页，自行核对</summary>
<p>Windows（核对单个文件，与 ${baseName(SUMS_FILE)} 中同名一行比较）：</p>
<pre>certutil -hashfile "文件路径" SHA256</pre>
<p>Linux、macOS（在解压后的顶层文件夹中）：</p>
<pre>sha256sum -c ${SUMS_FILE}</pre>
<p>核对签名（在“${CHECK_FOLDER}”文件夹中）：</p>
<pre>${openssl}</pre>
<p>完整步骤和说明见“${CHECK_FOLDER}/验证说明.txt”。</p>
</details>`;
}

function section(id: string, title: string, body: string): string {
  return `<section class="card" aria-labelledby="h-${id}">\n<h2 id="h-${id}">${title}</h2>\n${body}\n</section>`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function sourceHash(text: string): string {
  return `'sha256-${toBase64(sha256(utf8(text)))}'`;
}
