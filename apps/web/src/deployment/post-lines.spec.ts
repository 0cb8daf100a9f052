import { expect, it } from '@jest/globals';
import type { PostLine } from '#casework';
import { names } from '../../../../test/support/seen.js';
import { lineItems } from './post-lines.js';

const told = (event: PostLine['event'], data: object) =>
  lineItems(
    [{ seq: 1, at: new Date(0), event, data, actorId: 'x', actorName: 'X', actingFor: null } as PostLine],
    names,
  )[0]!.text;

it('the record names countries and not their codes', () => {
  const coverage = { country: 'TZA', from: '2027-03-01', until: null, daysPerMonth: null };
  const name = names.countryName('TZA');
  expect(told('COVER', { coverage, reason: 'Asked' })).toBe(`${name} from 1 March 2027: Asked`);
  expect(told('UNCOVER', { country: 'TZA', until: '2027-06-30', reason: 'A change' })).toBe(
    `${name} after 30 June 2027: A change`,
  );
});

it('the record counts one thing as one', () => {
  expect(told('SHORTLIST', { candidates: 1 })).toBe('1 candidate');
  expect(told('PLAN', { items: [{}] })).toBe('1 line');
  expect(told('PLAN', { items: [{}, {}] })).toBe('2 lines');
});
