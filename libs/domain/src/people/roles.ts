/** The parts that people play. Rights come from assignments in force today, never from a flag on the person. */
export const ROLES = {
  rcOffice: 'Resident Coordinator’s Office',
  residentCoordinator: 'Resident Coordinator',
  actingCoordinator: 'Acting Resident Coordinator',
  deskOfficer: 'OHCHR desk officer',
  reviewer: 'OHCHR reviewer',
  panelChair: 'Panel chair',
  approver: 'OHCHR approver',
  regionalTeam: 'Regional UNDG Team',
  regionalOffice: 'OHCHR regional office',
  fundManager: 'Fund manager',
  adviser: 'Human Rights Adviser',
  consultee: 'Consulted by name',
  endorser: 'Head of agency',
  auditor: 'Auditor',
  administrator: 'Administrator',
} as const;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** A role over a jurisdiction. `regions` and `countries` empty means everywhere. */
export interface Assignment {
  role: Role;
  regions: string[];
  countries: string[];
  /** For who acts for somebody: the name of that person. */
  actingFor?: string;
  /** Who that is, where the voice of both counts once: for an approver. */
  actingForId?: string;
  /** For a regional office: which one, by its code; without it, any of the region. */
  office?: string;
  /** For somebody who answers by a link: as which of those who are asked; nobody else is one. */
  party?: string;
}

/** Who acts: a person with the assignments in force at this moment, or the system when a clock runs out. */
export interface Actor {
  id: string;
  name: string;
  assignments: Assignment[];
  /** Countries with which a conflict of interest is registered today, by ISO code. What kind it is stays with the register. */
  conflicts?: string[];
  system?: true;
}

/** The clocks of the product act under this name. */
export const SYSTEM: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: 'The system',
  assignments: [],
  system: true,
};

/** What is kept of a person in a case: enough to read the record when their assignments have ended. */
export interface PersonRef {
  id: string;
  name: string;
}

/** The sides that hold a case at a time; time is counted for each. */
export type Party = Role;

const RC_SIDE: readonly Role[] = ['rcOffice', 'residentCoordinator', 'actingCoordinator'];

/** Whether a role speaks for the Resident Coordinator's side. */
export const isRcSide = (role: Role): boolean => RC_SIDE.includes(role);

/** Whether somebody works on the Resident Coordinator's side of one of these countries, in whatever role there. */
export const servesCountry = ({ assignments }: Pick<Actor, 'assignments'>, countries: readonly string[]): boolean =>
  assignments.some((a) => isRcSide(a.role) && a.countries.some((c) => countries.includes(c)));

/** Whether an assignment reaches a case that concerns these countries and regions. */
export function reaches(assignment: Assignment, where: { countries: string[]; regions: string[] }): boolean {
  if (isRcSide(assignment.role))
    return where.countries.length > 0 && where.countries.every((c) => assignment.countries.includes(c));
  if (assignment.regions.length > 0) return where.regions.some((r) => assignment.regions.includes(r));
  return assignment.countries.length === 0 || where.countries.some((c) => assignment.countries.includes(c));
}

/** Whether an assignment is one of the country’s side, for one of these countries. */
export const servesOneOf = ({ role, countries }: Assignment, where: readonly string[]): boolean =>
  isRcSide(role) && countries.some((c) => where.includes(c));
