import type { NoticeName } from '../notices.js';
import { isRcSide, reaches, servesOneOf, type Actor, type Role } from '../people/roles.js';

/** For whom a message that came by mail is. It is stated in the mail that it answers, and never widened afterwards. */
export const REPLY_AUDIENCES = {
  office: 'The Resident Coordinator’s Office',
  officeAndOhchr: 'The Resident Coordinator’s Office and, of OHCHR, desk officer, panel chair and approver',
  ohchr: 'Of OHCHR: desk officer, panel chair and approver',
} as const;
export type ReplyAudience = keyof typeof REPLY_AUDIENCES;

/** What of OHCHR reads replies. Reviewers do not: until scores are revealed nobody is led by what another thinks. */
const DESK: readonly Role[] = ['deskOfficer', 'panelChair', 'approver'];
/** What these tell is between an office and those whom it asks, before OHCHR knows of the request. */
const OF_THE_OFFICE: readonly NoticeName[] = [
  'endorsementAsked',
  'endorsementAskedAgain',
  'endorsementTakenBack',
  'endorsementGiven',
  'endorsementUnreached',
  'signatureWanted',
  'signatureVoid',
  'signatureMissing',
  'signaturesComplete',
  'draftExpired',
];

/** Who reads what somebody of this role answers to this notice; `submitted`: OHCHR knows of the case. */
export function replyAudience(role: Role, notice: NoticeName, submitted: boolean): ReplyAudience {
  if (role === 'endorser' || OF_THE_OFFICE.includes(notice) || (isRcSide(role) && !submitted)) return 'office';
  return isRcSide(role) ? 'officeAndOhchr' : 'ohchr';
}

/** What tells that a message is there: nobody is told of what their own side wrote. */
export function replyNotice(about: 'request' | 'post', role: Role | null, audience: ReplyAudience): NoticeName | null {
  if (audience === 'office') return role && isRcSide(role) ? null : 'replyForOffice';
  if (role === 'deskOfficer') return null;
  return about === 'post' ? 'replyOnPost' : 'replyForOhchr';
}

/** What is to be known of a case and a reader of it. */
export interface ReplyReader {
  sees: boolean;
  where: { countries: string[]; regions: string[] };
}

/** The audiences to which a person belongs; whoever may not open the case belongs to none, whatever they hold elsewhere. */
export function replyAudiencesOf({ assignments }: Actor, { sees, where }: ReplyReader): ReplyAudience[] {
  if (!sees) return [];
  if (assignments.some((a) => a.role === 'auditor')) return ['office', 'officeAndOhchr', 'ohchr'];
  const office = assignments.some((a) => servesOneOf(a, where.countries));
  const desk = assignments.some((a) => DESK.includes(a.role) && reaches(a, where));
  return [
    ...(office ? (['office'] as const) : []),
    ...(office || desk ? (['officeAndOhchr'] as const) : []),
    ...(desk ? (['ohchr'] as const) : []),
  ];
}
