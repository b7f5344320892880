import { leafForMandate } from '../acts/leaf-for.ts';
import { oneTimeCode } from '../acts/one-time-code.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import { compose } from '../compose.ts';
import { limits } from '../limits.ts';
import { line, stateCode } from '../request/fields.ts';
import { codeLetters, codeSha256 } from '../store/invitation-code.ts';
import { encodeVerifierKey } from '../transparency/note-key.ts';
import { paths } from '../web/paths.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { readSettings } from './settings.ts';
import { openInstallation } from './start.ts';

const options = {
  authority: { type: 'string' },
  'authority-name': { type: 'string' },
  state: { type: 'string' },
  person: { type: 'string' },
  name: { type: 'string' },
} as const;

/**
 * With whom the register of an authority begins at a real installation. Once: everybody else is granted a mandate by a
 * registrar. The code is printed on the terminal, this once.
 */
export const firstRegistrar: Command = {
  usage: 'first-registrar --authority CODE --authority-name NAME --state CC --person ID --name NAME',
  does: 'registers the first registrar of an authority at a real installation and prints the one-time code with which they sign in',
  run: async (words, terminal) => {
    const { values } = readWords(words, options, { least: 0, most: 0 });
    const settings = await readSettings(terminal.environment);
    if (settings.office === undefined) throw new BadUsage('a sandbox has its people already');
    const at = terminal.now();
    const given = {
      authority: code(values.authority, 'authority'),
      authorityName: oneLine(values['authority-name'], 'authority-name'),
      state: stateCode.safeParse(values.state).data ?? bad('state', 'two capital letters (ISO 3166-1 alpha-2)'),
      person: code(values.person, 'person'),
      name: oneLine(values.name, 'name'),
    };
    const store = await openInstallation(settings);
    try {
      const { tools } = compose(store, terminal.now, { courts: 'own-keys' });
      if (
        (await store.writer.mandates()).some(
          ({ role, authority }) => role === 'registrar' && authority === given.authority,
        )
      )
        throw new BadUsage('this authority has a registrar already, who grants the mandates of everybody else');
      const id = `${given.authority}/${given.person}`;
      const validUntil = new Date(Date.parse(at) + limits.mandateDays * 86_400_000).toISOString();
      const vkey = encodeVerifierKey(store.keyring.signer(id).verifier);
      const mandate: Mandate = { id, ...given, role: 'registrar', vkey, validFrom: at, validUntil };
      await store.writer.registerMandate(mandate, leafForMandate(mandate, at, tools.random));
      const secret = oneTimeCode(codeLetters, tools.random);
      await store.identities.invite({ codeSha256: codeSha256(secret), person: given.person, by: id }, at);
      terminal.print(`${given.name} is the registrar of ${given.authorityName}.`);
      terminal.print(`Code, shown this once: ${secret}`);
      terminal.print(`Start the server and type it at ${settings.office.place.origin}${paths.join}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

const bad = (option: string, expected: string): never => {
  throw new BadUsage(`--${option}: expected ${expected}`);
};
const oneLine = (value: string | undefined, option: string): string =>
  line.safeParse(value).data ?? bad(option, 'one line of text');
const code = (value: string | undefined, option: string): string =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value ?? '') ? (value ?? '') : bad(option, 'small letters, digits and hyphens, as xb-central-authority'); // prettier-ignore
