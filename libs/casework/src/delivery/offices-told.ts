import type { Audience, Role } from '#domain';

/** Of a request of several offices: those that have still to sign it, and the one that leads. */
export type Offices = 'signatories' | 'lead';
export const isOffices = (audience: Audience): audience is Offices => audience === 'signatories' || audience === 'lead';
/** Who is told in each: the coordinator, and who drafts for them. */
export const OFFICE: Role[] = ['residentCoordinator', 'rcOffice'];
