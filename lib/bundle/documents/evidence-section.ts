import type { ShownMessage } from '../../evidence/chat/types.ts';
import { GAP_LINE, MESSAGE_KIND_WORDS, PARTY_WORDS, PICTURE_GAP_WORDS } from '../../evidence/chat/words.ts';
import { formatPageTime, parseIso } from '../../shared/time.ts';
import type { EvidenceItem } from '../types.ts';
import { captureFields } from './capture-fields.ts';
import { DIGEST_SHOWN, fileName, fileRole } from './catalogue.ts';
import { type Block, type Inline, known, type Section, text } from './model.ts';
import { ownFileFields, ownFileHeader, ownFileNote } from './own-file-fields.ts';
import { messageAnchor } from './pages.ts';
import { redactionRow } from './redaction-words.ts';
import { stampField } from './stamp-field.ts';
import { GAP_WORDS } from './words.ts';

/** The pages of one evidence item in the book: what it is, its pictures, the chat as text, its files. */
export function evidenceSection(item: EvidenceItem): Section {
  return {
    paper: 'pictures',
    anchor: item.no,
    header: item.own
      ? ownFileHeader(item)
      : { left: [item.no, item.url || item.name].join('　'), right: `采集 ${formatPageTime(item.capturedAt)}` },
    blocks: [
      { kind: 'heading', level: 1, text: `${item.no}　${item.name}` },
      item.own ? ownFileFields(item, item.own) : itemFields(item),
      ...(item.own && item.pictures.length === 0 ? [ownFileNote(item)] : []),
      ...pictures(item),
      ...transcript(item),
      ...(item.record ? captureFields(item.record) : []),
      ...files(item),
    ],
  };
}

function itemFields(item: EvidenceItem): Block {
  return {
    kind: 'fields',
    rows: [
      { label: '证据类型', value: [known(item.type)] },
      { label: '取得方式', value: [known(item.origin)] },
      { label: '网址', value: [known(item.url)] },
      { label: '采集时间', value: [text(`${formatPageTime(item.capturedAt)}（本机时钟，北京时间）`)] },
      ...stampField(item),
      { label: '证明目的', value: [known(item.purpose)] },
      { label: '原件所在', value: [known(item.remark)] },
      { label: '已知缺失', value: [text(gapWords(item))] },
      ...redactionRow(item),
    ],
  };
}

function gapWords({ gaps }: EvidenceItem): string {
  return gaps.length === 0 ? '采集时未发现缺失' : `${gaps.map((gap) => GAP_WORDS[gap]).join('；')}。`;
}

function pictures(item: EvidenceItem): Block[] {
  const count = item.pictures.length;
  return item.pictures.map((picture, index) => ({
    kind: 'picture',
    picture,
    caption: `${item.no} 图 ${index + 1}/${count}　SHA-256 ${picture.sha256.slice(0, DIGEST_SHOWN)}`,
  }));
}

/** The conversation as text, so that it can be searched and quoted; the pictures before it are what was on screen. */
function transcript(item: EvidenceItem): Block[] {
  if (item.messages.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: `聊天记录文字（共 ${item.messages.length} 条，由页面读取，与前页画面对照）` },
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 9, align: 'center' },
        { title: '时间\n（平台显示）', share: 22, align: 'center' },
        { title: '发送人', share: 32 },
        { title: '内容', share: 102 },
      ],
      rows: item.messages.flatMap((message, index) => [
        ...(message.gapBefore ? [GAP_ROW] : []),
        {
          kind: 'cells' as const,
          anchor: messageAnchor(item.no, index),
          cells: [[text(String(index + 1))], [text(messageTime(message))], [text(sender(message))], content(message)],
        },
      ]),
    },
  ];
}

const GAP_ROW = { kind: 'cells' as const, cells: [[text('—')], [text('')], [text('')], [text(`（${GAP_LINE}）`)]] };

function messageTime({ at }: ShownMessage): string {
  const instant = at === null ? null : parseIso(at);
  return instant === null ? '未显示' : formatPageTime(instant);
}

function sender({ party, sender: name }: ShownMessage): string {
  const words = PARTY_WORDS[party];
  return name ? `${words}\n${name}` : words;
}

function content({ kind, text: words, images, pictures = [], frames = [] }: ShownMessage): Inline[] {
  const mark = MESSAGE_KIND_WORDS[kind];
  const count = images.length > 1 ? `（${images.length} 张）` : '';
  const said = [`${mark}${mark ? count : ''}`, words].filter(Boolean).join(' ') || '（无文字）';
  const kept = pictures.map(({ file, why }) => file ?? `图片未另存：${why === null ? '' : PICTURE_GAP_WORDS[why]}`);
  const seen = frames.map(({ name }) => name.replace(/\.png$/, ''));
  const where = [...new Set([...kept, ...seen])].join('、');
  return [text(where ? `${said}\n〔${where}〕` : said)];
}

function files(item: EvidenceItem): Block[] {
  if (item.files.length === 0) return [];
  return [
    {
      kind: 'heading',
      level: 2,
      text: `${item.no} 文件清单（08_原始证据/${item.folder}，共 ${item.files.length} 个）`,
    },
    {
      kind: 'table',
      columns: [
        { title: '文件', share: 100 },
        { title: '内容', share: 70 },
        { title: '字节', share: 50, align: 'center' },
        { title: 'SHA-256', share: 307 },
      ],
      dense: true,
      rows: item.files.map((file) => ({
        kind: 'cells',
        cells: [[text(fileName(file))], [text(fileRole(file))], [text(String(file.bytes))], [text(file.sha256)]],
      })),
    },
  ];
}
