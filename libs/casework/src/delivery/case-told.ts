import {
  activeReviewers,
  clocksAsking,
  concernedCountries,
  endorsersOf,
  expectedAdviser,
  isListed,
  leadOf,
  listedEndorsers,
  mayDeclare,
  mayGiveAsked,
  maySee,
  maySeeDeployment,
  partnersEver,
  partyOf,
  postTodosFor,
  presentTerm,
  submittedSummary,
  takesEndorsements,
  taskOf,
  todosFor,
  postTaskOf,
  dutyRefusal,
  waitsForOthers,
  unsigned,
  type Actor,
  type Clock,
  type Consultee,
  type DeploymentFacts,
  type Endorser,
  type Language,
  type RequestFacts,
  type Role,
  type PostTask,
  type Task,
} from '#domain';
import { OFFICE } from './roles-told.js';

/** A case of any kind, as it is kept. */
export type AnyFacts = RequestFacts | DeploymentFacts;
export const isPost = (facts: AnyFacts): facts is DeploymentFacts => 'kind' in facts;

/** Persons who are told for themselves, not for a role over a place. */
export interface Named {
  ids: string[];
  role: Role;
  /** Whether somebody may be told of their own part, before they may open the case too. */
  open(person: Actor): boolean;
  nobody: string;
}

/** What mail has to know of a case, whatever its kind. */
export interface CaseTold {
  noun: 'request' | 'post';
  id: string;
  ref: string;
  clocks: readonly Clock[];
  language: Language;
  /** The countries that a mail names. */
  countries: readonly string[];
  /** Where a role is looked for. */
  where: { countries: string[]; regions: string[] };
  /** Of several offices that sign: the countries of the one that leads, the others, those that have still to sign, and all of the request. */
  offices: { lead: string[]; partners: string[]; signatories: string[]; all: string[] } | null;
  /** Who answers for the country’s side, and those with their office. */
  coordinator: Role[];
  hosts: Role[];
  sees(person: Actor): boolean;
  /** Parties whose advice is awaited, and those whose question was taken back. */
  consulted: Consultee[];
  takenBack: Consultee[];
  /** Parties that are asked, or were and answered. */
  heard: Consultee[];
  /** Parties that were asked and said nothing. */
  silent: Consultee[];
  /** Parties whose time the recommendation ended before they had answered. */
  cutShort: Consultee[];
  /** Heads of agency who are asked to endorse, and those who are not any more. */
  endorsers: Endorser[];
  formerEndorsers: Endorser[];
  /** Whose advice a clock waits for. */
  party(clock: Clock): Consultee | null;
  /** Those who work on it under their own name. */
  group: Named | null;
  /** One of them; null when there is nothing to tell them any more. */
  one(id: string | null): Named | null;
  /** Somebody who was one of them, to be told that they are no longer. */
  left(id: string | null): Named | null;
  /** Whether more time is asked for and not answered, and who may give it now. */
  asksForTime: boolean;
  givesTime(person: Actor): boolean;
  /** Whether somebody who holds a clock has done their part of what it waits for, or may not do it. */
  done(person: Actor, clock: Asked): boolean;
  /** Whether a clock of a group waits for what this person may do: asked of the rule that guards the step, as their to-do list is. */
  waits(person: Actor, group?: string): boolean;
  task(clock: Clock): Task | PostTask;
}

/** What is waited for, and of whom. */
export type Asked = { holder: Role; group?: string | undefined };

type HostSide = Pick<CaseTold, 'coordinator' | 'hosts'>;
const COUNTRY_SIDE: HostSide = { coordinator: ['residentCoordinator'], hosts: OFFICE };
const REGION_SIDE: HostSide = { coordinator: ['regionalTeam'], hosts: ['regionalTeam'] };
const nobody = 'The reviewer who was appointed is a reviewer no longer.';
/** Released, or taken out by a conflict that somebody else recorded. */
const hasLeft = ({ reviewers }: RequestFacts, id: string | null): boolean =>
  reviewers.some((r) => r.person.id === id && (r.state === 'released' || (r.state === 'conflicted' && r.conflict?.by)));

const officesTold = (facts: RequestFacts): CaseTold['offices'] =>
  facts.together || facts.offerSigning
    ? {
        lead: leadOf(facts),
        partners: partnersEver(facts),
        signatories: unsigned(facts),
        all: facts.summary.countries,
      }
    : null;

/** The parties to a consultation and those who endorse, by how far they are. */
function partiesTold(facts: RequestFacts) {
  const { consultation } = facts;
  return {
    consulted: consultation.filter((c) => c.state === 'awaited'),
    takenBack: consultation.filter((c) => c.state === 'withdrawn'),
    heard: consultation.filter((c) => c.state === 'awaited' || c.state === 'answered'),
    silent: consultation.filter((c) => c.state === 'silent' && !c.cutShort),
    cutShort: consultation.filter((c) => c.state === 'silent' && c.cutShort),
    // Once the request is submitted no head of agency is asked any more.
    endorsers: takesEndorsements(facts) ? listedEndorsers(facts) : [],
    formerEndorsers: endorsersOf(facts).filter((e) => !isListed(e)),
  };
}

