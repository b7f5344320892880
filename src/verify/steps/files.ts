import { fileNames, isFileName, logFiles } from '../../evidence/hand-over-files.ts';
import { limits } from '../../limits.ts';
import { leafNames, type Opened } from '../opened.ts';
import type { ListFiles } from '../package-reader.ts';
import { must } from '../verify-error.ts';

/** The hand-over holds what the manifest names, unchanged, and nothing else. */
export async function checkFiles(opened: Opened, list: ListFiles): Promise<string> {
  const found = await list();
  must(found.length <= limits.handOverFiles, 'refused', fileNames.manifest, `more than ${limits.handOverFiles} files`);
  for (const name of found) must(isFileName(name), 'refused', name, `${JSON.stringify(name)} is no name of a file of a hand-over`); // prettier-ignore
  const { files } = await opened.manifest();
  for (const { name } of files) await opened.bound(name);
  const names = files.map(({ name }) => name);
  must(names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name), 'malformed', fileNames.manifest, 'the manifest names a file twice'); // prettier-ignore
  const expected = new Set([...names, fileNames.manifest, fileNames.logKey, ...(await logNames(opened))]);
  for (const name of found) must(expected.has(name), 'unexpected', name, `${name} is named nowhere: it was added`);
  for (const name of expected) must(found.includes(name), 'missing', name, `${name} is missing`);
  return `All ${found.length} files are there, unchanged, and no others.`;
}

const logNames = async (opened: Opened): Promise<string[]> =>
  (await leafNames(opened)).flatMap((name) => Object.values(logFiles(name)));
