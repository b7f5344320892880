import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What a command may touch of the shell that called it. */
export type Terminal = Readonly<{
  environment: Readonly<Record<string, string | undefined>>;
  print: (text: string) => void;
  complain: (text: string) => void;
  /** Shows how far long work is, over what it showed before; empty to clear. Not there where nobody looks. */
  progress?: (text: string) => void;
  /** Asks whoever sits there; not there where nobody does. */
  ask?: (question: string) => Promise<string>;
  /** The instant, ISO 8601 in UTC. */
  now: () => string;
}>;

export type Command = Readonly<{
  usage: string;
  does: string;
  run: (words: readonly string[], terminal: Terminal) => Promise<number>;
}>;

/** The words after a command are not what it takes. */
export class BadUsage extends Error {}

/**
 * The options and file names of a command, strictly.
 * @throws BadUsage for an unknown option, a missing value, or too many or too few names
 */
export function readWords<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
  names: { least: number; most: number },
): { values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>['values']; names: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (positionals.length < names.least || positionals.length > names.most)
      throw new BadUsage(
        `expected ${names.least === names.most ? String(names.least) : `${names.least} to ${names.most}`} name(s), got ${positionals.length}`,
      );
    return { values, names: positionals };
  } catch (error) {
    throw error instanceof TypeError ? new BadUsage(error.message) : error;
  }
}
