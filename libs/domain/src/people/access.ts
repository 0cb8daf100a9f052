import { listedEndorsers, takesEndorsements } from '../endorsing/endorser.js';
import { fundingOf } from '../request/arrangements.js';
import { eventRule, type RequestEventType } from '../request/events.js';
import { isActive, type CaseDocument, type Consultee, type RequestFacts, type Reviewer } from '../request/facts.js';
import { submittedSummary } from '../request/frozen.js';
import { stateLabel, stateName, STATES, type StateName } from '../request/states.js';
import { notFound, refuse, type Refusal } from '../refusal.js';
import { isOfEveryOffice } from '../together/events.js';
import { leadOf, partnersEver, partnersOf, signingOf, unsigned } from '../together/together.js';
import { isRcSide, reaches, ROLES, type Actor, type Assignment, type Role } from './roles.js';

/**
 * Who may know that a case exists, as the meeting of two sets: the keys that a person holds and the locks of the case.
 * Lists, counts, search, exports, details and files all ask this one rule; the database keeps the locks as rows.
 */
export interface Keys {
  any: string[];
  /** Locks that close a case to this person whatever keys they hold: a declared conflict of interest. */
  none: string[];
}

/** Confidentiality of a field: all parties; OHCHR's assessment; risk notes of the RC's side and OHCHR. */
export type Tier = 'case' | 'assessment' | 'risk';

const everywhere = (a: Assignment) => a.regions.length === 0 && a.countries.length === 0;
const inRegions = (prefix: string, a: Assignment): string[] =>
  everywhere(a) ? [`${prefix}:*`] : a.regions.map((r) => `${prefix}:${r}`);

function keysOfAssignment(a: Assignment): string[] {
  switch (a.role) {
    case 'rcOffice':
    case 'residentCoordinator':
    case 'actingCoordinator':
      return a.countries.flatMap((c) => [`rc:${c}`, `offer:${c}`]);
    case 'deskOfficer':
    case 'panelChair':
    case 'approver':
      return inRegions('desk', a);
    case 'regionalTeam':
    case 'regionalOffice':
      return inRegions('team', a);
    case 'fundManager':
      return ['fund'];
    case 'auditor':
      return ['audit'];
    case 'consultee': // opens the one request on which they are asked, by their link
      return a.party ? [`link:${a.party}`] : [];
    case 'endorser': // opens the one request that they are asked to endorse, while it is written
      return a.party ? [`endorse:${a.party}`] : [];
    case 'adviser': // reads the post that they hold, through their own key
    case 'reviewer': // sees the cases to which the person is appointed, through their own key
    case 'administrator': // looks after people and settings; has no access to the content of cases
      return [];
  }
}

/** The keys of a person, from the assignments that are in force. */
export function keysFor(actor: Actor): Keys {
  const any = new Set(actor.assignments.flatMap(keysOfAssignment));
  for (const own of ['reviewer', 'adviser'] as const)
    if (actor.assignments.some((a) => a.role === own)) any.add(`${own}:${actor.id}`);
  // A registered conflict turns the lock of the country against its holder; whoever serves the country holds its key.
  const countries = (actor.conflicts ?? []).filter((country) => !any.has(`rc:${country}`));
  return { any: [...any].sort(), none: [`conflict:${actor.id}`, ...countries.map((country) => `rc:${country}`)] };
}
/** The keys to posts: a conflict of interest concerns the judging of requests, and closes no post. */
export const postKeysFor = (actor: Actor): Keys => ({ any: keysFor(actor).any, none: [] });

const FUNDED_STATES: readonly StateName[] = ['awaitingFunds', 'arrangements', 'handedOver'];
/** Whether money has a place in a case yet: from the approval on, and afterwards where some was entered. */
export const concernsTheFund = (facts: RequestFacts): boolean =>
  FUNDED_STATES.includes(stateName(facts.state)) ||
  facts.ended?.code === 'APPROVAL_LAPSED' ||
  fundingOf(facts).length > 0;

