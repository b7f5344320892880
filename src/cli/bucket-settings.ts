import type { Bucket } from '../store/bucket.ts';
import { BadUsage, type Terminal } from './command.ts';

/**
 * Where evidence is kept: PROVISO_BUCKET, the URL of a bucket, with PROVISO_BUCKET_REGION, PROVISO_BUCKET_KEY and
 * PROVISO_BUCKET_SECRET. Nothing where none of them is set.
 * @throws BadUsage where some are missing, or a bucket elsewhere would be written to without TLS
 */
export function bucketSettings(environment: Terminal['environment']): Readonly<{ bucket?: Bucket }> {
  const names = ['PROVISO_BUCKET', 'PROVISO_BUCKET_REGION', 'PROVISO_BUCKET_KEY', 'PROVISO_BUCKET_SECRET'] as const;
  const [url = '', region = '', accessKeyId = '', secretAccessKey = ''] = names.map((name) => environment[name]);
  const missing = names.filter((name) => (environment[name] ?? '') === '');
  if (missing.length === names.length) return {};
  if (missing.length > 0) throw new BadUsage(`${missing.join(', ')}: expected, because others of the bucket are set`);
  const parsed = URL.parse(url);
  const isNear = parsed?.hostname === '127.0.0.1' || parsed?.hostname === 'localhost' || parsed?.hostname === '[::1]';
  if (parsed === null || parsed.search !== '' || (parsed.protocol !== 'https:' && !(isNear && parsed.protocol === 'http:')))
    throw new BadUsage('PROVISO_BUCKET: expected the https:// URL of a bucket');
  return { bucket: { url, region, accessKeyId, secretAccessKey } };
} // prettier-ignore
