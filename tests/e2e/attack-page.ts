/** One red pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * A page that calls `hit` in every way we know of, so that a copy of it that can do anything does it; and that shows what a
 * copy has to keep: form state, open shadow trees, styles given by scripts, a frame, a drawing, pictures.
 */
export const ATTACK_PAGE = `<!DOCTYPE html>
<html lang="zh" onclick="hit('html')"><head><title>测试页面</title>
<base href="/deep/"><link rel="preload" as="image" href="/preload.png"><link rel="stylesheet" href="/attack.css">
<meta http-equiv="refresh" content="3600;url=/refreshed">
<style>
  body { font: 16px/20px sans-serif; margin: 8px } a:link { color: rgb(1, 2, 3) }
  #styled { background: url(/background.png); content: "\\3c /style>\\3c img src=x onerror=hit('css')>" }
  #scroller { height: 40px; overflow: auto } #scroller p { margin: 0; height: 100px }
</style>
<script>window.hits = []; window.hit = (how) => hits.push(how);</script></head>
<body onload="hit('load')">
<h1 id="title" class="rr-mask">被点名的标题</h1><p id="blocked" class="rr-block">不许藏起来的文字</p>
<a id="bad" href="javascript:hit('link')">坏链接</a> <a id="good" href="/page?a=1" ping="/ping" target="_blank">好链接</a>
<img id="own" src="/own.png" srcset="/own.png 1x" onload="hit('image')" width="20" height="20">
<img id="foreign" src="https://img.alicdn.com/foreign.png" width="30" height="20" alt="别站的图片">
<img src="/broken.png" onerror="hit('broken')">
<svg width="20" height="20"><script>hit('svg')</script><a href="javascript:hit('svg link')"><animate attributeName="href"
  values="javascript:hit('animate')" /><circle r="9" cx="9" cy="9" /></a><use href="/sprite.svg#a" /></svg>
<form action="/post" onsubmit="hit('form')"><input id="typed" value="旧值"><input type="hidden" name="_tb_token_" value="SECRET-TOKEN">
  <input id="password" type="password" value="SECRET-PASSWORD"><input id="checked" type="checkbox" checked>
  <textarea id="area">旧字</textarea><select id="select"><option value="1">一</option><option value="2">二</option></select>
  <button formaction="javascript:hit('button')">提交</button></form>
<div id="host"></div><canvas id="canvas" width="30" height="30"></canvas><video src="/v.mp4" autoplay onerror="hit('video')"></video>
<iframe id="frame" srcdoc="<p>内页的文字</p><script>parent.hit('frame')</script><img src=x onerror=parent.hit('frame image')>"></iframe>
<iframe src="https://market.m.taobao.com/other-site"></iframe><object data="/o.svg"></object><embed src="/e.svg">
<noscript><img src="/noscript.png"></noscript><template><img src="x" onerror="hit('template')"></template>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hit('mutation')&gt;"></table></mtext></math>
<div id="styled" contenteditable autofocus onfocus="hit('focus')" style="background-image:url('/inline.png')">可编辑的字</div>
<xmp><img src=x onerror=hit('xmp')></xmp><x-card>自定义元素</x-card>
<div id="scroller"><p>看得见的一行</p><p>滚动框里看不见的一行</p></div>
<p id="wrapped" style="width:160px">这一段文字很长需要折成好几行才能放得下所以每一行都有自己的位置</p>
<pre id="long" style="height:40px;overflow:auto"></pre>
<p style="visibility:hidden">藏着的字</p><p style="position:absolute;top:9000px">窗口之外的字</p>
<script>
  typed.value = '新值'; checked.checked = false; area.value = '改过的<b>字'; select.value = '2';
  long.append(Array.from({ length: 3000 }, (_, index) => '第' + index + '行').join('\\n')); long.scrollTop = 1500 * 20;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<style>p{color:rgb(9,8,7)}</style><p>影子里的字</p><slot></slot><img src=x onerror="hit(\\'shadow\\')">';
  host.append('插槽里的字');
  const sheet = new CSSStyleSheet(); sheet.replaceSync('h1{letter-spacing:3px}'); document.adoptedStyleSheets = [sheet];
  const inner = new CSSStyleSheet(); inner.replaceSync('p{font-weight:700}'); shadow.adoptedStyleSheets = [inner];
  canvas.getContext('2d').fillRect(0, 0, 30, 30);
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = '</style><img src=x onerror=hit("svg style")>'; document.querySelector('svg').append(style);
  const odd = document.createElement('div'); odd.setAttribute('x', '"><img src=x onerror=hit("attribute")>'); document.body.append(odd);
</script></body></html>`;
