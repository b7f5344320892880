import { createHmac, hash } from 'node:crypto';

/**
 * What is said of a withheld item: a hash under a salt of its own. Messages can be guessed, so a plain hash would tell
 * that one exists; with the seed, whoever holds the item can later show that it was among the withheld ones.
 */

const domain = 'proviso-withheld/1\n';

/** @param seed 32 bytes. @returns the item's salt, 32 bytes: what is shown to open this one item and no other. */
export const withheldSalt = (seed: Uint8Array, exhibitSha256: string, number: number): Uint8Array =>
  createHmac('sha256', seed).update(`${domain}${exhibitSha256}\n${number}\n`).digest();

/** SHA-256 (hex) over the domain, the item's salt, and the SHA-256 of its exhibit and of the item (hex). */
export const saltedHash = (salt: Uint8Array, exhibitSha256: string, itemSha256: string): string =>
  hash(
    'sha256',
    Buffer.concat([Buffer.from(domain), salt, Buffer.from(exhibitSha256, 'hex'), Buffer.from(itemSha256, 'hex')]),
  );

export const withheldHash = (seed: Uint8Array, exhibitSha256: string, number: number, itemSha256: string): string =>
  saltedHash(withheldSalt(seed, exhibitSha256, number), exhibitSha256, itemSha256);
