import { SYSTEM, type Actor, type Assignment, type Role } from '../src/index.js';

/** The parts that a test may let act. Everyone's id is the name of their part, so that failures read well. */
export const PARTS = [
  'office',
  'coordinator',
  'acting',
  'desk',
  'chair',
  'approver',
  'amina',
  'bruno',
  'chen',
  'dina',
  'spare',
  'team',
  'regionalOffice',
  'fund',
  'auditor',
  'administrator',
  'officeElsewhere',
  'deskElsewhere',
  'teamElsewhere',
  'reviewerElsewhere',
  'clock',
] as const;
export type Part = (typeof PARTS)[number];
export type Cast = Record<Part, Actor>;

/** The four who can be appointed to score; `spare` can too, and stands aside until a test calls for a fifth. */
export const REVIEWERS = ['amina', 'bruno', 'chen', 'dina'] as const satisfies readonly Part[];

const over = (role: Role, where: Partial<Assignment> = {}): Assignment => ({
  role,
  regions: [],
  countries: [],
  ...where,
});

/** A person with the assignments given. */
export const aPerson = (id: string, ...assignments: Assignment[]): Actor => ({ id, name: `Person ${id}`, assignments });
export const assigned = over;

/** Everyone concerned with a case in these countries and regions, and some who are not. */
export function castFor(countries: string[], regions: string[]): Cast {
  const person = (id: string, role: Role, where: Partial<Assignment> = {}) => aPerson(id, over(role, where));
  return {
    office: person('office', 'rcOffice', { countries }),
    coordinator: person('coordinator', 'residentCoordinator', { countries }),
    acting: person('acting', 'actingCoordinator', { countries, actingFor: 'Person coordinator' }),
    desk: person('desk', 'deskOfficer', { regions }),
    chair: person('chair', 'panelChair'),
    approver: person('approver', 'approver'),
    amina: person('amina', 'reviewer'),
    bruno: person('bruno', 'reviewer', { regions }),
    chen: person('chen', 'reviewer'),
    dina: person('dina', 'reviewer'),
    spare: person('spare', 'reviewer'),
    team: person('team', 'regionalTeam', { regions }),
    regionalOffice: person('regionalOffice', 'regionalOffice', { regions }),
    fund: person('fund', 'fundManager'),
    auditor: person('auditor', 'auditor'),
    administrator: person('administrator', 'administrator'),
    officeElsewhere: person('officeElsewhere', 'residentCoordinator', { countries: ['FJI'] }),
    deskElsewhere: person('deskElsewhere', 'deskOfficer', { regions: ['ap'] }),
    teamElsewhere: person('teamElsewhere', 'regionalTeam', { regions: ['ap'] }),
    reviewerElsewhere: person('reviewerElsewhere', 'reviewer', { regions: ['ap'] }),
    clock: SYSTEM,
  };
}
