import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/limits.ts';
import { errorLines } from '../../src/wire/field-error.ts';
import { readRequest } from '../../src/wire/read-request.ts';
import * as etsi from './etsi-message.ts';

const read = (...changes: Parameters<typeof etsi.message>): Extract<ReturnType<typeof readRequest>, { ok: true }> => {
  const result = readRequest(etsi.message(...changes));
  assert.ok(result.ok, result.ok ? '' : errorLines(result.errors).join('\n'));
  return result;
};
const faultOf = (bytes: Uint8Array): string => {
  const result = readRequest(bytes);
  assert.ok(!result.ok, 'it was let in');
  return errorLines(result.errors).join('\n');
};
const withDetails = (inner: string): string => `${etsi.associated}${etsi.details(inner)}`;
const entry = (list: string, value: string, owner = 'ETSI'): string =>
  `<common:Owner>${owner}</common:Owner><common:Name>${list}</common:Name><common:Value>${value}</common:Value>`;

test('a disclosure task becomes a request with what it states, and nothing else', () => {
  const { form, request, unread } = read();
  assert.equal(form, 'etsi-ts-103-120');
  assert.deepEqual(unread, []);
  assert.deepEqual(request, {
    format: 'proviso-request/1',
    id: etsi.ids.task,
    measure: 'stored-data',
    requestingState: 'XA',
    requestedState: 'XB',
    issuedAt: '2026-03-01T09:00:00.000Z',
    requestingAuthority: { name: 'PROSECUTOR', reference: 'XA-PROSECUTOR-1' },
    targets: [{ kind: 'email', value: 'phisher@mail.example' }],
    provider: { name: 'MAIL-EXAMPLE', id: 'XB-MAIL-EXAMPLE' },
    period: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
    legalAuthorisation: {
      reference: 'ORDER 12/26',
      validFrom: '2026-02-20T00:00:00.000Z',
      validUntil: '2026-05-31T22:00:00.000Z',
    },
  });
});

test('a data category is taken from the ETSI dictionary, never from another owner', () => {
  const type = (value: string, owner?: string): string =>
    withDetails(`<task:Type>${entry('RequestType', value, owner)}</task:Type>`);
  assert.deepEqual(read({ task: type('TrafficDataAndStoredContentData') }).request.dataCategories, [
    'traffic',
    'content',
  ]);
  for (const unknown of [type('Other'), type('TrafficData', 'XA')]) {
    const { request, unread } = read({ task: unknown });
    assert.equal(request.dataCategories, undefined);
    assert.match(unread.join(), /RequestDetails\/Type$/);
  }
});

test('a period with one end only is no period', () => {
  const { request, unread } = read({ task: withDetails('<task:StartTime>2026-01-01T00:00:00Z</task:StartTime>') });
  assert.equal(request.period, undefined);
  assert.match(unread.join(), /StartTime$/);
});

test('a test is marked as one; an emergency by national procedure is not a danger to life', () => {
  const flags = (value: string): string =>
    `${etsi.associated}<task:Flags><task:LDTaskFlag>${entry('LDTaskFlag', value)}</task:LDTaskFlag></task:Flags>`;
  assert.equal(read({ task: flags('IsTest') }).request.isTest, true);
  const { request, unread } = read({ task: flags('IsEmergency') });
  assert.equal(request.measure, 'stored-data');
  assert.equal(request.emergency, undefined);
  assert.match(unread.join(), /LDTaskFlag$/);
});

test('an interception task is read as what it is', () => {
  const tasked = (delivery: string): string =>
    etsi.create(0, etsi.objectOf('task:LITaskObject', etsi.ids.task, delivery));
  const delivery = (value: string): string =>
    `<task:DeliveryType>${entry('TaskDeliveryType', value)}</task:DeliveryType>`;
  assert.equal(read({ actions: tasked(delivery('IRIOnly')) }).request.measure, 'real-time-traffic');
  assert.equal(read({ actions: tasked(delivery('CCOnly')) }).request.measure, 'interception');
  assert.equal(read({ actions: tasked('') }).request.measure, 'interception');
  assert.match(faultOf(etsi.message({ actions: tasked(delivery('Everything')) })), /IRIOnly, CCOnly or IRIandCC/);
});

