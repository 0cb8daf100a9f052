import { expect, it } from '@jest/globals';
import { todayAt } from './open-post.js';

const ZONES: Record<string, string> = { FJI: 'Pacific/Fiji', HTI: 'America/Port-au-Prince', NPL: 'Asia/Kathmandu' };
const todayOf = (host: string | null, at: string) =>
  todayAt(
    { facts: { post: { host } } } as never,
    { zoneOf: (code) => ZONES[code] ?? null },
    { now: () => new Date(at) },
  );

it.each([
  ['FJI', '2027-12-31T13:00:00Z', '2028-01-01'],
  ['HTI', '2028-01-01T03:00:00Z', '2027-12-31'],
  ['NPL', '2027-12-31T18:14:00Z', '2027-12-31'],
  ['NPL', '2027-12-31T18:16:00Z', '2028-01-01'],
  ['USA', '2028-01-01T03:00:00Z', '2028-01-01'],
  [null, '2027-12-31T23:59:00Z', '2027-12-31'],
])('the day at a duty station in %s at %s is %s', (host, at, day) => expect(todayOf(host, at)).toBe(day));
