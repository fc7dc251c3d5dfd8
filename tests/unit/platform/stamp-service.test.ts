import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askService } from '../../../lib/platform/stamp-service.ts';
import { UnreachableError } from '../../../lib/stamps/round.ts';

const request = Uint8Array.of(1, 2, 3);

describe('a time-stamp service', () => {
  const asked: { method?: string | undefined; headers: Record<string, unknown>; body: number[] }[] = [];
  let server: Server;
  let base = '';
  beforeAll(async () => {
    server = createServer(async (incoming, response) => {
      const body: number[] = [];
      for await (const chunk of incoming) body.push(...chunk);
      asked.push({ method: incoming.method, headers: incoming.headers, body });
      if (incoming.url === '/error') response.writeHead(500).end('no');
      else if (incoming.url === '/elsewhere') response.writeHead(302, { location: '/' }).end();
      else if (incoming.url === '/large') response.end(Buffer.alloc(1_000_000));
      else response.end(Buffer.from([4, 5]));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const ask = (path: string) => askService({ id: 'x', name: 'x', url: base + path }, request);

  it('gets the request and nothing that tells who asks, and its answer comes back as it is', async () => {
    expect(await ask('/')).toEqual(Uint8Array.of(4, 5));
    const [{ method, headers, body } = { headers: {} }] = asked;
    expect(method).toBe('POST');
    expect(body).toEqual([1, 2, 3]);
    expect(headers).toMatchObject({ 'content-type': 'application/timestamp-query' });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  });

  it.each(['/error', '/elsewhere', '/large'])('that answers %s counts as one that cannot be reached', async (path) => {
    await expect(ask(path)).rejects.toBeInstanceOf(UnreachableError);
    expect(asked.filter(({ method }) => method === 'GET')).toEqual([]);
  });

  it('that is not there cannot be reached', async () => {
    const gone = askService({ id: 'x', name: 'x', url: 'http://127.0.0.1:1/' }, request);
    await expect(gone).rejects.toBeInstanceOf(UnreachableError);
  });
});
