import type { Hono } from 'hono';
import { show, type Door, type Http } from '../door.ts';
import { html } from '../html.ts';
import { hash, section, summaryList } from '../parts/blocks.ts';
import { paths } from '../paths.ts';
import { signInRoutes } from './sign-in.ts';
import { startPage } from './start-page.ts';

/** What anybody may read: the start page, the sign-in, the head of the log, the state of the server. */
export function publicRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.start, async (c) => show(c, door, startPage(door, (await door.log()).size)));
  app.get(paths.log, async (c) => {
    const text = door.words.log;
    const log = await door.log();
    const main = html`<p>${text.lead}</p>
      ${summaryList([
        [text.size, log.size],
        [text.root, hash(log.root)],
        [text.origin, log.origin],
      ])}
      ${section(
        'checkpoint',
        text.checkpointHeading,
        html`<p>${text.checkpoint}</p>
          <pre class="p-command"><code>${log.checkpoint}</code></pre>
          <ul class="p-inline">
            <li><a class="ds-link" href="${paths.checkpoint}">${text.download}</a></li>
            <li><a class="ds-link" href="${paths.logKey}">${text.key}</a></li>
          </ul>`,
      )}
      ${section(
        'how',
        text.howHeading,
        html`<p>${text.how}</p>
          <pre class="p-command"><code>${text.command}</code></pre>
          <p>${text.package}</p>
          <pre class="p-command"><code>${text.packageCommand}</code></pre>`,
      )}`;
    return show(c, door, { heading: text.heading, main });
  });
  app.get(paths.checkpoint, async (c) => c.text((await door.log()).checkpoint));
  app.get(paths.logKey, async (c) => c.text(`${(await door.log()).vkey}\n`));
  app.get(paths.health, async (c) => {
    const health = await door.health();
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });
  signInRoutes(app, door);
}
