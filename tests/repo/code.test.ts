import { describe, expect, it } from 'vitest';
import { type Node, OWN_CODE, place, type Source, sources } from './source.ts';

const code = sources(...OWN_CODE);

/** Everything in our code that `find` objects to, with its place. */
function findings(find: (node: Node, parent: Node | null, file: Source) => string | null, within = code): string[] {
  return within.flatMap((file) =>
    file.nodes.flatMap(({ node, parent }) => {
      const words = find(node, parent, file);
      return words ? [`${place(file, node)} ${words}`] : [];
    }),
  );
}

/** The name that is called, read or made: `x.fetch(…)` and `fetch(…)` are both `fetch`. */
function nameOf(node: Node | undefined): string {
  if (node?.type === 'Identifier' || node?.type === 'JSXIdentifier') return node.name;
  if (node?.type !== 'MemberExpression') return '';
  return node.computed ? (node.property.value ?? '') : node.property.name;
}

const HTML_SINKS = ['innerHTML', 'outerHTML', 'srcdoc'];
const HTML_CALLS = [
  'insertAdjacentHTML',
  'write',
  'writeln',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
];
const TIMERS = ['setTimeout', 'setInterval'];

describe('the code of the extension', () => {
  it('puts no text where the browser would take it for HTML or script', () => {
    const found = findings((node) => {
      if (node.type === 'AssignmentExpression' && HTML_SINKS.includes(nameOf(node.left))) return nameOf(node.left);
      if (node.type === 'JSXAttribute' && nameOf(node.name) === 'dangerouslySetInnerHTML')
        return 'dangerouslySetInnerHTML';
      if (node.type === 'NewExpression' && nameOf(node.callee) === 'Function') return 'new Function';
      if (node.type !== 'CallExpression') return null;
      const name = nameOf(node.callee);
      const isDocument = node.callee.type === 'MemberExpression' && nameOf(node.callee.object) === 'document';
      if (HTML_CALLS.includes(name) && (isDocument || !name.startsWith('write'))) return name;
      if (name === 'eval' || (name === 'Function' && node.callee.type === 'Identifier')) return name;
      return TIMERS.includes(name) && node.arguments[0]?.type === 'Literal' ? `${name} of a text` : null;
    });
    expect(found).toEqual([]);
  });

  /**
   * Our own files; the picture that the browser hands over as a `data:` address; pictures of a chat that the page has loaded,
   * out of the browser's cache (ADR 0009); what a page copy takes from there; and what leaves this computer when the user has
   * allowed it: a request to the captured page's own server, and the time-stamp services of the user's choice (ADR 0010).
   */
  const MAY_FETCH = [
    'lib/platform/own-files.ts',
    'lib/platform/screenshots.ts',
    'lib/capture/page-pictures.ts',
    'lib/capture/copy/cached.ts',
    'lib/capture/server-time.ts',
    'lib/platform/stamp-service.ts',
  ];
  const NETWORK = [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'WebTransport',
    'RTCPeerConnection',
    'sendBeacon',
    'importScripts',
  ];

  it('asks no network but for time stamps', () => {
    const found = findings((node, _parent, { path }) => {
      const isUse = node.type === 'CallExpression' || node.type === 'NewExpression';
      const name = isUse ? nameOf(node.callee) : '';
      return NETWORK.includes(name) && !(name === 'fetch' && MAY_FETCH.includes(path)) ? name : null;
    });
    expect(found).toEqual([]);
  });

  it('fetches in six places: from itself, out of the cache, from the captured page’s own server, and time stamps', () => {
    const [ownFiles, screenshots, pictures, cached, serverTime, stamps] = MAY_FETCH.map(
      (path) => code.find((file) => file.path === path)?.code ?? '',
    );
    expect(ownFiles?.match(/fetch\(.*/g)).toEqual([expect.stringContaining('browser.runtime.getURL')]);
    expect(screenshots?.match(/fetch\(.*/g)).toEqual(['fetch(picture)).blob();']);
    expect(pictures?.match(/fetch\(.*/g)).toEqual([
      expect.stringContaining("cache: 'force-cache', credentials: 'omit'"),
    ]);
    expect(cached?.match(/fetch\(.*/g)).toEqual([expect.stringContaining('fetch(address, wish)')]);
    expect(cached).toMatch(/const wish = \{ cache: 'only-if-cached', mode: 'same-origin'/);
    expect(serverTime?.match(/fetch\(.*/g)).toEqual([expect.stringContaining('fetch(url, { ...wish, signal })')]);
    expect(serverTime).toMatch(/const url = location\.href[\s\S]*method: 'HEAD'/);
    expect(code.find(({ path }) => path === 'entrypoints/capture-walker/index.ts')?.code).toContain(
      'serverTime: mayAsk ? askServerTime(Date.now) : null',
    );
    expect(stamps?.match(/fetch\(.*/g)).toEqual(['fetch(url, {']);
  });

  it('asks time-stamp services in the background only, where the round does that asks none while they are off', () => {
    const asking = code.filter(({ imports }) => imports.some(({ file }) => file === 'lib/platform/stamp-service.ts'));
    expect(asking.map(({ path }) => path)).toEqual(['entrypoints/background/stamps.ts']);
    expect(asking[0]?.code.match(/askService/g)).toHaveLength(2); // Imported, and handed to the round.
  });

  it('loads no code from addresses', () => {
    const found = findings((node) => {
      const isOutside =
        node.type === 'ImportExpression' &&
        (node.source.type !== 'Literal' || /^(?:https?:)?\/\//.test(node.source.value));
      return isOutside ? 'import()' : null;
    });
    expect(found).toEqual([]);
  });

  /** One for the extension, one for the page that goes with a bundle. */
  const MAY_LOG = ['lib/platform/report.ts', 'lib/verify/page/start.ts'];

  it('logs in two places', () => {
    const found = findings((node, _parent, { path }) => {
      const isLog = node.type === 'MemberExpression' && nameOf(node.object) === 'console';
      return isLog && !MAY_LOG.includes(path) ? 'console' : null;
    });
    expect(found).toEqual([]);
  });

  it('swallows no error in silence: an empty catch says why', () => {
    const found = findings((node, _parent, { code: text }) => {
      if (node.type !== 'CatchClause' || node.body.body.length > 0) return null;
      return /\/\/|\/\*/.test(text.slice(node.body.start, node.body.end)) ? null : 'empty catch';
    });
    expect(found).toEqual([]);
  });
});

describe('the screens', () => {
  const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
  /** Words of the bundle, which is Chinese whatever the screens speak. */
  const WORDS_OF_THE_BUNDLE: Record<string, readonly string[]> = {
    'components/bundle/Claims.tsx': ['退还货款和服务费用', '退货', '更换', '修理', '重作', '补足商品数量', '赔偿损失'],
    'components/bundle/ComplainantFields.tsx': ['居民身份证'],
  };

  it('have their texts in locales/', () => {
    const screens = sources('components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}');
    const found = findings((node, _parent, { path }) => {
      const text =
        node.type === 'TemplateElement'
          ? node.value.cooked
          : node.type === 'Literal' || node.type === 'JSXText'
            ? node.value
            : '';
      const isOurs = typeof text === 'string' && CHINESE.test(text);
      return isOurs && !WORDS_OF_THE_BUNDLE[path]?.includes(text) ? text.trim() : null;
    }, screens);
    expect(found).toEqual([]);
  });

  it('have no words of other languages between their tags', () => {
    const found = findings((node) =>
      node.type === 'JSXText' && /[a-zA-Z]{2}/.test(node.value) ? node.value.trim() : null,
    );
    expect(found).toEqual([]);
  });
});
