import {
  endorserHolder,
  GRANTING,
  isRcSide,
  linkHolder,
  noticeRule,
  reaches,
  ROLES,
  speaksFor,
  type Actor,
  type Assignment,
  type Audience,
  type Clock,
  type Consultee,
  type Day,
  type Endorser,
  type Role,
} from '#domain';
import { chain, isOffices, OFFICE, playedBy, type Offices } from './roles-told.js';
import type { WishesRow } from './entries.js';
import { caseTold, type Asked, type CaseTold, type Named } from './case-told.js';
import { eachOnce, inTheirRole, isBack, mayAct, toldNow, type Absent } from './stand-ins.js';
import { clockTold, type Told } from './told.js';

/** Somebody who may be written to, with the assignments that are in force now. */
export interface Candidate extends Actor {
  email: string;
  language: string;
  wishes?: WishesRow | null;
  /** The last day of their absence, where they are away now. */
  away?: Day | null;
  awayNote?: string | null;
  /** Those for whom they act and who are away now. */
  standsInFor?: Absent[];
}

/** Somebody who is told, and the role for which they are. */
export interface Addressee {
  person: Candidate;
  as: Role;
  /** Those for whom they act in this, by delegations that are in force; `alone`: they would not be told but for that. */
  actsFor?: string[];
  alone?: boolean;
}

/** Whom a notice reaches; `unreached` says in words which audience has nobody. */
export interface Reach {
  to: Addressee[];
  copy: Addressee[];
  /** Those who are away and in whose place whoever acts for them is told. */
  stoodInFor: Addressee[];
  unreached: string[];
  /** For each of these, the party of a consultation that it is, if it is one. */
  unreachedParties: (string | null)[];
}

/** Names of places, for the words about an audience of nobody. */
export interface PlaceNames {
  countryName(code: string): string;
  regionName(code: string): string;
}

interface Found {
  found: Addressee[];
  role: Role;
  nobody: string;
  party?: string;
}

type AboutParties = 'consulted' | 'heard' | 'takenBack' | 'silent' | 'cutShort';
const isAboutParties = (audience: Audience): audience is AboutParties =>
  ['consulted', 'heard', 'takenBack', 'silent', 'cutShort'].includes(audience);

type AboutEndorsers = 'endorsers' | 'formerEndorsers';
const isAboutEndorsers = (audience: Audience): audience is AboutEndorsers =>
  audience === 'endorsers' || audience === 'formerEndorsers';

/** The roles whose holders have to be looked up to know whom a notice reaches. */
export function rolesAsked(told: Told): Role[] {
  const { to, copy = [] } = noticeRule(told.notice);
  const clock = clockTold(told);
  const roles = [...to, ...copy].flatMap((audience): Role[] => {
    if (audience === 'holder' || audience === 'superior') return clock ? chain(clock) : [];
    if (isAboutParties(audience)) return ['regionalTeam', 'regionalOffice'];
    if (isAboutEndorsers(audience)) return [];
    if (audience === 'granters') return [...GRANTING];
    if (audience === 'coordinator' || audience === 'hosts') return caseTold(told.facts)[audience];
    if (isOffices(audience) || audience === 'newcomer') return OFFICE;
    if (audience === 'asker') return [...OFFICE, 'regionalTeam'];
    return audience === 'reviewers' || audience === 'person' ? ['reviewer', 'adviser'] : [audience];
  });
  return [...new Set(roles.flatMap(playedBy))];
}

/** Finds whom one notice reaches now. Pure: the policy of the domain decides on each person. */
class Search {
  private readonly case: CaseTold;

  constructor(
    private readonly told: Told,
    private readonly clock: Clock | undefined,
    private readonly people: readonly Candidate[],
    private readonly names: PlaceNames,
  ) {
    this.case = caseTold(told.facts);
  }

  audience(audience: Audience): (Found | null)[] {
    const { parties = [] } = this.told;
    // Each party that it is about; one that has answered since has nothing to be told.
    const about = ({ key }: { key: string }) => parties.length === 0 || parties.includes(key);
    if (isAboutEndorsers(audience)) return this.case[audience].filter(about).map((e) => this.endorser(e));
    if (audience === 'newcomer') return [this.newcomer()];
    if (isOffices(audience)) return this.offices(this.case.offices?.[audience] ?? []);
    if (audience === 'coordinator' || audience === 'hosts') return this.case[audience].map((role) => this.role(role));
    return isAboutParties(audience)
      ? this.case[audience].filter(about).map((party) => this.party(party))
      : [this.one(audience)];
  }

