import { scriptJson } from '../pages/legacy-json.ts';
import { type RefundView, refundPage } from '../pages/refund.ts';
import { renderPage } from '../pages/template.ts';
import { act, type Viewer } from '../refund-actions.ts';
import type { Refund } from '../refund-types.ts';
import { type Handler, html, json, notFound, type PageRequest, type World } from '../web.ts';

/** A `disputeId` in the address is how the seller comes; the buyer comes by an order number. */
function viewerOf(query: URLSearchParams): Viewer {
  return query.has('disputeId') ? 'seller' : 'buyer';
}

function refundOf(query: URLSearchParams, { refunds }: World): Refund | undefined {
  return refunds.get(query.get('disputeId') ?? '') ?? refunds.ofOrder(query.get('bizOrderId') ?? '');
}

function viewOf({ query }: PageRequest, { now }: World): RefundView {
  return {
    viewer: viewerOf(query),
    now: now(),
    noRefundNo: query.has('noRefundNo'),
    half: query.has('half'),
  };
}

export const refundDetail: Handler = (request, world) => {
  const refund = refundOf(request.query, world);
  if (!refund) return notFound();
  const data = refundPage(world.story, refund, viewOf(request, world));
  if (request.query.has('practiceData')) return json(data);
  const next = nextAddress(refund, request, world);
  const script = `var disputeData = ${scriptJson(data)};`;
  return html(renderPage('refund', { next }, script));
};

/** What the buttons post; the page loads itself again afterwards. */
export const adjustRefund: Handler = ({ form }, world) => {
  const refund = refundOf(form, world);
  const words = { ...field(form, 'reason'), ...field(form, 'note') };
  const done = refund && act(world.refunds, refund, form.get('action') ?? '', words);
  return done ? json({ success: true }) : json({ success: false, message: '当前状态不能这样操作' }, 409);
};

function field<Name extends string>(form: URLSearchParams, name: Name): Partial<Record<Name, string>> {
  const value = form.get(name);
  return (value ? { [name]: value } : {}) as Partial<Record<Name, string>>;
}

/** The other Taobao refund, on the same host: what `?swap=` changes to. */
function nextAddress(refund: Refund, { query }: PageRequest, { story }: World): string {
  const { finishedRefund, refund: main } = story;
  const next = refund.request.refundNo === main.refundNo ? finishedRefund : main;
  return viewerOf(query) === 'seller' ? `?disputeId=${next.refundNo}` : `?bizOrderId=${next.subOrderNo}&disputeType=1`;
}
