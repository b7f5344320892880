import type { HandOver } from '../acts/collect.ts';
import { writeZip } from '../evidence/zip-writer.ts';
import type { HttpContext } from './door.ts';
import { shortId } from './parts/say.ts';

/** The package of a case as a ZIP, written while it is sent. */
export function packageAnswer(c: HttpContext, caseId: string, handOver: HandOver): Response {
  const files = [...handOver].map(([name, source]) => ({ name, source }));
  return c.body(ReadableStream.from(writeZip(files)), 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="proviso-${shortId(caseId)}.zip"`,
  });
}
