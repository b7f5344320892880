import { sha256Hex } from '../../canonical.ts';
import { CustodyError, splitCustody, verifyCustody } from '../../evidence/custody.ts';
import type { CustodyAct, CustodyEntry } from '../../evidence/custody-entry.ts';
import { fileNames } from '../../evidence/hand-over-files.ts';
import type { Opened } from '../opened.ts';
import { must, VerifyError } from '../verify-error.ts';

const file = fileNames.custody;

/** The evidence can be followed from the provider's hands to the sealed file, each step signed by who took it. */
export async function checkCustody(opened: Opened): Promise<string> {
  const entries = await readEntries(opened);
  await checkProduction(opened, entries);
  const { sealed, acts } = await opened.manifest();
  must(has(entries, 'minimised', sealed.plaintextSha256), 'contradiction', file, 'no entry says that what was sealed was minimised'); // prettier-ignore
  must(has(entries, 'sealed', sealed.ciphertextSha256), 'contradiction', file, 'no entry is about sealing this file');
  const last = entries.at(-1);
  const released = last?.act === 'released' && last.subject === sealed.ciphertextSha256 && last.at === acts.release.at;
  must(released, 'contradiction', file, 'the last entry is not the release of the sealed file');
  must(last.by === acts.release.by, 'contradiction', file, 'the release was signed by somebody else');
  return `${entries.length} signed entries lead without a gap from the provider's files to the sealed one.`;
}

async function readEntries(opened: Opened): Promise<CustodyEntry[]> {
  const { caseId, acts } = await opened.manifest();
  const bytes = await opened.file(file);
  try {
    const entries = verifyCustody(caseId, splitCustody(bytes), await opened.mandates());
    must((entries[0]?.at ?? '') >= acts.authorisation.at, 'contradiction', file, 'evidence changed hands before the court authorised it'); // prettier-ignore
    return entries;
  } catch (cause) {
    if (!(cause instanceof CustodyError)) throw cause;
    throw new VerifyError('not-signed', file, `${file}, ${cause.message}`, { cause });
  }
}

/** The lines that the provider signed are those that were logged at production, for the exhibits that were logged. */
async function checkProduction(opened: Opened, entries: readonly CustodyEntry[]): Promise<void> {
  const production = await opened.production();
  const name = fileNames.production;
  const { fields } = await opened.leaf('production');
  must(fields['event'] === sha256Hex(await opened.file(name)), 'changed', name, `${name} is not the production that was logged`); // prettier-ignore
  const lines = splitCustody(await opened.file(file));
  const first = production.custody.every((line, index) => line === lines[index]);
  must(first, 'contradiction', file, 'does not begin with the entries that were logged at production');
  const { produced, acts } = await opened.manifest();
  const same =
    produced.length === production.exhibits.length &&
    production.exhibits.every((each, index) => each.sha256 === produced[index]?.sha256 && each.size === produced[index].bytes); // prettier-ignore
  must(same, 'contradiction', fileNames.manifest, 'the manifest names other exhibits than were produced');
  for (const { sha256 } of production.exhibits) {
    const handedIn = entries.some((entry) => entry.act === 'produced' && entry.subject === sha256 && entry.by === acts.production.by && entry.at === acts.production.at); // prettier-ignore
    must(handedIn && has(entries, 'received', sha256), 'contradiction', file, `exhibit ${sha256} was not handed over with two signatures`); // prettier-ignore
  }
}

const has = (entries: readonly CustodyEntry[], act: CustodyAct, subject: string): boolean =>
  entries.some((entry) => entry.act === act && entry.subject === subject);
