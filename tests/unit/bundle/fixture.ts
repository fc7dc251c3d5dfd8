import { createHash } from 'node:crypto';
import type { BookPicture, BundleData, BundleFile, EvidenceItem } from '../../../lib/bundle/types.ts';
import type { ArtifactRole } from '../../../lib/evidence/types.ts';
import type { ChatMessage } from '../../../lib/marketplaces/types.ts';
import { formatIso, MINUTE_MS, parsePageTime } from '../../../lib/shared/time.ts';

/** An invented case with what real ones bring: long addresses, emoji, characters outside GBK, a long chat. */
const ORDER_NO = '9000000000000012345';
export const RARE_TEXT = '测试𠮷㐂';
export const EMOJI_TEXT = '👨‍👩‍👧‍👦🇨🇳👍🏽❤️';

export function at(time: string): number {
  const instant = parsePageTime(time);
  if (instant === null) throw new RangeError(time);
  return instant;
}

function digestOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}

function file(folder: string, name: string, role: ArtifactRole, bytes: number, derived = false): BundleFile {
  const path = `08_原始证据/${folder}/${name}`;
  return {
    path,
    role,
    mediaType: name.endsWith('.png') ? 'image/png' : 'application/json',
    bytes,
    sha256: digestOf(path),
    crc32: bytes,
    derivedFrom: derived ? [digestOf(`08_原始证据/${folder}/frame-001.png`)] : [],
    blobId: path,
  };
}

function pictures(no: string, count: number, width: number, height: number): BookPicture[] {
  return Array.from({ length: count }, (_, index) => ({
    blobId: `${no}/frame-${String(index + 1).padStart(3, '0')}.png`,
    sha256: digestOf(`${no}/${index}`),
    width,
    height,
  }));
}

function item(part: Partial<EvidenceItem> & Pick<EvidenceItem, 'no' | 'name' | 'group'>): EvidenceItem {
  const folder = part.folder ?? `${part.no}_${part.name}_1121-2031`;
  const frames = part.pictures ?? [];
  return {
    pageKind: null,
    type: '电子数据（网页截图）',
    captureId: `capture-${part.no}`,
    url: 'https://example.taobao.com/',
    origin: '买家账号登录后在浏览器中打开并采集',
    capturedAt: at('2026-11-21 20:31:05'),
    purpose: '',
    remark: '原始页面在平台，可登录买家账号当场出示',
    gaps: [],
    messages: [],
    ...part,
    folder,
    pictures: frames,
    files: [
      ...frames.map((_, index) =>
        file(folder, `frame-${String(index + 1).padStart(3, '0')}.png`, 'frame', 812_345 + index),
      ),
      file(folder, '全页.png', 'fullPage', 2_345_678, true),
      file(folder, '页面.mhtml', 'pageCopy', 1_204_551),
      file(folder, '正文.txt', 'text', 8_214),
      file(folder, '页面信息.json', 'facts', 3_120),
      file(folder, '采集记录.json', 'record', 2_048),
      ...(part.messages?.length ? [file(folder, '聊天.json', 'messages', 45_120)] : []),
    ],
  };
}

const LINES = [
  '你好，收到的杯子杯口有一道裂纹，已经拍照，请看图。',
  '亲，您好，在的。请您把整体照片和快递面单一起发过来，我们核实一下哦～',
  '照片已经发了，外箱没有破损，内部泡沫只有一层，杯口的裂纹从边缘一直延伸到杯身中部，装水会渗漏，无法正常使用。',
  '亲，这个可能是快递运输造成的，建议您联系快递公司呢。',
  '商品页面写的是「破损包赔，7天无理由退货」，请按页面承诺办理退货退款。',
  '我们这边登记一下，预计24小时内给您答复，请耐心等待哦[表情]',
  '订单编号是9000000000000012345，麻烦尽快处理，谢谢！！！！',
  '亲，仓库回复说出库时检查完好，不支持退款，可以给您补偿5元优惠券，您看可以吗？',
  '不接受优惠券。根据《网络购买商品七日无理由退货暂行办法》，我在签收后第二天就提出了退货，请同意退货申请（退款编号9000000000000067890）。',
  '那您走平台处理吧。',
];

/** Sixty messages, among them very long ones, pictures, links, emoji and rare characters. */
function chatMessages(): ChatMessage[] {
  const start = at('2026-11-06 09:12:00');
  return Array.from({ length: 60 }, (_, index): ChatMessage => {
    const isBuyer = index % 2 === 0;
    const base = {
      at: index === 17 ? null : formatIso(start + index * 37 * MINUTE_MS),
      party: isBuyer ? ('buyer' as const) : ('seller' as const),
      sender: isBuyer ? RARE_TEXT : '测试旗舰店:客服小测',
      images: [],
    };
    if (index === 4) return { ...base, kind: 'image', text: '', images: ['a.jpg', 'b.jpg', 'c.jpg'] };
    if (index === 9) return { ...base, kind: 'text', text: `好的${EMOJI_TEXT}收到` };
    if (index === 21) return { ...base, kind: 'text', text: LINES.join('').repeat(6) };
    if (index === 25)
      return {
        ...base,
        kind: 'item',
        text: `https://detail.tmall.com/item.htm?id=9${'0123456789'.repeat(14)}&spm=a1z10`,
      };
    if (index === 30) return { ...base, kind: 'system', party: 'platform', sender: '', text: '以上是历史消息' };
    if (index === 33) return { ...base, kind: 'text', text: `第一行\n第二行（${RARE_TEXT}）\n\n第四行` };
    return { ...base, kind: 'text', text: LINES[index % LINES.length] ?? '' };
  });
}

