import { afterEach, describe, expect, it, vi } from 'vitest';
import { Content } from '../../../lib/reading/content.ts';
import { pageDocuments, readLines } from '../../../lib/reading/lines.ts';
import { visibility } from '../../../lib/reading/visibility.ts';
import { opened, textOf } from './page.ts';

describe('lines', () => {
  it.each([
    ['blocks and breaks end a line', '<div>一<p>二</p>三<br>四</div>', ['一', '二', '三', '四']],
    ['inline elements do not', '<p>实<b>付</b> <i>款</i></p>', ['实付 款']],
    ['cells stand apart', '<table><tr><td>一</td><td>二</td></tr></table>', ['一', '二']],
    ['preformatted text keeps its lines', '<pre>一\n二</pre>', ['一', '二']],
    ['white space is one space', '<p>一 \n\t 二　三&nbsp;四</p>', ['一 二 三 四']],
    [
      'scripts, styles and drafts are no text',
      '<script>一</script><style>二</style><textarea>三</textarea><p>四</p>',
      ['四'],
    ],
    ['struck prices are no prices', '<p>￥8 <s>￥12</s><del>￥13</del><strike>￥14</strike></p>', ['￥8']],
    [
      'a closed fold shows its summary',
      '<details><summary>一</summary>二</details><details open><summary>三</summary>四</details>',
      ['一', '三', '四'],
    ],
    ['a closed dialog shows nothing', '<dialog>一</dialog><dialog open>二</dialog>', ['二']],
    ['a tooltip says nothing', '<div role="tooltip">一</div>', []],
  ])('%s', (_name, html, lines) => {
    expect(textOf(html)).toEqual(lines);
  });

  it.each([
    ['hidden', '<p hidden>一</p>'],
    ['display', '<div style="color:red; display : none"><p>一</p></div>'],
    ['visibility', '<p style="visibility:hidden">一</p>'],
    ['a style sheet', '<style>.x .y{display:none}</style><div class="x"><p class="y">一</p></div>'],
    ['a style sheet, above', '<style>.x{display:none!important}</style><div class="x"><div><p>一</p></div></div>'],
  ])('leaves out what is hidden by %s', (_by, html) => {
    expect(textOf(`${html}<p>二</p>`)).toEqual(['二']);
  });

  it('shows what a later rule shows again', () => {
    expect(
      textOf('<style>.x{display:none}.x.on{display:block}</style><p class="x on">一</p><p class="x">二</p>'),
    ).toEqual(['一']);
  });

  it('is not confused by selectors it does not know', () => {
    expect(
      textOf('<style>p:unknown-pseudo(x){display:none}::-webkit-scrollbar{display:none}</style><p>一</p>'),
    ).toEqual(['一']);
  });

  it('reads open shadow trees, slots and frames, and asks no closed one', () => {
    const document = opened(
      `<app-root><template shadowrootmode="open"><p>影</p><order-list><template shadowrootmode="open"><p>里</p><slot></slot></template><b>投</b></order-list></template></app-root>
       <iframe srcdoc="&lt;p&gt;框&lt;/p&gt;&lt;iframe srcdoc='&amp;lt;p&amp;gt;框中框&amp;lt;/p&amp;gt;'&gt;&lt;/iframe&gt;"></iframe>`,
    );
    const closed = document.createElement('div');
    closed.attachShadow({ mode: 'closed' }).innerHTML = '<p>闭</p>';
    document.body.append(closed);
    expect(readLines(document).map(({ text }) => text)).toEqual(['影', '里', '投', '框', '框中框']);
    expect(pageDocuments(document)).toHaveLength(3);
  });

  it('passes over frames of other origins', () => {
    const document = opened('<iframe></iframe><p>一</p>');
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    Object.defineProperty(frame, 'contentDocument', {
      get: () => {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    });
    expect(readLines(document).map(({ text }) => text)).toEqual(['一']);
  });
});

describe('visibility in a page that has a layout', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** jsdom has none: this stands in for what a browser answers. */
  function rendered(html: string, isVisible: (element: Element) => boolean, display = 'block') {
    const document = opened(html);
    for (const element of document.querySelectorAll('*')) {
      Object.assign(element, { checkVisibility: () => isVisible(element) });
    }
    const isShown = visibility();
    vi.stubGlobal('getComputedStyle', () => ({ display }));
    return (selector: string) => isShown(document.querySelector(selector) as Element);
  }

  it('believes the browser', () => {
    const isShown = rendered('<p id=a hidden>一</p><p id=b>二</p>', ({ id }) => id === 'a');
    expect([isShown('#a'), isShown('#b')]).toEqual([true, false]);
  });

  it('looks at the parent of a box that is only its contents', () => {
    const isShown = rendered(
      '<div id=a><p id=b style="display:contents">一</p></div>',
      ({ id }) => id === 'a',
      'contents',
    );
    expect(isShown('#b')).toBe(true);
  });
});

describe('content', () => {
  it.each([
    ['recommendations', '<p>订单</p><section><h3>猜你喜欢</h3><p>别的</p></section><p>后</p>', ['订单', '后']],
    [
      'recommendations with tools in their head',
      '<div><div><h3>猜你喜欢</h3><a>换一批</a></div><ul><li>别的</li></ul></div><p>后</p>',
      ['后'],
    ],
    [
      'navigation',
      '<nav>首页</nav><div id="J_SiteNav">我的淘宝</div><div class="site-nav">购物车</div><p>订单</p>',
      ['订单'],
    ],
    ['search', '<div role="search">热搜</div><div class="search-suggest">手机</div><p>订单</p>', ['订单']],
    [
      'the site’s footer, not a card’s',
      '<ul><li class="order"><p>订单</p><footer>实付款</footer></li></ul><footer>关于淘宝</footer>',
      ['订单', '实付款'],
    ],
    ['help', '<p>订单</p><div><h4>常见问题</h4><p>怎么退款</p></div>', ['订单']],
  ])('leaves out %s', (_what, html, lines) => {
    expect(textOf(html)).toEqual(lines);
  });

  it('finds elements where it finds text', () => {
    const content = new Content(
      opened(
        '<a class=x>一</a><a class=x hidden>二</a><nav><a class=x>三</a></nav><div><h3>猜你喜欢</h3><a class=x>四</a></div><iframe srcdoc="<a class=x>五</a>"></iframe>',
      ),
    );
    expect(content.query('a.x').map(({ textContent }) => textContent)).toEqual(['一', '五']);
  });

  it('keeps to the boxes it is told', () => {
    const document = opened('<div id=a><p>一</p></div><div id=b><p>二</p></div>');
    const content = new Content(document);
    content.keepOnly([document.querySelector('#b') as Element]);
    expect([content.lines.map(({ text }) => text), content.query('p').length]).toEqual([['二'], 1]);
  });
});
