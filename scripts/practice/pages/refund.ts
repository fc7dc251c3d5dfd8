import { formatCountdown, formatTime } from '../china-time.ts';
import { actionsFor, statusOf, type Viewer } from '../refund-actions.ts';
import { TYPE_WORDS } from '../refund-history.ts';
import type { HistoryEntry, Refund } from '../refund-types.ts';
import { remainingIn } from '../refunds.ts';
import { price, yuan } from '../story/money.ts';
import { findOrder } from '../story/story.ts';
import type { Order, OrderItem, Story } from '../story/types.ts';
import { links } from './links.ts';
import { pictureUrl } from './pictures.ts';
import { UltronBuilder, type UltronPage } from './ultron.ts';

export interface RefundView {
  viewer: Viewer;
  now: number;
  /** Leaves out the refund number. */
  noRefundNo: boolean;
  /** The page stops half way: labels without values, no history. */
  half: boolean;
}

/** The data of a refund page, with the component names the real pages use. */
export function refundPage(story: Story, refund: Refund, view: RefundView): UltronPage {
  const order = findOrder(story, refund.request.orderNo);
  const item = order?.items.find(({ subOrderNo }) => subOrderNo === refund.request.subOrderNo);
  if (!order || !item) throw new Error(`The practice story has no order for refund ${refund.request.refundNo}`);
  const page = new UltronBuilder();
  const root = page.add(null, 'root', '1', 'biz', { rootId: 1 });
  page.add(root, 'processBarContainer', '34', 'processBar', { steps: stepsOf(refund) });
  const body = page.add(root, 'rootContainer', '1', 'container', { externalClass: 'mod-grid-c2b' });
  const left = page.add(body, 'leftContainer', '1', 'container', { externalClass: 'grid_m' });
  const right = page.add(body, 'rightContainer', '1', 'container', { externalClass: 'grid_s' });
  addStatus(page, left, refund, view);
  if (!view.half) addHistory(page, left, refund.history);
  addOrder(page, right, story, order, item, view);
  addRefund(page, right, refund, view);
  addReturnParcel(page, right, story, refund);
  return page.build(root);
}

const DONE_STEPS = { waitSeller: 1, refused: 1, intervention: 1, agreed: 2, waitReturn: 2, waitConfirm: 3 };

function stepsOf(refund: Refund): { title: string; iconUrl: string; type: string }[] {
  const type = TYPE_WORDS[refund.request.type];
  const titles = [`买家申请${type}`, '卖家处理退款申请'];
  if (refund.request.type === 'returnRefund') titles.push('买家退货');
  titles.push('退款完毕');
  const { state } = refund;
  const done = state === 'success' || state === 'closed' ? titles.length : DONE_STEPS[state];
  const typeOf = (index: number) => (index < done ? 'done' : index === done ? 'doing' : 'todo');
  return titles.map((title, index) => ({ title, iconUrl: '', type: typeOf(index) }));
}

function addStatus(page: UltronBuilder, left: string, refund: Refund, view: RefundView): void {
  const { heading, hint } = statusOf(refund);
  const remaining = remainingIn(refund, view.now);
  const content = page.add(left, 'contentContainer', '1', 'container', { externalClass: 'mod-grid-c2b' });
  page.add(content, 'disputeStatusTitle', '36', 'label', { title: heading });
  const time = remaining === null ? '' : `还剩 ${formatCountdown(remaining)}，`;
  page.add(content, 'disputeStatusTips', '38', 'tips', { tipType: 'info', text: `${time}${hint}`, remaining, hint });
  const options = actionsFor(refund, view.viewer).map(({ id, title, asks }, index) => ({
    title,
    btnId: id,
    asks: asks ?? '',
    optionType: 'submit',
    style: index === 0 ? 'highlight' : 'normal',
  }));
  page.add(content, 'disputeButtonContainer', '46', 'fullButtonList', { options });
}

/** Newest first on even numbers from 4 on, each followed by a separator, as the real pages count. */
function addHistory(page: UltronBuilder, left: string, history: HistoryEntry[]): void {
  page.add(left, 'LeaveMessageTileLabel', '1', 'label', { title: '协商历史' });
  for (const [index, entry] of history.toReversed().entries()) {
    const number = 4 + index * 2;
    page.add(left, 'negotiationInfoItem', `${number}@1`, 'negotiationInfo', {
      identity: entry.identity,
      name: entry.name,
      time: formatTime(entry.at),
      info: entry.text,
      picUrls: entry.pictures.map((name) => pictureUrl(name)),
    });
    page.add(left, 'negotiationInfoItem', `${number}@2`, 'separateLine', { lineType: 'lineSeparator' });
  }
}

