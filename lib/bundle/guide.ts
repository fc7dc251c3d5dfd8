import type { Sha256 } from '../shared/digest.ts';
import { formatPageTime, SECOND_MS } from '../shared/time.ts';
import {
  baseName,
  CHECK_FOLDER,
  EVIDENCE_FOLDER,
  LOG_FILE,
  MANIFEST_DER_FILE,
  MANIFEST_FILE,
  PUBLIC_KEY_FILE,
  START_PAGE,
  SUMS_DER_FILE,
  SUMS_FILE,
  TSA_CERTIFICATES_FILE,
} from './layout.ts';
import { type BundleStamp, stampPath } from './stamps.ts';

/** What the guide names. */
export interface GuideFacts {
  bundleNo: string;
  topFolder: string;
  created: string;
  software: string;
  manifestSha256: Sha256;
  keyFingerprint: Sha256;
}

/** `验证说明.txt`: how to check the bundle without any tool of ours, and what that shows. For Notepad: with BOM and CRLF. */
export function guideText(facts: GuideFacts, stamps: readonly BundleStamp[]): string {
  const lines = [...heading(facts), ...limits(stamps), ...steps(), ...stampSteps(stamps), ...contents(stamps)];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function heading(facts: GuideFacts): string[] {
  return [
    '验证说明',
    '',
    `证据包编号：${facts.bundleNo}`,
    `证据包名称：${facts.topFolder}`,
    `生成时间：${facts.created}（本机时钟）`,
    `生成软件：${facts.software}`,
    `清单 manifest.json 的 SHA-256：${facts.manifestSha256}`,
    `公钥指纹（公钥 DER 编码的 SHA-256）：${facts.keyFingerprint}`,
    '',
  ];
}

function limits(stamps: readonly BundleStamp[]): string[] {
  return [
    '一、验证能证明什么、不能证明什么',
    '',
    '能证明：包内每个文件与生成证据包时逐字节相同；每个原始文件的摘要值在采集当时已写入',
    '        前后相扣的采集日志，日志没有被删改；派生图片出自哪一份原始文件；签名出自同',
    '        一浏览器中的同一把密钥（可与其他证据包比较公钥指纹）；遮盖了个人信息的副本自遮盖',
    '        时起未改动，其原始文件虽不在包内，摘要值已写入采集日志，当事人出示时可以核对。',
    '不能证明：网页所载内容本身真实；采集之前页面未被改动；本机时钟准确；采集人的身份。',
    '          签名密钥由浏览器自行生成，不是依法设立的电子认证机构签发，不构成《电子签名',
    '          法》所称“可靠的电子签名”。',
    ...stampLimits(stamps),
    '需要核实内容时，请由当事人登录平台账号当场出示，或向平台调取交易记录。',
    '',
  ];
}

function stampLimits(stamps: readonly BundleStamp[]): string[] {
  if (stamps.length === 0) return ['时间戳：本包没有时间戳，采集时间以本机时钟为准。'];
  return [
    '时间戳：第三方时间戳服务收到的只是一个摘要值。它能证明所列日志条目（连同其中每个文件的摘要值）',
    '        在所载时间之前已经存在、此后未改动；不能证明网页内容真实，也不能证明采集早于该时间多久。',
  ];
}

function steps(): string[] {
  const inCheckFolder = (path: string) => baseName(path);
  const openssl = (signature: string, file: string) =>
    `  openssl dgst -sha256 -verify ${inCheckFolder(PUBLIC_KEY_FILE)} -signature ${inCheckFolder(signature)} ${inCheckFolder(file)}`;
  return [
    '二、怎样验证（任选一种，均不需要联网）',
    '',
    `1. 浏览器：打开“${START_PAGE}”，把 ZIP 文件拖进去，逐项显示结果并指明有问题的文件。`,
    '',
    '2. Windows 命令行，核对单个文件（把结果与 SHA256SUMS.txt 中同名一行比较）：',
    '  certutil -hashfile "文件路径" SHA256',
    '',
    '3. Windows PowerShell，核对全部文件（先解压，在解压后的顶层文件夹中运行；没有输出即全部一致）：',
    `  Get-Content -Encoding UTF8 ${SUMS_FILE} | ForEach-Object { $h,$p = $_ -split '  ',2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $p).Hash -ne $h) { "不一致：$p" } }`,
    '',
    '4. Linux（macOS 用 shasum -a 256 -c），核对全部文件（在解压后的顶层文件夹中运行）：',
    `  sha256sum -c ${SUMS_FILE}`,
    '',
    `5. 核对签名（在“${CHECK_FOLDER}”文件夹中运行，显示 Verified OK 即一致）：`,
    openssl(SUMS_DER_FILE, SUMS_FILE),
    openssl(MANIFEST_DER_FILE, MANIFEST_FILE),
    '',
    '命令只核对校验表所列的文件；校验表之外若有多出的文件，请以第 1 种方法检查。',
    '',
  ];
}

/** With the time of the stamp, so that the commands hold after the certificates have run out. */
function stampSteps(stamps: readonly BundleStamp[]): string[] {
  if (stamps.length === 0) return [];
  const inCheckFolder = (path: string) => path.slice(CHECK_FOLDER.length + 1);
  const certificates = inCheckFolder(TSA_CERTIFICATES_FILE);
  return [
    `6. 核对时间戳（在“${CHECK_FOLDER}”文件夹中运行，显示 Verification: OK 即一致）：`,
    ...stamps.flatMap(({ genTime, signer, isKnown, first, last }, index) => [
      `  openssl ts -verify -attime ${Math.floor(genTime / SECOND_MS)} -data ${inCheckFolder(stampPath(index, 'json'))} -in ${inCheckFolder(stampPath(index, 'tsr'))} -CAfile ${certificates} -untrusted ${certificates}`,
      `    所载时间 ${formatPageTime(genTime)}（北京时间），签发者 ${signer}，日志第 ${first} 至 ${last} 条`,
      ...(isKnown
        ? []
        : ['    签发者的根证书不在生成软件认识的名单中：任何人都可以自建这样的根证书，请向签发机构核实']),
    ]),
    '每个 .json 文件列出被盖时间戳的日志条目的 hash，与采集日志中同号条目的 hash 比较。',
    '命令信任 tsa-certs.pem 中的根证书；根证书是否属于该机构，请以机构公布的为准。',
    '',
  ];
}

function contents(stamps: readonly BundleStamp[]): string[] {
  return [
    '三、各校验文件的作用',
    '',
    `SHA256SUMS.txt      本包除该文件及其签名外全部文件的 SHA-256`,
    `SHA256SUMS.der.sig  对 SHA256SUMS.txt 的签名（ECDSA P-256，DER 编码）`,
    `manifest.json       “${EVIDENCE_FOLDER}”的清单：摘要值、证据编号、采集时间、派生关系、日志末端`,
    `manifest.sig.json   对清单摘要值的签名（WACZ-auth 0.1.0 匿名形式，签名对象为 sha256:… 文本）`,
    `manifest.der.sig    对 manifest.json 文件的签名（DER 编码，供 openssl 使用）`,
    `public-key.pem      公钥`,
    `${baseName(LOG_FILE)}      采集日志，每行一条；hash 为该条其余内容规范化 JSON（RFC 8785）的 SHA-256，`,
    '                    previous 为上一条的 hash；属于其他案件的条目只保留位置，不显示内容；',
    '                    删除记录（不论哪个案件）都显示，manifest.json 的 deletions 列出被删项的文件数',
    ...(stamps.length > 0
      ? [
          'stamps/             时间戳：.json 为被盖时间戳的内容，.tsq 为请求，.tsr 为答复（RFC 3161），tsa-certs.pem 为证书',
        ]
      : []),
    '',
    '四、怎样打开页面副本',
    '',
    '页面.html           用任何浏览器打开；不含脚本，不联网，链接只供阅读，不能点开',
    '页面.mhtml          用 Chrome 或 Edge 从本机打开；浏览器不运行其中的脚本，也不联网，',
    '                    但点其中的链接会离开副本、打开网站。请勿用其他软件打开',
    '两者都只是核对用的副本，与画面不一致时以分屏画面（frame-*.png）为准。',
  ];
}
