import type { Bucket } from '../store/bucket.ts';
import { BadUsage, type Terminal } from './command.ts';

/**
 * A bucket: PROVISO_BUCKET (where evidence is kept) or PROVISO_LOG_BUCKET (where the log is published), its URL, each with
 * its own ..._REGION, ..._KEY and ..._SECRET. Nothing where none of them is set.
 * @throws BadUsage where some are missing, or a bucket elsewhere would be written to without TLS
 */
export function bucketSettings(environment: Terminal['environment'], of: 'PROVISO_BUCKET' | 'PROVISO_LOG_BUCKET'): Bucket | undefined {
  const names = [of, `${of}_REGION`, `${of}_KEY`, `${of}_SECRET`];
  const [url = '', region = '', accessKeyId = '', secretAccessKey = ''] = names.map((name) => environment[name]);
  const missing = names.filter((name) => (environment[name] ?? '') === '');
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) throw new BadUsage(`${missing.join(', ')}: expected, because others of the bucket are set`);
  const parsed = URL.parse(url);
  const isNear = parsed?.hostname === '127.0.0.1' || parsed?.hostname === 'localhost' || parsed?.hostname === '[::1]';
  if (parsed === null || parsed.search !== '' || (parsed.protocol !== 'https:' && !(isNear && parsed.protocol === 'http:')))
    throw new BadUsage(`${of}: expected the https:// URL of a bucket`);
  return { url, region, accessKeyId, secretAccessKey };
} // prettier-ignore
