import { h } from './dom.js';

/** The box with which the platform asks whether a person is there. Nothing can be done with it. */
export function showBlock(parent) {
  parent.append(
    h(
      'div',
      { id: 'baxia-dialog-content', class: 'block-box card' },
      h('h1', {}, '请完成验证'),
      h('p', { class: 'muted' }, '系统检测到访问异常，请拖动滑块完成验证后继续。（练习页面，滑块不会动）'),
      h(
        'div',
        { class: 'nc-container', id: 'nc_1' },
        h(
          'div',
          { id: 'nc_1_wrapper', class: 'nc_wrapper' },
          h('span', { id: 'nc_1_n1z', class: 'btn_slide', 'aria-hidden': 'true' }, '»'),
          h('span', { class: 'nc-lang-cnt' }, '请按住滑块，拖动到最右边'),
        ),
      ),
    ),
  );
}
