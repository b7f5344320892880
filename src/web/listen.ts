import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { limits } from '../limits.ts';

/** A server that listens, and how to end it. */
export type Listening = Readonly<{
  address: string;
  /** Takes nothing new, finishes what was accepted, then ends; after `limits.shutdownMilliseconds` it ends anyway. */
  close: () => Promise<void>;
}>;

type Handler = Readonly<{ fetch: (http: Request, env?: unknown) => Response | Promise<Response> }>;

/** Serves on one address. A client that is slow with its headers or its body is let go (limits.ts). */
export async function listen(app: Handler, at: Readonly<{ host: string; port: number }>): Promise<Listening> {
  const answer = getRequestListener((http, env) => app.fetch(http, env), { overrideGlobalObjects: false });
  const server = createServer(
    {
      headersTimeout: limits.headerMilliseconds,
      requestTimeout: limits.messageMilliseconds,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: limits.headerBytes,
    },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), limits.shutdownMilliseconds);
  await ended;
  clearTimeout(timer);
}
