import type { RefundBook } from './refunds.ts';
import type { Story } from './story/types.ts';

/** What a page is made from. */
export interface World {
  story: Story;
  refunds: RefundBook;
  now: () => number;
}

export interface PageRequest {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  /** Fields of a posted form. */
  form: URLSearchParams;
  cookie: string;
  referer: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Waits this long before answering, in ms. */
  delay?: number;
}

export type Handler = (request: PageRequest, world: World) => Answer;

export function html(body: string, status = 200): Answer {
  // The whole address goes along with requests for pictures, so that `?imgDelay=` of the page reaches them.
  const headers = { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'unsafe-url' };
  return { status, headers, body };
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

export function redirect(location: string, headers: Record<string, string> = {}): Answer {
  return { status: 302, headers: { location, ...headers }, body: '' };
}

export function notFound(): Answer {
  return html('<!doctype html><meta charset="utf-8"><title>404</title><p>没有这个页面（练习服务器）</p>', 404);
}
