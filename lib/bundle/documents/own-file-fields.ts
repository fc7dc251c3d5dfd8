import type { OwnFile } from '../../evidence/types.ts';
import { formatPageTime } from '../../shared/time.ts';
import type { BundleFile, EvidenceItem } from '../types.ts';
import { type Block, known, type Section, text } from './model.ts';
import { redactionRow } from './redaction-words.ts';
import { stampField } from './stamp-field.ts';

/** What stands above each page of a file that the complainant added. */
export function ownFileHeader({ no, name, capturedAt }: EvidenceItem): NonNullable<Section['header']> {
  return { left: [no, name].join('　'), right: `添加 ${formatPageTime(capturedAt)}` };
}

/** What a file that the complainant added is, and what it says of itself; times of three kinds, each named. */
export function ownFileFields(item: EvidenceItem, own: OwnFile): Block {
  const file = ownOriginal(item);
  return {
    kind: 'fields',
    rows: [
      { label: '证据类型', value: [known(item.type)] },
      { label: '取得方式', value: [known(item.origin)] },
      { label: '文件名', value: [known(own.name)] },
      { label: '文件大小', value: [text(`${file?.bytes ?? 0} 字节（${file?.mediaType ?? '类型未识别'}）`)] },
      { label: 'SHA-256', value: [known(file?.sha256)] },
      { label: '添加时间', value: [text(`${formatPageTime(item.capturedAt)}（本机时钟，北京时间）`)] },
      ...stampField(item),
      { label: '文件自称的时间', value: [text(recordedWords(own))] },
      { label: '文件修改时间', value: [text(modifiedWords(own))] },
      { label: '证明目的', value: [known(item.purpose)] },
      { label: '原件所在', value: [known(item.remark)] },
      ...redactionRow(item),
    ],
  };
}

/** What stands in place of a picture for a file that cannot be printed. */
export function ownFileNote({ folder }: EvidenceItem): Block {
  const words = `本文件不能打印，原文件在证据包的 08_原始证据/${folder} 中，可以打开查看并按摘要值核对。`;
  return { kind: 'paragraph', style: 'note', content: [text(words)] };
}

/** The file as it was added, in the bundle or not. */
function ownOriginal({
  files,
  redaction,
}: EvidenceItem): Pick<BundleFile, 'bytes' | 'mediaType' | 'sha256'> | undefined {
  return [...files, ...(redaction?.withheld ?? [])].find(({ role }) => role === 'own');
}

function recordedWords({ recordedAt }: OwnFile): string {
  if (!recordedAt) return '文件没有记载拍摄或录制时间';
  const zone = recordedAt.zone ? `时区 ${recordedAt.zone}` : '文件未写时区';
  return `${recordedAt.text}（文件内部记载，${zone}，软件不能核实）`;
}

function modifiedWords({ modifiedAt }: OwnFile): string {
  return modifiedAt === null ? '系统没有给出' : `${formatPageTime(modifiedAt)}（由操作系统给出，北京时间）`;
}