const LONG_URL = `https://detail.tmall.com/item.htm?id=900000000001&skuId=9000000000002&spm=a21n57.1.0.0&utm_source=${'abcDEF123'.repeat(12)}&pvid=x`;

const EVIDENCE: EvidenceItem[] = [
  item({
    no: 'E01',
    group: 'subject',
    pageKind: 'shopLicence',
    name: '经营者公示',
    purpose: '证明被投诉人的名称、统一社会信用代码和公示地址',
    url: 'https://zhaoshang.tmall.com/maintaininfo/liangzhao.htm?xid=9000000001',
    pictures: pictures('E01', 1, 1280, 820),
  }),
  item({
    no: 'E02',
    group: 'contract',
    pageKind: 'orderDetail',
    name: '订单详情',
    purpose: '证明投诉人与被投诉人之间存在网络购物合同，以及商品、数量、实付款和各环节时间',
    url: `https://trade.tmall.com/detail/orderDetail.htm?bizOrderId=${ORDER_NO}`,
    capturedAt: at('2026-11-21 20:33:41'),
    pictures: pictures('E02', 3, 1280, 720),
  }),
  item({
    no: 'E03',
    group: 'promise',
    pageKind: 'product',
    name: '商品页面',
    purpose: '证明被投诉人在商品页面承诺「破损包赔」和七天无理由退货',
    url: LONG_URL,
    capturedAt: at('2026-11-21 20:36:12'),
    gaps: ['pageTooLong', 'picturesNotLoaded'],
    pictures: pictures('E03', 1, 1280, 6480),
  }),
  item({
    no: 'E04',
    group: 'breach',
    pageKind: 'logistics',
    name: '物流信息',
    purpose: '证明商品于2026年11月5日签收',
    capturedAt: at('2026-11-21 20:38:30'),
    pictures: pictures('E04', 1, 960, 640),
  }),
  item({
    no: 'E05',
    group: 'negotiation',
    pageKind: 'chat',
    name: '聊天记录',
    type: '电子数据（聊天记录）',
    purpose: '证明投诉人于签收次日提出商品破损并要求退货退款，被投诉人拒绝',
    url: 'https://market.m.taobao.com/app/im/chat/index.html#/chat?bizType=11001',
    capturedAt: at('2026-11-21 20:45:59'),
    gaps: ['chatStartNotReached'],
    pictures: pictures('E05', 9, 1280, 690),
    messages: chatMessages(),
  }),
  item({
    no: 'E06',
    group: 'negotiation',
    pageKind: 'refundDetail',
    name: '售后与平台处理',
    purpose: '证明售后申请被拒绝、平台介入的时间和结果',
    url: 'https://refund2.tmall.com/dispute/detail.htm?disputeId=9000000000000067890',
    capturedAt: at('2026-11-21 20:50:17'),
    pictures: pictures('E06', 2, 1280, 720),
  }),
];

/** One item of the fixture by its number. */
export function evidenceItem(no: string): EvidenceItem {
  const found = EVIDENCE.find((one) => one.no === no);
  if (!found) throw new RangeError(no);
  return found;
}

