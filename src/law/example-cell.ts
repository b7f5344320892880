import { fits, isFound, isStated, kindOf, whoMayFind, type Fact, type FactName } from './facts.ts';

/**
 * A cell of an example as a fact: `yes`, `no`, a code, codes with commas between them, a number, `life`, a date, or `given`
 * for text. Undefined where the fact is never that.
 */
export function factOfCell(name: FactName, cell: string): Fact | undefined {
  const value = valueOfCell(name, cell);
  if (!fits(name, value)) return undefined;
  return { name, value, source: exampleSource(name) } as Fact;
}

function valueOfCell(name: FactName, cell: string): unknown {
  switch (kindOf(name).kind) {
    case 'boolean':
      return cell === 'yes' ? true : cell === 'no' ? false : undefined;
    case 'oneOf':
      return cell;
    case 'many':
      return cell.split(',').map((value) => value.trim());
    case 'number':
    case 'years':
      return cell === 'life' ? cell : /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : undefined;
    case 'instant':
      return /^\d{4}-\d\d-\d\d$/.test(cell) ? `${cell}T00:00:00.000Z` : cell;
    case 'text':
      return cell === 'given' ? true : undefined;
  }
}

function exampleSource(name: FactName): Fact['source'] {
  if (isStated(name)) return { by: 'request' };
  if (!isFound(name)) return { by: 'system', how: 'an example' };
  const [mandate] = whoMayFind(name);
  if (mandate === undefined) throw new Error(`nobody may find ${name}`);
  return { by: 'person', person: 'an example', mandate, at: '2026-01-01T00:00:00.000Z', reasons: 'an example' };
}
