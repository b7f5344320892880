import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limits } from '../limits.ts';
import type { Witness, WitnessAnswer } from './witness.ts';

/** A witness that listens: `POST /add-checkpoint`, and for monitors `GET /checkpoint?origin=`. */
export type ServedWitness = Readonly<{ url: string; close: () => Promise<void> }>;

/** @param journal is told what should have been impossible; the client hears 500 and nothing more */
export async function serveWitness(
  witness: Witness,
  at: Readonly<{ host: string; port: number }>,
  journal: (error: unknown) => void,
): Promise<ServedWitness> {
  const options = { requestTimeout: limits.headerMilliseconds, headersTimeout: limits.headerMilliseconds, maxHeaderSize: limits.headerBytes }; // prettier-ignore
  const server = createServer(options, (incoming, outgoing) => {
    void (async () => {
      let answer: WitnessAnswer;
      try {
        const url = new URL(incoming.url ?? '/', 'http://witness');
        if (url.pathname === '/add-checkpoint' && incoming.method === 'POST') {
          const body = await readBody(incoming);
          answer = body === undefined ? plain(413, 'too large') : await witness.addCheckpoint(body);
        } else if (url.pathname === '/checkpoint' && incoming.method === 'GET') {
          const note = await witness.latest(url.searchParams.get('origin') ?? '');
          answer = note === undefined ? plain(404, 'nothing was signed') : plain(200, new TextDecoder().decode(note).trimEnd()); // prettier-ignore
        } else answer = plain(['/add-checkpoint', '/checkpoint'].includes(url.pathname) ? 405 : 404, 'not here');
      } catch (error) {
        journal(error);
        answer = plain(500, 'something failed here');
      }
      outgoing.writeHead(answer.status, { 'Content-Type': answer.type, 'Cache-Control': 'no-store' });
      outgoing.end(answer.body);
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}`, close };
}

const plain = (status: number, text: string): WitnessAnswer => ({ status, type: 'text/plain; charset=utf-8', body: `${text}\n` }); // prettier-ignore

async function readBody(incoming: AsyncIterable<Buffer>): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length > 2 * limits.noteBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
