import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { authorisationStatement } from '../authorisation/authorised.ts';
import { addedByCourt, leftOut, narrow, type Narrowing } from '../authorisation/narrow.ts';
import { orderText } from '../authorisation/order-text.ts';
import type { Order } from '../authorisation/order.ts';
import { canonicalJson, sha256Hex } from '../canonical.ts';
import { limits } from '../limits.ts';
import { LogError } from '../transparency/log-error.ts';
import { parseSignerKey, signNote, type SignerKey } from '../transparency/note.ts';
import { readOrder } from '../verify/documents.ts';
import { VerifyError } from '../verify/verify-error.ts';
import { narrowing } from '../web/api/case-acts.ts';
import { BadUsage, readWords, type Command, type Terminal } from './command.ts';
import { readInput } from './files.ts';

const options = {
  key: { type: 'string' },
  narrow: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

/**
 * A judge signs an order on a machine of their own, which needs no net: the whole text is shown, the question is asked, and
 * what the page takes is written beside the order. The key never leaves its file.
 */
export const authorise: Command = {
  usage: 'authorise ORDER.json --key KEYFILE [--narrow \'{"targets":[0]}\'] [--yes]',
  does: 'shows an order, asks, and signs exactly its text with a key kept offline; writes ORDER.json.signed.json',
  run: async (words, terminal) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const path = names[0] ?? '';
    const key = await readKey(values.key);
    const order = await readOrderFile(path);
    const chosen = readChoice(values.narrow);
    const text = orderText(chosen === undefined ? order : narrowed(order, chosen));
    terminal.print(text);
    terminal.print(`SHA-256 of this text: ${sha256Hex(text)}`);
    if (!(values.yes ?? (await agrees(terminal)))) {
      terminal.complain('Not signed.');
      return 1;
    }
    const statement = authorisationStatement(text, { id: key.verifier.name }, terminal.now());
    const note = new TextDecoder().decode(signNote(statement, [key]));
    const signed = { shownSha256: sha256Hex(text), ...(chosen && { narrowing: chosen }), signature: { form: 'note', note } };
    const target = `${path}.signed.json`;
    await writeFile(target, `${canonicalJson(signed)}\n`, { flag: 'wx' }).catch((error: unknown) => {
      throw new BadUsage(`${target}: cannot be written (${error instanceof Error ? error.message : 'unknown'})`);
    });
    terminal.print(`Signed as ${key.verifier.name}. Paste the content of ${target} into the page of the order.`);
    return 0;
  },
}; // prettier-ignore

async function agrees({ ask }: Terminal): Promise<boolean> {
  if (ask === undefined) throw new BadUsage('--yes is needed where nobody can be asked');
  return (await ask('Do you authorise exactly this text? Type yes: ')) === 'yes';
}

async function readKey(path: string | undefined): Promise<SignerKey> {
  if (path === undefined) throw new BadUsage('--key KEYFILE is needed');
  try {
    return parseSignerKey(new TextDecoder().decode(await readInput(path, limits.noteBytes)).trim());
  } catch (error) {
    if (error instanceof LogError) throw new BadUsage(`${path}: no key that proviso key made`);
    throw error;
  }
}

async function readOrderFile(path: string): Promise<Order> {
  try {
    return readOrder(path, await readInput(path, limits.requestBytes));
  } catch (error) {
    if (error instanceof VerifyError) throw new BadUsage(`${path}: not an order as its page gives it`);
    throw error;
  }
}

function readChoice(text: string | undefined): Narrowing | undefined {
  if (text === undefined) return undefined;
  try {
    return narrowing.parse(JSON.parse(text));
  } catch {
    throw new BadUsage('--narrow: expected JSON with targets, dataCategories, period, conditions or validUntil');
  }
}

/** The smaller order, as the desk writes it. @throws BadUsage for a choice that would reach further */
function narrowed(order: Order, chosen: Narrowing): Order {
  const scope = narrow(order.scope, chosen);
  const validUntil = chosen.validUntil ?? order.validUntil;
  if (scope === undefined || validUntil > order.validUntil)
    throw new BadUsage('--narrow: this reaches further than the order, or leaves nothing of it');
  const added = (chosen.conditions ?? []).map((text) => ({ rule: addedByCourt, text }));
  const notAuthorised = [...order.notAuthorised, ...leftOut(order.scope, scope)];
  return { ...order, scope, validUntil, notAuthorised, conditions: [...order.conditions, ...added] };
}

/** Asks on the terminal. */
export async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
