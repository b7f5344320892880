import { parentPort, workerData } from 'node:worker_threads';
import { sourceOf, Unreachable } from '../monitor/source.ts';
import { checkSegment, type SegmentFound } from '../transparency/log-directory.ts';
import { LogError, type LogErrorCode } from '../transparency/log-error.ts';

/** One worker of a check of a log: it is told one segment after the other. */
export type SegmentTask = Readonly<{ size: number; segment: number }>;
export type SegmentAnswer =
  | Readonly<{ kind: 'found'; found: SegmentFound }>
  | Readonly<{ kind: 'fault'; code: LogErrorCode; message: string; file: string | undefined }>
  | Readonly<{ kind: 'unreachable'; message: string }>
  | Readonly<{ kind: 'broken'; message: string }>;

const read = sourceOf((workerData as { where: string }).where);

parentPort?.on('message', ({ size, segment }: SegmentTask) => {
  void answer(size, segment).then((message) => parentPort?.postMessage(message));
});

async function answer(size: number, segment: number): Promise<SegmentAnswer> {
  try {
    return { kind: 'found', found: await checkSegment(size, segment, read) };
  } catch (error) {
    if (error instanceof LogError) return { kind: 'fault', code: error.code, message: error.says, file: error.file };
    if (error instanceof Unreachable) return { kind: 'unreachable', message: error.message };
    return { kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
