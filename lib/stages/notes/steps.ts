import { CHANNELS } from '../rules/channels.ts';
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
    '售后期已过也可以试：假货认定、生效法律文书、未收货或质量问题的证明、卖家承诺了更长服务的，平台仍可能受理',
    'the window is over, but the platform may still accept with an authority’s finding, a court document, proof of non-receipt or defect, or a longer promise',
  ),
  'order.ship': text('在期限内发货并让快递揽收', 'ship in time and have the parcel picked up'),
  'order.askConsent': text(
    '买家已申请退款的，发货前先征得同意',
    'if the buyer asked for a refund, get consent before shipping',
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
    '退货送到时当面验货，开箱录像带上面单；表面不符就拒收',
    'inspect the return at handover, film the unboxing with the label; refuse it if the surface is wrong',
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
  'platform.answerProof': text('24小时内回应买家的凭证', 'answer the buyer’s proof within 24 hours'),
  'platform.waitDecision': text(
    '保持电话和旺旺畅通，平台可能联系你补充材料',
    'stay reachable: the platform may ask for more',
  ),
  'platform.appeal': text(
    '页面开放申诉的，在期限内申诉，并要求人工判定、说明理由和依据',
    'if the page allows an appeal, file it in time and ask for a human decision with reasons',
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
    '接到电话时表明同意调解，说清最低要求',
    'say that you agree to mediation and what you need at least',
  ),
  'authority.refile': text('按不予受理的理由补正后重新投诉', 'correct what the refusal names and file again'),
  'authority.reconsider': text('不服不予受理的，60日内申请行政复议', 'object to the refusal within 60 days (行政复议)'),
  'authority.oneOnly': text(
    '同一争议不要再向12345、消协重复提交',
    'do not file the same dispute with 12345 or 消协 as well',
  ),
  'authority.answerMediation': text(
    '按时答复调解邀请；不同意也要说明',
    'answer the mediation invitation in time, also when you disagree',
  ),
  'authority.keepNotice': text(
    '索要终止调解的书面告知，起诉时用',
    'ask for the written notice that mediation has ended; the court can use it',
  ),
  'authority.enforceAgreement': text('对方不履行调解协议的，向法院起诉', 'sue if the agreement is not performed'),
  'report.followUp': text(
    '举报只查处违法，不解决退款；自己的钱走投诉或起诉',
    'a report leads to a penalty, not to a refund; use the complaint or the court for the money',
  ),
  'court.wait': text(
    '留意法院短信和电话，按要求补正材料',
    'watch for messages of the court and correct the papers as asked',
  ),
  'court.suspendPlatform': text(
    '平台介入还在进行的，7个工作日内把受理凭证交给平台',
    'if the platform is still deciding, give it the acceptance document within 7 working days',
  ),
  'court.appeal': text('不服一审判决的，在上诉期内上诉', 'appeal within the period if you do not accept the judgment'),
  'court.enforce': text('判决生效后对方不付的，申请强制执行', 'apply for enforcement if the judgment is not obeyed'),
  'seller.ownWays': text(
    '卖家不能提12315投诉；可以申诉、举报平台或起诉',
    'a seller cannot file a 12315 complaint; appeal, report the platform or sue',
  ),
  'seller.malicious': text(
    '有调包、假凭证、要挟的，向平台投诉恶意行为，涉嫌诈骗的报警',
    'swap, false proof or blackmail: complain to the platform, go to the police for fraud',
  ),
} as const satisfies Record<string, Text>;

type WrittenStep = keyof typeof WRITTEN;
export type StepId = WrittenStep | `CH.${string}`;

const CHANNEL_STEPS = new Map<string, Text>(
  CHANNELS.map(({ id, name, use }) => [id, text(`${name.zh}：${use.zh}`, `${name.en}: ${use.en}`)]),
);

/** The text of a step; a step named after a channel of rules 5 says what the channel is for. */
export function stepText(id: StepId): Text {
  const found = id in WRITTEN ? WRITTEN[id as WrittenStep] : CHANNEL_STEPS.get(id);
  if (!found) throw new RangeError(`No such step: ${id}`);
  return found;
}
