import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Duration } from '../lib/stages/calendar/limits.ts';
import { AUTHORITY_COMPLAINT, REPORT } from '../lib/stages/machines/authority.ts';
import { COMPLAINT } from '../lib/stages/machines/complaint.ts';
import { COURT } from '../lib/stages/machines/court.ts';
import { EXCHANGE, REPAIR } from '../lib/stages/machines/exchange.ts';
import { INTERVENTION } from '../lib/stages/machines/intervention.ts';
import { ORDER } from '../lib/stages/machines/order.ts';
import { REFUND_ONLY } from '../lib/stages/machines/refund-only.ts';
import { RETURN_REFUND } from '../lib/stages/machines/return-refund.ts';
import type { MachineSpec, StageSpec, Transition } from '../lib/stages/machines/types.ts';
import { ARTICLE_CLAIMS } from '../lib/stages/rules/articles.ts';
import { channelsOn } from '../lib/stages/rules/channels.ts';
import { RULES_VERSION } from '../lib/stages/rules/define.ts';
import {
  COMMON_CORE,
  EVIDENCE_ROWS,
  type EvidenceLimit,
  NEEDS,
  type NeedId,
} from '../lib/stages/rules/evidence/index.ts';
import { RULES } from '../lib/stages/rules/index.ts';
import { REFUSAL_GROUNDS } from '../lib/stages/rules/refusal-grounds.ts';
import { SOURCES, type Source } from '../lib/stages/rules/sources.ts';
import type { Rule, SectionId, SourceRef } from '../lib/stages/rules/types.ts';
import type { Machine, Owner, Stage } from '../lib/stages/types.ts';

const SECTION_TITLES: readonly (readonly [SectionId, string])[] = [
  ['1.1', '订单'],
  ['1.2', '仅退款'],
  ['1.3', '退货退款'],
  ['1.4', '换货、维修、价保'],
  ['1.5', '客服介入与平台决定'],
  ['1.6', '申诉'],
  ['1.7', '投诉卖家'],
  ['2.1', '12315投诉与举报（总局令第121号）'],
  ['2.2', '消费者权益的法定期限'],
  ['2.3', '法院'],
  ['4', '卖家要做的事'],
];

const OWNERS: Record<Owner, string> = {
  buyer: '买家',
  seller: '卖家',
  platform: '平台',
  authority: '市场监管部门',
  court: '法院',
  none: '无',
};

const UNITS: Record<Duration['unit'], string> = { h: '小时', d: '天', wd: '个工作日', m: '个月', y: '年' };

const LEVELS: Record<Source['level'], string> = {
  primary: '原文全文',
  excerpt: '原文摘录',
  secondary: '转载、报道或说明',
  article: '网友文章',
  notRead: '没有读到',
};

const MACHINES: readonly [Machine, string, MachineSpec, string][] = [
  ['order', '订单', ORDER, '7.1'],
  ['refundOnly', '仅退款', REFUND_ONLY, '7.2'],
  ['returnRefund', '退货退款', RETURN_REFUND, '7.3'],
  ['exchange', '换货', EXCHANGE, '7.4'],
  ['repair', '维修', REPAIR, '7.4'],
  ['complaint', '投诉卖家', COMPLAINT, '7.5'],
  ['intervention', '客服介入与申诉', INTERVENTION, '7.6'],
  ['12315', '12315投诉', AUTHORITY_COMPLAINT, '7.7'],
  ['report', '12315举报', REPORT, '7.7'],
  ['court', '法院', COURT, '7.8'],
];

/** Clocks of the order's stages, which are computed and not listed in its machine. */
const ORDER_CLOCKS: Partial<Record<Stage, string>> = {
  PAID: '`TB.ord.ship`',
  SHIPPED: '`TB.ord.autoconfirm.*`',
  SUCCESS: '`TB.ord.aftersale_window`',
};

