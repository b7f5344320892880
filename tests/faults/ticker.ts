import { openClocks } from '../../src/store/clocks.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openReader } from '../../src/store/reader.ts';
import { tick } from '../../src/acts/tick.ts';

/**
 * A second process on one database, there to be killed: it ticks again and again at one instant, and says each time how
 * much it fired. It is not the writer of the log, so events are not its to write. `node ticker.ts SOCKETS INSTANT`
 */
const [socketDirectory = '', instant = ''] = process.argv.slice(2);
const database = openDatabase({ socketDirectory }, 2);
const tools = {
  store: {
    ...openReader(database),
    append: () => Promise.resolve({ kind: 'closed', why: 'another process writes the log' } as const),
  },
  clocks: openClocks(database),
  now: () => instant,
  random: (bytes: number) => new Uint8Array(bytes),
};
for (;;) {
  const { fired } = await tick({}, tools);
  process.stdout.write(`fired ${fired}\n`);
}
