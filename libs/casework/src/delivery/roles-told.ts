import { escalatesTo, SUPERIOR, type Audience, type Clock, type Role } from '#domain';

/** Of several offices that sign: those that have still to, the one that leads, and the others. */
export type Offices = 'signatories' | 'lead' | 'partners';
export const isOffices = (audience: Audience): audience is Offices =>
  audience === 'signatories' || audience === 'lead' || audience === 'partners';
/** Who is told in each: the coordinator, and who drafts for them. */
export const OFFICE: Role[] = ['residentCoordinator', 'rcOffice'];

/** An acting coordinator signs for the Resident Coordinator, and so is told what the Resident Coordinator is. */
export const playedBy = (role: Role): readonly Role[] =>
  role === 'residentCoordinator' ? ['residentCoordinator', 'actingCoordinator'] : [role];

/** The roles from a holder upwards; the country's side also downwards: a coordinator does all that the office does. */
export function chain(clock: Clock): Role[] {
  const roles: Role[] = [clock.holder];
  for (let at = escalatesTo(clock); at && !roles.includes(at); at = SUPERIOR[at]) roles.push(at);
  return roles;
}
