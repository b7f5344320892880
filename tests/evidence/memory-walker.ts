import { randomBytes } from 'node:crypto';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { sealStream } from '../../src/evidence/age/seal-stream.ts';
import { bytesSource, joined } from '../../src/evidence/byte-source.ts';
import { intake } from '../../src/evidence/intake.ts';
import { minimise } from '../../src/evidence/minimise.ts';
import { writeZip } from '../../src/evidence/zip-writer.ts';
import { exampleScope } from './example-case.ts';
import { largeMailbox } from './large-mailbox.ts';

/**
 * Takes a mailbox of many megabytes in, minimises it and seals what leaves, in one process whose memory is looked at
 * afterwards. `node memory-walker.ts MEGABYTES`. Prints JSON: bytes, items, most resident memory.
 */
const unit = Buffer.concat([...largeMailbox(8_000_000, 220_000)]);
const units = Math.ceil((Number(process.argv[2]) * 1_000_000) / unit.length);
const source = joined(Array.from({ length: units }, () => bytesSource(unit)));

const exhibit = await intake('mailbox.mbox', source);
const { files, items, withheld } = await minimise([exhibit], exampleScope, randomBytes(32));
const identity = generateIdentity();
let sealedBytes = 0;
for await (const piece of sealStream(writeZip(files), [recipientOf(identity)], randomBytes, () => undefined))
  sealedBytes += piece.length;
process.stdout.write(
  JSON.stringify({
    bytes: source.size,
    items: items.length,
    withheld: withheld.length,
    sealedBytes,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
