import { Fault } from '../shell/refusals.js';

const LARGEST = 999_999_999;
/** Lines of a record that are given at once. */
export const LINES = 200;

/** A number of the address from 1 to a limit; undefined where there is none. */
export function wholeNumber(value: unknown, name: string, max = LARGEST): number | undefined {
  if (value === undefined || value === '') return undefined;
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= max) return number;
  const message = max < LARGEST ? `Enter a whole number from 1 to ${max}` : 'Enter a whole number';
  throw new Fault(422, 'invalid', `${message} for “${name}”.`, { fields: [{ path: name, message }] });
}

/** The parameters of an address; one that means nothing here is refused, so that a misspelt one never goes unnoticed. */
export function onlyThese<K extends string>(query: Record<string, unknown>, ...known: K[]): { [N in K]?: unknown } {
  const fields = Object.keys(query)
    .filter((name) => !known.some((k) => k === name))
    .map((name) => ({ path: name.slice(0, 40), message: `“${name.slice(0, 40)}” means nothing here` }));
  if (fields.length) throw new Fault(422, 'invalid', `${fields[0]!.message}.`, { fields });
  return query as { [N in K]?: unknown };
}
