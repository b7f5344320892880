import { streamOf, type ByteSource } from '../evidence/byte-source.ts';
import { fileNames } from '../evidence/hand-over-files.ts';
import { sha256Of } from '../evidence/hash-items.ts';
import { parseShowing, shownEntry, type Showing } from '../evidence/showing.ts';
import { LogError } from '../transparency/log-error.ts';
import { leafHash, verifyInclusion } from '../transparency/merkle.ts';
import { open } from './opened.ts';
import { once, type ReadFile } from './package-reader.ts';
import { runSteps, type Step } from './step.ts';
import { must, VerifyError } from './verify-error.ts';

/** Checks that one item was among those produced, and was withheld from a hand-over. Offline, without any secret. */

export const showingSteps = ['hand-over', 'item', 'place'] as const;
export type ShowingStep = (typeof showingSteps)[number];

export type ShowingVerification = Readonly<{
  format: 'proviso-showing-verification/1';
  ok: boolean;
  steps: readonly Step<ShowingStep>[];
  notes: readonly string[];
}>;

/** @param shown the item's bytes, as they were produced */
export async function checkShowing(
  read: ReadFile,
  showingBytes: Uint8Array,
  shown: ByteSource,
  trusted: Readonly<{ logKey?: string; policy?: string }> = {},
): Promise<ShowingVerification> {
  const opened = open(read, { logKey: trusted.logKey, policy: trusted.policy });
  const showing = once(() => Promise.resolve(readShowing(showingBytes)));
  const steps = await runSteps(showingSteps, {
    'hand-over': async () => {
      const { caseId, items } = await opened.manifest();
      must(caseId === (await showing()).caseId, 'contradiction', 'showing', 'the showing is of another case');
      return `The manifest is the one that was logged at release; ${items.size} items were produced.`;
    },
    item: async () => {
      const { item, exhibit } = await showing();
      const { produced } = await opened.manifest();
      must(item === (await sha256Of(streamOf(shown))), 'changed', 'item', 'this is not the item that is shown');
      must(produced.some(({ sha256 }) => sha256 === exhibit), 'contradiction', 'showing', 'its exhibit was not produced'); // prettier-ignore
      return `The item of ${shown.size} bytes lay in exhibit ${exhibit}.`;
    },
    place: async () => {
      const said = await showing();
      const { items } = await opened.manifest();
      checkPlace(said, items);
      return `It was produced, and withheld: ${said.reasons.join(', ')}.`;
    },
  });
  return {
    format: 'proviso-showing-verification/1',
    ok: steps.every(({ ok }) => ok),
    steps,
    notes: ['Nothing is shown of any other item, nor of where in its exhibit this one lay.'],
  };
}

function readShowing(bytes: Uint8Array): Showing {
  const showing = parseShowing(bytes);
  must(showing !== undefined, 'malformed', 'showing', 'not a showing in canonical JSON');
  return showing;
}

function checkPlace(showing: Showing, { size, root }: { size: number; root: string }): void {
  const { index, path } = showing;
  try {
    verifyInclusion({ index, size, root: Uint8Array.fromHex(root), leafHash: leafHash(shownEntry(showing)), proof: path.map((hash) => Uint8Array.fromHex(hash)) }); // prettier-ignore
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    throw new VerifyError('contradiction', fileNames.manifest, 'the item has no such place in the tree of items', { cause }); // prettier-ignore
  }
}
