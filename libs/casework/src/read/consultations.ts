import type { Pool } from 'pg';
import { asSubmitted, keysFor, maySee, ownConsultees, type Actor, type Consultee, type RequestFacts } from '#domain';

/** A request on which a region's advice is asked, with the party that this person speaks for. */
export interface ConsultationItem {
  facts: RequestFacts;
  consultee: Consultee;
  /** The day by which the advice is asked; null when its time is over. */
  dueOn: string | null;
}

const BOUND = 200;
const NEWEST = `
  SELECT DISTINCT ON (x.seq) x.seq, x.facts FROM unnest($1::text[]) AS k(scope) CROSS JOIN LATERAL (
    SELECT s.seq, r.facts FROM request_scope s JOIN request r ON r.id = s.request_id
    WHERE s.scope = k.scope AND r.state NOT IN ('screening', 'returned') ORDER BY s.seq DESC LIMIT ${BOUND}) x
  ORDER BY x.seq DESC LIMIT ${BOUND}`;
/** A party that is still waited for has a clock: however old the request, it is found by it. */
const AWAITED = `
  SELECT DISTINCT ON (r.seq) r.seq, r.facts FROM deadline d JOIN request r ON r.id = d.case_id
  WHERE d.holder = ANY($1) AND d.clock_group = 'consultation' AND (cardinality($2::text[]) = 0 OR d.region = ANY($2))
  ORDER BY r.seq DESC LIMIT ${BOUND}`;

/** What a regional team or a regional office is asked for advice on. */
export class Consultations {
  constructor(private readonly pool: Pool) {}

  /** Requests that wait for this person's advice or did, the most pressing first, then the newest. */
  async forRegion(actor: Actor): Promise<ConsultationItem[]> {
    const own = actor.assignments.filter((a) => a.role === 'regionalTeam' || a.role === 'regionalOffice');
    if (own.length === 0) return [];
    const scopes = keysFor(actor).any.filter((key) => key.startsWith('team:'));
    const regions = own.some((a) => a.regions.length === 0) ? [] : own.flatMap((a) => a.regions);
    const [newest, awaited] = await Promise.all([
      this.pool.query<{ facts: RequestFacts }>({ name: 'consultations', text: NEWEST, values: [scopes] }),
      this.pool.query<{ facts: RequestFacts }>({
        name: 'consultations-awaited',
        text: AWAITED,
        values: [own.map((a) => a.role), regions],
      }),
    ]);
    const cases = new Map([...awaited.rows, ...newest.rows].map(({ facts }) => [facts.ref, facts]));
    return [...cases.values()]
      .filter((facts) => maySee(actor, facts))
      .map(asSubmitted)
      .flatMap((facts) =>
        ownConsultees(actor, facts).map((consultee) => ({ facts, consultee, dueOn: dueOf(facts, consultee) })),
      )
      .sort(pressing);
  }
}

const dueOf = (facts: RequestFacts, consultee: Consultee): string | null =>
  facts.clocks.find((c) => c.key === `consultation:${consultee.key}`)?.dueOn ?? null;

const pressing = (a: ConsultationItem, b: ConsultationItem): number => {
  const [x, y] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  return a.facts.ref < b.facts.ref ? 1 : -1;
};
