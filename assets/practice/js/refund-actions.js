import { h } from './dom.js';

const REFUSE_REASONS = ['商品没问题，买家举证无效', '申请的退款类型不对，请修改', '运费由谁承担还没谈好', '其他'];

function textarea(name, title, placeholder) {
  return h('label', { class: 'field' }, title, h('textarea', { name, rows: 3, maxlength: 200, placeholder }));
}

function refusalFields() {
  return [
    h('p', { class: 'tips warn' }, '拒绝之后，买家可以要求客服介入，请如实填写理由。'),
    h(
      'label',
      { class: 'field' },
      '拒绝原因',
      h(
        'select',
        { name: 'reason' },
        REFUSE_REASONS.map((reason) => h('option', {}, reason)),
      ),
    ),
    textarea('note', '拒绝说明', '请填入拒绝说明'),
  ];
}

/** Acts on the refund the address names, which after `?swap=` is another than the document was loaded for. */
async function post(fields) {
  const query = new URLSearchParams(location.search);
  const which = query.has('disputeId') ? 'disputeId' : 'bizOrderId';
  const answer = await fetch('/dispute/adjust/adjustDetail.json', {
    method: 'POST',
    body: new URLSearchParams({ [which]: query.get(which), ...fields }),
  });
  const { success, message } = await answer.json();
  if (!success) alert(message);
  location.reload();
}

function askFirst(place, { title, btnId, asks }) {
  const fields = asks === 'refusal' ? refusalFields() : [textarea('note', '说明', '请说明您的诉求和已有的凭证')];
  const send = (event) => {
    event.preventDefault();
    post({ action: btnId, ...Object.fromEntries(new FormData(event.target)) });
  };
  const cancel = h('button', { type: 'button', class: 'button', onclick: () => place.replaceChildren() }, '取消并返回');
  const submit = h('button', { type: 'submit', class: 'button primary', id: `${btnId}-submit` }, title);
  place.replaceChildren(
    h('form', { class: 'ask', onsubmit: send }, fields, h('div', { class: 'buttons' }, submit, cancel)),
  );
}

/** The buttons of a refund page; those that need words open a small form first. */
export function actionButtons(options) {
  const place = h('div', { class: 'ask-place' });
  const button = (option) =>
    h(
      'button',
      {
        type: 'button',
        id: option.btnId,
        class: option.style === 'highlight' ? 'button button-item primary' : 'button button-item',
        onclick: () => (option.asks ? askFirst(place, option) : post({ action: option.btnId })),
      },
      option.title,
    );
  return h('div', {}, h('div', { class: 'buttons' }, options.map(button)), place);
}
