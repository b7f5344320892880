import { askOnTerminal } from './cli/authorise.ts';
import { runCommand } from './cli.ts';

/** The door from the shell. Node 26 comes with the package; anything older would read the same code differently. */
const [major] = process.versions.node.split('.');
if (Number(major) < 26) {
  process.stderr.write(`Proviso needs Node 26 and was started with ${process.version}; use npm start or npx proviso\n`);
  process.exit(1);
}
// Somebody who reads only the first lines of an output ends it; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY ? { progress: (text: string) => process.stderr.write(`\r${text}\u001b[K`) } : {}),
  ...(process.stdin.isTTY ? { ask: askOnTerminal } : {}),
  now: () => new Date().toISOString(),
});
