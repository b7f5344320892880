import { fileNames } from '../../evidence/hand-over-files.ts';
import { sha256Hex } from '../../canonical.ts';
import type { Opened } from '../opened.ts';
import { must } from '../verify-error.ts';

/**
 * The request is the document that arrived and was logged, or that was supplied in its place after information was asked
 * (art. 40(16)); the decision rests on it and the order answers it.
 */
export async function checkRequest(opened: Opened): Promise<string> {
  const file = await opened.requestFile();
  const [request, order, decision, sender, manifest] = [
    await opened.request(),
    await opened.order(),
    await opened.decision(),
    await opened.actor('request'),
    await opened.manifest(),
  ];
  const sha256 = sha256Hex(await opened.file(file));
  const { fields, leaf } = await opened.leaf('request');
  must(fields['request'] === sha256, 'changed', file, `${file} is not the document that was logged on arrival`);
  must(decision.requestSha256 === sha256, 'contradiction', fileNames.decision, 'the decision rests on another document'); // prettier-ignore
  must(order.requestSha256 === sha256 && order.requestId === request.id, 'contradiction', fileNames.order, 'the order answers another request'); // prettier-ignore
  must(order.requestingState === request.requestingState, 'contradiction', fileNames.order, 'the order names another State than the request'); // prettier-ignore
  must(order.caseId === manifest.caseId, 'contradiction', fileNames.order, 'the order is of another case');
  must(sender.role === 'requesting-officer', 'not-signed', fileNames.register, `${sender.id} may not send requests`);
  return `${order.requestingAuthority} (${order.requestingState}) asked ${order.requestedState} for evidence; ${file} is the document that ${leaf.kind === 'information' ? 'was supplied, when information was asked,' : leaf.kind === 'correction' ? 'put the request right' : 'arrived'} on ${manifest.acts.request.at}.`;
}
