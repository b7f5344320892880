import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { base32 } from '@scure/base';

/**
 * Writes the example evidence of the phishing case (../requests/clean-phishing): a mailbox and a web archive, all
 * invented. `node examples/evidence/make.ts` writes the same bytes every time. Beside each entry: what minimisation to
 * the account phisher@mail.example, https://login-bank.example/ and January 2026 must make of it.
 */

type Message = { envelope: string; fields: readonly string[]; body: readonly string[] };

const message = (envelope: string, fields: readonly string[], body: readonly string[]): Message => ({ envelope, fields, body });
const text = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'];

const messages: readonly Message[] = [
  // released: the first lure
  message('phisher@mail.example Fri Jan  2 08:15:00 2026', [
    'From: "Customer Care" <phisher@mail.example>', 'To: anna.berg@inbox.example',
    'Date: Fri, 02 Jan 2026 08:15:00 +0000', 'Subject: Your account will be closed', 'Message-ID: <1@mail.example>', ...text,
  ], ['Dear customer,', '', 'confirm your details today: https://login-bank.example/confirm', '', 'Customer Care']),
  // withheld, outside-period: one second before the period begins
  message('phisher@mail.example Wed Dec 31 23:59:59 2025', [
    'From: phisher@mail.example', 'To: friend@inbox.example',
    'Date: Wed, 31 Dec 2025 23:59:59 +0000', 'Subject: Happy new year', 'Message-ID: <2@mail.example>', ...text,
  ], ['See you next year.']),
  // released: 1 January 2026 in UTC, although the sender's clock says 31 December
  message('phisher@mail.example Thu Jan  1 00:30:00 2026', [
    'From: phisher@mail.example', 'To: kit.seller@inbox.example',
    'Date: Wed, 31 Dec 2025 19:30:00 -0500', 'Subject: page kit', 'Message-ID: <3@mail.example>', ...text,
  ], ['The bank page looks right now. Sending the money tomorrow.']),
  // released: an answer of the person deceived
  message('anna.berg@inbox.example Fri Jan  2 10:02:11 2026', [
    'From: Anna Berg <anna.berg@inbox.example>', 'To: Customer Care <PHISHER@mail.example>',
    'Date: Fri, 2 Jan 2026 11:02:11 +0100', 'Subject: =?utf-8?q?Re=3A_Your_account_will_be_closed_=E2=80=93_help?=',
    'In-Reply-To: <1@mail.example>', 'Message-ID: <4@inbox.example>', ...text,
  ], ['I entered my code twice and it did not work. What should I do?', '', '> From here on your account is limited']),
  // withheld, other-account: a neighbour's message in the same production; the account appears in its text only
  message('lawyer@chambers.example Mon Jan  5 09:00:00 2026', [
    'From: "phisher@mail.example (forwarded)" <lawyer@chambers.example>', 'To: client@inbox.example',
    'Date: Mon, 05 Jan 2026 09:00:00 +0000', 'Subject: Your appointment', 'Message-ID: <5@chambers.example>', ...text,
  ], ['Please bring the letter from phisher@mail.example with you.']),
  // withheld, no-date
  message('phisher@mail.example Tue Jan  6 12:00:00 2026', [
    'From: phisher@mail.example', 'To: anna.berg@inbox.example', 'Subject: last warning', 'Message-ID: <6@mail.example>', ...text,
  ], ['Your account is closed at midnight.']),
  // released: with an attachment
  message('phisher@mail.example Wed Jan  7 16:45:30 2026', [
    'From: phisher@mail.example', 'To: kit.seller@inbox.example', 'Cc: helper@mail.example',
    'Date: Wed, 07 Jan 2026 16:45:30 +0000', 'Subject: list', 'Message-ID: <7@mail.example>',
    'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="part"',
  ], ['--part', 'Content-Type: text/plain; charset=utf-8', '', 'The first forty.', '',
    '--part', 'Content-Type: text/csv; name="harvest.csv"', 'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="harvest.csv"', '',
    Buffer.from('name,code\nAnna Berg,493021\nOmar Haddad,118204\n').toString('base64'), '--part--']),
  // released: in Arabic
  message('phisher@mail.example Sat Jan 10 07:20:00 2026', [
    `From: =?utf-8?b?${Buffer.from('خدمة العملاء').toString('base64')}?= <phisher@mail.example>`, 'To: omar.haddad@inbox.example',
    'Date: Sat, 10 Jan 2026 10:20:00 +0300', `Subject: =?utf-8?b?${Buffer.from('سيتم إغلاق حسابك').toString('base64')}?=`,
    'Message-ID: <8@mail.example>', ...text,
  ], ['عزيزي العميل،', 'يرجى تأكيد بياناتك اليوم: https://login-bank.example/confirm']),
  // withheld, no-date: a date without a zone names no instant
  message('phisher@mail.example Mon Jan 12 09:00:00 2026', [
    'From: phisher@mail.example', 'To: kit.seller@inbox.example', 'Date: Mon, 12 Jan 2026 09:00:00',
    'Subject: no zone', 'Message-ID: <9@mail.example>', ...text,
  ], ['When do we meet?']),
  // withheld, other-account: another address at the same provider, with a tag that makes it another
  message('helper@mail.example Thu Jan 15 13:10:00 2026', [
    'From: helper@mail.example', 'To: phisher+old@mail.example',
    'Date: Thu, 15 Jan 2026 13:10:00 +0000', 'Subject: old box', 'Message-ID: <10@mail.example>', ...text,
  ], ['Is this box still read?']),
  // released: a blind copy
  message('helper@mail.example Sat Jan 31 23:59:59 2026', [
    'From: helper@mail.example', 'To: undisclosed-recipients:;', 'Bcc: phisher@mail.example',
    'Date: Sat, 31 Jan 2026 23:59:59 +0000', 'Subject: done', 'Message-ID: <11@mail.example>', ...text,
  ], ['All forty are used up.']),
  // withheld, outside-period: the end of the period is not in it
  message('phisher@mail.example Sun Feb  1 00:00:00 2026', [
    'From: phisher@mail.example', 'To: kit.seller@inbox.example',
    'Date: Sun, 01 Feb 2026 00:00:00 +0000', 'Subject: next month', 'Message-ID: <12@mail.example>', ...text,
  ], ['A new page for a new month.']),
]; // prettier-ignore

