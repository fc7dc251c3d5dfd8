import { utf8 } from '../../shared/bytes.ts';
import { formatPageTime } from '../../shared/time.ts';
import type { BundleData, Claim, Statement } from '../types.ts';
import { CORRECTION_NOTE, correctionLines } from './corrections.ts';
import { type FormField, formFields } from './form-fields.ts';
import { isClaimOfMoney, moneyWords } from './words.ts';

/** The content field in three lengths. The limits of the site are not published, so all three are offered. */
interface ContentText {
  name: string;
  text: string;
}

const SHORT_LIMIT = 200;
const STANDARD_LIMIT = 500;
const BLANK = '【待补】';

/** `06_12315填报内容.txt`: UTF-8 with BOM and CRLF, so that Notepad of every Windows shows it right. */
export function formTextFile(data: BundleData): Uint8Array<ArrayBuffer> {
  return utf8(`\uFEFF${formText(data).replace(/\n/gu, '\r\n')}`);
}

/** The whole text: fields in the order of the form with their lengths, then the content in three lengths, then the claims. */
export function formText(data: BundleData): string {
  return `${[head(data), ...fieldGroups(formFields(data)), contentPart(data), ...correctionPart(data), attachmentPart(data)].join('\n\n')}\n`;
}

function head(data: BundleData): string {
  return [
    '12315 填报内容（投诉）',
    `包编号：${data.bundleNo}`,
    `制作时间：${formatPageTime(data.createdAt)}（北京时间）`,
    '',
    '用法：登录全国12315平台，按下列顺序逐项填写。每项后面是字数（含标点和空格）。',
    '字数、附件类型、数量和大小的限制以平台页面提示为准。【待补】处请核实后填写，不要编造。',
  ].join('\n');
}

/** Characters as a person counts them: 𠮷 is one. */
function lengthOf(words: string): number {
  return Array.from(words).length;
}

function fieldGroups(fields: FormField[]): string[] {
  return [...new Set(fields.map(({ group }) => group))].map((group) =>
    [`■ ${group}`, ...fields.filter((field) => field.group === group).map(fieldLine)].join('\n'),
  );
}

function fieldLine({ label, value, hint }: FormField): string {
  const words = value ? `${value}（${lengthOf(value)}字）` : BLANK;
  return `${label}：${words}${hint ? `　※ ${hint}` : ''}`;
}

function contentPart(data: BundleData): string {
  const versions = contentTexts(data).map(({ name, text }) => `【${name}，${lengthOf(text)}字】\n${text}`);
  const claims = claimsText(data.claims);
  return [
    '■ 投诉内容（事实依据），三种长度任选其一',
    ...versions,
    `■ 投诉请求（${lengthOf(claims)}字）\n${claims}`,
  ].join('\n\n');
}

/** Short, standard and long text from one set of statements; whole statements only, none is cut. */
function contentTexts(data: BundleData): ContentText[] {
  const { transaction, course, negotiation } = data;
  const all = [...transaction, ...course, ...negotiation].map(sentence);
  const essential = [...transaction.slice(0, 1), ...course.slice(-1), ...negotiation.slice(-1)].map(briefly);
  const long = [
    paragraph('消费事实', transaction),
    paragraph('争议经过', course),
    paragraph('协商情况', negotiation),
  ].join('\n');
  return [
    { name: '短', text: fitted(essential, SHORT_LIMIT) },
    { name: '标准', text: fitted(all, STANDARD_LIMIT) },
    { name: '长（带证据号）', text: long },
  ];
}

function sentence(statement: Statement): string {
  const words = statement.text.trim();
  return /[。！？；]$/u.test(words) ? words : `${words}。`;
}

function briefly(statement: Statement): string {
  return statement.brief ?? sentence(statement);
}

const SEE_COMPLAINT = '详见所附投诉书和证据册。';

/** As many whole sentences as fit. */
function fitted(sentences: string[], limit: number): string {
  if (sentences.length === 0) return BLANK;
  let words = '';
  for (const next of sentences) {
    if (lengthOf(words + next + SEE_COMPLAINT) > limit) break;
    words += next;
  }
  return words + SEE_COMPLAINT;
}

function paragraph(title: string, statements: Statement[]): string {
  const words = statements.map((statement) => {
    const proof = [...new Set(statement.evidence.map(({ no }) => no))].join('、');
    return proof ? sentence(statement).replace(/([。！？；])$/u, `（${proof}）$1`) : sentence(statement);
  });
  return `${title}：${words.join('') || BLANK}`;
}

function claimsText(claims: Claim[]): string {
  if (claims.length === 0) return BLANK;
  return claims
    .map((claim, index) => {
      const money = claim.amount ? `，${moneyWords(claim.amount)}` : isClaimOfMoney(claim) ? `，${BLANK}` : '';
      return `${index + 1}．${claim.kind}${money}${claim.note ? `（${claim.note}）` : ''}`;
    })
    .join('；')
    .concat('。');
}

function correctionPart({ corrections = [] }: BundleData): string[] {
  return corrections.length > 0
    ? [['■ 由投诉人更正的内容', CORRECTION_NOTE, ...correctionLines(corrections)].join('\n')]
    : [];
}

function attachmentPart({ evidence }: BundleData): string {
  const items = evidence.map((item) => `${item.no} ${item.name}：${item.purpose}`);
  const advice = '可上传 01_投诉书.pdf 和 05_证据册.pdf；超过平台的大小限制时，先传最能证明问题的几页。证据如下：';
  return ['■ 附件', advice, ...items].join('\n');
}
