import type { CaptureRecord, MissingPart, ServerClock } from '../../evidence/capture-record.ts';
import { formatPageTime, parseIso } from '../../shared/time.ts';
import { type Block, text } from './model.ts';

/** More of them say no more; all are in the record. */
const MAX_FAILED = 5;

/** How, when and with what a page was captured, from the record that was made with it. */
export function captureFields(record: CaptureRecord): Block[] {
  const rows = [
    ['采集工具', toolWords(record)],
    ['浏览器和系统', `${record.tool.browser}，${record.tool.os}`],
    ['画面', screenWords(record)],
    ['网址的变化', navigationWords(record)],
    ...timeRows(record),
    ['页面副本', copyWords(record)],
    ['加载失败', failedWords(record)],
    ['无法确认', `${record.unknown.join('；')}。`],
  ] as const;
  return [
    { kind: 'heading', level: 2, text: '采集过程和环境' },
    { kind: 'fields', rows: rows.map(([label, words]) => ({ label, value: [text(words)] })) },
  ];
}

function toolWords({ tool }: CaptureRecord): string {
  const build = tool.buildSha256 ? `程序文件的 SHA-256：${tool.buildSha256}` : '程序文件没有摘要值';
  return `${tool.name} ${tool.version}（${build}）`;
}

function screenWords({ environment: { viewport, zoom, devicePixelRatio, languages } }: CaptureRecord): string {
  const zoomed = zoom === null ? '缩放未知' : `缩放 ${Math.round(zoom * 100)}%`;
  return `窗口 ${viewport.width}×${viewport.height}，${zoomed}，设备像素比 ${devicePixelRatio}，语言 ${languages.join('、')}`;
}

function navigationWords({ url, navigation }: CaptureRecord): string {
  const { loadedFrom, redirects, changedByScript, referrer, loadedAt } = navigation;
  return [
    `${clockWords(loadedAt)} 载入${loadedFrom && changedByScript ? `，当时的网址为 ${loadedFrom}` : ''}`,
    redirects === null ? '' : `同站跳转 ${redirects} 次`,
    changedByScript ? `采集时已由页面改为 ${url}` : '采集时网址没有变',
    referrer ? `来自 ${referrer}` : '',
  ]
    .filter(Boolean)
    .join('；');
}

/** Three times side by side: they are compared, never merged into one. */
function timeRows({ startedAt, finishedAt, clock }: CaptureRecord): [string, string][] {
  const zone = `电脑时区 ${clock.zoneOfComputer}，${clock.offsetOfComputer}；此处均为北京时间`;
  return [
    ['本机时钟', `${clockWords(startedAt)} 开始，${clockWords(finishedAt)} 完成（${zone}）`],
    ['服务器时间', clock.server ? serverWords(clock.server) : '未询问（用户没有开启）'],
    ['两者相差', clock.server ? differenceWords(clock.server) : '没有可比较的时间'],
  ];
}

function serverWords({ date, url, sentAt, roundTripMs, age }: ServerClock): string {
  const kept = age !== null && age !== '0' ? `；该回答已在途中保存 ${age} 秒` : '';
  const words = date ?? '服务器没有回答时间';
  return `${words}（${clockWords(sentAt)} 向 ${url} 询问，往返 ${roundTripMs} 毫秒${kept}）`;
}

function differenceWords({ aheadOfLocalMs, uncertaintyMs }: ServerClock): string {
  if (aheadOfLocalMs === null || uncertaintyMs === null) return '不能得出';
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const within = `误差不超过 ${seconds(uncertaintyMs)} 秒`;
  if (Math.abs(aheadOfLocalMs) <= uncertaintyMs) return `看不出差别（${within}）`;
  return `服务器比本机${aheadOfLocalMs > 0 ? '快' : '慢'} ${seconds(Math.abs(aheadOfLocalMs))} 秒（${within}）`;
}

const MISSING_WORDS: Record<MissingPart['what'], string> = {
  picture: '图片',
  style: '样式表',
  styleResource: '背景图或字体',
  frame: '内嵌页面',
  media: '视频或插件',
};

function copyWords({ pageCopy }: CaptureRecord): string {
  if (!pageCopy) return '没有保存';
  const { name, method, missing, missingCount } = pageCopy;
  const made = method === 'mhtml' ? '由浏览器保存' : '由扩展从页面读取，打开时不运行脚本、不联网';
  const kinds = [...new Set(missing.map(({ what }) => MISSING_WORDS[what]))].join('、');
  return `${name}（${made}）${missingCount > 0 ? `；缺少 ${missingCount} 项：${kinds}，以画面为准` : ''}`;
}

function failedWords({ navigation: { failedLoads } }: CaptureRecord): string {
  if (failedLoads.length === 0) return '浏览器没有记载页面有加载失败的内容';
  const named = failedLoads.slice(0, MAX_FAILED).map(({ address, status }) => `${address}（${status}）`);
  return `${named.join('；')}${failedLoads.length > MAX_FAILED ? `；等 ${failedLoads.length} 项` : ''}`;
}

/** A time of the record, which may be older than what we know to read. */
function clockWords(iso: string): string {
  const instant = parseIso(iso);
  return instant === null ? iso : formatPageTime(instant);
}
