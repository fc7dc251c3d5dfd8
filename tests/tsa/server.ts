import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from '../../scripts/practice/certificate.ts';
import { TestAuthority } from './authority.ts';

/** A time-stamp service over HTTPS on this machine. */
export interface StampServer {
  authority: TestAuthority;
  /** Value for Chromium's `--host-resolver-rules`. */
  hostRules: string;
  /** Names the server's key, for a browser that is to trust it. */
  trustedKey: string;
  /** What came in, in order: host, content type, length, and whether there was anything that tells who asks. */
  requests: { host: string; type: string; bytes: number; cookie: string; referer: string; origin: string }[];
  /** Answers nothing but errors while true. */
  isDown: boolean;
  close(): Promise<void>;
}

/** Starts one that answers under the names of `hosts`. */
export async function startStampServer(hosts: string[]): Promise<StampServer> {
  const authority = new TestAuthority();
  authority.addLeaf({ name: 'leaf' });
  const certificate = await createCertificate(hosts);
  const server = createServer(certificate, async (incoming, response) => {
    const body = await bodyOf(incoming);
    const { host = '', cookie = '', referer = '', origin = '', 'content-type': type = '' } = incoming.headers;
    running.requests.push({ host, type, bytes: body.length, cookie, referer, origin });
    if (running.isDown || incoming.method !== 'POST') response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(authority.reply(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const running: StampServer = {
    authority,
    hostRules: hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', '),
    trustedKey: certificate.keyDigest,
    requests: [],
    isDown: false,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      authority.remove();
    },
  };
  return running;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
