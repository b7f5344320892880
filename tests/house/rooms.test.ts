import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importsOf, roomFaults, roomOf, rooms } from './rooms.ts';
import { root, sourcesIn } from './sources.ts';

test('every file imports only what its room may import', () => {
  assert.deepEqual(sourcesIn(['src', 'law'], ['.ts']).flatMap(roomFaults), []);
});

test('every folder of src has a row in the table', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) assert.ok(rooms[`src/${name}`] !== undefined, `src/${name} has no row`);
});

test('no row allows a room that has no row', () => {
  for (const [name, row] of Object.entries(rooms)) {
    for (const other of row.rooms) assert.ok(rooms[other] !== undefined, `${name} allows ${other}`);
  }
});

test('no two rooms of the law, the protocols and the store may import the acts or a door', () => {
  const outer = new Set(['src/acts', 'src/web', 'src/wire', 'src/cli', 'src/cli.ts', 'src/main.ts', 'src/store']);
  for (const [name, row] of Object.entries(rooms)) {
    if (row.pure === true)
      assert.deepEqual(
        row.rooms.filter((other) => outer.has(other)),
        [],
        name,
      );
  }
});

// Each check was broken on purpose: a bad sample must be refused, or the check cannot fail.
const refused: readonly (readonly [law: string, path: string, text: string, said: RegExp])[] = [
  [
    'a pure room that reads a file',
    'src/law/x.ts',
    "import { readFileSync } from 'node:fs';",
    /may not import node:fs/,
  ],
  [
    'a pure room that imports the store',
    'src/request/x.ts',
    "import type { Writer } from '../store/writer.ts';",
    /may not import src\/store\/writer\.ts/,
  ],
  [
    'the law that imports a page',
    'law/x.ts',
    "export { page } from '../src/web/parts/page.ts';",
    /may not import src\/web/,
  ],
  ['an import in the middle', 'src/law/x.ts', "const fs = await import('node:fs');", /may not import node:fs/],
  ['an act that opens a socket', 'src/acts/x.ts', "import { request } from 'node:http';", /may not import node:http/],
  [
    'the store that starts a page',
    'src/store/x.ts',
    "import { page } from '../web/server.ts';",
    /may not import src\/web/,
  ],
  [
    'a pure room that asks the clock',
    'src/remedy/x.ts',
    'const now = Date.now();',
    /:1: a pure room may not use Date\.now/,
  ],
  ['a pure room that throws dice', 'src/authorisation/x.ts', '\nconst id = crypto.randomUUID();', /:2: .*randomUUID/],
  ['a room that reads the environment', 'src/web/x.ts', 'const port = process.env.PORT;', /may read the environment/],
  ['a room that nobody knows', 'src/misc/x.ts', '', /no row for its room/],
  ['a drawer at the top', 'src/misc.ts', '', /no row for its room/],
];
for (const [law, path, text, said] of refused) {
  test(`the check refuses ${law}`, () => assert.match(roomFaults({ path, text }).join('\n'), said));
}

test('a comment may speak of the clock and of the environment', () => {
  const text = '/** Never Date.now() here. */\n// nor process.env\nexport const a = 1; // Math.random\n';
  assert.deepEqual(roomFaults({ path: 'src/law/x.ts', text }), []);
});

test('a room is known by its path alone', () => {
  assert.equal(roomOf('src/law/decide.ts'), 'src/law');
  assert.equal(roomOf('law/un-cybercrime/article-35.ts'), 'law');
  assert.equal(roomOf('src/cli.ts'), 'src/cli.ts');
  assert.equal(roomOf('src/lawless/x.ts'), undefined);
});

test('every way to import is seen', () => {
  const text = "import 'a'; import type { B } from 'b'; export * from 'c'; const d = () => import('d');";
  assert.deepEqual([...importsOf({ path: 'x.ts', text })].sort(), ['a', 'b', 'c', 'd']);
});
