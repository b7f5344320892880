import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/limits.ts';
import {
  encodeCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '../../src/transparency/checkpoint.ts';
import {
  encodeSignerKey,
  encodeVerifierKey,
  generateKey,
  openNote,
  parseSignerKey,
  parseVerifierKey,
  signNote,
} from '../../src/transparency/note.ts';
import { flipped } from './memory-log.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const string = (note: Uint8Array): string => new TextDecoder().decode(note);
const seed = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const court = generateKey('court.example/judge', seed(1));
const witness = generateKey('witness.example', seed(2));
const text = 'first\n\nlast\n';
const note = string(signNote(text, [court, witness]));
const lines = note.split('\n');

/** Another spelling of the same bytes: the last letter before the padding has two bits that nothing reads. */
function withStrayBits(base64Lines: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return base64Lines.replace(/(.)=\n/, (_, letter: string) => `${alphabet.charAt(alphabet.indexOf(letter) + 1)}=\n`);
}

suite('signed notes', () => {
  test('what was signed is opened, text with empty lines and any script included', () => {
    const line = fc.string({ unit: 'grapheme' }).map((part) => part.replaceAll(/[\p{Cc}\p{Cs}]/gu, ''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (parts) => {
        const signed = `${parts.join('\n')}\n`;
        assert.deepEqual(openNote(signNote(signed, [court]), [court.verifier]), {
          text: signed,
          signedBy: [court.verifier],
        });
      }),
    );
  });

  test('the text ends at the last empty line', () => {
    assert.equal(openNote(bytes(note), [court.verifier]).text, text);
  });

  test('a signature of an unknown key is passed over; with no known key the note is nothing', () => {
    assert.deepEqual(openNote(bytes(note), [witness.verifier]).signedBy, [witness.verifier]);
    const stranger = generateKey('court.example/judge', seed(3));
    assert.throws(() => openNote(bytes(note), [stranger.verifier]), { code: 'note-unsigned' });
  });

  test('one bad signature of a known key refuses the whole, beside a good one of another', () => {
    const other =
      string(signNote('other\n', [witness]))
        .split('\n')
        .at(-2) ?? '';
    const mixed = bytes([...lines.slice(0, -2), other, ''].join('\n'));
    assert.deepEqual(openNote(mixed, [court.verifier]).signedBy, [court.verifier]);
    assert.throws(() => openNote(mixed, [court.verifier, witness.verifier]), { code: 'note-signature' });
  });

  test('a signature given twice counts once', () => {
    const doubled = bytes(`${note}${lines.at(-2) ?? ''}\n`);
    assert.equal(openNote(doubled, [court.verifier, witness.verifier]).signedBy.length, 2);
  });

  test('any flipped bit of a note signed once is refused', () => {
    const single = signNote(text, [court]);
    for (let bit = 0; bit < single.length * 8; bit += 1) {
      assert.throws(() => openNote(flipped(single, bit), [court.verifier]), { name: 'LogError' }, `bit ${bit}`);
    }
  });

  const signature = lines.at(-2) ?? '';
  const malformations: Readonly<Record<string, string>> = {
    'no signature': `${text}\n`,
    'no empty line': `text\n${signature}\n`,
    'no newline at the end': note.slice(0, -1),
    'a carriage return': note.replace('first\n', 'first\r\n'),
    'a tab': note.replace('first', 'fi\trst'),
    'a null': note.replace('first', 'fi\0rst'),
    'a hyphen for the dash': note.replaceAll('— ', '- '),
    'two spaces': note.replaceAll('— ', '—  '),
    'space at the end of a signature': `${note.slice(0, -1)} \n`,
    'base64 without padding': note.replaceAll('=', ''),
    'base64 with stray bits': withStrayBits(note),
    'base64 in the alphabet of URLs': `${text}\n— a ${'-_-_'.repeat(24)}\n`,
    'a signature of four bytes': `${text}\n— a AAAAAA==\n`,
    'a name with a plus sign': note.replaceAll('witness.example', 'witness+example'),
    'a name with a no-break space': note.replaceAll('witness.example', 'witness\u00A0example'),
    'something after the signatures': `${note}more\n`,
    'more signatures than the limit': note + `${signature}\n`.repeat(limits.noteSignatures),
    'more bytes than the limit': string(signNote('x\n', [court])).padStart(limits.noteBytes + 1, 'x'),
    nothing: '',
  };
  for (const [name, malformed] of Object.entries(malformations)) {
    test(`not a note: ${name}`, () => {
      assert.notEqual(malformed, note);
      assert.throws(() => openNote(bytes(malformed), [court.verifier, witness.verifier]), { code: 'note-malformed' });
    });
  }

  test('a byte order mark is text like any other: it is not dropped, so the signature does not fit', () => {
    assert.throws(() => openNote(bytes(`\uFEFF${note}`), [court.verifier]), { code: 'note-signature' });
  });

  test('not a note: bytes that are not UTF-8', () => {
    assert.throws(() => openNote(Uint8Array.of(0xff, ...bytes(note)), [court.verifier]), { code: 'note-malformed' });
  });

  test('a text that no note can carry is not signed', () => {
    for (const bad of ['', 'no newline', 'tab\t\n', 'lone \uD800\n']) {
      assert.throws(() => signNote(bad, [court]), { code: 'note-malformed' }, JSON.stringify(bad));
    }
    assert.throws(() => signNote('x\n', []), { code: 'note-unsigned' });
  });

  test('bytes of any kind are a note or are refused, never anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string().map(bytes)), (any) => {
        assert.throws(() => openNote(any, [court.verifier]), { name: 'LogError' });
      }),
    );
  });
});

