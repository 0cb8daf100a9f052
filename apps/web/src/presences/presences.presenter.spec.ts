import { expect, it } from '@jest/globals';
import { aPerson, assigned } from '../../../../libs/domain/test/cast.js';
import type { PresenceTable } from '#casework';
import { presencesPage } from './presences.presenter.js';

const table: PresenceTable = {
  rows: [],
  advisers: 3,
  footnotes: [],
  counts: [],
  published: [],
  notListed: [],
  listed: [],
  from: '2027-03-01',
  until: '2027-03-01',
} as never;
const leadFor = (me: ReturnType<typeof aPerson>): unknown =>
  presencesPage(table, { asked: { on: '2027-03-01' }, today: '2027-03-01', problems: [], me }).lead;

it('says to who sees a part of the posts that it speaks of that part', () => {
  expect(leadFor(aPerson('rc', assigned('residentCoordinator', { countries: ['TZA'] })))).toBe(
    '3 Human Rights Advisers in post at the posts that you may open, as far as it is recorded.',
  );
  expect(leadFor(aPerson('desk', assigned('deskOfficer', { regions: ['esa'] })))).toContain('that you may open');
});
it.each(['auditor', 'fundManager', 'panelChair', 'approver'] as const)('says nothing of the kind to: %s', (role) => {
  expect(leadFor(aPerson('all', assigned(role)))).toBe('3 Human Rights Advisers in post, as far as it is recorded.');
});
