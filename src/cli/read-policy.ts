import { limits } from '../limits.ts';
import { LogError } from '../transparency/log-error.ts';
import { parsePolicy, type Policy } from '../transparency/witness-policy.ts';
import { BadUsage } from './command.ts';
import { readInput } from './files.ts';

/** A witness policy from a file (C2SP tlog-policy). @throws BadUsage that names the line */
export async function readPolicy(path: string): Promise<Policy> {
  const bytes = await readInput(path, limits.noteBytes);
  try {
    return parsePolicy(new TextDecoder().decode(bytes));
  } catch (error) {
    throw error instanceof LogError ? new BadUsage(`${path}: ${error.message}`) : error;
  }
}
