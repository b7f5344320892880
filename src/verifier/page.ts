import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { en } from '../catalogue/en.ts';

/**
 * The page that checks packages and proofs, as one file: the same code as `proviso verify`, bundled for a browser. It
 * runs only the script whose hash it names, and reaches nothing: no host, no frame, no form, no picture.
 */

export type VerifierPage = Readonly<{
  html: string;
  /** For whoever serves it; the file itself says the same, so that it holds from a disk too. */
  contentSecurityPolicy: string;
}>;

const inRoom = (name: string): string => fileURLToPath(new URL(`page/${name}`, import.meta.url));

/** The same sources and packages give the same bytes. Takes a second or two. */
export function buildVerifierPage(): VerifierPage {
  const script = bundle();
  const style = readFileSync(inRoom('page.css'), 'utf8');
  const policy = [
    "default-src 'none'",
    // libxml2 is WebAssembly: it reads requests in XML, with nothing but the bytes that it is given.
    `script-src '${integrity(script)}' 'wasm-unsafe-eval'`,
    `style-src '${integrity(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { title, heading, needsScript } = en.verifier;
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>${needsScript}</p>
</main>
<script type="module">${script}</script>
</body>
</html>
`,
    // A page cannot refuse to be framed from inside itself.
    contentSecurityPolicy: `${policy}; frame-ancestors 'none'`,
  };
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [inRoom('main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    alias: { 'node:crypto': inRoom('node-crypto.ts') },
    inject: [inRoom('buffer.ts')],
  });
  const [file] = outputFiles;
  if (file === undefined || outputFiles.length !== 1) throw new Error('the page did not become one script');
  // The end of the element would end the script, wherever it stood in it.
  return file.text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

const integrity = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