const ofGroup =
  (group?: string) =>
  ({ clock }: { clock: Clock }): boolean =>
    group === undefined || clock.group === group;

/** What somebody may do about a request, and what they have done. */
const whatPersonsDo = (facts: RequestFacts): Pick<CaseTold, 'givesTime' | 'done' | 'waits'> => ({
  givesTime: (person) => mayGiveAsked(facts, person),
  done: (person, clock) =>
    (clock.group === 'decision' && waitsForOthers(facts, person)) ||
    // A chair who scored does not settle.
    (clock.group === 'review' && clock.holder === 'panelChair' && dutyRefusal(person, facts, 'SETTLE') !== null),
  waits: (person, group) => todosFor(facts, person).some(ofGroup(group)),
});

function requestTold(facts: RequestFacts): CaseTold {
  // To everybody but the country's side, which works on the draft, a request is what was submitted.
  const { countries, regions, language } = submittedSummary(facts);
  const active = activeReviewers(facts).map((r) => r.person.id);
  const reviews = (person: Actor): boolean => person.assignments.some((a) => a.role === 'reviewer');
  return {
    noun: 'request',
    id: facts.id,
    ref: facts.ref,
    clocks: facts.clocks,
    language,
    countries,
    where: { countries: facts.summary.countries, regions },
    offices: officesTold(facts),
    ...COUNTRY_SIDE,
    sees: (person) => maySee(person, facts),
    ...partiesTold(facts),
    party: (clock) => partyOf(facts, clock),
    group: {
      ids: active,
      role: 'reviewer',
      open: (person) => reviews(person) && maySee(person, facts),
      nobody: '',
    },
    one: (id) =>
      id !== null && active.includes(id)
        ? {
            ids: [id],
            role: 'reviewer',
            open: (person) => reviews(person) && (maySee(person, facts) || mayDeclare(person, facts)),
            nobody,
          }
        : null,
    left: (id) => (hasLeft(facts, id) ? { ids: [id!], role: 'reviewer', open: reviews, nobody } : null),
    asksForTime: clocksAsking(facts).length > 0,
    ...whatPersonsDo(facts),
    task: (clock) => taskOf(facts, clock),
  };
}

/** Who holds the post, and who is expected to. */
const advisersOf = (facts: DeploymentFacts): string[] =>
  [presentTerm(facts)?.person.id, expectedAdviser(facts)?.id].filter((id) => id !== null && id !== undefined);

function postTold(facts: DeploymentFacts): CaseTold {
  const { host, regions, language } = facts.post;
  const countries = concernedCountries(facts);
  const ids = advisersOf(facts);
  const adviser = (id: string): Named => ({
    ids: [id],
    role: 'adviser',
    open: (person) => maySeeDeployment(person, facts),
    nobody: 'The adviser of this post has no account that may open it.',
  });
  return {
    noun: 'post',
    id: facts.id,
    ref: facts.ref,
    clocks: facts.clocks,
    language,
    countries,
    where: { countries: host === null ? countries : [host], regions },
    offices: null,
    ...(host === null ? REGION_SIDE : COUNTRY_SIDE),
    sees: (person) => maySeeDeployment(person, facts),
    consulted: [],
    takenBack: [],
    heard: [],
    silent: [],
    cutShort: [],
    endorsers: [],
    formerEndorsers: [],
    party: () => null,
    group: ids[0] === undefined ? null : adviser(ids[0]),
    one: (id) => (id !== null && ids.includes(id) ? adviser(id) : null),
    left: () => null,
    asksForTime: clocksAsking(facts).length > 0,
    givesTime: (person) => mayGiveAsked(facts, person),
    done: () => false,
    waits: (person, group) => postTodosFor(facts, person).some(ofGroup(group)),
    task: postTaskOf,
  };
}

/** The countries and regions among whose people those are whom a case may tell. */
export function placesTold(facts: AnyFacts, key: 'countries' | 'regions'): string[] {
  const { where, offices } = caseTold(facts);
  return key === 'countries' ? [...where.countries, ...(offices?.partners ?? [])] : where.regions;
}

/** What mail has to know of a case. */
export const caseTold = (facts: AnyFacts): CaseTold => (isPost(facts) ? postTold(facts) : requestTold(facts));

/** The persons of a case who have to be looked up whatever they hold. */
export const personsOf = (facts: AnyFacts): string[] =>
  isPost(facts) ? advisersOf(facts) : facts.reviewers.map((r) => r.person.id);