  private one(
    audience: Exclude<Audience, AboutParties | AboutEndorsers | Offices | 'coordinator' | 'hosts' | 'newcomer'>,
  ): Found | null {
    switch (audience) {
      case 'reviewers':
      case 'adviser':
        return this.group();
      case 'person':
        return this.named(
          this.told.notice === 'reviewerReleased' || this.told.notice === 'appointmentEnded'
            ? this.case.left(this.told.personId)
            : this.case.one(this.told.personId),
        );
      case 'panelChair':
        return this.stillAsked(this.role(audience), { holder: audience, group: noticeRule(this.told.notice).asks });
      case 'holder':
        return this.stillAsked(this.holder(this.clock!), this.clock!);
      case 'superior':
        return this.superior(this.clock!);
      case 'granters':
        return this.granters();
      case 'asker':
        return this.asker(this.clock!);
      default:
        return this.role(audience);
    }
  }

  /** Somebody who is asked to endorse; there is an address for each. */
  private endorser(endorser: Endorser): Found {
    const { email, language, key, name } = endorser;
    const person: Candidate = { ...endorserHolder(endorser), name, email, language };
    return { found: [{ person, as: 'endorser' }], role: 'endorser', nobody: '', party: key };
  }

  /** Those who speak for a party, or the one who is asked by name. */
  private party(party: Consultee): Found {
    if (!party.named) return { ...this.role(party.role, party.region, party), party: party.key };
    const { email, language } = party.named;
    const person: Candidate = { ...linkHolder(party.named), email, language };
    return { found: [{ person, as: 'consultee' }], role: 'consultee', nobody: '', party: party.key };
  }

  /** Of the coordinators, the one whose term has begun; nobody where it is over again. */
  private newcomer(): Found {
    const all = this.role('residentCoordinator');
    return { ...all, found: all.found.filter(({ person }) => person.id === this.told.personId) };
  }

  /** The coordinators of these countries with their offices; nobody where there are none any more. */
  private offices(countries: string[]): Found[] {
    return countries.length ? OFFICE.map((role) => this.role(role, null, null, countries)) : [];
  }

  /** Who holds a role for the case; of several offices, those of these countries. */
  private role(
    role: Role,
    region: string | null = null,
    party: Consultee | null = null,
    of: string[] | undefined = this.case.offices?.all,
  ): Found {
    const countries = (isRcSide(role) && of) || this.case.where.countries;
    const where = { countries, regions: region ? [region] : this.case.where.regions };
    const serves = (a: Assignment): boolean =>
      isRcSide(a.role) && of ? a.countries.some((c) => of.includes(c)) : reaches(a, where);
    const holders = this.people.flatMap((person): Addressee[] => {
      const fits = (a: Assignment): boolean =>
        playedBy(role).includes(a.role) && (party ? speaksFor(a, party) : serves(a));
      return inTheirRole(person, person.assignments.filter(fits));
    });
    const places = isRcSide(role)
      ? countries.map((c) => this.names.countryName(c))
      : where.regions.map((r) => this.names.regionName(r));
    const who = `the role ${ROLES[role]} for ${new Intl.ListFormat('en').format(places)}`;
    return {
      found: holders.filter(({ person }) => this.case.sees(person)),
      role,
      nobody: holders.length ? `Nobody who holds ${who} may open this ${this.case.noun}.` : `Nobody holds ${who}.`,
    };
  }

  /** Before anybody is appointed and cleared there is nobody to be told, and nothing wrong with that. */
  private group(): Found | null {
    const found = this.case.group && this.named(this.case.group);
    return found && (found.found.length > 0 || found.nobody !== '') ? found : null;
  }

  private named(named: Named | null): Found | null {
    if (!named) return null;
    const found = this.people
      .filter((person) => named.ids.includes(person.id) && named.open(person))
      .map((person): Addressee => ({ person, as: named.role }));
    return { found, role: named.role, nobody: named.nobody };
  }

