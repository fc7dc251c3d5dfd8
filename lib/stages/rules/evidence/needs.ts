import type { PageKind } from '../../../marketplaces/types.ts';
import { type Text, text } from '../../text.ts';

/** One thing that proves something, or that answers it. */
export interface EvidenceNeed {
  what: Text;
  /** How to get it, in one sentence. */
  how: Text;
  /** Pages that show it when they are captured; none where only a file or the user can tell. */
  pages: readonly PageKind[];
  /** Pages on which it may stand: whether it does, only a person can see. */
  mayShow: readonly PageKind[];
}

type Words = readonly [zh: string, en: string];

/** Shown by captures of these pages. */
function page(what: Words, how: Words, ...pages: PageKind[]): EvidenceNeed {
  return { what: text(...what), how: text(...how), pages, mayShow: [] };
}

/** Shown by a file of the user's, or to be seen on these pages by somebody who reads them. */
function need(what: Words, how: Words, ...mayShow: PageKind[]): EvidenceNeed {
  return { what: text(...what), how: text(...how), pages: [], mayShow };
}

/** Everything that rules 6 names as proof, once each; the same thing can prove several types of dispute. */
export const NEEDS = {
  // The common core of every type.
  order: page(
    ['订单详情', 'order page'],
    ['在已买到的宝贝里打开这笔订单，采集整页', 'open this order in your order list and capture the whole page'],
    'orderDetail',
  ),
  payment: page(
    ['付款记录', 'payment record'],
    [
      '订单详情写有付款时间或支付宝交易号就够了；没有的，添加支付宝账单截图',
      'an order page with the time of payment or the Alipay number will do; otherwise add the Alipay bill',
    ],
    'orderDetail',
  ),
  snapshot: page(
    ['交易快照', 'trade snapshot'],
    ['在订单详情里点「交易快照」，采集打开的页面', 'open the trade snapshot from the order page and capture it'],
    'snapshot',
  ),
  product: page(
    ['商品详情页', 'product page'],
    [
      '打开商品页，等图片和参数都显示出来再采集，卖家之后可能会改',
      'open the product page, wait for its pictures and details, and capture it before the seller changes it',
    ],
    'product',
  ),
  chat: page(
    ['与对方的聊天记录', 'chat with the other side'],
    ['打开聊天页采集完整记录，不要只截几句', 'open the chat and capture all of it, not a few lines'],
    'chat',
  ),
  logistics: page(
    ['物流轨迹', 'tracking record'],
    ['在订单里点「查看物流」，采集整页', 'open the tracking page from the order and capture it'],
    'logistics',
  ),
  refund: page(
    ['退款页和每次拒绝的文字', 'refund page with every refusal'],
    ['打开退款详情，展开协商记录再采集', 'open the refund page, unfold the negotiation and capture it'],
    'refundDetail',
  ),
  licence: page(
    ['店铺的经营证照', "the shop's licence"],
    [
      '在店铺首页点「工商执照」或「经营者信息」，输入验证码后采集；12315要靠它确定被投诉人',
      'open the licence from the shop’s front page, type the captcha and capture it; 12315 needs it to know whom you complain about',
    ],
    'shopLicence',
  ),

  // What the buyer proves with.
  defectPhotos: need(
    ['问题部位的照片或视频', 'photos or video of the defect'],
    ['先拍整件，再拍问题部位的近景，画面不要剪辑', 'film the whole item first, then the defect close up, without cuts'],
  ),
  packaging: need(
    ['包装和标签的照片', 'photos of packaging and label'],
    ['拍外包装、吊牌或标签，字要看得清', 'photograph the packaging and the label so that the words can be read'],
  ),
  claim: need(
    ['问题的书面说明', 'your claim in writing'],
    [
      '在退款说明或聊天里写清什么时候、怎样发现问题，采集那一页',
      'write in the refund or the chat when and how you found it, and capture that page',
    ],
    'refundDetail',
    'chat',
  ),
  testReport: need(
    ['检测报告或质检凭证', 'test report'],
    [
      '请有资质的检测机构或品牌售后出具，写明样品和结论',
      'from a qualified institute or the brand’s service, naming the sample and the result',
    ],
  ),
  brandStatement: need(
    ['品牌方的鉴定或有关部门的认定', "the brand's or an authority's finding"],
    [
      '向品牌客服申请鉴定或真伪说明，或向有关部门取得书面认定',
      'ask the brand whether it is genuine, or an authority for a written finding',
    ],
  ),
  comparison: need(
    ['与正品的对比照片', 'photos beside a genuine one'],
    ['同样的光线和角度拍两件，标出不同的地方', 'photograph both in the same light and angle, marking the differences'],
  ),
  besideText: need(
    ['实物与页面描述的对照', 'item beside what the page says'],
    [
      '拍实物时放上尺子或秤，和页面写的参数放在一起看得出差别',
      'photograph the item with a ruler or scale, so that it can be compared with what the page says',
    ],
  ),
  carrierAnswer: need(
    ['快递公司的答复', "the carrier's answer"],
    ['打快递公司客服要求核实，把答复截图或录音', 'ask the carrier to look into it and keep its answer'],
  ),
  lockerMessage: need(
    ['快递柜、驿站的短信或取件记录', 'message or record of the locker or station'],
    ['在短信或快递小程序里截图，时间要露出来', 'take a picture of the message with its time'],
  ),
  signingSlip: need(
    ['要求出示签收底单的记录', 'your request for the signing slip'],
    [
      '在聊天里请卖家提供签收底单或签收照片，采集对话',
      'ask the seller in the chat for the signing slip and capture it',
    ],
    'chat',
  ),
  unboxing: need(
    ['从未拆封开始的开箱视频', 'unboxing video from the sealed parcel'],
    ['已经拍了的，把原视频加进来，不要用转发压缩过的', 'add the original video, not one that was forwarded'],
  ),
  waybill: need(
    ['快递面单的照片', 'photo of the waybill'],
    ['拍面单全貌，运单号要看得清', 'photograph all of the waybill with a readable tracking number'],
  ),
  weight: need(
    ['包裹重量', 'weight of the parcel'],
    ['把包裹放秤上拍照，或截取快递公司的重量记录', 'photograph the parcel on a scale, or keep the carrier’s record'],
  ),
  atSigning: need(
    ['签收时的照片或拒收记录', 'photos at signing, or a note of refusal'],
    ['拍下签收当时的外包装，拒收的保留快递员的记录', 'the parcel as it was handed over, or the courier’s note'],
  ),
  promisedTime: need(
    ['承诺的发货时间', 'promised shipping time'],
    ['采集写有发货时间的订单页、商品页或聊天', 'capture the order, product page or chat that names it'],
    'orderDetail',
    'product',
    'snapshot',
    'chat',
  ),
  datedDemand: need(
    ['写明日期的要求', 'your demand with its date'],
    ['在聊天或退款页写清要求和期限，采集那一页', 'state your demand and a date in the chat or refund, and capture it'],
    'chat',
    'refundDetail',
  ),
  refusalText: need(
    ['对方拒绝的文字', 'the words of the refusal'],
    ['采集写有拒绝理由的退款页或聊天', 'capture the refund page or chat with the refusal'],
    'refundDetail',
    'chat',
  ),
  fifteenDays: need(
    ['要求提出后已超过15日', 'more than 15 days since the demand'],
    [
      '数一数从你提出要求到今天有没有超过15日，日期以聊天或退款页为准',
      'count the days since your demand; the chat or refund page has its date',
    ],
  ),
  noReturnAddress: need(
    ['没有给退货地址的情况', 'no return address was given'],
    ['采集你要求退货地址而对方没有给的聊天或退款页', 'capture the chat or refund page where you asked for it'],
    'chat',
    'refundDetail',
  ),
  intactPhotos: need(
    ['商品和标签完好的照片', 'photos of intact goods and labels'],
    ['寄回之前拍商品、吊牌、配件', 'photograph goods, labels and accessories before sending them back'],
  ),
  noConfirmation: need(
    ['购买时没有「不支持无理由退货」的确认步骤', 'no step to confirm “no return” when buying'],
    [
      '再走到提交订单前一步，看有没有单独的确认，截图即可，不必付款',
      'go through the purchase again up to the last step and keep what it shows, without paying',
    ],
  ),
  promise: need(
    ['承诺的聊天或页面', 'chat or page with the promise'],
    ['采集写有承诺的聊天、商品页或交易快照', 'capture the chat, product page or snapshot with the promise'],
    'chat',
    'product',
    'snapshot',
  ),
  delivered: need(
    ['实际给的是什么', 'what was delivered'],
    ['拍下或截下实际收到的东西、金额或服务', 'photograph or keep what you got instead'],
  ),
  pricePages: need(
    ['带日期的价格页面', 'pages with prices and dates'],
    ['在价格还看得到时采集商品页；变价前后各采集一次', 'capture the product page before and after the change'],
    'product',
    'snapshot',
  ),
  foodLabel: need(
    ['标签、生产日期和批号的照片', 'photos of label, date and batch'],
    ['拍整个标签，日期和批号要看得清', 'photograph the whole label; date and batch must be readable'],
  ),
  foreignBody: need(
    ['异物和剩余食品封存', 'the foreign body and the rest, kept sealed'],
    ['装袋封好放冰箱，拍下封存的样子，不要寄给商家', 'seal and cool it, photograph it sealed, do not send it away'],
  ),
  medical: need(
    ['病历和医疗票据', 'medical papers'],
    ['身体不适的，保留病历、化验单和收费票据', 'if you fell ill, keep the record, tests and bills'],
  ),
  wholeLot: need(
    ['全部商品摆开的照片', 'photo of the whole lot'],
    [
      '把好的和坏的全部摆开拍一张，数得清坏了几个',
      'lay everything out, good and bad, so that the bad ones can be counted',
    ],
  ),
  contact: need(
    ['期限内联系卖家的记录', 'contact with the seller in time'],
    ['在聊天里把照片发给卖家并写明问题，采集对话', 'send the photos in the chat with what is wrong, and capture it'],
    'chat',
    'refundDetail',
  ),
  measuring: need(
    ['测量的照片', 'photo of the measurement'],
    ['用卡尺或秤量给镜头看，读数要看得清', 'measure with a calliper or scale; the reading must be readable'],
  ),
  certificate: need(
    ['鉴定证书', 'certificate'],
    ['拍证书正反面和编号，可以在出证机构网站查验', 'both sides with the number, which the issuer can confirm'],
  ),
  voucherFailure: need(
    ['卡券用不了的凭证', 'proof that the voucher fails'],
    ['截下核销失败的提示，或门店不接受的答复', 'keep the failed redemption or the shop’s answer'],
  ),
  packing: need(
    ['寄回前打包的照片或视频', 'photo or video of packing the return'],
    ['一个镜头拍完商品、序列号、装箱、封口、面单', 'goods, serial number, box, seal and waybill in one take'],
  ),
  weightSlip: need(
    ['寄件时的称重单', 'weight slip of the return'],
    ['向快递网点要称重单或底单', 'ask the carrier’s office for the slip'],
  ),
  serialNo: need(
    ['序列号或防伪扣', 'serial number or security tag'],
    ['拍下发货和退回时的序列号、防伪扣，两次能对上', 'photograph it when sent and when returned'],
  ),
  returnLogistics: page(
    ['退货的物流轨迹', 'tracking of the return'],
    ['打开退货运单的物流页面采集', 'open the tracking page of the return and capture it'],
    'logistics',
  ),
  signedWeight: need(
    ['退货签收时的重量', 'weight when the return was signed for'],
    ['请快递公司出具签收重量', 'ask the carrier for the weight at signing'],
  ),
  beforeDispatch: need(
    ['寄出前商品的照片', 'photos before dispatch'],
    ['寄出前拍各个面和配件', 'photograph every side and the accessories before sending'],
  ),

  // What the seller answers with.
  noDefect: need(
    ['没有瑕疵的说明或证明', 'explanation or proof of no defect'],
    ['出库照片、质检记录，或者对照片逐条说明', 'photos at dispatch, inspection records, or an answer to each photo'],
  ),
  explanation: need(
    ['对描述的说明', 'explanation of the description'],
    ['写清页面哪里说明过，指明位置', 'say where the page explains it'],
  ),
  supplyPapers: need(
    ['经销凭证、合格证、报关单、发票、执行标准', 'supply papers, certificate, customs papers, invoice, standard'],
    ['扫描原件，商品名称和批次要对得上', 'scan the originals; name and batch must match'],
  ),
  purchaseChain: need(
    ['进货链条、授权、报关单', 'purchase chain, authorisation, customs papers'],
    ['从品牌方到你的每一手都要有票据或授权书', 'an invoice or authorisation for each step from the brand to you'],
  ),
  sellerTest: need(
    ['检测报告和标签', 'test report and labels'],
    ['同款同批次的检测报告，加上吊牌或成分标签', 'a report on the same batch, and the label'],
  ),
  signingProof: need(
    ['收件人本人或约定地点的签收证明', 'signing by the recipient or at the agreed place'],
    ['向快递公司要签收底单、电子签收记录', 'ask the carrier for the slip or electronic record'],
  ),
  deliveryPhoto: need(
    ['定位或投递照片', 'GPS or photo of the delivery'],
    ['向快递公司要投递时的定位或照片', 'ask the carrier for it'],
  ),
  carrierCertificate: need(
    ['快递公司的书面证明', "the carrier's certificate"],
    ['请快递公司盖章写明运单号、时间和情况', 'stamped, naming the tracking number, the time and what happened'],
  ),
  separateShipment: need(
    ['分开发货的证明', 'proof of separate shipment'],
    ['列出每个包裹的运单号和装的商品', 'list each tracking number with its goods'],
  ),
  carrierData: need(
    ['快递公司的揽收数据', "the carrier's pick-up data"],
    ['导出带揽收时间的物流记录', 'export the record with the time of pick-up'],
    'logistics',
  ),
  reported: need(
    ['报备记录', 'record of the report'],
    ['在商家后台截取报备的时间和结果', 'keep the time and the result from the merchant centre'],
  ),
  confirmationPage: need(
    ['买家确认「不支持无理由退货」的页面', 'page where the buyer confirmed “no return”'],
    ['截取购买流程里单独的确认步骤', 'keep the separate step of the purchase'],
  ),
  damagePhotos: need(
    ['退回商品受损的照片', 'photos of the damage'],
    ['开箱时连同面单一起拍', 'when opening, together with the waybill'],
  ),
  performance: need(
    ['已经履行承诺的证明', 'proof of performance'],
    ['发票、赠品发货、退差价等记录', 'records of the invoice, the gift, the refund of the difference'],
  ),
  priceRecords: need(
    ['价格记录', 'price records'],
    ['后台的历史成交价和活动设置', 'past prices and the settings of the activity from the merchant centre'],
  ),
  inspection: need(
    ['检验报告和进货查验记录', 'inspection reports and purchase records'],
    ['同批次的检验报告、供货商资质和进货票据', 'for the same batch, with the supplier’s papers'],
  ),
  coldChain: need(
    ['冷链数据', 'cold-chain data'],
    ['全程温度记录和出库时间', 'temperatures on the way and the time of dispatch'],
  ),
  careShown: need(
    ['展示过的养护说明', 'care instructions that were shown'],
    ['采集写有养护说明的商品页或聊天', 'capture the product page or chat with them'],
    'product',
    'snapshot',
    'chat',
  ),
  deliveredAt: need(
    ['送达时间的证明', 'proof of the time of delivery'],
    ['快递柜或驿站的入库时间', 'when it was put into the locker or station'],
    'logistics',
  ),
  ownTest: need(
    ['自己的检测记录', 'own test record'],
    ['发货前的检测单，序列号要对得上', 'made before dispatch, with the serial number'],
  ),
  voucherIssue: need(
    ['发券和核销记录', 'record of issue and pick-up'],
    ['后台的发券时间、券码状态和核销门店', 'time of issue, state of the code and the shop'],
  ),
  returnUnboxing: need(
    ['退货开箱视频', 'unboxing video of the return'],
    [
      '从面单和完好的封口拍起，一个镜头拍到商品；当面看得出问题的，直接拒收',
      'from waybill and seal to the goods in one take; refuse it at the door when the fault is visible',
    ],
  ),
  returnWeight: need(
    ['发出和退回的重量', 'weight sent and returned'],
    ['两次都要快递公司的重量记录', 'the carrier’s record of both'],
  ),
  returnComparison: need(
    ['发出与退回的对比照片', 'photos of what was sent and what came back'],
    ['同样的角度拍，标出不同', 'from the same angle, with the differences marked'],
  ),
  afterReturn: need(
    ['退回后商品的照片', 'photos after the return'],
    ['开箱当时拍各个面', 'every side when it was opened'],
  ),
  threats: need(
    ['威胁或索要钱财的聊天', 'chats with threats or demands'],
    ['采集完整对话，不要只截一句', 'capture the whole conversation'],
    'chat',
  ),
  pattern: need(
    ['该买家的订单记录和同样做法', "the buyer's orders and the same pattern"],
    [
      '采集该买家的订单列表，注明哪几笔情况相同',
      'capture the list of the buyer’s orders and name those that are alike',
    ],
    'orderList',
  ),
  decision: need(
    ['平台的决定原文', "the platform's decision"],
    ['采集写有决定和理由的退款或投诉页', 'capture the refund or complaint page with the decision and its reasons'],
    'refundDetail',
    'complaintDetail',
  ),
  ruleNotApplied: need(
    ['没有适用的规则条文', 'the article that was not applied'],
    ['写明规则名称和第几条，附规则页面', 'name the rule and the article, with its page'],
  ),
  uploadTimes: need(
    ['自己举证的上传时间', 'when your proof was uploaded'],
    ['采集能看到凭证和上传时间的页面', 'capture the page that shows your proof and its time'],
    'refundDetail',
    'complaintDetail',
  ),
} as const satisfies Record<string, EvidenceNeed>;
export type NeedId = keyof typeof NEEDS;
