import { limits } from '../limits.ts';
import type { VerifierKey } from '../transparency/note.ts';
import type { Witness } from './witness.ts';

/** A witness as its logs see it, ours or anybody's. */
export type Cosigner = Pick<Witness, 'key' | 'addCheckpoint'>;

/**
 * A C2SP witness by its submission prefix. One that does not answer in time, or not in the form, answers 503 here: it
 * is as good as absent. @param url https, or http on this machine
 */
export function remoteWitness(key: VerifierKey, url: string): Cosigner {
  return {
    key,
    addCheckpoint: async (body) => {
      try {
        const answer = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
          method: 'POST',
          body: new Uint8Array(body),
          redirect: 'error',
          signal: AbortSignal.timeout(limits.witnessMilliseconds),
        });
        const text = await answer.text();
        if (text.length > limits.noteBytes)
          return { status: 503, type: 'text/plain', body: 'an answer that is too long' };
        return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: text };
      } catch (error) {
        return { status: 503, type: 'text/plain', body: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