  private holder(clock: Clock): Found | null {
    const asked = this.case.endorsers.find((e) => e.id === clock.personId);
    if (asked) return this.endorser(asked);
    if (clock.personId) return this.named(this.case.one(clock.personId));
    if (clock.holder === 'adviser') return this.group();
    const party = this.case.party(clock);
    // What waits on the country's side of several waits on the one that leads.
    const lead = this.case.offices?.lead;
    const found = party ? this.party(party) : this.role(clock.holder, clock.region, null, lead);
    if (found.found.length || clock.holder !== 'rcOffice') return found;
    // Where a coordinator has no office, its work is the coordinator's own.
    const coordinator = this.role('residentCoordinator', null, null, lead);
    return coordinator.found.length ? coordinator : found;
  }

  /** Those of the holders who have not done their part; all of them where nobody else is left. */
  private stillAsked(holders: Found | null, clock: Asked): Found | null {
    const open = holders?.found.filter(({ person }) => !this.case.done(person, clock)) ?? [];
    return holders && open.length > 0 ? { ...holders, found: open } : holders;
  }

  /** Of the roles that may give the time that was asked for, the first that somebody holds who can; nobody once it is answered. */
  private granters(): Found | null {
    if (!this.case.asksForTime) return null;
    const able = GRANTING.map((role) => this.role(role)).map((f) => ({
      ...f,
      found: f.found.filter(({ person }) => this.case.givesTime(person)),
    }));
    return able.find((f) => f.found.length > 0) ?? able[0]!;
  }

  /** Who asked for more time; whoever holds the clock where they are of the office no more. */
  private asker(clock: Clock): Found | null {
    if (this.told.personId === null) return null;
    const office = [...OFFICE, 'regionalTeam' as const].map((role) => this.role(role));
    const found = [...office, this.named(this.case.one(this.told.personId))].flatMap((f) => f?.found ?? []);
    const theirs = found.filter(({ person }) => person.id === this.told.personId);
    return theirs.length ? { ...office[0]!, found: theirs } : this.holder(clock);
  }

  private superior(clock: Clock): Found | null {
    const able = (one: Addressee): boolean => mayAct(this.told, one) && !this.case.done(one.person, clock);
    const holders = (this.holder(clock)?.found.filter(able) ?? []).map(({ person }) => person.id);
    const above = chain(clock)
      .slice(1)
      .map((role) => this.role(role, null, null, this.case.offices?.lead))
      .map((f) => ({ ...f, found: f.found.filter(({ person }) => !holders.includes(person.id)) }));
    return above.find((f) => f.found.length > 0) ?? above[0] ?? null;
  }
}

/** Each person once; of the country's side it is enough that somebody is reached. */
function gather(
  results: (Found | null)[],
  known: readonly Addressee[],
): Pick<Reach, 'to' | 'unreached' | 'unreachedParties'> {
  const all = results.filter((r) => r !== null);
  const to = eachOnce(all.flatMap((r) => r.found)).filter((a) => !known.some((b) => b.person.id === a.person.id));
  const countryTold = all.some((r) => isRcSide(r.role) && r.found.length > 0);
  const nobody = all.filter((r) => r.found.length === 0 && !(countryTold && isRcSide(r.role)));
  return { to, unreached: nobody.map((r) => r.nobody), unreachedParties: nobody.map((r) => r.party ?? null) };
}

/** Whom a notice reaches at this moment, among these people; null when what it tells of is over. */
export function reachOf(told: Told, people: readonly Candidate[], names: PlaceNames): Reach | null {
  const clock = clockTold(told);
  if (clock === null || isBack(told, people)) return null;
  const rule = noticeRule(told.notice);
  const search = new Search(told, clock, people, names);
  const first = gather(
    rule.to.flatMap((a) => search.audience(a)),
    [],
  );
  const second = gather(
    (rule.copy ?? []).flatMap((a) => search.audience(a)),
    first.to,
  );
  return {
    ...toldNow(told, { to: first.to, copy: second.to }),
    unreached: [...first.unreached, ...second.unreached],
    unreachedParties: [...first.unreachedParties, ...second.unreachedParties],
  };
}
