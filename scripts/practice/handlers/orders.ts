import { legacyJson, quotedJson, scriptJson } from '../pages/legacy-json.ts';
import { newOrderList } from '../pages/order-list-new.ts';
import { oldOrderList } from '../pages/order-list-old.ts';
import { newOrder } from '../pages/order-new.ts';
import { type OrderView, oldOrder } from '../pages/order-old.ts';
import { tmallOrder } from '../pages/order-tmall.ts';
import { renderPage } from '../pages/template.ts';
import { findOrder } from '../story/story.ts';
import type { Order } from '../story/types.ts';
import { type Answer, type Handler, html, json, notFound, type PageRequest, redirect, type World } from '../web.ts';

/** The new list loads its data by script; `?old=1` gives the generation before, with the data in the page. */
export const orderList: Handler = ({ query }, { story, refunds }) =>
  query.has('old')
    ? html(renderPage('order-list-old', {}, `var data = JSON.parse(${quotedJson(oldOrderList(story, refunds, 1))});`))
    : html(renderPage('order-list-new'));

/** Further pages of the old list. */
export const moreOldOrders: Handler = ({ form, query }, { story, refunds }) =>
  bareNumbers(oldOrderList(story, refunds, pageNumber(form.get('pageNum') ?? query.get('pageNum'))));

/** Pages of the new list, asked for across origins as on the real site. */
export const boughtList: Handler = (request, { story, refunds }) => ({
  ...json(newOrderList(story, refunds, pageNumber(request.form.get('page') ?? request.query.get('page')))),
  delay: 250,
});

export const orderData: Handler = ({ form, query }, world) => {
  const order = findOrder(world.story, form.get('bizOrderId') ?? query.get('bizOrderId') ?? '');
  if (!order) return json({ ret: ['FAIL_BIZ_ORDER_NOT_FOUND::订单不存在'], data: {} });
  return { ...json(newOrder(world.story, order, viewOf(form, world))), delay: 250 };
};

/** `trade_item_detail.htm`: new, or with `?old=1` old; Tmall orders are sent to Tmall. */
export const itemDetail: Handler = (request, world) =>
  withOrder(request, world, (order) => {
    if (order.site === 'tmall') return toTmall(order);
    return request.query.has('old') ? oldPage(order, request, world) : newPage(order, world);
  });

export const orderDetailOld: Handler = (request, world) =>
  withOrder(request, world, (order) => (order.site === 'tmall' ? toTmall(order) : oldPage(order, request, world)));

export const orderDetailTmall: Handler = (request, world) =>
  withOrder(request, world, (order) => {
    const data = tmallOrder(world.story, order, viewOf(request.query, world));
    if (request.query.has('practiceData')) return json(data);
    return html(renderPage('order-tmall', { next: nextOf(order, world) }, `var detailData = ${scriptJson(data)}`));
  });

function withOrder({ query }: PageRequest, world: World, answer: (order: Order) => Answer): Answer {
  const order = findOrder(world.story, query.get('bizOrderId') ?? query.get('biz_order_id') ?? '');
  return order ? answer(order) : notFound();
}

function oldPage(order: Order, { query }: PageRequest, world: World): Answer {
  const data = oldOrder(world.story, order, viewOf(query, world));
  if (query.has('practiceData')) return bareNumbers(data);
  const script = `var data = JSON.parse(${quotedJson(data)});\nvar isSeller = false;`;
  return html(renderPage('order-old', { next: nextOf(order, world) }, script));
}

/** JSON in which ids of items are numbers beyond 2^53, as the old pages send it. */
function bareNumbers(data: unknown): Answer {
  return { ...json(null), body: legacyJson(data) };
}

function newPage(order: Order, world: World): Answer {
  return html(renderPage('order-new', { next: nextOf(order, world) }));
}

function toTmall(order: Order): Answer {
  return redirect(`https://trade.tmall.com/detail/orderDetail.htm?biz_order_id=${order.orderNo}&forward_action=`);
}

function viewOf(query: URLSearchParams, { now, refunds }: World): OrderView {
  return { now: now(), book: refunds, half: query.has('half') };
}

/** Number of the next older order of the same site, which `?swap=` changes to. */
function nextOf(order: Order, { story }: World): string {
  const sameSite = story.orders.filter(({ site }) => site === order.site);
  return (sameSite[sameSite.indexOf(order) + 1] ?? sameSite[0] ?? order).orderNo;
}

function pageNumber(text: string | null): number {
  return Math.max(1, Number(text) || 1);
}
