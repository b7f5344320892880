import { randomBytes } from 'node:crypto';
import { defaultPolicy } from '../law/law.ts';
import { english } from '../law/words.en.ts';
import { askInformation } from './acts/ask-information.ts';
import { authorise } from './acts/authorise.ts';
import { checkOrder } from './acts/check-order.ts';
import { collect } from './acts/collect.ts';
import { decide } from './acts/decide.ts';
import { listCases } from './acts/list-cases.ts';
import { noticesFor } from './acts/notices-for.ts';
import { previewRelease } from './acts/preview-release.ts';
import { produce } from './acts/produce.ts';
import { proposeOrder } from './acts/propose-order.ts';
import { receiveRequest } from './acts/receive-request.ts';
import { recordFindings } from './acts/record-findings.ts';
import { refuseAuthorisation } from './acts/refuse-authorisation.ts';
import { release } from './acts/release.ts';
import { seeCase } from './acts/see-case.ts';
import { openLog, type Log } from './store/log.ts';
import type { Store } from './store/open-store.ts';

/** Hands each act the tools that it declares. Pages, story and tests call the same bound functions. */
export function compose(store: Store, now: () => string) {
  const { writer, blobs, keyring } = store;
  const log: Log = openLog(writer, store.logSigner);
  const tools = {
    store: writer,
    blobs,
    log,
    now,
    random: (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes)),
    /** The sandbox holds its people's keys; in production they sign with their own devices. */
    signer: keyring.signer,
    policy: defaultPolicy,
    words: english,
  };
  const acts = {
    receiveRequest: bind(receiveRequest, tools),
    listCases: bind(listCases, tools),
    seeCase: bind(seeCase, tools),
    recordFindings: bind(recordFindings, tools),
    askInformation: bind(askInformation, tools),
    decide: bind(decide, tools),
    proposeOrder: bind(proposeOrder, tools),
    authorise: bind(authorise, tools),
    refuseAuthorisation: bind(refuseAuthorisation, tools),
    checkOrder: bind(checkOrder, tools),
    produce: bind(produce, tools),
    previewRelease: bind(previewRelease, tools),
    release: bind(release, tools),
    collect: bind(collect, tools),
    noticesFor: bind(noticesFor, tools),
  };
  return { acts, log, tools };
}

const bind =
  <Input, Tools, Result>(act: (input: Input, tools: Tools) => Promise<Result>, tools: Tools) =>
  (input: Input): Promise<Result> =>
    act(input, tools);

export type Composed = ReturnType<typeof compose>;
