/** What we use of s3rver, a test server of the S3 API, which brings no types. */
declare module 's3rver' {
  import type { AddressInfo } from 'node:net';
  // eslint-disable-next-line no-restricted-syntax -- theirs
  export default class S3rver {
    constructor(options: {
      port: number;
      address: string;
      silent: boolean;
      directory: string;
      configureBuckets: readonly { name: string; configs: readonly string[] }[];
    });
    run(done: (error: Error | null, address: AddressInfo) => void): unknown;
    close(): Promise<void>;
  }
}
