import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { errorLines } from '../../src/wire/field-error.ts';
import { readRequest } from '../../src/wire/read-request.ts';

/** Messages that ETSI published with TS 103 120. None of them was made by us. */

const folder = join(import.meta.dirname, '../../../shared/vectors/etsi-103120');
const missing = existsSync(folder) ? false : 'the folder ../shared/vectors/etsi-103120 is not here';
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const noSchema = missing !== false ? missing : hasXmllint ? false : 'xmllint (Debian: libxml2-utils) is not installed';

const example = (name: string): Buffer => readFileSync(join(folder, name));

test('ETSI request4: a disclosure task, its authorisation, and no fact more', { skip: missing }, () => {
  const result = readRequest(example('examples/request4.xml'));
  assert.ok(result.ok);
  assert.deepEqual(result.request, {
    format: 'proviso-request/1',
    id: '2b36a78b-b628-416d-bd22-404e68a0cd36',
    measure: 'stored-data',
    requestingState: 'XX',
    requestedState: 'XX',
    issuedAt: '2019-09-30T13:37:00.000Z',
    requestingAuthority: { name: 'ACTOR01', reference: 'XX-ACTOR01-1234' },
    targets: [{ kind: 'phone', value: '442079460223' }],
    provider: { name: 'ACTOR02', id: 'XX-ACTOR02' },
    period: { from: '2019-09-30T12:00:00.000Z', until: '2019-12-30T12:00:00.000Z' },
    legalAuthorisation: {
      reference: 'W000001',
      validFrom: '2019-09-30T12:00:00.000Z',
      validUntil: '2019-12-01T12:00:00.000Z',
    },
  });
});

test('ETSI request1: an interception task is read as interception', { skip: missing }, () => {
  const result = readRequest(example('examples/request1.xml'));
  assert.ok(result.ok);
  assert.equal(result.request.measure, 'interception');
  assert.equal(result.request.period, undefined);
});

test('ETSI request6: times at which something was seen are not a period', { skip: missing }, () => {
  const result = readRequest(example('examples/request6.xml'));
  assert.ok(result.ok);
  assert.equal(result.request.period, undefined);
  assert.equal(result.unread.filter((path) => path.includes('ObservedTimes')).length, 3);
});

test('ETSI request6_signed: the address is internationalised, the signature is not checked', { skip: missing }, () => {
  const result = readRequest(example('examples/request6_signed.xml'));
  assert.ok(result.ok);
  assert.deepEqual(result.request.targets, [{ kind: 'email', value: 'Όνομα.παραδείγματος@example.com' }]);
  assert.ok(result.unread.includes('HI1Message/Signature'));
});

for (const [name, said] of [
  ['examples/request2.xml', /GET .*expected CREATE, a new request/],
  ['examples/request5-Binary-Delivery.xml', /DELIVER .*expected CREATE, a new request/],
  ['examples/response1.xml', /not a request/],
  ['examples/response3.xml', /not a request/],
  ['examples/response4.xml', /not a request/],
  ['examples/response6.xml', /not a request/],
  ['examples/example.pem', /expected a JSON object .* or XML/],
  ['json/request1_signed.json', /XML encoding only.*HS256/],
  ['json/request4-Preservation-Link.json', /XML encoding only/],
] as const) {
  test(`ETSI ${name} is not a request that is taken, and the answer says why`, { skip: missing }, () => {
    const result = readRequest(example(name));
    assert.ok(!result.ok);
    assert.match(errorLines(result.errors).join('\n'), said);
  });
}

for (const name of ['request1', 'request4', 'request6', 'request6_signed']) {
  test(`ETSI ${name} is valid by the schemas of ETSI, so what we read is the format`, { skip: noSchema }, () => {
    const schema = join(folder, 'schema/validate-all.xsd');
    const file = join(folder, `examples/${name}.xml`);
    const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, file], { encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
  });
}

test(
  'a message of our own making, as the tests use it, is valid by the schemas of ETSI',
  { skip: noSchema },
  async () => {
    const { message } = await import('../wire/etsi-message.ts');
    const schema = join(folder, 'schema/validate-all.xsd');
    const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], {
      input: message(),
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
  },
);