/** The locks of a case: a key of any one of them opens it. */
export function locksOf(facts: RequestFacts): string[] {
  const { countries } = facts.summary;
  const { regions } = submittedSummary(facts);
  const locks = new Set<string>(['audit', ...countries.map((c) => `rc:${c}`)]);
  if (facts.version > 0) {
    locks.add('desk:*').add('team:*');
    for (const r of regions) locks.add(`desk:${r}`).add(`team:${r}`);
  }
  for (const { person } of facts.stoodBack ?? []) locks.add(`conflict:${person.id}`);
  for (const r of facts.reviewers) {
    if (r.state === 'cleared' || r.state === 'scored') locks.add(`reviewer:${r.person.id}`);
    if (r.state === 'conflicted') locks.add(`conflict:${r.person.id}`);
  }
  for (const { named, state } of facts.consultation) if (named && state !== 'withdrawn') locks.add(`link:${named.id}`);
  if (takesEndorsements(facts)) for (const { id } of listedEndorsers(facts)) locks.add(`endorse:${id}`);
  // Whose country an option covers reads what is offered, and the request as it was submitted.
  for (const c of facts.offerSigning?.countries ?? []) if (!countries.includes(c)) locks.add(`offer:${c}`);
  if (concernsTheFund(facts)) locks.add('fund');
  return [...locks].sort();
}

/** Whether somebody with these keys may know of a case with these locks. */
export const opens = (keys: Keys, locks: readonly string[]): boolean =>
  keys.any.some((k) => locks.includes(k)) && !keys.none.some((k) => locks.includes(k));

/** Whether the person may know that the case exists. */
export const maySee = (actor: Actor, facts: RequestFacts): boolean =>
  actor.system === true || opens(keysFor(actor), locksOf(facts));

const TIERS: Record<string, Tier[]> = {
  rc: ['case', 'risk'],
  desk: ['case', 'assessment', 'risk'],
  reviewer: ['case', 'assessment', 'risk'],
  team: ['case'],
  fund: ['case'],
  adviser: ['case'],
  link: ['case'],
  offer: ['case'],
  endorse: ['case'],
  audit: ['case', 'assessment', 'risk'],
};

/** The keys of a person that open this tier of the cases that they open. */
export function keysWithin(actor: Actor, tier: Tier): Keys {
  const { any, none } = keysFor(actor);
  return { any: any.filter((k) => TIERS[k.split(':')[0]!]?.includes(tier)), none };
}

/** The tiers of a case that the person may read; empty when they may not know of it. */
export function tiersFor(actor: Actor, facts: RequestFacts): Set<Tier> {
  if (!maySee(actor, facts)) return new Set();
  const locks = locksOf(facts);
  return new Set(
    keysFor(actor)
      .any.filter((k) => locks.includes(k))
      .flatMap((k) => TIERS[k.split(':')[0]!] ?? []),
  );
}

/** Whether the person reads the text in work: its office, and who is asked to stand behind it; everybody else reads the last version that was submitted. */
export const readsDraft = (actor: Actor, facts: RequestFacts): boolean => {
  const locks = locksOf(facts).filter((l) => l === 'audit' || l.startsWith('rc:') || l.startsWith('endorse:'));
  return opens({ ...keysFor(actor) }, [...locks, ...locksOf(facts).filter((l) => l.startsWith('conflict:'))]);
};

/** Where a case stands, as this person may know it: how far the review is, OHCHR alone reads. */
export const stateLabelFor = (actor: Actor, facts: RequestFacts): string =>
  actor.system === true || tiersFor(actor, facts).has('assessment')
    ? stateLabel(facts.state)
    : STATES[stateName(facts.state)].label;

/** Whether the person may open a document of the case. */
export const mayOpen = (actor: Actor, facts: RequestFacts, document: CaseDocument): boolean =>
  tiersFor(actor, facts).has(document.tier);

/** The reviewer's own place in a case. */
export const ownReview = (actor: Actor, facts: RequestFacts): Reviewer | null =>
  facts.reviewers.find((r) => r.person.id === actor.id) ?? null;

/** Whether the person is a reviewer of the case still, by having been appointed to it. */
const reviewsNow = (actor: Actor, facts: RequestFacts): boolean => {
  const own = ownReview(actor, facts);
  return own !== null && isActive(own);
};

/** Whether an assignment speaks for a party that is asked for advice: one office of a region does not speak for another. */
export const speaksFor = (a: Assignment, { role, region, office, named }: Consultee): boolean =>
  a.role === role &&
  (named ? a.party === named.id : a.regions.length === 0 || a.regions.includes(region!)) &&
  (!a.office || !office || a.office === office.code);

