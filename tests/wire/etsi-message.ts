/** An ETSI TS 103 120 message of our own making, with one part changed at will. */

type Changes = Readonly<{
  prolog?: string;
  root?: string;
  header?: string;
  actions?: string;
  authorisation?: string;
  task?: string;
  tail?: string;
}>;

export const ids = {
  authorisation: '0b9a4e52-6c1f-4f0e-9a54-0d3a1f6e7b01',
  task: '5c0d7a31-2b8e-4c6d-8f19-7e2b4a9c6d02',
} as const;

const party = (name: string, country: string, id: string): string =>
  `<${name}><CountryCode>${country}</CountryCode><UniqueIdentifier>${id}</UniqueIdentifier></${name}>`;

export const header = `${party('SenderIdentifier', 'XA', 'PROSECUTOR')}${party('ReceiverIdentifier', 'XB', 'CENTRAL')}
  <TransactionIdentifier>9f3c1d20-44aa-4b7e-b1d2-3c5e6f708192</TransactionIdentifier>
  <Timestamp>2026-03-01T09:00:00.000000Z</Timestamp>
  <Version><ETSIVersion>V1.12.1</ETSIVersion><NationalProfileOwner>XA</NationalProfileOwner>
  <NationalProfileVersion>v1</NationalProfileVersion></Version>`;

export const objectOf = (type: string, id: string, inner: string): string =>
  `<HI1Object xsi:type="${type}"><ObjectIdentifier>${id}</ObjectIdentifier>${inner}</HI1Object>`;

export const create = (number: number, object: string): string =>
  `<ActionRequest><ActionIdentifier>${number}</ActionIdentifier><CREATE>${object}</CREATE></ActionRequest>`;

export const authorisation = `<auth:AuthorisationReference>ORDER 12/26</auth:AuthorisationReference>
  <auth:AuthorisationTimespan><auth:StartTime>2026-02-20T00:00:00Z</auth:StartTime>
  <auth:EndTime>2026-06-01T00:00:00+02:00</auth:EndTime></auth:AuthorisationTimespan>`;

export const value = (format: string, text: string): string =>
  `<task:RequestValue><task:FormatType><task:FormatOwner>ETSI</task:FormatOwner>
  <task:FormatName>${format}</task:FormatName></task:FormatType><task:Value>${text}</task:Value></task:RequestValue>`;

export const associated = `<AssociatedObjects><AssociatedObject>${ids.authorisation}</AssociatedObject></AssociatedObjects>`;

export const details = (inner: string): string => `<task:RequestDetails>${inner}</task:RequestDetails>`;

export const period =
  '<task:StartTime>2026-01-01T00:00:00Z</task:StartTime><task:EndTime>2026-02-01T00:00:00Z</task:EndTime>';

export const task = `${associated}<task:Reference>XA-PROSECUTOR-1</task:Reference>
  ${details(`${period}<task:RequestValues>${value('EmailAddress', 'phisher@mail.example')}</task:RequestValues>`)}
  ${party('task:CSPID', 'XB', 'MAIL-EXAMPLE')}`;

export const namespaces = `xmlns="http://uri.etsi.org/03120/common/2019/10/Core"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:common="http://uri.etsi.org/03120/common/2016/02/Common"
  xmlns:task="http://uri.etsi.org/03120/common/2020/09/Task"
  xmlns:auth="http://uri.etsi.org/03120/common/2020/09/Authorisation"`;

export function message(changes: Changes = {}): Uint8Array {
  const actions =
    changes.actions ??
    create(0, objectOf('auth:AuthorisationObject', ids.authorisation, changes.authorisation ?? authorisation)) +
      create(1, objectOf('task:LDTaskObject', ids.task, changes.task ?? task));
  const xml = `${changes.prolog ?? '<?xml version="1.0" encoding="utf-8"?>'}
<HI1Message ${changes.root ?? namespaces}><Header>${changes.header ?? header}</Header>
<Payload><RequestPayload><ActionRequests>${actions}</ActionRequests></RequestPayload></Payload>${changes.tail ?? ''}
</HI1Message>`;
  return new TextEncoder().encode(xml);
}
