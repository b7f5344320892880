import { checkAuthorisation, signedAt } from '../../authorisation/authorised.ts';
import { addedByCourt } from '../../authorisation/narrow.ts';
import { fileNames } from '../../evidence/hand-over-files.ts';
import { sha256Hex } from '../../canonical.ts';
import type { Opened } from '../opened.ts';
import { must } from '../verify-error.ts';

/** Where each part of the court's statement shows. */
const shownIn = { text: fileNames.orderText, mandate: fileNames.register, validity: fileNames.order };

/** A court signed exactly the text of this order, under a mandate that held, and it was still valid at release. */
export async function checkOrder(opened: Opened): Promise<string> {
  const evidence = await opened.authorisation();
  const { order, judge } = evidence;
  for (const { name, holds, says } of checkAuthorisation(evidence)) {
    // Separation has a step of its own, over more people.
    const file =
      name === 'signature' ? await opened.authorisationFile() : name === 'separation' ? undefined : shownIn[name];
    if (file !== undefined) must(holds, 'not-signed', file, says);
  }
  await checkLogged(opened, signedAt(evidence));
  await checkDecision(opened);
  const { acts } = await opened.manifest();
  if (order.emergency !== undefined)
    return `EMERGENCY: ${judge.name} of ${judge.authorityName} ordered exactly what order.txt says, on ${acts.authorisation.at}, without a judge. Ask for the confirmation of a judge, owed by ${order.emergency.confirmBy}: it is not in this package, and what a judge refuses must be deleted. The order was valid until ${order.validUntil}.`;
  return `${judge.name} of ${judge.authorityName} authorised exactly what order.txt says, on ${acts.authorisation.at}; the order was valid until ${order.validUntil}.`;
}

/** The log bound order, text and note when the court signed. */
async function checkLogged(opened: Opened, signed: string | undefined): Promise<void> {
  const authorisation = await opened.authorisationFile();
  const { fields, leaf } = await opened.leaf('authorisation');
  for (const [field, file] of [
    ['order', fileNames.order],
    ['orderText', fileNames.orderText],
    ['note', authorisation],
  ] as const) {
    must(fields[field] === sha256Hex(await opened.file(file)), 'changed', file, `${file} is not the one that was logged when the court signed`); // prettier-ignore
  }
  must(leaf.outcome !== 'refused', 'contradiction', 'log/authorisation.leaf', 'the log says that the court refused');
  const { at } = (await opened.manifest()).acts.authorisation;
  must(signed === at, 'contradiction', authorisation, 'the court signed at another time');
}

/** The order rests on a decision to grant, and gives its reasons and conditions, not others. */
async function checkDecision(opened: Opened): Promise<void> {
  const [order, decision, officer] = [await opened.order(), await opened.decision(), await opened.actor('decision')];
  const { fields } = await opened.leaf('decision');
  const file = fileNames.decision;
  must(fields['event'] === sha256Hex(await opened.file(file)), 'changed', file, `${file} is not the decision that was logged`); // prettier-ignore
  // A court may add conditions of its own; it takes none away.
  const kept = order.conditions.filter(({ rule }) => rule !== addedByCourt);
  const same = order.reasons === decision.reasons && JSON.stringify(kept) === JSON.stringify(decision.conditions);
  must(same, 'contradiction', fileNames.order, 'the order gives other reasons or conditions than the decision');
  must(order.decidedBy === `${officer.name} (${officer.id})`, 'contradiction', fileNames.order, `the order was decided by ${order.decidedBy}, the log's decision is by ${officer.id}`); // prettier-ignore
}
