/** A mailbox of any size, in pieces: every second message is inside the order of the example case. */

const body = `${'The quick brown fox jumps over the lazy dog, and From time to time it sleeps. '.repeat(12)}\n`;

/** One message. @param bytes about how long */
function message(number: number, bytes: number): Buffer {
  const day = String(1 + (number % 28)).padStart(2, '0');
  const inside = number % 2 === 0;
  const lines = body.repeat(Math.max(1, Math.floor(bytes / body.length)));
  const date = `${day} Jan 2026 08:${String(number % 60).padStart(2, '0')}:00 +0000`;
  return Buffer.from(
    `From sender@mail.example Fri Jan  2 08:15:00 2026\nFrom: ${inside ? 'phisher' : 'someone'}@mail.example\nTo: victim-${number}@mail.example\nDate: ${date}\nSubject: message ${number}\nMessage-ID: <${number}@mail.example>\n\n${lines}\n`,
  );
}

/** Yields a mailbox of about `size` bytes; the same for the same numbers. */
export function* largeMailbox(size: number, messageBytes: number): Generator<Buffer> {
  for (let at = 0, number = 0; at < size; number += 1) {
    const next = message(number, messageBytes);
    yield next;
    at += next.length;
  }
}