/** mboxrd: lines of text that begin with `From ` are escaped. */
const mbox = messages
  .map(({ envelope, fields, body }) =>
    [`From ${envelope}`, ...fields, '', ...body.map((line) => line.replace(/^(>*From )/, '>$1')), '', ''].join('\n'),
  )
  .join('');

type WebRecord = { type: string; target?: string; date: string; contentType: string; block: string };

const response = (html: string): string =>
  ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8', `Content-Length: ${Buffer.byteLength(html)}`, '', html].join('\r\n');
const request = (path: string): string => [`GET ${path} HTTP/1.1`, 'Host: login-bank.example', '', ''].join('\r\n');
const page = 'application/http; msgtype=response';

const records: readonly WebRecord[] = [
  // withheld, no-account: the archive's own description names no address
  { type: 'warcinfo', date: '2026-02-03T09:00:00Z', contentType: 'application/warc-fields', block: 'software: example archive writer\r\nformat: WARC File Format 1.1\r\n' },
  // released
  { type: 'response', target: 'https://login-bank.example/', date: '2026-01-02T08:20:00Z', contentType: page, block: response('<!doctype html><title>Bank of Arvenia</title><form method="post" action="/confirm"><input name="code"></form>') },
  // released
  { type: 'response', target: 'https://login-bank.example/confirm?step=2', date: '2026-01-02T08:20:04.250Z', contentType: page, block: response('<!doctype html><title>Thank you</title>') },
  // released: the request that belongs to it
  { type: 'request', target: 'https://login-bank.example/confirm?step=2', date: '2026-01-02T08:20:04.250Z', contentType: 'application/http; msgtype=request', block: request('/confirm?step=2') },
  // withheld, other-account: another origin that begins with the same letters
  { type: 'response', target: 'https://login-bank.example.test/', date: '2026-01-02T08:30:00Z', contentType: page, block: response('<!doctype html><title>Parked</title>') },
  // withheld, other-account: the bank's own site
  { type: 'response', target: 'https://www.bank.example/', date: '2026-01-03T12:00:00Z', contentType: page, block: response('<!doctype html><title>Bank of Arvenia</title>') },
  // withheld, outside-period
  { type: 'response', target: 'https://login-bank.example/', date: '2026-02-01T00:00:00Z', contentType: page, block: response('<!doctype html><title>Gone</title>') },
  // withheld, no-date: a month is no instant (WARC/1.1 allows it)
  { type: 'response', target: 'https://login-bank.example/old', date: '2026-01', contentType: page, block: response('<!doctype html><title>Draft</title>') },
]; // prettier-ignore

const warc = records
  .map(({ type, target, date, contentType, block }, index) =>
    [
      'WARC/1.1',
      `WARC-Type: ${type}`,
      `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}>`,
      ...(target === undefined ? [] : [`WARC-Target-URI: ${target}`]),
      `WARC-Date: ${date}`,
      `WARC-Block-Digest: sha1:${base32.encode(createHash('sha1').update(block).digest())}`,
      `Content-Type: ${contentType}`,
      `Content-Length: ${Buffer.byteLength(block)}`,
      '',
      block,
      '',
      '',
    ].join('\r\n'),
  )
  .join('');

const folder = process.argv[2] ?? import.meta.dirname;
writeFileSync(join(folder, 'mailbox.mbox'), mbox);
writeFileSync(join(folder, 'site.warc'), warc);