/** The whole fixture; `change` replaces parts of it. */
export function bundleData(change: Partial<BundleData> = {}): BundleData {
  return {
    bundleNo: 'WQX-20261122-121501-7F3A',
    createdAt: at('2026-11-22 12:15:01'),
    software: { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Windows' },
    rulesVersion: '2026-11-22',
    dispute: {
      marketplace: 'tmall',
      role: 'buyer',
      orderNo: ORDER_NO,
      refundNo: '9000000000000067890',
      itemTitle: '测试牌 双层隔热玻璃杯 大容量带把手 家用喝水杯 350ml 两只装',
      quantity: 2,
      paidAmount: '199.00',
      refundAmount: '199.00',
      createdAt: at('2026-11-01 10:02:11'),
      paidAt: at('2026-11-01 10:02:40'),
      signedAt: at('2026-11-05 16:20:33'),
      refundAppliedAt: at('2026-11-06 12:40:10'),
      shopName: '测试㐂家居旗舰店',
      sellerNick: '测试家居旗舰店',
      refundType: '退货退款',
      refundReason: '商品破损',
      status: { text: '卖家拒绝退款，请等待平台处理', seenAt: at('2026-11-21 20:50:17') },
      orderUrl: `https://trade.tmall.com/detail/orderDetail.htm?bizOrderId=${ORDER_NO}`,
      itemUrl: 'https://detail.tmall.com/item.htm?id=900000000001',
    },
    complainant: {
      name: RARE_TEXT,
      idType: '居民身份证',
      phone: '13800000000',
      address: '测试省测试市测试区测试路 1 号测试小区 2 幢 303 室',
      agreesToPublish: true,
    },
    respondent: {
      companyName: '测试（杭州）家居用品有限公司',
      uscc: '91330000TEST00000X',
      address: '浙江省测试市测试区测试大道 100 号 8 幢 201 室',
      legalRepresentative: '测试乙',
      shopName: '测试㐂家居旗舰店',
      evidence: { no: 'E01' },
    },
    claims: [
      { kind: '退货' },
      { kind: '退还货款和服务费用', amount: '199.00' },
      { kind: '赔偿损失', note: '寄回商品的运费，以快递单据为准' },
    ],
    transaction: [
      {
        text: '2026年11月1日10时02分，投诉人在天猫平台被投诉人经营的「测试㐂家居旗舰店」购买「测试牌 双层隔热玻璃杯」两只，订单编号9000000000000012345，实付款199.00元。',
        evidence: [{ no: 'E02' }],
      },
      { text: '商品页面载明「破损包赔」和「七天无理由退货」。', evidence: [{ no: 'E03', page: 2 }] },
      { text: '商品于2026年11月5日16时20分签收。', evidence: [{ no: 'E02' }, { no: 'E04' }] },
    ],
    course: [
      {
        text: '投诉人收到商品后发现杯口有裂纹，裂纹从边缘延伸至杯身中部，装水渗漏，无法正常使用，遂于2026年11月6日9时12分在平台聊天工具中向被投诉人说明并发送照片。',
        evidence: [
          { no: 'E05', message: 0 },
          { no: 'E05', message: 4 },
        ],
      },
      { text: '被投诉人以「可能是快递运输造成」为由不予处理。', evidence: [{ no: 'E05', message: 3 }] },
    ],
    negotiation: [
      {
        text: '2026年11月6日12时40分，投诉人提交退货退款申请，申请退款199.00元，原因为商品破损。',
        evidence: [{ no: 'E06', page: 1 }],
      },
      {
        text: '被投诉人拒绝退款，仅提出补偿5元优惠券，投诉人未接受。',
        evidence: [{ no: 'E05', message: 7 }, { no: 'E06' }],
      },
    ],
    grounds: [
      {
        provision: '《中华人民共和国消费者权益保护法》第二十五条',
        text: '经营者采用网络方式销售商品，消费者有权自收到商品之日起七日内退货，且无需说明理由。',
        inForceSince: '2014-03-15',
      },
    ],
    timeline: timelineRows(),
    evidence: EVIDENCE,
    ...change,
  };
}

function timelineRows(): BundleData['timeline'] {
  const refs = (no: string) => [{ no }];
  return [
    {
      at: at('2026-11-01 10:02:11'),
      timeSource: 'platform',
      event: '下单',
      who: '投诉人',
      quote: '创建时间：2026-11-01 10:02:11',
      evidence: refs('E02'),
    },
    {
      at: at('2026-11-01 10:02:40'),
      timeSource: 'platform',
      event: '付款199.00元',
      who: '投诉人',
      quote: '付款时间：2026-11-01 10:02:40',
      evidence: refs('E02'),
    },
    {
      at: at('2026-11-05 16:20:33'),
      timeSource: 'platform',
      event: '签收',
      who: '物流',
      quote: '您的快件已签收，签收人：本人',
      evidence: [{ no: 'E02' }, { no: 'E04' }],
    },
    {
      at: at('2026-11-06 09:12:00'),
      timeSource: 'platform',
      event: '告知商品破损并发送照片',
      who: '投诉人',
      quote: LINES[0] ?? '',
      evidence: [{ no: 'E05', message: 0 }],
    },
    {
      at: at('2026-11-06 12:40:10'),
      timeSource: 'platform',
      event: '申请退货退款',
      who: '投诉人',
      quote: '买家申请退货退款，原因：商品破损，金额：￥199.00',
      evidence: refs('E06'),
    },
    {
      at: at('2026-11-06 12:40:10'),
      timeSource: 'platform',
      event: '系统受理售后申请',
      who: '平台',
      quote: '系统已受理',
      evidence: refs('E06'),
    },
    {
      at: null,
      timeSource: 'platform',
      event: '拒绝退款',
      who: '被投诉人',
      quote: '出库时检查完好，不支持退款',
      evidence: refs('E06'),
    },
    {
      at: at('2026-11-21 20:50:17'),
      timeSource: 'capture',
      event: '页面显示等待平台处理',
      who: '平台',
      quote: '卖家拒绝退款，请等待平台处理',
      evidence: refs('E06'),
    },
  ];
}