interface Value {
  text: string;
  linkUrl?: string;
}

function addRow(page: UltronBuilder, parent: string, tag: string, id: string, title: string, value: Value): void {
  page.add(parent, tag, `${id}@1`, 'orderDetailRow', { title, valueOptions: value.text ? [value] : [] });
}

function addOrder(
  page: UltronBuilder,
  right: string,
  story: Story,
  order: Order,
  item: OrderItem,
  view: RefundView,
): void {
  page.add(right, 'disputeInfoTitle', '2@1', 'label', { title: '退款详情' });
  page.add(right, 'itemInfo', '1@1', 'itemInfo', {
    picUrl: pictureUrl(item.goods.picture),
    amount: String(item.quantity),
    price: yuan(item.goods.cents),
    title: item.goods.title,
    skuInfo: `${item.goods.sku.name}:${item.goods.sku.value}`,
    linkUrl: links.snapshot(item),
  });
  addParty(
    page,
    right,
    view.viewer === 'buyer' ? '卖家' : '买家',
    view.viewer === 'buyer' ? order.shop.nick : story.buyer.nick,
  );
  const detail = links.orderDetailOld(order);
  const orderLink = order.site === 'tmall' ? detail : `${detail}${view.viewer === 'seller' ? '&sifg=1' : ''}`;
  addRow(page, right, 'orderDetailRows', '18', '订单编号', { text: order.orderNo, linkUrl: orderLink });
  addRow(page, right, 'orderDetailRows', '20', '成交时间', { text: formatTime(order.createdAt) });
  addRow(page, right, 'orderDetailRows', '22', '单价', {
    text: `${price(item.goods.cents)}*${item.quantity}(数量)`,
  });
  addRow(page, right, 'orderDetailRows', '24', '邮费', { text: price(order.shippingCents) });
  const total = item.goods.cents * item.quantity;
  addRow(page, right, 'orderDetailRows', '26', '商品总价', { text: view.half ? '' : price(total) });
  if (order.carrier && order.trackingNo) {
    page.add(right, 'logisticsDetail', '30', 'logisticsDetail', {
      companyName: order.carrier,
      trackingNum: order.trackingNo,
      options: order.signedAt ? [{ process: { value: '已签收' }, time: formatTime(order.signedAt) }] : [],
    });
  }
}

function addParty(page: UltronBuilder, right: string, title: string, nick: string): void {
  const row = page.add(right, 'nickRowWithWangwangContainer', '1', 'container', { externalClass: 'mod-grid-c2b' });
  const nicks = page.add(row, 'nickContainer', '1', 'container', { externalClass: 'grid_m' });
  page.add(nicks, 'nickRow4OrderDetail', '1', 'orderDetailRow', { title, valueOptions: [{ text: nick }] });
  const chat = page.add(row, 'wangwangContainer', '1', 'container', { externalClass: 'grid_s' });
  page.add(chat, 'nickRowWithWangwang', '44', 'wangwang', { nickName: nick, style: 'small' });
}

function addRefund(page: UltronBuilder, right: string, refund: Refund, view: RefundView): void {
  const { request } = refund;
  page.add(right, 'refundDetailRows', '8@1', 'separateLine', { lineType: 'lineSeparator' });
  if (!view.noRefundNo) {
    const number = { title: '退款编号', valueOptions: [{ text: request.refundNo }] };
    page.add(right, 'refundDetailRows', '8@2', 'orderDetailRow', number);
  }
  addRow(page, right, 'refundDetailRows', '10', '退款金额', { text: view.half ? '' : price(request.cents) });
  addRow(page, right, 'refundDetailRows', '12', '原因', { text: view.half ? '' : request.reason });
  addRow(page, right, 'refundDetailRows', '14', '要求', { text: view.half ? '' : TYPE_WORDS[request.type] });
  if (!view.half) addRow(page, right, 'refundDetailRows', '16', '说明', { text: request.description });
}

/** The parcel on its way back, once the buyer has entered it. */
function addReturnParcel(page: UltronBuilder, right: string, story: Story, refund: Refund): void {
  const sent = refund.history.find(({ text }) => text.startsWith('买家已退货'));
  if (!sent) return;
  page.add(right, 'logistics', '32', 'logistics', {
    company: story.returnParcel.carrier,
    trackingNum: story.returnParcel.trackingNo,
    latestMsg: '已揽收',
    latestTime: formatTime(sent.at),
  });
}
