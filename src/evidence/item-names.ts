import type { Manifest } from './manifest.ts';

/** Names under which released items are written to a disk: ours alone, whatever the evidence says of itself. */

type Released = Manifest['released']['items'][number];
type Format = Manifest['released']['files'][number]['format'];

const endings: Readonly<Record<Format, string>> = {
  mbox: 'eml.txt',
  eml: 'eml.txt',
  warc: 'warc.bin',
  'warc-gz': 'warc.gz.bin',
  csv: 'csv.txt',
  json: 'json.txt',
  jsonl: 'json.txt',
  har: 'json.txt',
  opaque: 'bin',
};

/** `exhibit-01-000007.eml.txt`: no program opens it as what it may be (a page, a script, a mail with attachments). */
export function itemName({ file, number }: Pick<Released, 'file' | 'number'>, format: Format): string {
  const [exhibit = file] = file.split('.');
  return `${exhibit}-${String(number).padStart(6, '0')}.${endings[format]}`;
}
