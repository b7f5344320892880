import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import type { Source } from './sources.ts';

/**
 * Who may import whom. A room is a folder of src, the lawyers' room law/, or one of the few files that stand alone.
 * What is not in its row is forbidden. `pure`: no clock, no randomness, no I/O; the same input gives the same output.
 */
type Room = Readonly<{ rooms: readonly string[]; packages: readonly string[]; pure?: true }>;

const data = ['src/limits.ts', 'src/canonical.ts'];
const rules = ['law', 'src/law', 'src/request', 'src/authorisation', 'src/standing', 'src/remedy', 'src/observatory'];
const protocols = ['src/evidence', 'src/transparency'];
const acting = [...data, ...rules, ...protocols, 'src/store', 'src/acts'];

export const rooms: Readonly<Record<string, Room>> = {
  /** Name and version. */
  'package.json': { rooms: [], packages: [], pure: true },
  'src/limits.ts': { rooms: [], packages: [], pure: true },
  'src/canonical.ts': { rooms: ['src/limits.ts'], packages: ['canonicalize', 'node:crypto'], pure: true },

  'src/durable-file.ts': { rooms: [], packages: ['node:crypto', 'node:fs/promises', 'node:path'] },

  law: { rooms: ['src/law', 'src/request'], packages: [], pure: true },
  'src/law': {
    rooms: [...data, 'law', 'src/request', 'src/authorisation'],
    packages: ['zod', 'node:crypto'],
    pure: true,
  },
  'src/request': { rooms: [...data, 'src/law', 'src/authorisation', 'src/standing'], packages: ['zod'], pure: true },
  'src/authorisation': {
    rooms: [...data, 'src/request', 'src/standing', 'src/transparency'],
    packages: ['zod', 'node:crypto'],
    pure: true,
  },
  'src/standing': { rooms: [...data, 'src/request', 'src/authorisation'], packages: ['zod'], pure: true },
  'src/remedy': { rooms: [...data, 'src/request', 'src/authorisation', 'src/standing'], packages: ['zod'], pure: true },
  'src/observatory': {
    rooms: [...data, 'src/request', 'src/standing', 'src/transparency'],
    packages: ['zod'],
    pure: true,
  },

  'src/transparency': { rooms: [...data, 'src/request'], packages: ['node:crypto', 'zod'], pure: true },
  'src/evidence': {
    rooms: [...data, 'src/request', 'src/authorisation', 'src/transparency', 'src/wire'],
    packages: [
      'csv-parse',
      'node:crypto',
      'node:fs/promises',
      'node:stream',
      'node:worker_threads',
      'node:url',
      'node:zlib',
      'zod',
      '@scure/base',
      'postal-mime',
      'yauzl',
    ],
  },
  'src/verify': {
    rooms: [...data, 'src/request', 'src/authorisation', 'src/evidence', 'src/transparency', 'src/wire'],
    packages: ['node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'zod', '@zip.js/zip.js'],
  },
  /** Writes the page that checks in a browser. */
  'src/verifier': {
    rooms: ['src/catalogue'],
    packages: ['node:crypto', 'node:fs', 'node:url', 'esbuild'],
  },
  /** The page itself: runs in a browser, where `node:crypto` is a file of its own and there is nothing else of Node. */
  'src/verifier/page': {
    rooms: [...data, 'src/authorisation', 'src/catalogue', 'src/request', 'src/verify'],
    packages: ['buffer', '@noble/curves', '@noble/hashes', '@noble/post-quantum'],
  },

  /** A program of its own; it knows logs and nothing of evidence. */
  'src/witness': {
    rooms: [...data, 'src/durable-file.ts', 'src/transparency'],
    packages: ['node:http', 'node:net', 'node:path'],
  },
  /** Watches a log from outside, by its published files alone. */
  'src/monitor': {
    rooms: [...data, 'src/durable-file.ts', 'src/observatory', 'src/transparency'],
    packages: ['node:path'],
  },
  'src/store': {
    rooms: [
      ...data,
      'src/durable-file.ts',
      'src/request',
      'src/transparency',
      'src/authorisation',
      'src/standing',
      'src/evidence',
      'src/observatory',
      'src/witness',
    ],
    packages: [
      'aws4fetch',
      'postgres',
      'zod',
      ...['node:child_process', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:module', 'node:os', 'node:path'],
      'node:timers/promises',
    ],
  },
  'src/acts': { rooms: acting, packages: ['node:crypto', 'zod'] },
  'src/wire': {
    rooms: [...data, 'src/request'],
    packages: ['@humanwhocodes/momoa', 'libxml2-wasm', 'node:crypto', 'zod'],
  },
  'src/catalogue': { rooms: [...data, ...rules], packages: [], pure: true },
  'src/sandbox': { rooms: [...acting], packages: ['node:crypto', 'node:path', 'node:fs/promises'] },
  'src/web': {
    rooms: [...acting, 'src/monitor', 'src/catalogue', 'src/sandbox', 'src/wire', 'src/verify', 'src/verifier'],
    packages: [
      ...['hono', '@hono/node-server', '@fastify/busboy', '@tus/server', 'http-message-signatures', 'zod'],
      ...['@simplewebauthn/server', 'openid-client'],
      ...[
        'node:crypto',
        'node:fs',
        'node:http',
        'node:module',
        'node:net',
        'node:path',
        'node:stream',
        'node:url',
        'node:zlib',
      ],
    ],
  },
  'src/story': {
    rooms: [...acting, 'src/compose.ts', 'src/catalogue', 'src/sandbox', 'src/wire', 'src/verify'],
    packages: ['node:crypto', 'node:fs', 'node:fs/promises', 'node:path'],
  },
  'src/compose.ts': {
    rooms: [...acting, 'src/catalogue', 'src/sandbox', 'src/wire', 'src/verify', 'src/web'],
    packages: ['node:crypto', 'node:path'],
  },
  'src/cli': {
    rooms: [
      'package.json',
      'src/compose.ts',
      'src/durable-file.ts',
      'src/monitor',
      'src/story',
      'src/witness',
      ...acting,
      'src/catalogue',
      'src/sandbox',
      'src/wire',
      'src/verify',
      'src/verifier',
      'src/web',
    ],
    packages: [
      ...['node:crypto', 'node:fs', 'node:fs/promises', 'node:os', 'node:path', 'node:url', 'node:util'],
      ...['node:readline/promises', 'node:worker_threads', 'zod'],
    ],
  },
  'src/cli.ts': {
    rooms: ['src/cli', 'src/compose.ts', ...acting, 'src/catalogue', 'src/wire', 'src/verify', 'src/web'],
    packages: ['node:util'],
  },
  'src/main.ts': { rooms: ['src/cli.ts', 'src/cli', 'src/compose.ts'], packages: ['node:process'] },
};

/** The only files that may read the environment: everything else is told. */
const mayReadEnvironment = new Set(['src/main.ts', 'src/cli.ts']);

/** @returns the room of a file: the longest name in the table that the path is or lies under. */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What a file imports, as written: `import`, `import type`, `export from`, `import()`. */
export const importsOf = ({ text }: Source): readonly string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** @returns a line for each thing that the table forbids in this file. */
export function roomFaults(source: Source): readonly string[] {
  const room = roomOf(source.path);
  const row = room === undefined ? undefined : rooms[room];
  if (room === undefined || row === undefined) return [`${source.path}: no row for its room in tests/house/rooms.ts`];
  return [
    ...importsOf(source).flatMap((name) => importFault(source.path, room, row, name)),
    ...(row.pure === true ? impurities(source) : []),
    ...environmentFault(source),
  ];
}

function importFault(path: string, room: string, row: Room, name: string): readonly string[] {
  if (!name.startsWith('.')) {
    const known = row.packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
    return known ? [] : [`${path}: ${room} may not import ${name}`];
  }
  const target = normalize(join(dirname(path), name));
  const other = roomOf(target);
  if (other === room || (other !== undefined && row.rooms.includes(other))) return [];
  return [`${path}: ${room} may not import ${target}`];
}

/** What a pure room may not touch: the clock, chance, the world. */
const impure =
  /\b(?:Date\.now|new Date\(\)|Math\.random|Temporal\.Now|performance\.now|randomBytes|randomUUID|randomInt|getRandomValues|setTimeout|setInterval|fetch\(|console\.|process\.)/;

function impurities(source: Source): readonly string[] {
  return codeLines(source).flatMap((line, index) => {
    const found = impure.exec(line)?.[0];
    return found === undefined ? [] : [`${source.path}:${index + 1}: a pure room may not use ${found}`];
  });
}

function environmentFault(source: Source): readonly string[] {
  if (mayReadEnvironment.has(source.path)) return [];
  return codeLines(source).flatMap((line, index) =>
    /\bprocess\.env\b|\bprocess\['env'\]/.test(line)
      ? [`${source.path}:${index + 1}: only ${[...mayReadEnvironment].join(' and ')} may read the environment`]
      : [],
  );
}

/** The lines of a file with its comments blanked. */
function codeLines({ text }: Source): readonly string[] {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' ')).split('\n');
}
