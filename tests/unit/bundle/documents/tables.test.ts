import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../../lib/bundle/documents/catalogue.ts';
import { evidenceSection } from '../../../../lib/bundle/documents/evidence-section.ts';
import { plainText, type Section } from '../../../../lib/bundle/documents/model.ts';
import { firstGuess } from '../../../../lib/bundle/documents/pages.ts';
import { timeline } from '../../../../lib/bundle/documents/timeline.ts';
import type { BundleData } from '../../../../lib/bundle/types.ts';
import { at, bundleData, evidenceItem } from '../fixture.ts';

/** All rows of all tables of a section: a group's name, or the cells' words. */
function rowsOf(section: Section): (string | string[])[] {
  return section.blocks.flatMap((block) => {
    if (block.kind === 'fields') return block.rows.map(({ label, value }) => [label, plainText(value)]);
    if (block.kind !== 'table') return [];
    return block.rows.map((row) => (row.kind === 'group' ? row.text : row.cells.map(plainText)));
  });
}

function catalogueRows(change: Partial<BundleData> = {}) {
  const data = bundleData(change);
  return rowsOf(catalogue(data, firstGuess(data.evidence)));
}

function timelineRows(rows: BundleData['timeline']) {
  const data = bundleData({ timeline: rows });
  return rowsOf(timeline(data, firstGuess(data.evidence)));
}

describe('证据目录', () => {
  test('names the groups of proof where they begin', () => {
    expect(catalogueRows().filter((row) => typeof row === 'string')).toEqual([
      '一、主体资格',
      '二、交易关系',
      '三、商品说明与承诺',
      '四、违约与瑕疵',
      '五、协商与平台处理',
    ]);
  });

  test('gives number, name, kind, source, time, purpose, page, files with digests, place of the original', () => {
    const [, row] = catalogueRows();
    const file = bundleData().evidence[0]?.files[0];
    expect(row).toEqual([
      'E01',
      '经营者公示',
      '电子数据（网页截图）',
      '买家账号登录后在浏览器中打开并采集\nhttps://zhaoshang.tmall.com/maintaininfo/liangzhao.htm?xid=9000000001',
      '2026-11-21 20:31:05',
      '证明被投诉人的名称、统一社会信用代码和公示地址',
      '10',
      expect.stringContaining(`frame-001.png\n${file?.sha256.slice(0, 16)}`),
      '原始页面在平台，可登录买家账号当场出示',
    ]);
  });

  test('lists the chat data before pictures, leaves derived files and thumbnails out, and counts the rest', () => {
    const chat = catalogueRows().find((row) => row[0] === 'E05');
    expect(chat?.[7]).toMatch(/^聊天\.json\n[0-9a-f]{16}\nframe-001\.png\n[0-9a-f]{16}\n另 12 个文件$/u);
    expect(JSON.stringify(catalogueRows())).not.toContain('全页.png');
  });

  test('missing words are blanks', () => {
    const evidence = bundleData().evidence.map((item) => ({ ...item, purpose: ' ', remark: '' }));
    expect(catalogueRows({ evidence })[1]).toEqual(expect.arrayContaining(['【待补】']));
  });
});

describe('时间线', () => {
  const refs = [{ no: 'E02' }];
  const row = { event: '事件', who: '投诉人', quote: '原文', evidence: refs };

  test('keeps the time of the event and the time of the capture apart', () => {
    const rows = timelineRows([
      { ...row, at: at('2026-11-01 10:02:11'), timeSource: 'platform' },
      { ...row, at: at('2026-11-21 21:00:00'), timeSource: 'capture' },
      { ...row, at: null, timeSource: 'platform' },
    ]);
    expect(rows.map(([happened, captured, , , , , source]) => [happened, captured, source])).toEqual([
      ['2026-11-01 10:02:11', '2026-11-21 20:33:41', '平台显示'],
      ['未显示', '2026-11-21 21:00:00', '本机时钟'],
      ['未显示', '2026-11-21 20:33:41', '平台未显示'],
    ]);
  });

  test('marks rows with the same time', () => {
    const same = { ...row, at: at('2026-11-01 10:02:11'), timeSource: 'platform' as const };
    const rows = timelineRows([same, same]);
    expect(rows[0]?.[6]).toBe('平台显示');
    expect(rows[1]?.[6]).toBe('平台显示\n（与上行同时，先后不明）');
  });

  test('quotes the page and names the evidence', () => {
    const [first] = timelineRows([{ ...row, at: null, timeSource: 'platform' }]);
    expect(first).toEqual(expect.arrayContaining(['“原文”', '〔E02 第10页〕']));
  });
});