/** The parties asked for advice on a case for which this person speaks. */
export const ownConsultees = (actor: Actor, facts: RequestFacts): Consultee[] =>
  facts.consultation.filter((c) => actor.assignments.some((a) => speaksFor(a, c)));

/** Reviewers who have not declared yet know only that they are appointed, and where: that is what a declaration needs. */
export const mayDeclare = (actor: Actor, facts: RequestFacts): boolean => {
  const own = ownReview(actor, facts);
  return (
    own?.state === 'appointed' &&
    stateName(facts.state) === 'assessment' &&
    actor.assignments.some((a) => a.role === 'reviewer')
  );
};

const isDocumentStep = (type: RequestEventType): boolean => type === 'ATTACH' || type === 'DETACH';
/** Of a request of several offices, what the one that leads does, and what each of them does for itself. */
function reachesStep(a: Assignment, facts: RequestFacts, type: RequestEventType): boolean {
  const { countries, regions } = facts.summary;
  if (isRcSide(a.role) && isOfEveryOffice(type))
    return a.countries.some((c) => (signingOf(facts) ?? facts.offerSigning ?? { countries }).countries.includes(c));
  // Every office of it waits for whoever holds it.
  if (isRcSide(a.role) && type === 'NUDGE' && partnersEver(facts).some((c) => a.countries.includes(c))) return true;
  // Each office of a request that is written by several brings its own documents.
  if (isRcSide(a.role) && isDocumentStep(type) && facts.together) return a.countries.some((c) => countries.includes(c));
  return reaches(a, { countries: isRcSide(a.role) ? leadOf(facts) : countries, regions });
}
/** Somebody with two offices in one request speaks for the one whose turn it is. */
function meantFor(fitting: Assignment[], facts: RequestFacts, type: RequestEventType): Assignment[] {
  if (fitting.length < 2 || !isOfEveryOffice(type) || type === 'EDIT_PART') return fitting;
  const waiting = unsigned(facts);
  const among = partnersOf(facts).filter(
    (c) => type === 'WITHDRAW_COUNTRY' || waiting.includes(c) === (type === 'SIGN_TOGETHER'),
  );
  const meant = fitting.filter((a) => a.countries.some((c) => among.includes(c)));
  return meant.length ? meant : fitting;
}

/** In which role a person would send an event, or why they may not. What they may not know of is "not found". */
export function roleFor(actor: Actor, facts: RequestFacts, type: RequestEventType): Assignment | Refusal {
  const rule = eventRule(type);
  if (actor.system)
    return rule.roles.length === 0
      ? { role: 'administrator', regions: [], countries: [] }
      : refuse('notYourRole', 'A person does this, not a clock.');
  if ((type === 'DECLARE' || type === 'DECLINE_APPOINTMENT') && mayDeclare(actor, facts))
    return actor.assignments.find((a) => a.role === 'reviewer')!;
  if (!maySee(actor, facts)) return notFound();
  const fitting = actor.assignments.filter(
    (a) =>
      rule.roles.includes(a.role) && (a.role === 'reviewer' ? reviewsNow(actor, facts) : reachesStep(a, facts, type)),
  );
  // Who signs in their own right comes before who acts for somebody.
  const meant = meantFor(fitting, facts, type);
  const best = meant.find((a) => a.role !== 'actingCoordinator' && !a.actingFor) ?? meant[0];
  return best ?? refuse('notYourRole', whoDoes(rule.roles, type));
}

function whoDoes(roles: readonly Role[], type: RequestEventType): string {
  if (roles.length === 0) return 'Only the clock of the system does this.';
  if (
    type === 'DECLARE' ||
    type === 'DECLINE_APPOINTMENT' ||
    type === 'SCORE' ||
    type === 'SAVE_SCORES' ||
    type === 'REVISE'
  )
    return 'Only a reviewer who is appointed to this request does this.';
  const names = roles.map((r) => ROLES[r]);
  const last = names.pop()!;
  const list = names.length ? `${names.join(', ')} or ${last}` : last;
  return roles.every(isRcSide)
    ? `This is done by the ${list} of the country.`
    : `This is done by the ${list} for this region.`;
}
