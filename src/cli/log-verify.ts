import { openWitnessed, parsePolicy, type Policy } from '../transparency/witness-policy.ts';
import { LogError } from '../transparency/log-error.ts';
import { verifyLogDirectory } from '../transparency/log-directory.ts';
import { required, type ReadFile } from '../transparency/log-tree.ts';
import { isUrl, sourceOf, Unreachable } from '../monitor/source.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { assertFolder } from './files.ts';
import { openSegmentPool } from './log-verify-pool.ts';
import { readPolicy } from './read-policy.ts';

const options = { json: { type: 'boolean' }, policy: { type: 'string' } } as const;

/** Exit 0: the log is whole; 1: it is not, and the file says where; 2: it cannot be read. docs/spec/log-directory.md */
export const logVerify: Command = {
  usage: 'log verify DIR|URL [--policy FILE] [--json]',
  does: 'recomputes a published log from its entries and compares it with what the log and its witnesses signed',
  run: async (words, { print, progress }) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const [where = ''] = names;
    if (!isUrl(where)) await assertFolder(where);
    const read = sourceOf(where);
    const trusted = values.policy === undefined ? undefined : await readPolicy(values.policy);
    const pool = openSegmentPool(where);
    try {
      const { origin, size, root, kinds } = await verifyLogDirectory(read, trusted?.logs[0]?.key, (done, of) => progress?.(`${done} of ${of} leaves, ${Math.floor((done / of) * 100)} %`), pool); // prettier-ignore
      const witnesses = await seenBy(read, trusted);
      progress?.('');
      const found = { ok: true, origin, size, root: Buffer.from(root).toString('base64'), witnesses, kinds };
      const counted = Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`);
      print(
        values.json === true
          ? JSON.stringify(found, null, 2)
          : `ok      ${origin}: ${size} leaves, root ${found.root}\n        ${counted.join(', ')}\n        seen by ${witnesses.length === 0 ? 'no witness' : witnesses.join(', ')}\nEvery tile, every leaf and every chain agrees with the signed checkpoint.`,
      );
      return 0;
    } catch (error) {
      progress?.('');
      if (error instanceof Unreachable) throw new BadUsage(error.message);
      if (!(error instanceof LogError)) throw error;
      const { code, message, file } = error;
      print(
        values.json === true
          ? JSON.stringify({ ok: false, code, file, message }, null, 2)
          : `FAILED  ${message} [${code}]`,
      );
      return 1;
    } finally {
      await pool.close();
    }
  },
};

/** The witnesses that signed. @throws LogError quorum-missing where they are fewer than the policy asks */
async function seenBy(read: ReadFile, trusted: Policy | undefined): Promise<string[]> {
  const own = await read('log.policy');
  if (trusted === undefined && own === undefined) return [];
  try {
    const policy = trusted ?? parsePolicy(new TextDecoder().decode(own));
    return openWitnessed(await required(read, 'checkpoint'), policy).cosigned.map(({ witness }) => witness.name);
  } catch (error) {
    throw LogError.in('checkpoint', error);
  }
}
