import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on 127.0.0.1 that leads every secure connection to one port of this machine, whatever host was asked for. */
export interface Tunnel {
  port: number;
  close: () => Promise<void>;
}

/**
 * Opens a tunnel to `target`: with it as its proxy, a browser shows the practice marketplace at the real addresses. Nothing
 * else can be reached through it.
 */
export async function openTunnel(target: number): Promise<Tunnel> {
  const open = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('connect', (_request, client) => {
    const inside = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      inside.pipe(client).pipe(inside);
    });
    // Either end may go at any time, as browsers do with tabs that are closed.
    inside.on('error', () => client.destroy());
    client.on('error', () => inside.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
