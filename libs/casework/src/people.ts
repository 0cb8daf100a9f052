import type { Pool } from 'pg';
import { awayAt } from './absences.js';
import { dayAt, inForceAt } from './assignments-in-force.js';
import { endedDelegation, type EndedDelegation } from './ended-delegation.js';
import { conflictsOn } from './registered-on.js';
import { keepable, keepableJson } from './keepable.js';
import { LANGUAGES_OF } from './working-languages.js';
import { systemClock, type Clock } from '#platform';
import type { Actor, Assignment, RequestFacts, Role } from '#domain';
import { approvalsNeeded, isRcSide, ROLE_NAMES, ROLES, stillAsked, SYSTEM } from '#domain';

export interface Person {
  id: string;
  email: string;
  name: string;
  title: string;
  language: string;
}
/** A signed-in person with what they may do today. */
export interface SignedIn extends Actor {
  email: string;
  title: string;
  language: string;
  scopes: string[];
  kind: 'session' | 'token';
}

/** What a person p holds at a moment, by the clock of the product, and what is registered against it. */
const assignmentsAt = (moment: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'regions', s.regions, 'countries', s.countries, 'actingFor', s.acting_for, 'actingForId', s.acting_for_id, 'office', s.office) ORDER BY s.id), '[]')
     FROM assignment s WHERE s.person_id = p.id AND ${inForceAt('s', moment)}) AS assignments,
  ${conflictsOn(dayAt(moment))} AS conflicts`;
/** Where $2 is the moment. */
const IN_FORCE = inForceAt('s', '$2');
const ASSIGNMENTS = assignmentsAt('$2');
const BY_CREDENTIAL = `
  SELECT p.id, p.email, p.name, p.title, p.language, c.scopes, c.kind, c.expires_at <= $3::timestamptz AS expired, ${ASSIGNMENTS}
  FROM credential c JOIN person p ON p.id = c.person_id WHERE c.hash = $1`;

/** Somebody who may review, with their work. */
export interface KnownReviewer extends Person, Actor {
  /** The languages in which they work. */
  languages: string[];
  /** Reviews in hand. */
  open: number;
  /** Reviews that they finished of requests of these regions. */
  finishedHere: number;
  /** They stood back from an earlier request of one of these countries. */
  conflictBefore: boolean;
  /** The last day of their absence, where they are away now. */
  away: string | null;
}
/** $1 regions, $2 now, $3 countries, $4 the roles that serve a country. */
const REVIEWERS = `
  SELECT p.id, p.email, p.name, p.title, p.language, ${LANGUAGES_OF} AS languages, w.open, w."finishedHere", w."conflictBefore",
    (SELECT max(x.until_day)::text FROM absence x WHERE x.person_id = p.id AND ${awayAt('x', '$2')}) AS away, ${ASSIGNMENTS}
  FROM person p CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE r.is_open AND a.state IN ('appointed', 'cleared'))::int AS open,
      count(*) FILTER (WHERE a.state = 'scored' AND r.regions && $1::text[])::int AS "finishedHere",
      coalesce(bool_or(a.state = 'conflicted' AND r.countries && $3::text[]), false) AS "conflictBefore"
    FROM appointment a JOIN request r ON r.id = a.request_id WHERE a.person_id = p.id) w
  WHERE EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = 'reviewer' AND ${IN_FORCE}
    AND (cardinality(s.regions) = 0 OR s.regions && $1::text[]))
    AND NOT EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = ANY($4) AND s.countries && $3::text[] AND ${IN_FORCE})
  ORDER BY w.open, p.name LIMIT 200`;
const HOLDERS = `
  SELECT p.id, p.name, ${ASSIGNMENTS} FROM person p
  WHERE EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = $1 AND ${IN_FORCE}) ORDER BY p.name LIMIT 500`;

/** Persons, their assignments in force, and what they sign in with. */
export class People {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly clock: Clock,
    /** What somebody signs in with ends in real time, wherever the clock of a demonstration stands. */
    private readonly real: Clock = systemClock,
  ) {}

  /** The day, by the clock of the product. */
  today = (): string => this.now().slice(0, 10);
  private now = (): string => this.clock.now().toISOString();

  /** Who holds a session or a token; `expired` names the person whose session ran out, so that text in hand can be kept. */
  async byCredential(hash: Buffer): Promise<{ signedIn: SignedIn } | { expired: Person } | null> {
    const values = [hash, this.now(), this.real.now()];
    const { rows } = await this.pool.query<SignedIn & { expired: boolean }>({
      name: 'by-credential',
      text: BY_CREDENTIAL,
      values,
    });
    const row = rows[0];
    if (!row) return null;
    const { expired, ...signedIn } = row;
    return expired ? { expired: signedIn } : { signedIn: tidied(signedIn) };
  }

  /** The person with an address or an identifier, with assignments in force. */
  async find(emailOrId: string): Promise<(Actor & Person) | null> {
    const text = `SELECT p.id, p.email, p.name, p.title, p.language, ${ASSIGNMENTS} FROM person p WHERE p.email = lower($1) OR p.id::text = $1`;
    const { rows } = await this.pool.query<Actor & Person>(text, [keepable(emailOrId), this.now()]);
    return rows[0] ? tidied(rows[0]) : null;
  }

  /** The persons with these identifiers, with assignments in force; in one statement. */
  async withIds(ids: readonly string[]): Promise<(Actor & Person)[]> {
    const text = `SELECT p.id, p.email, p.name, p.title, p.language, ${ASSIGNMENTS} FROM person p WHERE p.id = ANY($1::uuid[])`;
    const { rows } = await this.pool.query<Actor & Person>({ name: 'persons', text, values: [ids, this.now()] });
    return rows.map(tidied);
  }

  /** Everybody with what they hold today and the post they are in, for the list at sign-in in demonstration mode and for `hra people`. */
  async all(limit = 500): Promise<(Actor & Person & { posts: string[] })[]> {
    const text = `
      SELECT p.id, p.email, p.name, p.title, p.language, coalesce(h.posts, '{}') AS posts, ${assignmentsAt('$1')} FROM person p
      LEFT JOIN (SELECT adviser_id, array_agg(ref ORDER BY ref) AS posts FROM deployment WHERE adviser_id IS NOT NULL GROUP BY 1) h ON h.adviser_id = p.id
      ORDER BY p.name LIMIT ${Math.min(limit, 2000)}`;
    const { rows } = await this.pool.query<Actor & Person & { posts: string[] }>(text, [this.now()]);
    return rows.map(tidied);
  }

  /** Reviewers for the regions of a request who serve none of its countries, with what is known of their work, the least busy first; in one statement however many they are. */
  async reviewersFor(where: { regions: string[]; countries: string[] }): Promise<KnownReviewer[]> {
    const values = [where.regions, this.now(), where.countries, ROLE_NAMES.filter(isRcSide)];
    const { rows } = await this.pool.query<KnownReviewer>({ name: 'reviewers-for', text: REVIEWERS, values });
    return rows.map(tidied);
  }

  /** The names of those who could still decide each of these cases, where it takes several, by the id of the case; in one statement however many cases. */
  async stillToDecide(cases: readonly RequestFacts[]): Promise<Map<string, string[]>> {
    const several = cases.filter((facts) => approvalsNeeded(facts) > 1);
    if (several.length === 0) return new Map();
    const values = ['approver', this.now()];
    const { rows } = await this.pool.query<Actor>({ name: 'holders-of-role', text: HOLDERS, values });
    const approvers = rows.map(tidied);
    return new Map(several.map((facts) => [facts.id, stillAsked(facts, approvers).map((p) => p.name)]));
  }

  /** Everybody who chairs panels today, of whatever region. */
  async chairs(): Promise<Actor[]> {
    const values = ['panelChair', this.now()];
    return (await this.pool.query<Actor>({ name: 'holders-of-role', text: HOLDERS, values })).rows.map(tidied);
  }

  /** Who holds one of the roles for one of the regions today, in the order of the roles: whom to ask. */
  async holding(roles: readonly Role[], regions: readonly string[]): Promise<(Person & { role: Role })[]> {
    const text = `
      SELECT p.id, p.email, p.name, p.title, p.language, s.role FROM assignment s JOIN person p ON p.id = s.person_id
      WHERE s.role = ANY($1) AND ${IN_FORCE} AND (cardinality(s.regions) = 0 OR s.regions && $3::text[])
      ORDER BY array_position($1::text[], s.role), p.name LIMIT 10`;
    return (await this.pool.query<Person & { role: Role }>(text, [roles, this.now(), regions])).rows;
  }

  /** For whom somebody signed until a short while ago, by a delegation that is over; null where there is none. */
  endedDelegation = (personId: string): Promise<EndedDelegation | null> =>
    endedDelegation(this.pool, personId, this.now());

  /** Who signs for any of these countries today: of a request of several offices, those whose signatures are awaited. */
  async signersOfEach(countries: readonly string[]): Promise<(Person & { role: Role; actingFor: string | null })[]> {
    const text = `
      SELECT p.id, p.email, p.name, p.title, p.language, s.role, s.acting_for AS "actingFor" FROM assignment s JOIN person p ON p.id = s.person_id
      WHERE s.role IN ('residentCoordinator', 'actingCoordinator') AND ${IN_FORCE} AND s.countries && $1::text[]
      ORDER BY s.countries, s.role DESC, p.name LIMIT 60`;
    return (await this.pool.query<Person & { role: Role; actingFor: string | null }>(text, [countries, this.now()]))
      .rows;
  }

  /** Who signs for all of these countries today: the Resident Coordinator, then who acts for them. */
  async signersFor(countries: readonly string[]): Promise<(Person & { role: Role; actingFor: string | null })[]> {
    const text = `
      SELECT p.id, p.email, p.name, p.title, p.language, s.role, s.acting_for AS "actingFor" FROM assignment s JOIN person p ON p.id = s.person_id
      WHERE s.role IN ('residentCoordinator', 'actingCoordinator') AND ${IN_FORCE} AND s.countries @> $1::text[]
      ORDER BY s.role DESC, p.name LIMIT 10`;
    return (await this.pool.query<Person & { role: Role; actingFor: string | null }>(text, [countries, this.now()]))
      .rows;
  }

  /** Keeps a session or a token, from now on for as long as is said; only the hash is stored. */
  async grant(
    hash: Buffer,
    personId: string,
    more: {
      kind: 'session' | 'token';
      label: string;
      scopes: string[];
      validForMs: number;
      idToken?: string | undefined;
    },
  ): Promise<void> {
    const now = this.real.now();
    await this.pool.query(
      'INSERT INTO credential (hash, person_id, kind, label, scopes, id_token, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        hash,
        personId,
        more.kind,
        keepable(more.label),
        more.scopes,
        more.idToken ?? null,
        now,
        new Date(now.getTime() + more.validForMs),
      ],
    );
  }

  /** Ends a session or a token; answers the identity provider's token when there was one. The row tells whose text a page sends that was open in another tab. */
  async revoke(hash: Buffer): Promise<string | null> {
    const text = `UPDATE credential c SET expires_at = least(c.expires_at, $2), id_token = NULL
      FROM credential before WHERE c.hash = $1 AND before.hash = c.hash RETURNING before.id_token`;
    const { rows } = await this.pool.query<{ id_token: string | null }>(text, [hash, this.real.now()]);
    return rows[0]?.id_token ?? null;
  }

  /** Joins the subject of an identity provider to the person with the same verified address; null when nobody has it. */
  async bySubject(subject: string, email: string | null): Promise<Person | null> {
    // Who is known by the subject stays so, even when the address at the provider is another person's by now.
    const text = `UPDATE person SET subject = $1 WHERE id = coalesce(
        (SELECT id FROM person WHERE subject = $1), (SELECT id FROM person WHERE subject IS NULL AND email = lower($2)))
      RETURNING id, email, name, title, language`;
    const { rows } = await this.pool.query<Person>(text, [keepable(subject), keepable(email ?? '')]);
    return rows[0] ?? null;
  }

  /** Keeps the text of a form whose sender's session had ended, for when they are back. */
  async keepForm(personId: string, path: string, body: unknown): Promise<void> {
    const text = `INSERT INTO kept_form (person_id, path, body, kept_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (person_id, path) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at`;
    await this.pool.query(text, [personId, keepable(path), keepableJson(body), this.clock.now()]);
  }

  /** Gives back a kept form, once. */
  async takeForm(personId: string, path: string): Promise<Record<string, unknown> | null> {
    const { rows } = await this.pool.query<{ body: Record<string, unknown> }>(
      'DELETE FROM kept_form WHERE person_id = $1 AND path = $2 RETURNING body',
      [personId, keepable(path)],
    );
    return rows[0]?.body ?? null;
  }
}

/** A person without what the domain leaves out. */
function tidied<P extends Actor>({ conflicts, ...person }: P): P {
  const named = { ...person, assignments: tidy(person.assignments) };
  return (conflicts?.length ? { ...named, conflicts } : named) as P;
}
/** JSON gives null where the domain leaves a field out. */
const tidy = (assignments: Assignment[]): Assignment[] =>
  assignments.map(({ actingFor, actingForId, office, ...a }) => ({
    ...a,
    ...(actingFor ? { actingFor } : {}),
    ...(actingForId ? { actingForId } : {}),
    ...(office ? { office } : {}),
  }));

/** The words under a name: the first role, and every place where it is held. */
export function roleLine(actor: Actor, placeName: (a: Assignment) => string): string {
  if (actor.id === SYSTEM.id) return 'System';
  const first = actor.assignments[0];
  if (!first) return 'No assignment in force';
  const same = actor.assignments.filter((a) => a.role === first.role && !a.actingFor === !first.actingFor);
  // An assignment that names no place is for everywhere.
  const all = (key: 'countries' | 'regions') =>
    same.every((a) => a[key].length > 0) ? [...new Set(same.flatMap((a) => a[key]))] : first[key];
  const place = placeName({ ...first, countries: all('countries'), regions: all('regions') });
  return `${ROLES[first.role as Role]}${place ? `, ${place}` : ''}`;
}
