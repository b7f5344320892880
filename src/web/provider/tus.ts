import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { DataStore, MemoryLocker, Server, Upload } from '@tus/server';
import type { Refused } from '../../acts/answer.ts';
import { limits } from '../../limits.ts';
import { callerOf } from '../api/caller.ts';
import { problemAnswer } from '../api/problem.ts';
import { lastPart } from '../body.ts';
import type { Door, Http, HttpContext } from '../door.ts';
import { paths } from '../paths.ts';
import { refusalStatus } from '../problem-page.ts';
import { cameFromHere } from '../session.ts';

/**
 * Uploads that go on where they were cut: tus 1.0 (creation, termination) at a case's own address, for our page by its
 * session and for programs by their signature. Who may upload is decided before the protocol is spoken.
 */
export function uploadRoutes(app: Hono<Http>, door: Door): void {
  const locker = new MemoryLocker();
  const methods = ['POST', 'PATCH', 'DELETE'];
  const answer = async (c: HttpContext): Promise<Response> => {
    const caller = await uploaderOf(c, door);
    if (caller instanceof Response) return caller;
    const frame = { mandate: caller.mandate, caseId: c.req.param('id') ?? '' };
    const admitted = await door.acts.seeUploads(frame);
    if (admitted.kind === 'refused') return problemAnswer(c, door.words, admitted);
    const server = new Server({
      path: paths.uploads(frame.caseId),
      datastore: new CaseUploads(door, frame),
      locker,
      maxSize: limits.exhibitBytes,
      // Its own default answers every origin; nobody from elsewhere uploads here.
      allowedOrigins: [],
      relativeLocation: true,
      namingFunction: () => randomUUID(),
      onResponseError: (_, error) => refusalOf(error, door),
    });
    const made = await server.handleWeb(c.req.raw);
    if (caller.unchanged()) return made;
    await door.acts.dropUpload({ ...frame, uploadId: c.req.param('upload') ?? '' });
    return problemAnswer(c, door.words, { kind: 'not-believed', why: 'the body is not the one that was signed' });
  };
  app.on(methods, paths.uploads(':id'), answer);
  // A HEAD is routed as the GET of its path, and still says that it is one.
  app.on([...methods, 'GET'], paths.upload(':id', ':upload'), answer);
  app.get(paths.uploads(':id'), async (c) => {
    const caller = await uploaderOf(c, door);
    if (caller instanceof Response) return caller;
    const seen = await door.acts.seeUploads({ mandate: caller.mandate, caseId: c.req.param('id') ?? '' });
    if (seen.kind === 'refused') return problemAnswer(c, door.words, seen);
    return c.json(seen.uploads.map(({ id, name, announced, received, sha256 }) => ({ id, name, announced, received, ...(sha256 !== undefined && { sha256 }) }))); // prettier-ignore
  });
}

type Uploader = Readonly<{ mandate: string; unchanged: () => boolean }>;

/** A page of ours by its session and origin, a program by what it signed. A cookie from elsewhere counts for nothing. */
async function uploaderOf(c: HttpContext, door: Door): Promise<Uploader | Response> {
  const session = c.get('session');
  if (session !== undefined) {
    const isOurs = cameFromHere(c, door);
    if (!isOurs) return problemAnswer(c, door.words, { kind: 'not-from-here' });
    return { mandate: session.mandate.id, unchanged: () => true };
  }
  const caller = await callerOf(c, door);
  if (caller instanceof Response) return caller;
  return { mandate: caller.mandate.id, unchanged: caller.body.matches };
}

/** What a hook of the protocol may throw: a status and a body. */
class Stopped extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(body);
    this.status_code = status;
    this.body = body;
  }
}

/** The protocol's own errors in its own words; ours in ours; what should be impossible is journalled and says nothing. */
function refusalOf(
  error: Error | Readonly<{ status_code: number; body: string }>,
  door: Door,
): { status_code: number; body: string } {
  if ('status_code' in error) return { status_code: error.status_code, body: error.body };
  door.journal(error);
  return { status_code: 500, body: door.words.problems.broken.body };
}

/** The protocol's store, over the acts of one person on one case. */
class CaseUploads extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination'];
  readonly #door: Door;
  readonly #frame: Readonly<{ mandate: string; caseId: string }>;

  constructor(door: Door, frame: Readonly<{ mandate: string; caseId: string }>) {
    super();
    this.#door = door;
    this.#frame = frame;
  }

  override async create(upload: Upload): Promise<Upload> {
    const name = lastPart(upload.metadata?.['filename'] ?? undefined);
    const begun = await this.#door.acts.beginUpload({ ...this.#frame, uploadId: upload.id, name, announced: upload.size ?? 0 }); // prettier-ignore
    if (begun.kind === 'refused') throw this.#stopped(begun);
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const seen = await this.#door.acts.seeUploads(this.#frame);
    if (seen.kind === 'refused') throw this.#stopped(seen);
    const found = seen.uploads.find((each) => each.id === id);
    if (found === undefined) throw this.#stopped({ kind: 'refused', code: 'unknown-upload' });
    return new Upload({
      id,
      size: found.announced,
      offset: found.received,
      metadata: { filename: found.name },
      creation_date: found.beganAt,
    });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const kept = await this.#door.acts.continueUpload({ ...this.#frame, uploadId: id, offset, content: stream });
    if (kept.kind === 'refused') throw this.#stopped(kept);
    return kept.received;
  }

  override async remove(id: string): Promise<void> {
    const dropped = await this.#door.acts.dropUpload({ ...this.#frame, uploadId: id });
    if (dropped.kind === 'refused') throw this.#stopped(dropped);
  }

  #stopped({ code, about = [] }: Refused): Stopped {
    return new Stopped(refusalStatus[code], [this.#door.words.refusals[code].body, ...about].join('\n'));
  }
}
