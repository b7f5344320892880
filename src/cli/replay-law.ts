import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { policies, rules } from '../../law/law.ts';
import { checkIds } from '../law/load.ts';
import { LawError } from '../law/law-error.ts';
import type { ReplayLaw } from '../law/replay.ts';
import { BadUsage } from './command.ts';

/**
 * The law of this program, or a draft of it: a copy of the folder law/ beside it, changed. The draft is code of whoever runs the command, and
 * runs with their rights.
 * @throws BadUsage where the folder is no law
 */
export async function readReplayLaw(folder: string | undefined): Promise<ReplayLaw> {
  if (folder === undefined) return { rules, policies };
  const file = resolve(folder, 'law.ts');
  try {
    const draft = (await import(pathToFileURL(file).href)) as Partial<ReplayLaw>;
    if (!Array.isArray(draft.rules) || typeof draft.policies !== 'object')
      throw new BadUsage(`${file}: exports no rules and policies`);
    checkIds(draft.rules);
    return { rules: draft.rules, policies: draft.policies };
  } catch (error) {
    if (error instanceof BadUsage) throw error;
    if (error instanceof LawError) throw new BadUsage(error.message);
    throw new BadUsage(`${file}: cannot be read as law (${error instanceof Error ? error.message : String(error)})`);
  }
}
