import type { IStylesOptions } from 'docx';

/** Names that Word and WPS on Chinese Windows know; other systems find them by the second name (`fontTable.xml`). */
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };

export const FONT_ALIASES = [
  { name: '宋体', alias: 'SimSun', charset: '86', family: 'auto', pitch: 'variable' },
  { name: '黑体', alias: 'SimHei', charset: '86', family: 'modern', pitch: 'fixed' },
  { name: 'Times New Roman', alias: 'Liberation Serif', charset: '00', family: 'roman', pitch: 'variable' },
  { name: 'Arial', alias: 'Liberation Sans', charset: '00', family: 'swiss', pitch: 'variable' },
];

/** Ids of our paragraph styles in the file. */
export const STYLE = {
  body: 'DossierBody',
  note: 'DossierNote',
  centred: 'DossierCentred',
  cell: 'DossierCell',
  signature: 'DossierSignature',
  footer: 'DossierFooter',
} as const;

const BODY_SIZE = 24;
/** 22 pt lines, exactly, in twentieths of a point. */
const BODY_LINE = { line: 440, lineRule: 'exact' as const };

function ownStyle(id: string, name: string, paragraph: object, size = BODY_SIZE) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run: { size }, paragraph };
}

/** 小四 宋体 on 22 pt lines, headings in 黑体; the first line of body text is indented by two characters. */
export const WORD_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SONG, size: BODY_SIZE, language: { value: 'en-US', eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
    },
    title: {
      run: { font: HEI, size: 44, bold: true },
      paragraph: { alignment: 'center', spacing: { after: 240 } },
    },
    heading1: {
      run: { font: HEI, size: 28, bold: true },
      paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
    },
    heading2: {
      run: { font: HEI, size: 24, bold: true },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    ownStyle(STYLE.body, '正文首行缩进', {
      alignment: 'both',
      spacing: BODY_LINE,
      indent: { firstLine: 480, firstLineChars: 200 },
    }),
    ownStyle(STYLE.note, '说明', { alignment: 'both', spacing: { before: 120, line: 300, lineRule: 'exact' } }, 19),
    ownStyle(STYLE.centred, '题注居中', { alignment: 'center', spacing: { after: 120 } }, 21),
    ownStyle(STYLE.cell, '表格文字', { spacing: { before: 30, after: 30 } }, 21),
    ownStyle(STYLE.signature, '落款', { spacing: { before: 160 }, indent: { left: 4400 }, keepNext: true }),
    ownStyle(STYLE.footer, '页脚文字', { alignment: 'center' }, 16),
  ],
};
