import { CHANNEL_NAMES, type ChannelId, channelWords } from '../rules/channels/names.ts';
import { type Text, text } from '../text.ts';

const WRITTEN = {
  'page.reload': text('先刷新页面，核对现在的状态', 'first reload the page and check the present state'),
  'capture.page': text(
    '现在就采集本页、商品页和聊天记录，免得之后被改',
    'capture this page, the item and the chat now, before they change',
  ),
  'order.remind': text('提醒卖家按时发货', 'remind the seller to ship in time'),
  'order.refundUnshipped': text(
    '不想等了，可以申请未发货退款（卖家24小时内要处理）',
    'if you do not want to wait: apply for a refund before shipping (the seller has 24 h)',
  ),
  'order.inspect': text('收货时先验货，当面拍照、录开箱视频', 'inspect on receipt; take photos and an unboxing video'),
  'order.extend': text(
    '没收到货或还在沟通的，在自动确认前点“延长收货时间”',
    'not received or still talking: extend the receipt time before auto-confirm',
  ),
  'order.applyBeforeConfirm': text(
    '有问题先申请退款，不要先确认收货',
    'if anything is wrong apply for a refund before confirming receipt',
  ),
  'order.aftersales': text(
    '有问题的，在售后期内申请售后',
    'if anything is wrong open an after-sales request within the window',
  ),
  'order.exception': text(
    '售后期已过，有假货认定、生效法律文书、未收货或质量问题的证明，或者卖家承诺了更长服务的，平台仍可能受理（《淘宝平台争议处理规则》第4至6条）',
    'the window is over, but the platform may still accept with an authority’s finding, a court document, proof of non-receipt or defect, or a longer promise (Taobao dispute rules art. 4–6)',
  ),
  'order.ship': text('在期限内发货并让快递揽收', 'ship in time and have the parcel picked up'),
  'order.askConsent': text(
    '买家已申请退款的，发货前先征得同意（《淘宝平台争议处理规则》第27条）',
    'if the buyer asked for a refund, get consent before shipping (Taobao dispute rules art. 27)',
  ),
  'order.keepSigned': text('保存签收凭证和发货前的照片', 'keep the proof of signing and photos before dispatch'),
  'request.waitSeller': text(
    '等卖家答复；期间在旺旺里写清理由，补上照片',
    'wait for the answer; state the reason in the chat and add photos',
  ),
  'request.doNotConfirm': text('退款处理完之前不要确认收货', 'do not confirm receipt before the refund is finished'),
  'request.modify': text(
    '修改申请（类型、金额、理由）并补充凭证',
    'change the request (kind, amount, reason) and add proof',
  ),
  'request.answer': text(
    '在期限内同意或拒绝；拒绝要写明理由并附凭证',
    'agree or refuse in time; a refusal needs reasons and proof',
  ),
  'request.intercept': text('包裹在途的，马上通知快递拦截', 'parcel under way: tell the carrier at once to intercept'),
  'request.checkAddress': text('同意退货前核对退货地址', 'check the return address before agreeing'),
  'request.talkToBuyer': text(
    '和买家协商，写清能做到什么、什么时候之前',
    'talk to the buyer; write what you can do and by when',
  ),
  'request.prepareProof': text(
    '买家可能要求介入，现在就备齐凭证',
    'the buyer may go to the platform: prepare your proof now',
  ),
  'return.pack': text(
    '寄出前给商品、配件、包装、面单拍照录像，称重',
    'before sending photograph and film goods, accessories, packing and label; weigh it',
  ),
  'return.sendAndEnter': text(
    '寄回后当天就在退款页填运单号；运费凭证留好',
    'enter the tracking number the same day; keep the freight receipt',
  ),
  'return.follow': text(
    '盯着物流，签收后卖家的时间会变短；保存签收截图',
    'follow the parcel: once signed the seller’s time is shorter; keep the signing record',
  ),
  'return.inspect': text(
    '退货送到时当面验货，开箱录像带上面单；表面不符的拍照、可以拒收（《淘宝平台争议处理规则》第37条）',
    'inspect the return at handover, film the unboxing with the label; if the surface is wrong take photos, you may refuse it (Taobao dispute rules art. 37)',
  ),
  'return.answer': text('在期限内确认退款，或拒绝并上传凭证', 'confirm the refund in time, or refuse with proof'),
  'exchange.checkNew': text(
    '收到新货先检查，有问题在确认前提出',
    'check the new goods and raise problems before confirming',
  ),
  'exchange.reship': text(
    '确认退回商品后寄出，并填写单号',
    'ship after checking the returned goods and enter the number',
  ),
  'platform.uploadProof': text(
    '在举证期内一次交齐：商品问题、聊天记录、物流、商品页',
    'hand in everything within the evidence period: defect, chat, tracking, item page',
  ),
  'platform.answerProof': text(
    '看到买家的凭证就回应；文章说只有24小时，以页面为准',
    'answer the buyer’s proof when you see it; an article says within 24 hours, the page decides',
  ),
  'platform.waitDecision': text(
    '保持电话和旺旺畅通，平台可能联系你补充材料',
    'stay reachable: the platform may ask for more',
  ),
  'platform.appeal': text(
    '页面开放申诉的，在期限内申诉；平台应当说明理由和依据，只由人工智能处理的可以要求人工判定（《网络交易平台规则监督管理办法》第19、20条）',
    'if the page allows an appeal, file it in time; the platform has to give reasons and basis, and a human decision on demand where AI alone handled it (Measures on Platform Rules art. 19, 20)',
  ),
  'platform.checkPayout': text(
    '核对退款是否到账；没到账就找平台客服',
    'check that the money has arrived; otherwise ask the platform',
  ),
  'platform.saveDecision': text('采集处理结果和全部理由', 'capture the decision and all its reasons'),
  'complaint.wait': text('等卖家和平台处理，补充证据', 'wait for the seller and the platform; add proof'),
  'complaint.answer': text('在“投诉管理”按时答复并附凭证', 'answer in time under 投诉管理 with proof'),
  'authority.followUp': text(
    '记下投诉编号，到期没有答复就打12315查询',
    'note the complaint number; ask 12315 when the time is over',
  ),
  'authority.agreeToMediate': text(
    '双方都同意才调解（总局令第121号第18条）：接到电话时说明是否同意，请求和投诉书保持一致',
    'mediation needs both sides (Order 121 art. 18): say whether you agree, with the same claims as in your complaint',
  ),
  'authority.refile': text('按不予受理的理由补正后重新投诉', 'correct what the refusal names and file again'),
  'authority.reconsider': text(
    '不服不予受理的，可以在知道之日起60日内申请行政复议（《行政复议法》第20条）',
    'a refusal can be challenged within 60 days of knowing it (Administrative Reconsideration Law art. 20)',
  ),
  'authority.oneOnly': text(
    '同一争议不要再交给12345、消协：它们受理之后，12315不予受理或终止调解（总局令第121号第16条第2项、第23条）',
    'do not file the same dispute with 12345 or 消协: once they accept it 12315 refuses it or ends its mediation (Order 121 art. 16(2), 23)',
  ),
  'authority.answerMediation': text(
    '答复是否同意调解；不同意或者不到场的，调解终止（总局令第121号第18、23条）',
    'say whether you agree to mediation; if you disagree or stay away it ends (Order 121 art. 18, 23)',
  ),
  'authority.keepNotice': text(
    '终止调解要在7个工作日内告知双方（总局令第121号第23条）：留下告知，起诉时说明经过',
    'both sides are told within 7 working days that mediation has ended (Order 121 art. 23): keep the notice for the court',
  ),
  'authority.enforceAgreement': text(
    '对方不履行调解协议的，可以向法院起诉',
    'you can sue if the agreement is not performed',
  ),
  'report.followUp': text(
    '举报只查处违法，不解决退款；自己的钱走投诉或起诉',
    'a report leads to a penalty, not to a refund; use the complaint or the court for the money',
  ),
  'court.wait': text(
    '留意法院短信和电话，按要求补正材料',
    'watch for messages of the court and correct the papers as asked',
  ),
  'court.appeal': text(
    '不服一审判决或裁定的，可以在上诉期内上诉；小额诉讼一审终审',
    'a judgment or ruling of first instance can be appealed in time; small claims have one instance',
  ),
  'court.enforce': text(
    '判决生效后对方不履行的，可以申请强制执行',
    'if a final judgment is not obeyed you can apply for enforcement',
  ),
  'seller.ownWays': text(
    '卖家不是消费者，不能提12315投诉（总局令第121号第3条）；可以申诉、举报平台或起诉',
    'a seller is no consumer and cannot file a 12315 complaint (Order 121 art. 3); there is the appeal, a report against the platform, and the court',
  ),
  'seller.malicious': text(
    '有调包、假凭证、要挟的，向平台投诉恶意行为，涉嫌诈骗的报警',
    'swap, false proof or blackmail: complain to the platform, go to the police for fraud',
  ),
} as const satisfies Record<string, Text>;

