import { randomUUID } from 'node:crypto';

/** A small browser without a window: one cookie, forms with their hidden fields. */
export type Client = Readonly<{
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (path: string, body: URLSearchParams | FormData, headers?: Record<string, string>) => Promise<Response>;
  /** The hidden fields of the form on a page that goes to `action` (by default the page's own path). */
  hidden: (path: string, action?: string) => Promise<Record<string, string>>;
  cookie: () => string;
}>;

export function client(address: string): Client {
  let cookie = '';
  const keep = (answer: Response): Response => {
    const set = answer.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    return answer;
  };
  const send = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${address}${path}`, { redirect: 'manual', ...init }).then(keep);
  const get: Client['get'] = (path, headers = {}) => send(path, { headers: { cookie, ...headers } });
  return {
    get,
    post: (path, body, headers = {}) =>
      send(path, { method: 'POST', body, headers: { cookie, origin: address, ...headers } }),
    hidden: async (path, action = path) => {
      const page = await (await get(path)).text();
      const form = page.split('<form ').find((each) => each.includes(`action="${action}"`)) ?? '';
      const fields = form
        .slice(0, form.indexOf('</form>'))
        .matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
      return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
    },
    cookie: () => cookie,
  };
}

export async function signedIn(address: string, mandate: string): Promise<Client> {
  const browser = client(address);
  const answer = await browser.post('/sign-in', new URLSearchParams({ mandate }));
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return browser;
}

export const mandates = {
  requester: 'xa-central-authority/amara-nwosu',
  officer: 'xb-central-authority/vera-lindqvist',
  secondOfficer: 'xb-central-authority/mats-ekberg',
  formerOfficer: 'xb-central-authority/jonas-petit',
  registrar: 'xb-central-authority/henrik-vass',
  prosecutor: 'xb-prosecutor/greta-holm',
  overseer: 'xb-oversight/bruno-adeyemi',
  dataProtection: 'xb-data-protection/maja-torres',
  judge: 'xb-court/ines-okafor',
  provider: 'xb-provider/tomas-rey',
  person: 'xb-public/samir-dahl',
} as const;

/** The clean example with an id of its own. */
export const freshRequest = (example: Uint8Array): string =>
  JSON.stringify({ ...(JSON.parse(new TextDecoder().decode(example)) as object), id: randomUUID() });
