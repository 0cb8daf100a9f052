import { expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { aPerson, assigned, castFor } from '../../test/cast.js';
import { suggestReviewers } from '../appointing/suggestions.js';
import { nobodySettles, settlingWarning, whoCouldSettle } from './settlers.js';

/** Somebody who reviews and chairs. */
const both = (id: string, more = {}) => ({
  ...aPerson(id, assigned('reviewer', { regions: ['esa'] }), assigned('panelChair')),
  ...more,
});
const [amina, bruno] = [both('amina'), both('bruno')];
const cast = { ...castFor(['TZA'], ['esa']), amina, bruno };
const accepted = aCase({ cast }).accepted().facts;

it('warns of the appointment without which a panel chair would be left, and of no other', () => {
  expect(settlingWarning(accepted, [amina, bruno, cast.chair], ['amina', 'bruno'])).toBe('');
  expect(settlingWarning(accepted, [amina, bruno], ['amina', 'chen'])).toBe('');
  expect(settlingWarning(accepted, [amina, bruno], ['amina', 'bruno'])).toMatch(
    /^If Person amina and Person bruno all score/,
  );
  expect(settlingWarning(accepted, [amina], ['amina', 'chen'])).toBe(
    'If Person amina scores, no panel chair is left to settle the scores of this request. Appoint somebody else, or have another chair named.',
  );
  expect(settlingWarning(accepted, [], ['chen'])).toMatch(/^No panel chair is left .* Ask the help desk/);
});

it('counts no chair who is appointed, wrote the request, has a conflict with its country, or chairs elsewhere', () => {
  const elsewhere = aPerson('elsewhere', assigned('panelChair', { regions: ['ap'] }));
  const wrote = { ...cast.office, assignments: [...cast.office.assignments, assigned('panelChair')] };
  const shut = both('shut', { conflicts: ['TZA'] });
  expect(whoCouldSettle(accepted, [elsewhere, wrote, shut, amina]).map(({ id }) => id)).toEqual(['amina']);
  const { facts } = aCase({ cast }).appointed('amina', 'bruno', 'chen');
  expect(whoCouldSettle(facts, [amina, bruno, cast.chair]).map(({ id }) => id)).toEqual(['chair']);
});

it('says that nobody can settle once it waits for that, and who can change it', () => {
  const c = aCase({ cast });
  expect(nobodySettles(c.accepted().facts, [amina])).toBe('');
  const { facts } = c.revealed();
  expect(nobodySettles(facts, [amina, cast.chair])).toBe('');
  expect(nobodySettles(facts, [amina, bruno])).toMatch(
    /^Nobody can settle the scores: .* Ask the help desk to have the role/,
  );
  expect(nobodySettles(c.settled().facts, [amina])).toBe('');
});

it('suggests nobody who is the last chair, and says so beside the name', () => {
  const known = { languages: ['en'], open: 0, finishedHere: 0, conflictBefore: false };
  const candidates = [amina, both('spare'), cast.chen].map((person) => ({ ...known, person }));
  const of = (chairs: Parameters<typeof suggestReviewers>[2]) =>
    suggestReviewers(accepted, candidates, chairs).find(({ id }) => id === 'amina')!;
  expect(of([amina])).toMatchObject({
    lastChair: true,
    suggested: false,
    why: expect.stringContaining('the last panel chair who could settle these scores'),
  });
  expect(of([amina, cast.chair])).toMatchObject({ lastChair: false, suggested: true });
});
