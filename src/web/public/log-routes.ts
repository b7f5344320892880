import type { Hono } from 'hono';
import { bytesSource } from '../../evidence/byte-source.ts';
import { writeZip } from '../../evidence/zip-writer.ts';
import { limits } from '../../limits.ts';
import { show, showProblem, type Door, type Http, type LogView } from '../door.ts';
import { html, type Html } from '../html.ts';
import { hash, notice, section, summaryList, table } from '../parts/blocks.ts';
import { momentText } from '../parts/moment.ts';
import { paths } from '../paths.ts';

/** The public log: its signed head, the key, the whole of it as files, and how to check them. */
export function logRoutes(app: Hono<Http>, door: Door): void {
  const text = door.words.log;
  const open = door.words.public;
  app.get(paths.log, async (c) => {
    const log = await door.log();
    const main = html`${troubles(door, log)}
      <p>${text.lead}</p>
      ${summaryList([
        [text.size, log.size],
        [text.root, hash(log.root)],
        [text.origin, log.origin],
      ])}
      ${section('checkpoint', text.checkpointHeading, checkpoint(door, log))}
      ${section('witnesses', text.witnessesHeading, witnesses(door, log))}
      ${section(
        'browse',
        text.browseHeading,
        html`<ul class="p-lines">
          <li><a class="ds-link" href="${paths.logLeaves}">${text.browse}</a></li>
          <li><a class="ds-link" href="${paths.logLate}">${open.late.heading}</a></li>
          <li><a class="ds-link" href="${paths.logPromise}">${open.promise.link}</a></li>
          <li><a class="ds-link" href="${paths.logField}">${open.field.link}</a></li>
        </ul>`,
      )}
      ${section('strangers', open.strangers.heading, strangers(door, new URL(c.req.url).origin))}
      ${section('how', text.howHeading, howToCheck(door, log, new URL(c.req.url).origin))}`;
    return show(c, door, { heading: text.heading, main });
  });
  app.get(paths.checkpoint, async (c) => c.text((await door.log()).checkpoint));
  app.get(paths.logKey, async (c) => c.text(`${(await door.log()).vkey}\n`));
  app.get(paths.wholeLog, async (c) => {
    if ((await door.log()).size > limits.logFileEntries) return showProblem(c, door, { kind: 'not-found' });
    const files = (await Array.fromAsync(door.logFiles())).map(({ path, bytes }) => ({
      name: path,
      source: bytesSource(bytes),
    }));
    return c.body(ReadableStream.from(writeZip(files)), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="proviso-log.zip"',
    });
  });
}

/** Commands of tools that are not ours. */
function strangers({ words }: Door, address: string): Html {
  const text = words.public.strangers;
  return html`<p>${text.lead}</p>
    <p>${text.hash}</p>
    <pre class="p-command"><code>${text.hashCommand(address).join('\n')}</code></pre>
    <p>${text.go}</p>
    <pre class="p-command"><code>${text.goCommand(address).join('\n')}</code></pre>
    <p>${text.witness}</p>`;
}

function checkpoint({ words: { log: text } }: Door, log: LogView): Html {
  return html`<p>${text.checkpoint}</p>
    <pre class="p-command"><code>${log.checkpoint}</code></pre>
    <ul class="p-inline">
      <li><a class="ds-link" href="${paths.checkpoint}">${text.download}</a></li>
      <li><a class="ds-link" href="${paths.logKey}">${text.key}</a></li>
    </ul>`;
}

/** What nobody must overlook: the log is closed, or cannot be published. */
function troubles({ words: { log: text } }: Door, { closed, alarm }: LogView): Html | false {
  if (closed !== undefined) return notice('danger', text.closedHeading, html`<p>${closed}</p>`);
  return alarm !== undefined && notice('warning', text.alarmHeading, html`<p>${alarm}</p>`);
}

function witnesses({ words }: Door, { witnesses: signed, witnessesKnown }: LogView): Html {
  const text = words.log;
  const rows = signed.map(({ name, at }) => [name, momentText(words, at)]);
  return html`<p>${text.witnesses(signed.length, witnessesKnown)}</p>
    ${rows.length > 0 && table(text.witnessesHeading, text.witnessColumns, rows)}
    <p><a class="ds-link" href="${paths.logPolicy}">${text.policy}</a></p>`;
}

function howToCheck({ words: { log: text, verifier } }: Door, { size }: LogView, address: string): Html {
  const whole = html`<p>${text.how}</p>
    <p><a class="ds-link" href="${paths.wholeLog}">${text.whole}</a></p>
    <pre class="p-command"><code>${text.command.join('\n')}</code></pre>`;
  return html`${size > limits.logFileEntries ? html`<p>${text.large(limits.logFileEntries)}</p>` : whole}
    <p>${text.overNetwork}</p>
    <pre class="p-command"><code>${text.overNetworkCommand(address).join('\n')}</code></pre>
    <p>${text.package}</p>
    <pre class="p-command"><code>${text.packageCommand}</code></pre>
    <p><a class="ds-link" href="${paths.verifier}">${verifier.link}</a></p>`;
}
