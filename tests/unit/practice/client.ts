import { request } from 'node:https';
import { runInNewContext } from 'node:vm';
import type { PracticeServer } from '../../../scripts/practice/server.ts';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  bytes: Buffer;
}

/** Asks the practice server for `url` as a browser with its host rules would; `form` makes it a POST. */
export function ask(
  { port }: PracticeServer,
  url: string,
  form?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const { host, pathname, search } = new URL(url);
  const options = {
    port,
    host: '127.0.0.1',
    path: pathname + search,
    method: form ? 'POST' : 'GET',
    headers: { host, ...headers },
    rejectUnauthorized: false,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: bytes.toString('utf8'), bytes });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(form ? new URLSearchParams(form).toString() : undefined);
  });
}

/** What the inline scripts of a page leave behind as globals. */
export function inlineGlobals(html: string): Record<string, unknown> {
  const globals: Record<string, unknown> = {};
  globals.window = globals;
  for (const [, script = ''] of html.matchAll(/<script>([\s\S]*?)<\/script>/gu)) runInNewContext(script, globals);
  return globals;
}
