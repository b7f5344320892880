/**
 * The law itself is wrong: an unknown fact, a duplicate id, an article without examples. It fails at load, before any
 * case is looked at, and names file and line, so that whoever edits the law can mend it.
 */
export class LawError extends Error {
  readonly code: string;
  /** `law/un-cybercrime/article-24.ts:12` */
  readonly at: string;

  constructor(code: string, at: string, what: string) {
    super(`${at}: ${what}`);
    this.name = 'LawError';
    this.code = code;
    this.at = at;
  }
}

/** The folder of the project, which says nothing to a reader. */
const root = `${import.meta.dirname.replace(/\/src\/law$/, '')}/`;

/** A frame of this folder is the machinery; the first frame outside it is the line of law that called. */
const machinery = /\/src\/law\/[^/]+\.ts:/;
const frame = /(?:\()?(?:file:\/\/)?(\/[^()]*?\.[cm]?ts):(\d+):\d+\)?$/;

/** File and line of the law text that is being built, without the folders of the machine that runs it. */
export function lineOfLaw(): string {
  const lines = (new Error('where').stack ?? '').split('\n').slice(1);
  for (const line of lines) {
    const found = frame.exec(line);
    if (found === null || machinery.test(line)) continue;
    const [, path = '', number = ''] = found;
    return `${path.startsWith(root) ? path.slice(root.length) : path.replace(/^.*\//, '')}:${number}`;
  }
  return 'unknown:0';
}
