import { sha256Hex } from '../canonical.ts';
import { limits } from '../limits.ts';
import type { Database } from './database.ts';

/**
 * How often sign-in failed, by account and by address, in windows of `limits.signInWindowSeconds`. In the store, so that
 * it outlives a restart and counts for all processes; addresses are kept as hashes and go with their window.
 */
export type FailedSignIns = Readonly<{
  /** Whether any of these may not try now. */
  blocked: (who: Tried, now: string) => Promise<boolean>;
  count: (who: Tried, now: string) => Promise<void>;
}>;

export type Tried = Readonly<{ account?: string | undefined; address: string }>;

const most = { account: limits.signInFailuresPerAccount, address: limits.signInFailuresPerAddress } as const;

export function openFailedSignIns(database: Database): FailedSignIns {
  return {
    blocked: async (who, now) => {
      for (const [kind, bucket] of bucketsOf(who)) {
        const [row] = await database<{ failures: number }[]>`
          select failures from failed_sign_in where bucket = ${bucket} and window_start = ${windowOf(now)}`;
        if ((row?.failures ?? 0) >= most[kind]) return true;
      }
      return false;
    },
    count: async (who, now) => {
      await database`delete from failed_sign_in where window_start < ${windowOf(now)}`;
      for (const [, bucket] of bucketsOf(who))
        await database`
          insert into failed_sign_in (bucket, window_start, failures) values (${bucket}, ${windowOf(now)}, 1)
          on conflict (bucket, window_start) do update set failures = failed_sign_in.failures + 1`;
    },
  };
}

function windowOf(now: string): Date {
  const length = limits.signInWindowSeconds * 1000;
  return new Date(Math.floor(Date.parse(now) / length) * length);
}

const bucketsOf = ({ account, address }: Tried): (readonly ['account' | 'address', string])[] => [
  ...(account === undefined ? [] : [['account', `account:${sha256Hex(account)}`] as const]),
  ['address', `address:${sha256Hex(address)}`] as const,
];
