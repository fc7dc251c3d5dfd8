import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from './certificate.ts';
import { answerRequest, type Overrides, overrideKey } from './listener.ts';
import type { RefundState } from './refund-types.ts';
import { createRefundBook, type RefundBook } from './refunds.ts';
import { createStory } from './story/story.ts';
import type { Story } from './story/types.ts';
import { type PracticeUrls, practiceUrls } from './urls.ts';

/** Hosts that lead to the practice server; pages of the other marketplaces can be served there by `serve`. */
const HOSTS = [
  '*.taobao.com',
  '*.tmall.com',
  '*.alicdn.com',
  '*.tmall.hk',
  '*.1688.com',
  '*.goofish.com',
  '*.jd.com',
  '*.jd.hk',
  '*.yangkeduo.com',
  '*.pinduoduo.com',
];

export interface PracticeOptions {
  /** Clock of the server; the story is laid out from its first reading, countdowns run by later ones. */
  now?: () => number;
  /** 0, the default, takes any free port. */
  port?: number;
  /** State in which the refund of the mushrooms begins; `refused` unless told otherwise. */
  refundState?: RefundState;
}

export interface PracticeServer {
  port: number;
  /** Value for Chromium's `--host-resolver-rules`. */
  hostRules: string;
  /** Names the server's key, for a browser that is to trust it. */
  trustedKey: string;
  urls: PracticeUrls;
  story: Story;
  refund: RefundBook;
  /**
   * Answers `url` with this document instead of a practice page, on any host. Without a query every query fits;
   * with one only exactly that.
   */
  serve(url: string, body: string | Buffer, contentType?: string): void;
  /** Host and path of every request so far, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** Starts the practice marketplace over HTTPS on 127.0.0.1. It needs no network and keeps its state in memory. */
export async function startPracticeServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  const now = options.now ?? Date.now;
  const story = createStory(now());
  const refunds = createRefundBook(story, now, options.refundState ?? 'refused');
  const overrides: Overrides = new Map();
  const requests: string[] = [];
  const certificate = await createCertificate([...HOSTS, '*.m.taobao.com', 'localhost']);
  const server = createServer(certificate, answerRequest({ story, refunds, now }, overrides, requests));
  const port = await listen(server, options.port ?? 0);
  return {
    port,
    trustedKey: certificate.keyDigest,
    hostRules: HOSTS.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', '),
    urls: practiceUrls(story),
    story,
    refund: refunds,
    serve(url, body, contentType = 'text/html; charset=utf-8') {
      overrides.set(overrideKey(new URL(url)), { body, contentType });
    },
    requests,
    close: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