type WrittenStep = keyof typeof WRITTEN;
export type StepId = WrittenStep | ChannelId;

/**
 * The words on marketplaces other than Taobao and Tmall, where these name pages or times that are not theirs; null where
 * nothing is left to say.
 */
const ELSEWHERE: Partial<Record<WrittenStep, Text | null>> = {
  'order.refundUnshipped': text(
    '不想等了，可以申请未发货退款',
    'if you do not want to wait: apply for a refund before shipping',
  ),
  'order.extend': text(
    '没收到货或还在沟通的，看页面能不能延长收货时间',
    'not received or still talking: see whether the page lets you extend the receipt time',
  ),
  'order.exception': null,
  'order.askConsent': null,
  'request.waitSeller': text(
    '等卖家答复；期间在聊天里写清理由，补上照片',
    'wait for the answer; state the reason in the chat and add photos',
  ),
  'return.follow': text('盯着物流，保存签收截图', 'follow the parcel; keep the signing record'),
  'return.inspect': text(
    '退货送到时当面验货，开箱录像带上面单',
    'inspect the return at handover, film the unboxing with the label',
  ),
  'platform.answerProof': text('在页面的期限内回应买家的凭证', 'answer the buyer’s proof in the time the page shows'),
  'platform.waitDecision': text(
    '保持电话畅通，平台可能联系你补充材料',
    'stay reachable: the platform may ask for more',
  ),
  'complaint.answer': text('在页面的期限内答复并附凭证', 'answer in the time the page shows, with proof'),
};

/**
 * The text of a step; a step named after a channel of rules 5 says what the channel is for. Null where there is no such step
 * on marketplaces other than Taobao and Tmall (`isTaobao` false). Throws a RangeError for a step that does not exist.
 */
export function stepText(id: StepId, isTaobao = true): Text | null {
  if (id in WRITTEN) {
    const step = id as WrittenStep;
    return isTaobao || ELSEWHERE[step] === undefined ? WRITTEN[step] : ELSEWHERE[step];
  }
  if (!(id in CHANNEL_NAMES)) throw new RangeError(`No such step: ${id}`);
  const words = channelWords(id as ChannelId, isTaobao);
  return words && text(`${words.name.zh}：${words.use.zh}`, `${words.name.en}: ${words.use.en}`);
}
