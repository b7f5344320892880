import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, done, people, sandbox } from '../stories/sandbox.ts';

/** What an act hands out of a case is what its reader may read: pages and programs cannot show more. */

const { acts, see, on, produced, receive, granted } = sandbox();

const flat = (view: unknown): string =>
  JSON.stringify(view, (_, value: unknown) => (value instanceof Map ? [...value.entries()] : value));
const reasonsGiven = answers().map(({ reasons }) => reasons);

test('the provider is given the order’s outline and what came after, nothing of the request, its findings or the grant', async () => {
  const caseId = await produced();
  const whole = await see(people.officer, caseId);
  const { request, requestSha256 } = whole.case.latest.body;
  const given = flat(await see(people.provider, caseId));
  const secrets = [
    request.facts,
    request.necessity,
    request.offence?.title,
    whole.case.decided?.body.reasons,
    ...reasonsGiven,
  ];
  const kept = secrets.filter((secret) => secret !== undefined);
  assert.ok(kept.length > 10 && kept.every((secret) => flat(whole).includes(JSON.stringify(secret).slice(1, -1))));
  for (const secret of kept) assert.ok(!given.includes(JSON.stringify(secret).slice(1, -1)), secret);
  assert.ok(requestSha256 !== '' && given.includes(caseId));
  assert.deepEqual((await see(people.provider, caseId)).case.events.map(({ body }) => body.kind), ['authorised', 'order-served', 'produced']); // prettier-ignore
});

test('the asking State is given its request and the answer, not what the requested State weighs or who looked', async () => {
  const caseId = await granted();
  const view = await see(people.sender, caseId);
  const given = flat(view);
  for (const secret of reasonsGiven) assert.ok(!given.includes(JSON.stringify(secret).slice(1, -1)), secret);
  assert.ok(!given.includes('"found.'), 'no finding');
  assert.deepEqual([view.readings, view.assessment.questions, view.case.findings.size], [[], [], 0]);
  assert.equal(view.case.decided?.body.outcome, 'grant');
});

test('the asking State learns what bars its request and what it owes', async () => {
  const caseId = await receive((request) => delete request['period']);
  const { owed, facts } = (await see(people.sender, caseId)).assessment;
  assert.ok(owed.some(({ fact }) => fact === 'stated.period.from'));
  assert.ok(facts.every(({ name }) => name.startsWith('stated.')));
  done(await acts().askInformation({ ...(await on(people.officer, caseId)), message: 'The period.' }));
  assert.equal((await see(people.sender, caseId)).case.informationAsked?.body.message, 'The period.');
});