suite('keys', () => {
  test('a key is written as it is read', () => {
    assert.deepEqual(parseSignerKey(encodeSignerKey(court)), court);
    assert.deepEqual(parseVerifierKey(encodeVerifierKey(court.verifier)), court.verifier);
  });

  test('the same seed and name give the same key, another name another id', () => {
    assert.deepEqual(generateKey('court.example/judge', seed(1)), court);
    assert.notDeepEqual(generateKey('other.example', seed(1)).verifier.id, court.verifier.id);
  });

  test('a key that is changed anywhere is refused, or is another key', () => {
    const vkey = encodeVerifierKey(court.verifier);
    for (let bit = 0; bit < vkey.length * 8; bit += 1) {
      assert.throws(() => parseVerifierKey(string(flipped(bytes(vkey), bit))), { code: 'key-malformed' }, `bit ${bit}`);
    }
    const skey = encodeSignerKey(court);
    for (let bit = 0; bit < skey.length * 8; bit += 1) {
      assert.throws(() => parseSignerKey(string(flipped(bytes(skey), bit))), { code: 'key-malformed' }, `bit ${bit}`);
    }
  });

  test('a key of an unknown type is refused', () => {
    assert.throws(() => parseVerifierKey('a+00000000+BAAA'), { code: 'key-malformed' });
  });

  test('what is wrong with a signing key is said without showing it', () => {
    const skey = encodeSignerKey(court).replace('+court', '+c0urt');
    const secret = skey.split('+').at(-1) ?? assert.fail();
    assert.throws(
      () => parseSignerKey(skey),
      (error: Error) => !error.message.includes(secret),
    );
  });

  test('a name with a space or a plus sign, or a short seed, makes no key', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u2003b', 'a\nb']) {
      assert.throws(() => generateKey(name, seed(1)), { code: 'key-malformed' }, JSON.stringify(name));
    }
    assert.throws(() => generateKey('a', new Uint8Array(31)), { code: 'key-malformed' });
  });
});

suite('checkpoints', () => {
  const checkpoint = { origin: court.verifier.name, size: 2 ** 53 - 1, root: seed(9) };

  test('a checkpoint is read as it was written, up to the largest exact size', () => {
    assert.deepEqual(parseCheckpoint(encodeCheckpoint(checkpoint)), checkpoint);
    const extended = { ...checkpoint, extensions: ['one', 'two'] };
    assert.deepEqual(parseCheckpoint(encodeCheckpoint(extended)), extended);
    assert.deepEqual(openCheckpoint(signCheckpoint(checkpoint, court), court.verifier), {
      ...checkpoint,
      signedBy: [court.verifier],
    });
  });

  test('another spelling of a size, a short root or an empty line is no checkpoint', () => {
    const root = checkpoint.root.toBase64();
    const wrong = [
      ...['01', '+1', '-1', '1.0', '1e3', ' 1', '', '9007199254740992', '99999999999999999999', '１'].map(
        (size) => `o\n${size}\n${root}\n`,
      ),
      `o\n1\n${root}`,
      `o\n1\n${root}\n\n`,
      `\n1\n${root}\n`,
      `o\n1\n${root.slice(4)}\n`,
      `o\n1\n${root.replace('=', '')}\n`,
      'o\n1\n',
    ];
    for (const bad of wrong)
      assert.throws(() => parseCheckpoint(bad), { code: 'checkpoint-malformed' }, JSON.stringify(bad));
  });

  test('only the log itself speaks for the log', () => {
    assert.throws(() => signCheckpoint(checkpoint, witness), { code: 'checkpoint-origin' });
    const foreign = signNote(encodeCheckpoint({ ...checkpoint, origin: 'other.example' }), [court]);
    assert.throws(() => openCheckpoint(foreign, court.verifier), { code: 'checkpoint-origin' });
    const onlyWitness = signNote(encodeCheckpoint(checkpoint), [witness]);
    assert.throws(() => openCheckpoint(onlyWitness, court.verifier, [witness.verifier]), { code: 'note-unsigned' });
  });
});
