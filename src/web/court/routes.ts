import type { Hono } from 'hono';
import type { ProposedOrder } from '../../acts/propose-order.ts';
import { limits } from '../../limits.ts';
import { caseActForm, caseActPage, type ActPage } from '../case-form.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import { paths } from '../paths.ts';
import { readNarrowing } from './narrowing.ts';
import { revokeForm } from './revoke-form.ts';
import { orderPage } from './order-page.ts';
import { rulingForm } from './ruling-form.ts';

/** The court reads the order, makes it smaller, signs it or refuses it. */
export function courtRoutes(app: Hono<Http>, door: Door): void {
  rulingForm(app, door);
  const { words } = door;
  revokeForm(app, door);
  const page: ActPage<ProposedOrder> = {
    act: 'authorise',
    page: paths.order(':id'),
    name: 'order',
    // A choice that cannot be read shows the whole order, with what is wrong.
    load: ({ mandate, caseId, form, query, view }) => {
      const read = readNarrowing(query, form, view.case);
      const narrowing = 'unreadable' in read ? undefined : read.narrowing;
      return door.acts.proposeOrder({ mandate, caseId, ...(narrowing && { narrowing }) });
    },
    inspect: ({ form, query, view }) => {
      const read = readNarrowing(query, form, view.case);
      if (!('unreadable' in read)) return [];
      return [{ field: read.unreadable, text: sayUnreadable(door, read.unreadable) }];
    },
    render: (shown) => orderPage(shown, shown.extra.order.notAuthorised.length > 0),
  };
  caseActPage(app, door, page);
  caseActForm(app, door, {
    ...page,
    post: paths.orderSignature(':id'),
    read: ({ form }, view) => {
      const read = readNarrowing(form, form, view.case);
      const shownSha256 = form.text('shownSha256');
      // The page says what is wrong with the choice (inspect).
      if ('unreadable' in read) return { problems: [] };
      return { input: { shownSha256, ...(read.narrowing && { narrowing: read.narrowing }) } };
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

const sayUnreadable = ({ words }: Door, field: string): string =>
  field === 'target' || field === 'category' ? words.court.needOne : words.court.needInside;
