import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Style sheets and pictures, read once at start. Each has a name that carries its own hash, so a browser may keep it
 * for ever and a change is a new name.
 */
export type Asset = Readonly<{
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  zipped: Uint8Array<ArrayBuffer>;
}>;

export type Assets = Readonly<{
  /** In the order in which a page links them. */
  styles: readonly string[];
  icon: string;
  /** The scripts: of the page that takes evidence files, and of those that ask for a passkey. */
  uploadScript: string;
  passkeyScript: string;
  byName: ReadonlyMap<string, Asset>;
}>;

const css = 'text/css; charset=utf-8';

/** @throws Error where a package of the design system is not installed. */
export function readAssets(): Assets {
  const theme = asset('theme', 'css', css, fileOfPackage('@digdir/designsystemet-theme/index.css'));
  const components = asset('components', 'css', css, fileOfPackage('@digdir/designsystemet-css'));
  const own = asset('proviso', 'css', css, new URL('proviso.css', import.meta.url));
  const law = asset('law', 'css', css, new URL('law/law.css', import.meta.url));
  const icon = asset('icon', 'svg', 'image/svg+xml', new URL('icon.svg', import.meta.url));
  const script = 'text/javascript; charset=utf-8';
  const upload = asset('upload', 'js', script, new URL('provider/upload.js', import.meta.url));
  const passkey = asset('passkey', 'js', script, new URL('identity/passkey.js', import.meta.url));
  const all = [theme, components, own, law, icon, upload, passkey];
  return {
    styles: [theme.name, components.name, own.name, law.name],
    icon: icon.name,
    uploadScript: upload.name,
    passkeyScript: passkey.name,
    byName: new Map(all.map((each) => [each.name, each])),
  };
}

const fileOfPackage = (name: string): URL => new URL(import.meta.resolve(name));

function asset(name: string, ending: string, type: string, file: URL): Asset {
  const bytes = new Uint8Array(readFileSync(file));
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  return { name: `${name}.${hash}.${ending}`, type, bytes, zipped: new Uint8Array(gzipSync(bytes, { level: 9 })) };
}
