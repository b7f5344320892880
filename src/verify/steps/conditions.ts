import { conditionsSigned } from '../../evidence/conditions.ts';
import { fileNames } from '../../evidence/hand-over-files.ts';
import { canonicalJson, sha256Hex } from '../../canonical.ts';
import { termsOf } from '../../request/terms.ts';
import type { Opened } from '../opened.ts';
import { must } from '../verify-error.ts';

const file = fileNames.conditions;

/** Whoever released signed the conditions, for this hand-over and its recipient, and they are those that follow from request and order. */
export async function checkConditions(opened: Opened): Promise<string> {
  const conditions = await opened.conditions();
  const officer = await opened.actor('release');
  const asker = await opened.actor('request');
  const { caseId, acts, sealed } = await opened.manifest();
  must(
    conditionsSigned(conditions, officer),
    'not-signed',
    file,
    `the conditions are not signed by ${acts.release.by}`,
  );
  const text = sha256Hex(await opened.file(fileNames.orderText));
  const same =
    conditions.caseId === caseId &&
    conditions.sealedSha256 === sealed.ciphertextSha256 &&
    conditions.orderTextSha256 === text &&
    conditions.at === acts.release.at;
  must(same, 'contradiction', file, 'the conditions are those of another hand-over');
  must(conditions.to === asker.authority, 'contradiction', file, 'the conditions bind another authority than the one that asked'); // prettier-ignore
  const terms = termsOf(await opened.request(), await opened.order(), officer.authority, acts.release.at);
  must(canonicalJson(terms) === canonicalJson(conditions.terms), 'contradiction', file, 'the conditions are not those that follow from request and order'); // prettier-ignore
  const { retention, assurances } = conditions.terms;
  return `${officer.name} of ${officer.authorityName} signed them: this request only (art. 40(19)), passed on to nobody without consent (art. 36(3)), destroyed by ${retention.until}, and ${assurances.length} more.`;
}
