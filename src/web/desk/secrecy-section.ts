import type { CaseView } from '../../acts/see-case.ts';
import type { Words } from '../../catalogue/en.ts';
import { secrecyActs } from '../../request/open-acts.ts';
import { html, type Html } from '../html.ts';
import { section } from '../parts/blocks.ts';
import { paths } from '../paths.ts';

/** What of the case is sealed in the public log, until when, and what the reader may do about it. */
export function secrecySection(words: Words, { case: subject, mandate }: CaseView): Html | false {
  const text = words.public.secrecy;
  const may = (act: keyof typeof secrecyActs): boolean => secrecyActs[act].some((role) => role === mandate.role);
  const sealed = subject.secrecy;
  if (sealed === undefined && !may('order-secrecy')) return false;
  if (mandate.role === 'provider') return false;
  return section(
    'secrecy',
    text.heading,
    html`<p>${sealed === undefined ? text.none : text.sealed(sealed.leaves.length, sealed.openBy)}</p>
      <ul class="p-inline">
        ${may('order-secrecy') && html`<li><a class="ds-link" href="${paths.secrecy(subject.id)}">${sealed === undefined ? text.orderHeading : text.extendHeading}</a></li>`}
        ${sealed !== undefined && may('open-sealed') && html`<li><a class="ds-link" href="${paths.unsealing(subject.id)}">${text.openHeading}</a></li>`}
        ${sealed !== undefined && html`<li><a class="ds-link" href="${paths.sealedCopies(subject.id)}">${text.copies}</a></li>`}
      </ul>`,
  );
}
