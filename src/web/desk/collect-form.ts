import type { Hono } from 'hono';
import { caseActPage, type Shown } from '../case-form.ts';
import { receiveForm, showProblem, type Door, type Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { citation } from '../law/citation.ts';
import { section } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { packageAnswer } from '../package-answer.ts';
import { button } from '../parts/field.ts';
import { shortId } from '../parts/say.ts';
import { paths } from '../paths.ts';

/** The recipient: conditions, the package, and how to check it without us. */
export function collectForm(app: Hono<Http>, door: Door): void {
  const text = door.words.walk.collect;
  app.post(paths.handOver(':id'), async (c) => {
    const sent = await receiveForm(c, door);
    if (sent instanceof Response) return sent;
    const caseId = c.req.param('id') ?? '';
    const { actId, version } = sent;
    const answer = await door.acts.collect({ actId, mandate: sent.session.mandate.id, caseId, version });
    if (answer.kind === 'refused') return showProblem(c, door, { ...answer, kind: 'refused', caseId });
    return packageAnswer(c, caseId, answer.value);
  });
  caseActPage(app, door, {
    act: 'collect',
    page: paths.handOver(':id'),
    name: 'package',
    load: () => Promise.resolve({}),
    render: (shown) =>
      actPage(
        shown,
        text.heading,
        html`${section('conditions', text.conditionsHeading, conditions(shown))}
        ${actForm(
          shown,
          paths.handOver(shown.view.case.id),
          html`<p>${text.collectLead}</p>
            ${button(text.collect)}`,
        )}
        ${section('verify', text.verifyHeading, verify(shown))}`,
      ),
  });
}

function conditions({ door: { words }, view }: Shown<object>): Html {
  const given = view.case.decided?.body.conditions ?? [];
  if (given.length === 0) return html`<p>${words.walk.collect.noConditions}</p>`;
  return html`<ul class="ds-list">
    ${given.map(({ rule, text }) => html`<li>${text} <span class="p-cite">${citation(words, rule)}</span></li>`)}
  </ul>`;
}

function verify({ door: { words }, view }: Shown<object>): Html {
  const text = words.walk.collect;
  const name = `proviso-${shortId(view.case.id)}`;
  return html`<p>${text.verify}</p>
    <pre class="p-command"><code>npx proviso verify ${name}.zip</code></pre>
    <p><a class="ds-link" href="${paths.verifier}">${words.verifier.link}</a></p>
    <p>${text.open}</p>
    <pre class="p-command"><code>npx proviso open ${name}.zip --identity recipient.key --out ${name}
unzip ${name}.zip evidence.age; age --decrypt -i recipient.key -o evidence.zip evidence.age</code></pre>
    <p class="p-small">${text.key(view.case.parties.requestingAuthority)}</p>`;
}
