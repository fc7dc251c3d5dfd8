import type { IncomingMessage, ServerResponse } from 'node:http';
import { findHandler } from './routes.ts';
import { type Answer, notFound, type PageRequest, type World } from './web.ts';

export type Overrides = Map<string, { body: string | Buffer; contentType: string }>;

/** Host, path and query of an address served in place of a practice page. */
export function overrideKey(url: URL): string {
  return url.hostname + url.pathname + url.search;
}

/** Answers requests: documents of `overrides` first, then the practice pages. Each request is noted in `log`. */
export function answerRequest(world: World, overrides: Overrides, log: string[]) {
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', `https://${incoming.headers.host ?? 'localhost'}`);
    log.push(url.hostname + url.pathname);
    const replaced = overrides.get(overrideKey(url)) ?? overrides.get(url.hostname + url.pathname);
    const answer: Answer = replaced
      ? { status: 200, headers: { 'content-type': replaced.contentType }, body: replaced.body }
      : await practiceAnswer(incoming, url, world).catch(failure);
    send(response, withCors(incoming, answer));
  };
}

async function practiceAnswer(incoming: IncomingMessage, url: URL, world: World): Promise<Answer> {
  const request: PageRequest = {
    method: incoming.method ?? 'GET',
    host: url.hostname,
    path: url.pathname,
    query: url.searchParams,
    form: new URLSearchParams(incoming.method === 'POST' ? await bodyOf(incoming) : ''),
    cookie: incoming.headers.cookie ?? '',
    referer: incoming.headers.referer ?? '',
  };
  return findHandler(request.host, request.path)?.(request, world) ?? notFound();
}

/** A fault of the practice itself shows in the browser and on the console, and fails the test that meets it. */
function failure(error: unknown): Answer {
  console.error(error);
  return { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: String(error) };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The data service is asked from pages of other origins. */
function withCors(incoming: IncomingMessage, answer: Answer): Answer {
  const { origin, host } = incoming.headers;
  if (!origin || !host?.startsWith('h5api.')) return answer;
  return { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': origin } };
}

function send(response: ServerResponse, { status, headers, body, delay = 0 }: Answer): void {
  const write = () => response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
  if (delay > 0) setTimeout(write, delay);
  else write();
}
