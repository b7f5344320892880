import { domainToASCII } from 'node:url';

/**
 * Addresses in an address field of mail: RFC 5322 section 3.4. Strict where it decides: only an addr-spec that stands
 * where the grammar puts one counts. Mail programs also dig addresses out of names, comments and encoded words;
 * whoever can write those could then put a message into the scope of somebody else's order.
 */

/**
 * @param value an unfolded field body.
 * @returns normalised addresses in order of appearance. What cannot be read as a mailbox is left out.
 */
export function mailAddresses(value: string): string[] {
  const bare = withoutCommentsAndQuotes(value);
  if (bare === undefined) return [];
  return bare
    .split(/[,;]/)
    .map((mailbox) => normalAddress(addrSpec(withoutGroupName(mailbox)) ?? ''))
    .filter((address) => address !== undefined);
}

/**
 * One form for comparison: the local part in lower case (RFC 5321 section 2.4 lets hosts tell cases apart, none of the
 * large ones does), the domain as A-labels. `undefined` for what is not one address.
 */
export function normalAddress(text: string): string | undefined {
  const match = /^([^\s"(),:;<>@[\\\]]{1,64})@([^\s"(),:;<>@[\\\]]{1,255})$/u.exec(text.normalize('NFC'));
  if (match === null) return undefined;
  const [, local = '', domain = ''] = match;
  const ascii = domainToASCII(domain);
  return ascii === '' ? undefined : `${local.toLowerCase()}@${ascii.toLowerCase()}`;
}

/** `<address>` at the end of a mailbox, or a mailbox that is nothing but an address. */
function addrSpec(mailbox: string): string | undefined {
  if (!/[<>]/.test(mailbox)) return mailbox.trim();
  return /^[^<>]*<([^<>]*)>\s*$/.exec(mailbox)?.[1]?.trim();
}

/** A group is `name: mailbox, mailbox;`. A name before an angle address may hold no colon, so the first one ends it. */
const withoutGroupName = (mailbox: string): string => mailbox.replace(/^[^<>:]*:/, '');

/**
 * The field without its comments, which may nest, and with a mark for each quoted string: both may hold commas, angles
 * and addresses that mean nothing. `undefined` where one of them does not end.
 */
function withoutCommentsAndQuotes(value: string): string | undefined {
  let result = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\' && (quoted || depth > 0)) at += 1;
    else if (character === '"' && depth === 0) {
      quoted = !quoted;
      // A quoted local part ("a b"@example.org) must not become a bare domain: the mark is not an address character.
      result += '"';
    } else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) {
      depth -= 1;
      // A comment is folding space (RFC 5322 section 3.2.2): it parts what stands on either side of it.
      result += ' ';
    } else if (depth === 0) result += character;
  }
  return quoted || depth > 0 ? undefined : result;
}
