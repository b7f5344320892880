import { assess } from './cli/assess.ts';
import { authorise } from './cli/authorise.ts';
import { firstRegistrar } from './cli/first-registrar.ts';
import { key } from './cli/key.ts';
import { conformance } from './cli/conformance.ts';
import { law } from './cli/law.ts';
import { logRebuild } from './cli/log-rebuild.ts';
import { logVerify } from './cli/log-verify.ts';
import { monitor } from './cli/monitor.ts';
import { witness } from './cli/witness.ts';
import { report } from './cli/report.ts';
import { replay } from './cli/replay.ts';
import { start } from './cli/start.ts';
import { story } from './cli/story.ts';
import { open } from './cli/open.ts';
import { showingCheck } from './cli/showing-check.ts';
import { showingMake } from './cli/showing-make.ts';
import { verifier } from './cli/verifier.ts';
import { verify } from './cli/verify.ts';
import { BadUsage, type Command, type Terminal } from './cli/command.ts';

/** Every command, its usage and what it does, in one table. */
const commands: Readonly<Record<string, Command>> = {
  start,
  'first-registrar': firstRegistrar,
  key,
  authorise,
  assess,
  law,
  story,
  verify,
  open,
  'showing make': showingMake,
  'showing check': showingCheck,
  verifier,
  conformance,
  replay,
  witness,
  monitor,
  report,
  'log verify': logVerify,
  'log rebuild': logRebuild,
};

const usage = (): string =>
  [
    'proviso: cross-border electronic evidence, with safeguards that work',
    '',
    ...Object.values(commands).map((command) => `  proviso ${command.usage}\n      ${command.does}`),
    '',
    'Exit codes: 0 done, 1 a check failed, 2 bad input or usage, 3 barred by law, 4 facts are missing',
  ].join('\n');

/** Runs one command. @returns the exit code: bad usage is 2, with what was expected; a failure of ours is 1, journalled. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first = 'help', second = ''] = words;
  if (first === 'help' || first === '--help' || first === '-h') {
    terminal.print(usage());
    return 0;
  }
  const pair = commands[`${first} ${second}`];
  const command = pair ?? (Object.hasOwn(commands, first) ? commands[first] : undefined);
  if (command === undefined) {
    terminal.complain(`proviso: there is no command "${first}"\n\n${usage()}`);
    return 2;
  }
  try {
    return await command.run(words.slice(pair === undefined ? 1 : 2), terminal);
  } catch (error) {
    if (!(error instanceof BadUsage)) throw error;
    terminal.complain(`proviso ${command.usage}\n${error.message}`);
    return 2;
  }
}
