import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { type StartPageSummary, startPageHtml } from '../../../lib/verify/page/html.ts';
import { buildVerifierScript } from '../../../scripts/build/verifier.ts';
import { run } from './tools.ts';

const ACORN = join(import.meta.dirname, '../../../node_modules/.bin/acorn');
const NASTY = `</script><script>alert(1)</script><img src=x onerror=alert(1)> & "quoted" 'too' {{x}} \${y}`;
const summary: StartPageSummary = {
  bundleNo: NASTY,
  createdAt: NASTY,
  software: NASTY,
  manifestSha256: NASTY,
  facts: [{ label: NASTY, value: NASTY }],
  contents: [
    { path: '05_证据册.pdf', note: NASTY },
    { path: 'javascript:alert(1)', note: '' },
    { path: '08_原始证据/', note: '' },
  ],
  evidence: [{ no: NASTY, name: NASTY, capturedAt: NASTY, purpose: NASTY }],
  isStamped: false,
};

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

describe('startPageHtml', () => {
  const { document } = new JSDOM(startPageHtml('void 0', summary)).window;

  it('shows what it is told as text only', () => {
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelectorAll('img, iframe, object, link, [onerror], [onclick]')).toHaveLength(0);
    for (const place of ['.facts dt', '.facts dd', '.contents span', 'tbody th', 'tbody td']) {
      expect(document.querySelector(place)?.textContent).toBe(NASTY);
    }
  });

  it('writes quotation marks so that they end no attribute', () => {
    const html = startPageHtml('void 0', { ...summary, bundleNo: 'x" onload="y', software: "x' y" });
    expect(html).not.toContain('x" onload');
    expect(html).not.toContain("x' y");
  });

  it('links only to files beside it', () => {
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      '05_%E8%AF%81%E6%8D%AE%E5%86%8C.pdf',
      'javascript%3Aalert(1)',
      '08_%E5%8E%9F%E5%A7%8B%E8%AF%81%E6%8D%AE/',
    ]);
  });

  it('states the limits in its first paragraph after the title', () => {
    const text = document.querySelector('.limits')?.textContent ?? '';
    expect(text).toContain('能证明“自某时起未改动”，不能单独证明内容真实');
  });

  it('allows its own script and style and nothing else', () => {
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hashOf('void 0')}`);
    expect(policy).toContain(`style-src ${hashOf(document.querySelector('style')?.textContent ?? '')}`);
  });

  it('is in Chinese, and its sections and inputs have names', () => {
    expect(document.documentElement.lang).toBe('zh-CN');
    for (const section of document.querySelectorAll('section')) {
      const id = section.getAttribute('aria-labelledby') ?? '';
      expect(document.getElementById(id)?.textContent).toBeTruthy();
    }
    for (const input of document.querySelectorAll('input')) expect(input.labels?.[0]?.textContent).toBeTruthy();
  });

  it('leaves out sections that would be empty', () => {
    const html = startPageHtml('void 0', { ...summary, facts: [], evidence: [] });
    expect(html).not.toContain('案情摘要');
    expect(html).not.toContain('证据一览');
  });

  it.each(['"</script>"', '"</SCRIPT "', '"<!--"', 'a\r\nb'])('refuses the script %j', (script) => {
    expect(() => startPageHtml(script, summary)).toThrow(RangeError);
  });
});

describe('buildVerifierScript', () => {
  let script = '';
  beforeAll(async () => {
    script = await buildVerifierScript();
  });

  it('gives one script that can stand in an HTML file', () => {
    expect(script).not.toMatch(/<\/script|<!--|\r/i);
    expect(script).not.toMatch(/\bimport\s*[("']|\bimport\.meta|\bexport\s/);
    expect(() => startPageHtml(script, summary)).not.toThrow();
    expect(gzipSync(script).length).toBeLessThan(29_000);
  });

  it('is the same each time', async () => {
    expect(await buildVerifierScript()).toBe(script);
  });

  it('never makes elements out of text', () => {
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
  });

  it.skipIf(!existsSync(ACORN))('is ES2017', () => {
    const folder = mkdtempSync(join(tmpdir(), 'es2017-'));
    try {
      writeFileSync(join(folder, 'script.js'), script);
      writeFileSync(join(folder, 'newer.js'), 'const { a, ...rest } = b;');
      expect(run(ACORN, ['--ecma2017', '--silent', join(folder, 'script.js')])).toEqual({ status: 0, output: '' });
      expect(run(ACORN, ['--ecma2017', '--silent', join(folder, 'newer.js')]).status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