/** The text of `docs/rules.md`, made from the rules as data. */
export function rulesDocument(): string {
  return `${[
    INTRODUCTION,
    ...SECTION_TITLES.map(([section, title]) => ruleSection(section, title)),
    channelSection(),
    groundSection(),
    articleSection(),
    evidenceSection(),
    '## 7 阶段\n\n同一个名字可能属于几台“机器”，要和机器一起看。期限过了而没有记录显示结果的，阶段不变，只标为逾期。',
    ...MACHINES.map(machineSection),
    INPUT,
    sourceSection(),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# 规则与期限

<!-- 由 scripts/generate-rules-doc.ts 从 lib/stages 的数据生成，不要手改。 -->

规则版本：${RULES_VERSION}。不是法律意见，与平台无关联。页面倒计时永远优先；下面的数字是备用和核对用的。

把握：V 读过原文；X 只读到原文摘录；V2 读自转载、报道或说明；R 凭经验、没有核实；S 只见于网友文章；I 推断。V、X、V2 的按“规则”显示，带有 R、S、I 的按“估算”显示。

平台的天数从那一刻起按24小时算，节假日不顺延；法律的天数从次日起算，到最后一天24:00止。用户自己要做的事从不顺延；对方和机关要做的事，过了较晚的那个日子才算逾期。`;

const INPUT = `## 个案文件

\`deadlines\` 命令读的 JSON 见产品说明第7节。事件只有类型和时间时，按最保守的结果算；知道得更多时可以补上：

| 字段 | 写在 | 值 |
| --- | --- | --- |
| \`outcome\` | \`intervention.decided\` | \`supportBuyer\` 支持买家、\`supportSeller\` 支持卖家 |
| \`outcome\` | \`appeal.decided\` | \`changed\` 改变原决定、\`confirmed\` 维持 |
| \`outcome\` | \`12315.filed\` | \`odr\` 转ODR企业 |
| \`outcome\` | \`12315.accepted\` | \`mediation\` 双方同意调解 |
| \`outcome\` | \`12315.refused\` | \`forwarded\` 转有管辖权的机关 |
| \`outcome\` | \`12315.ended\` | \`agreement\` 达成调解协议、\`settled\` 自行和解、\`terminated\` 终止 |
| \`outcome\` | \`report.filed\` | \`filed\` 立案、\`notFiled\` 不立案 |
| \`outcome\` | \`court.filed\` | \`registered\` 立案、\`mediation\` 先行调解、\`refused\` 不予立案 |
| \`outcome\` | \`court.judged\` | \`judgment\` 判决、\`ruling\` 裁定 |
| \`procedure\` | \`court.filed\`、\`court.judged\` | \`small\` 小额诉讼、\`simple\` 简易、\`ordinary\` 普通 |
| \`by\` | \`intervention.evidenceSubmitted\` | \`buyer\`（不写时）、\`seller\` |
| \`of\` | \`settled\`、\`withdrawn\` | 结束的是哪一个：\`refund\` \`intervention\` \`complaint\` \`12315\` \`report\` \`court\` |
| \`of\` | 平台决定、申诉 | \`complaint\`：针对的是投诉卖家 |
| \`refundType\` | \`refund.applied\`、\`refund.modified\` | 从这时起申请的类型 |

个案还可以写：\`delivery\`（\`express\` \`post\` \`overseas\` \`autoRecharge\` \`autoDelivery\` \`virtual\`）、\`returnDelivery\`（\`express\` \`post\`）、\`shipBy\`、\`sevenDayReturn\`、\`paidAmount\`、\`refundAmount\`、\`page.stage\` 和 \`morePages\`（同时看到的其他页面）。`;

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function ruleSection(section: SectionId, title: string): string {
  const headings = ['编号', '谁', '从何时起', '要做的事', '时限', '到期后果', '依据', '施行', '核对', '把握'];
  const rows = RULES.filter((rule) => rule.section === section).map((rule) => [
    `\`${rule.id}\``,
    rule.owners.map((owner) => OWNERS[owner]).join('、') || '—',
    rule.trigger.zh,
    rule.note ? `${rule.action.zh}。${rule.note.zh}` : rule.action.zh,
    durationCell(rule),
    rule.onTimeout?.zh ?? '—',
    rule.sources.map(sourceCell).join('；') || '没有读到公布的依据',
    rule.effectiveFrom ?? '—',
    rule.checkedOn,
    rule.confidence.join('/'),
  ]);
  return `## ${section} ${title}\n\n${table(headings, rows)}`;
}

function durationCell({ duration, variants, earlier, extension }: Rule): string {
  if (duration === null) return '—';
  if (duration === 'page') return '以页面为准';
  return [
    durationWords(duration),
    ...(extension ? [`可延长${durationWords(extension)}`] : []),
    ...variants.map((variant) => `${variant.label.zh}：${durationWords(variant.duration)}`),
    ...earlier.map((before) => `${before.until}前：${durationWords(before.duration)}`),
  ].join('；');
}

function durationWords({ amount, unit }: Duration): string {
  return `${amount}${UNITS[unit]}`;
}

function sourceCell({ key, title, article = '' }: SourceRef): string {
  return `${title?.zh ?? SOURCES[key].title.zh}${article}`;
}

function channelSection(): string {
  const channels = channelsOn(true).map((channel) => [
    `\`${channel.id}\``,
    channel.name.zh,
    channel.operator.zh,
    channel.roles.map((role) => OWNERS[role]).join('、'),
    channel.use.zh,
    ...[channel.wrong, channel.cost, channel.deadline, channel.answer].map((text) => text?.zh ?? '—'),
    channel.bring.zh,
    channel.contact.zh,
    channel.articles?.zh ?? '—',
    channel.sources.map(sourceCell).join('；') || '—',
    channel.confidence.join('/'),
  ]);
  const headings = ['编号', '渠道', '谁在管', '给谁', '做什么', '什么时候不该用', '代价和风险', '期限', '答复'];
  return `## 5 渠道\n\n${table([...headings, '要带什么', '在哪里', '网上文章', '依据', '把握'], channels)}`;
}

function articleSection(): string {
  const rows = ARTICLE_CLAIMS.map(({ articles, says, finding, sources, confidence }) => [
    articles.join('、'),
    says.zh,
    finding.zh,
    sources.map(sourceCell).join('；') || '—',
    confidence.join('/'),
  ]);
  return `## 1.8 网上常见说法，哪些过时了\n\n${table(['文章', '说法', '查到的', '依据', '把握'], rows)}`;
}

function groundSection(): string {
  const rows = REFUSAL_GROUNDS.map(({ procedure, title, how, source }) => [
    procedure === 'complaint' ? '投诉' : '举报',
    title.zh,
    how.zh,
    sourceCell(source),
  ]);
  return `## 12315 预先核对\n\n${table(['哪一种', '要求', '怎样补、怎样判断', '依据'], rows)}`;
}

const SINCE: Record<EvidenceLimit['since'], string> = { signed: '签收', completed: '交易成功', arrived: '到柜' };

function evidenceSection(): string {
  const names = (needs: readonly NeedId[]) => needs.map((id) => NEEDS[id].what.zh).join('；') || '—';
  const rows = EVIDENCE_ROWS.map(({ id, name, buyer, seller, burden, limit, sources, confidence, checkedOn }) => [
    `\`${id}\``,
    name.zh,
    names(buyer),
    names(seller),
    burden.zh,
    limit ? `${SINCE[limit.since]}起${durationWords(limit.duration)}：${limit.action.zh}` : '—',
    sources.map(sourceCell).join('；'),
    checkedOn,
    confidence.join('/'),
  ]);
  const headings = ['编号', '争议或商品', '买家用什么证明', '卖家用什么回应', '谁举证', '时限', '依据', '核对', '把握'];
  const core = `各类争议都要：${names(COMMON_CORE.buyer)}。卖家不需要自己的经营证照。各文件的摘要值和采集时间由软件生成。`;
  return `## 6 证据\n\n${core}\n\n${table(headings, rows)}`;
}

function machineSection([machine, title, spec, number]: (typeof MACHINES)[number]): string {
  const stages = Object.entries(spec.stages).map(([stage, stageSpec]) => [
    `\`${stage}\``,
    ownerCell(stageSpec),
    clockCell(machine, stage, stageSpec),
  ]);
  const moves = spec.transitions.map((transition) => [
    `\`${transition.on}\``,
    transition.from.map((stage) => `\`${stage}\``).join(' '),
    `\`${transition.to}\`${transitionRemark(transition)}`,
  ]);
  return `### ${number} ${title}（\`${machine}\`）\n\n${table(['阶段', '轮到谁', '时限规则'], stages)}\n\n${table(['事件', '原阶段', '到'], moves)}`;
}

function ownerCell({ owner }: StageSpec): string {
  if (typeof owner === 'function') return '视举证情况';
  return owner === 'parties' ? '双方' : OWNERS[owner];
}

function clockCell(machine: Machine, stage: string, { clocks = [] }: StageSpec): string {
  if (machine === 'order') return ORDER_CLOCKS[stage as Stage] ?? '—';
  return [...new Set(clocks.map(({ rule }) => `\`${rule}\``))].join(' ') || '—';
}

function transitionRemark({ when, keepsClock }: Transition): string {
  return `${when ? '（视情形）' : ''}${keepsClock ? '（原时限继续）' : ''}`;
}

function sourceSection(): string {
  const rows = Object.entries<Source>(SOURCES).map(([key, { title, version, inForceFrom, level }]) => [
    key,
    title.zh,
    inForceFrom ?? '—',
    version.zh || '—',
    LEVELS[level],
  ]);
  return `## 来源\n\n${table(['代号', '名称', '施行', '版本', '读到的是'], rows)}`;
}

if (import.meta.main) {
  await writeFile(fileURLToPath(new URL('../docs/rules.md', import.meta.url)), rulesDocument());
}
