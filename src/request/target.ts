import { z } from 'zod';
import { line } from './fields.ts';

/** Whose data: one account, number or address. Never a pattern or a range (mission E3: no bulk). */

export const targetKinds = ['email', 'account', 'phone', 'url', 'ip'] as const;
export type TargetKind = (typeof targetKinds)[number];

const ip = z.union([z.ipv4(), z.ipv6()]);
const url = z.url({ protocol: /^https?$/ });

/** Per kind: what one of it looks like, and how that is said. E-mail may be internationalised (RFC 6531). */
const one: Readonly<Record<TargetKind, Readonly<{ is: (value: string) => boolean; expected: string }>>> = {
  email: { is: (value) => /^[^\s@*]+@[^\s@*]+$/u.test(value), expected: 'one e-mail address, as name@example.org' },
  account: { is: (value) => !/[*]/.test(value), expected: 'one account name, without a wildcard' },
  phone: { is: (value) => /^[0-9]{1,15}$/.test(value), expected: 'one number in E.164 form, digits only, without "+"' },
  url: {
    is: (value) => url.safeParse(value).success,
    expected: 'one web address that begins with http:// or https://',
  },
  ip: { is: (value) => ip.safeParse(value).success, expected: 'one IPv4 or IPv6 address, not a range' },
};

const fields = z.strictObject({
  kind: z.enum(targetKinds).meta({ description: 'What kind of name the value is.' }),
  value: line.meta({ description: 'Exactly one of it. Phone: E.164 without "+". No wildcard, no range.' }),
});

export type Target = Readonly<z.infer<typeof fields>>;

export const target = fields.refine(({ kind, value }) => one[kind].is(value), {
  path: ['value'],
  error: (issue) => one[(issue.input as Target).kind].expected,
});
