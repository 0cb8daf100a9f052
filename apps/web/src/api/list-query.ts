import { REQUEST_TYPES, STATES } from '#domain';
import { LIST_LIMIT, type ListFilter } from '#casework';
import { Fault } from '../shell/refusals.js';

const KNOWN = ['q', 'region', 'country', 'status', 'type', 'open', 'sort', 'limit', 'after', 'format'];

function invalid(path: string, message: string): never {
  throw new Fault(422, 'invalid', `${message}.`, { fields: [{ path, message }] });
}

/** The filter of a list from the address; the same for page, API and export. What cannot be understood is said, not guessed. */
export function filterOf(query: Record<string, string | undefined>): ListFilter {
  for (const key of Object.keys(query))
    if (!KNOWN.includes(key)) invalid(key, `“${key.slice(0, 40)}” is not a filter of this list`);
  for (const [key, value] of Object.entries(query)) if (Array.isArray(value)) invalid(key, `Give “${key}” once`);
  const given = (key: string): string | undefined => query[key]?.trim() || undefined;
  const limit = given('limit');
  const [status, type, sort, open] = [given('status'), given('type'), given('sort'), given('open')];
  if (status && !Object.hasOwn(STATES, status)) invalid('status', `Choose a status: ${Object.keys(STATES).join(', ')}`);
  if (type && !Object.hasOwn(REQUEST_TYPES, type))
    invalid('type', `Choose a type: ${Object.keys(REQUEST_TYPES).join(', ')}`);
  if (sort && sort !== 'newest' && sort !== 'oldest') invalid('sort', 'Sort by newest or oldest');
  if (open && open !== 'true' && open !== 'false') invalid('open', 'Enter true or false');
  if (limit && !(Number(limit) >= 1 && Number(limit) <= LIST_LIMIT && /^\d+$/.test(limit)))
    invalid('limit', `Enter a limit from 1 to ${LIST_LIMIT}`);
  return {
    q: given('q'),
    region: given('region'),
    country: given('country'),
    status,
    type,
    after: given('after'),
    ...(open ? { open: open === 'true' } : {}),
    ...(sort ? { sort: sort as 'newest' | 'oldest' } : {}),
    ...(limit ? { limit: Number(limit) } : {}),
  };
}
