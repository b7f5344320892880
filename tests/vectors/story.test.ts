import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { at, proviso } from '../stories/command-line.ts';

const vectors = at('../shared/vectors');
const skip = existsSync(vectors) ? false : '../shared/vectors is not here';
const folder = mkdtempSync(join(tmpdir(), 'proviso-vectors-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test(
  'a disclosure message that others wrote: what is missing is named, the period past its authorisation is noticed',
  { skip },
  () => {
    const { exit, out } = proviso(
      'story',
      'first-walk',
      '--out',
      join(folder, 'etsi4'),
      '--request',
      join(vectors, 'etsi-103120/examples/request4.xml'),
    );
    assert.equal(exit, 4, out);
    assert.match(out, /un-cybercrime\/24\(2\)\/duration: .*runs past/);
    for (const fact of ['stated.offence.provision', 'stated.necessity', 'stated.purpose', 'stated.dataCategories'])
      assert.match(out, new RegExp(`missing, ${fact.replaceAll('.', '\\.')}: `));
    for (const known of ['stated.period.from', 'stated.targets', 'stated.authorisation.validUntil'])
      assert.doesNotMatch(
        out,
        new RegExp(`missing, ${known.replaceAll('.', '\\.')}`),
        'what the message states is not asked again',
      );
  },
);

test('an interception task that others wrote is refused with the reason', { skip }, () => {
  const { exit, out } = proviso(
    'story',
    'first-walk',
    '--out',
    join(folder, 'etsi1'),
    '--request',
    join(vectors, 'etsi-103120/examples/request1.xml'),
  );
  assert.equal(exit, 3, out);
  assert.match(out, /carries no interception/);
  assert.match(out, /refuses under 46/);
});

test(
  'evidence that others made: the record inside the order leaves, mail without a date stays, and all of it verifies',
  { skip },
  () => {
    const request = JSON.parse(readFileSync(at('examples/requests/clean-phishing.request.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    request['targets'] = [{ kind: 'url', value: 'http://example.com/' }];
    request['period'] = { from: '2017-03-06T04:00:00Z', until: '2017-03-06T04:03:00Z' };
    writeFileSync(join(folder, 'request.json'), JSON.stringify(request));
    const out = join(folder, 'evidence');
    const evidence = ['mixed.eml', 'example.warc'].flatMap((name) => ['--evidence', join(vectors, 'evidence', name)]);
    const walked = proviso('story', 'first-walk', '--out', out, '--request', join(folder, 'request.json'), ...evidence);
    assert.equal(walked.exit, 0, walked.out + walked.complaint);
    assert.match(walked.out, /2 items leave, 5 are withheld/);
    const verified = proviso('verify', join(out, 'package'), '--identity', join(out, 'recipient.key'));
    assert.equal(verified.exit, 0, verified.out);
  },
);