describe('证据册中的一项证据', () => {
  test('says what is known to be missing', () => {
    const rows = rowsOf(evidenceSection(evidenceItem('E03')));
    expect(rows).toContainEqual(['已知缺失', '页面过长，末尾部分未采集；部分图片在采集时未加载完成。']);
  });

  test('writes the chat out with number, time, party and words', () => {
    const rows = rowsOf(evidenceSection(evidenceItem('E05')));
    expect(rows).toContainEqual(['5', '2026-11-06 11:40:00', '买家\n测试𠮷㐂', '［图片］（3 张）']);
    expect(rows).toContainEqual(['18', '未显示', '卖家\n测试旗舰店:客服小测', expect.any(String)]);
    expect(rows).toContainEqual(['31', '2026-11-07 03:42:00', '平台', '［系统消息］ 以上是历史消息']);
  });

  test('shows where the chat has a gap, and names the frames and pictures of a message', () => {
    const item = evidenceItem('E05');
    const [first, second] = item.messages;
    if (!first || !second) throw new RangeError('The example has no chat');
    const frames = [{ name: 'frame-002.png', box: [0, 0, 1, 1] as [number, number, number, number] }];
    const pictures = [
      { address: 'a', file: '图片-001.jpg', why: null },
      { address: 'b', file: null, why: 'notReadable' as const },
    ];
    const messages = [first, { ...second, gapBefore: true, frames, pictures }];
    const rows = rowsOf(evidenceSection({ ...item, messages }));
    const place = rows.findIndex(([number]) => number === '2');
    expect(rows[place]?.[3]).toMatch(/〔图片-001\.jpg、图片未另存：图片所在网站不允许另存，见画面、frame-002〕$/u);
    expect(rows[place - 1]).toEqual(['—', '', '', '（此处前后衔接中断，中间可能有未采集的消息）']);
  });

  test('lists every file with its whole digest', () => {
    const licence = evidenceItem('E01');
    const rows = rowsOf(evidenceSection(licence));
    for (const { bytes, sha256 } of licence.files) {
      expect(rows).toContainEqual([expect.any(String), expect.any(String), String(bytes), sha256]);
    }
    expect(rows).toContainEqual(['全页.png', '整页长图（派生）', expect.any(String), expect.any(String)]);
  });
});

describe('what is not proved', () => {
  const BASE = { who: '投诉人', evidence: [] };
  const rows: BundleData['timeline'] = [
    {
      ...BASE,
      at: at('2026-11-21 09:00:00'),
      timeSource: 'statement',
      event: '投诉人自述：向12315提交投诉',
      quote: '',
    },
    {
      ...BASE,
      at: at('2026-11-21 10:00:00'),
      timeSource: 'visit',
      event: '查看退款详情页，页面显示如右',
      quote: '等待',
    },
  ];

  test('stands in the timeline with its own source, without evidence, and each clock in its own column', () => {
    expect(timelineRows(rows)).toEqual([
      ['2026-11-21 09:00:00', '—', '投诉人自述：向12315提交投诉', '投诉人', '—', '—', '投诉人自述'],
      [
        '未显示',
        '2026-11-21 10:00:00',
        '查看退款详情页，页面显示如右',
        '投诉人',
        '“等待”',
        '—',
        '查看记录\n（本机时钟，未采集）',
      ],
    ]);
  });

  test('is explained below the table, and only where there is some', () => {
    const words = (timelineOf: BundleData['timeline']) => {
      const data = bundleData({ timeline: timelineOf });
      return JSON.stringify(timeline(data, firstGuess(data.evidence)).blocks.at(-1));
    };
    expect(words(rows)).toMatch(/自行记录.*不列为证据/u);
    expect(words(bundleData().timeline)).not.toMatch(/自述|查看记录/u);
  });
});
