import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { limits } from '../../limits.ts';

/**
 * Challenges that a page gives a passkey. Sealed, not stored: whoever asks for a thousand pages fills no table. Each says what
 * it is for and until when, and counts once (store/once.ts) when it comes back.
 */
export type Challenges = Readonly<{
  make: (purpose: string, now: string) => string;
  /** Whether we made it, for this purpose, and its time has not passed. */
  isOurs: (challenge: string, purpose: string, now: string) => boolean;
}>;

/** @param key 32 secret bytes of the installation */
export function openChallenges(key: Uint8Array): Challenges {
  const seal = (body: Buffer, purpose: string): Buffer =>
    createHmac('sha256', key).update(`proviso-challenge/1\n${purpose}\n`).update(body).digest();
  return {
    make: (purpose, now) => {
      const until = Buffer.alloc(8);
      until.writeBigUInt64BE(BigInt(Date.parse(now) + limits.challengeSeconds * 1000));
      const body = Buffer.concat([until, randomBytes(16)]);
      return Buffer.concat([body, seal(body, purpose)]).toString('base64url');
    },
    isOurs: (challenge, purpose, now) => {
      const bytes = Buffer.from(challenge, 'base64url');
      if (bytes.length !== 56) return false;
      const [body, sealed] = [bytes.subarray(0, 24), bytes.subarray(24)];
      return timingSafeEqual(sealed, seal(body, purpose)) && body.readBigUInt64BE() > BigInt(Date.parse(now));
    },
  };
}