test('a signature proves nothing here, and that is said', () => {
  const tail = '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:SignedInfo/></s:Signature>';
  assert.deepEqual(read({ tail }).unread, ['HI1Message/Signature']);
});

const two = (inner: string): string =>
  etsi.create(0, etsi.objectOf('task:LDTaskObject', etsi.ids.task, inner)) +
  etsi.create(1, etsi.objectOf('task:LDTaskObject', etsi.ids.authorisation, inner));
const status = (value: string): string =>
  `<auth:AuthorisationStatus>${entry('AuthorisationStatus', value)}</auth:AuthorisationStatus>`;
const verb = (name: string): string =>
  `<ActionRequest><ActionIdentifier>0</ActionIdentifier><${name}><Identifier>${etsi.ids.task}</Identifier></${name}></ActionRequest>`;
const reversed =
  '<task:StartTime>2026-02-01T00:00:00Z</task:StartTime><task:EndTime>2026-01-01T00:00:00Z</task:EndTime>';
const long = '<task:StartTime>2006-02-01T00:00:00Z</task:StartTime><task:EndTime>2026-01-01T00:00:00Z</task:EndTime>';
const values = (inner: string): string => withDetails(`<task:RequestValues>${inner}</task:RequestValues>`);

const refusals: readonly (readonly [law: string, changes: Parameters<typeof etsi.message>[0], said: RegExp])[] = [
  [
    'another namespace',
    { root: etsi.namespaces.replace('2019/10/Core', '2099/01/Core') },
    /HI1Message of ETSI TS 103 120/,
  ],
  ['no namespace', { root: '' }, /well-formed|HI1Message of ETSI/],
  [
    'an element twice',
    { task: `${etsi.task}<task:Reference>XA-OTHER-2</task:Reference>` },
    /Reference\[2\].*this element once/,
  ],
  [
    'a header element twice',
    { header: `${etsi.header}<Timestamp>2020-01-01T00:00:00Z</Timestamp>` },
    /Timestamp\[2\].*once/,
  ],
  [
    'an element of another namespace',
    { task: `${etsi.task}<Reference>X</Reference>` },
    /no element of this name and namespace/,
  ],
  ['an element that nobody knows', { task: `${etsi.task}<task:EveryoneElse/>` }, /no element of this name/],
  ['two tasks', { actions: two('') }, /one task in one message; this one has 2/],
  [
    'no task',
    { actions: etsi.create(0, etsi.objectOf('auth:AuthorisationObject', etsi.ids.authorisation, '')) },
    /has 0/,
  ],
  ['two authorisations', { actions: twoAuthorisations() }, /at most one authorisation/],
  ['an authorisation of something else', { task: '' }, /that the task names among its AssociatedObjects/],
  ['one identifier for two objects', { actions: sameId() }, /ObjectIdentifier of its own/],
  [
    'an unknown object',
    { actions: etsi.create(0, etsi.objectOf('task:EverythingObject', etsi.ids.task, '')) },
    /no other object is taken/,
  ],
  [
    'a document object',
    { actions: etsi.create(0, etsi.objectOf('auth:DocumentObject', etsi.ids.task, '')) },
    /no other object/,
  ],
  [
    'a task in the namespace of authorisations',
    { actions: etsi.create(0, etsi.objectOf('auth:LDTaskObject', etsi.ids.task, '')) },
    /no other object/,
  ],
  ['an object without a type', { actions: etsi.create(0, '<HI1Object/>') }, /no other object/],
  ['a request to update', { actions: verb('UPDATE') }, /CREATE, a new request/],
  ['a request to list', { actions: verb('LIST') }, /CREATE, a new request/],
  ['a delivery', { actions: verb('DELIVER') }, /CREATE, a new request/],
  ['an authorisation that was rejected', { authorisation: status('Rejected') }, /authorisation that is approved/],
  ['a reversed period', { task: withDetails(reversed) }, /EndTime \(line \d+\): expected an end after the beginning/],
  ['a period of twenty years', { task: withDetails(long) }, /EndTime.*at most 3660 days/],
  ['a time without a zone', { task: withDetails(reversed.replaceAll('Z<', '<')) }, /StartTime.*zone/],
  ['a target of an unknown format', { task: values(etsi.value('IMSI', '001010123456789')) }, /an ETSI format out of/],
  ['a range of addresses', { task: values(etsi.value('IPv4CIDR', '192.0.2.0/24')) }, /an ETSI format out of/],
  ['a format called toString', { task: values(etsi.value('toString', 'x')) }, /an ETSI format out of/],
  [
    'an address that is a pattern',
    { task: values(etsi.value('EmailAddress', '*@mail.example')) },
    /RequestValue .*one e-mail address/,
  ],
  [
    'a target twice',
    { task: values(etsi.value('IPv4Address', '192.0.2.1').repeat(2)) },
    /RequestValues .*entries that differ/,
  ],
  ['too many targets', { task: values(manyValues()) }, /at most 50 entries/],
  [
    'an owner who is not the sender',
    { task: `<OwnerIdentifier>OTHER</OwnerIdentifier>${etsi.task}` },
    /the sender's UniqueIdentifier/,
  ],
  ['an owner of another State', { task: `<CountryCode>XB</CountryCode>${etsi.task}` }, /the sender's CountryCode/],
  [
    "a format of another owner under one of ETSI's names",
    { task: values(etsi.value('IPv4Address', '192.0.2.1').replace('>ETSI<', '>XA<')) },
    /an ETSI format out of/,
  ],
  [
    'a country that is not a State',
    { header: etsi.header.replace('XA', 'ZZ') },
    /CountryCode .*State code that exists/,
  ],
  [
    'an identifier that is not a UUID',
    { actions: etsi.create(0, etsi.objectOf('task:LDTaskObject', 'x', '')) },
    /UUID/,
  ],
  [
    'a bidirectional override in a name',
    { header: etsi.header.replace('PROSECUTOR', 'P\u202EX') },
    /UniqueIdentifier .*bidirectional/,
  ],
];

function manyValues(): string {
  return Array.from({ length: limits.targets + 1 }, (_, n) => etsi.value('InternationalE164', `44${n}`)).join('');
}
function sameId(): string {
  return (
    etsi.create(0, etsi.objectOf('auth:AuthorisationObject', etsi.ids.task, '')) +
    etsi.create(1, etsi.objectOf('task:LDTaskObject', etsi.ids.task, ''))
  );
}
function twoAuthorisations(): string {
  const other = '11111111-2222-4333-8444-555555555555';
  const both = etsi.associated.replace('</A', `</AssociatedObject><AssociatedObject>${other}</A`);
  return (
    etsi.create(0, etsi.objectOf('auth:AuthorisationObject', etsi.ids.authorisation, '')) +
    etsi.create(1, etsi.objectOf('auth:AuthorisationObject', other, '')) +
    etsi.create(2, etsi.objectOf('task:LDTaskObject', etsi.ids.task, both))
  );
}

for (const [law, changes, said] of refusals) {
  test(`ETSI: ${law} is refused`, () => assert.match(faultOf(etsi.message(changes)), said));
}

test('a response is not a request', () => {
  const xml = new TextDecoder().decode(etsi.message()).replaceAll('RequestPayload', 'ResponsePayload');
  assert.match(faultOf(new TextEncoder().encode(xml)), /Payload .*not a request/);
});

test('a message that was cut or overwritten anywhere gives a request or errors, never a throw', () => {
  const whole = etsi.message();
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(40), fc.uint8Array({ maxLength: 8 }));
  fc.assert(
    fc.property(change, ([start, length, put]) => {
      const bytes = Buffer.concat([whole.subarray(0, start), put, whole.subarray(start + length)]);
      const result = readRequest(bytes);
      assert.ok(result.ok || result.errors.every(({ expected }) => expected !== ''));
    }),
    { numRuns: 1000 },
  );
});
