import type { Hono } from 'hono';
import type { ProposedOrder } from '../../acts/propose-order.ts';
import { limits } from '../../limits.ts';
import { addedByCourt } from '../../authorisation/narrow.ts';
import { canonicalJson } from '../../canonical.ts';
import { caseActForm, caseActPage, caseActPreview, type ActPage } from '../case-form.ts';
import { isCleanText } from '../clean-text.ts';
import { showProblem, signedIn, type Door, type Http } from '../door.ts';
import { paths } from '../paths.ts';
import { emergencyOrderForms } from './emergency-order-forms.ts';
import { readNarrowing } from './narrowing.ts';
import { askedOf } from './asked-of.ts';
import { extendForm } from './extend-form.ts';
import { revokeForm } from './revoke-form.ts';
import { readPasskeySignature, readSigned, type OrderShown } from './sign-forms.ts';
import { orderPage } from './order-page.ts';
import { rulingForm } from './ruling-form.ts';

/** The court reads the order, makes it smaller, signs it or refuses it. */
export function courtRoutes(app: Hono<Http>, door: Door): void {
  rulingForm(app, door);
  const { words } = door;
  revokeForm(app, door);
  emergencyOrderForms(app, door);
  extendForm(app, door);
  const page: ActPage<OrderShown> = {
    act: 'authorise',
    page: paths.order(':id'),
    name: 'order',
    // A choice that cannot be read shows the whole order, with what is wrong.
    load: async ({ mandate, caseId, form, query, view }) => {
      const read = readNarrowing(query, form, view.case);
      const narrowing = 'unreadable' in read ? undefined : read.narrowing;
      const shown = await door.acts.proposeOrder({ mandate, caseId, ...(narrowing && { narrowing }) });
      return shown.kind === 'refused' ? shown : { ...shown, options: await askedOf(door, shown, view.mandate.person) };
    },
    inspect: ({ form, query, view }) => {
      const read = readNarrowing(query, form, view.case);
      if (!('unreadable' in read)) return [];
      return [{ field: read.unreadable, text: sayUnreadable(door, read.unreadable) }];
    },
    render: (shown) => orderPage(shown, isNarrowed(shown.extra)),
  };
  caseActPage(app, door, page);
  caseActPreview(app, door, page);
  orderFile(app, door);
  caseActForm(app, door, {
    ...page,
    post: paths.orderSignature(':id'),
    read: ({ form }, view) => {
      if (form.text('signed') !== '') {
        const signed = readSigned(form);
        return signed === undefined
          ? { problems: [{ field: 'signed', text: words.court.offline.bad }] }
          : { input: signed };
      }
      const signature = readPasskeySignature(form);
      const read = readNarrowing(form, form, view.case);
      const shownSha256 = form.text('shownSha256');
      // The page says what is wrong with the choice (inspect).
      if ('unreadable' in read) return { problems: [] };
      return {
        input: { shownSha256, ...(read.narrowing && { narrowing: read.narrowing }), ...(signature && { signature }) },
      };
    },
    perform: (input) => door.acts.authorise(input),
  });
  caseActForm(app, door, {
    ...page,
    post: paths.orderRefusal(':id'),
    read: ({ form }) => {
      const reasons = form.text('reasons');
      if (reasons === '') return { problems: [{ field: 'reasons', text: words.errors.reasons }] };
      if (!isCleanText(reasons))
        return { problems: [{ field: 'reasons', text: words.errors.text(limits.textCharacters) }] };
      return { input: { reasons } };
    },
    perform: (input) => door.acts.refuseAuthorisation(input),
  });
}

const isNarrowed = ({ order }: ProposedOrder): boolean =>
  order.notAuthorised.length > 0 || order.conditions.some(({ rule }) => rule === addedByCourt);

/** The order as a file, for who signs on a machine without a net. The look is recorded. */
function orderFile(app: Hono<Http>, door: Door): void {
  app.get(paths.orderFile(':id'), async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    const caseId = c.req.param('id') ?? '';
    const mandate = session.mandate.id;
    const view = await door.acts.seeCase({ mandate, caseId, page: 'order file' });
    const shown = view.kind === 'refused' ? view : await door.acts.proposeOrder({ mandate, caseId });
    if (shown.kind === 'refused') return showProblem(c, door, { ...shown, kind: 'refused', caseId });
    return c.body(canonicalJson(shown.order), 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': 'attachment; filename="order.json"',
    });
  });
}

const sayUnreadable = ({ words }: Door, field: string): string =>
  field === 'target' || field === 'category'
    ? words.court.needOne
    : field === 'conditions'
      ? words.errors.text(limits.lineCharacters)
      : words.court.needInside;
