import type { Pool } from 'pg';
import { isRefusal, reaches, refuse, refuseFields, type Actor, type FieldProblem, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { keepable } from './keepable.js';
import type { ReferenceData } from './reference-data.js';
import { POSTS } from './reference/posts.js';
import { choicesOf, type ContradictionKind } from './reference/presence-contradictions.js';
import { alone, reconcilePresences } from './reference/reconcile-presences.js';
import { wholly } from './transaction.js';

/** How a person settled a contradiction. */
export interface Settlement {
  id: string;
  decision: string;
  note: string;
  by: string;
  at: Date;
}
/** A contradiction between lists with everything that was settled of it, the latest last. */
export interface ListedContradiction {
  key: string;
  kind: ContradictionKind;
  /** A country's code, or the name of a post of the lists. */
  post: string;
  /** The same in words. */
  name: string;
  years: number[];
  words: string;
  /** The countries and the region that it is about: who looks after them settles it. */
  where: { countries: string[]; regions: string[] };
  /** The words of the lists for the post in these years. */
  listed: { year: number; as: string; code: string; note: string | null; source: string }[];
  settlements: Settlement[];
}
export interface SettlementAsked {
  key: string;
  decision: string;
  note: string;
  /** The last settlement that the person has seen; empty where there was none. */
  after: string;
}

const LONGEST_NOTE = 2_000;
const CONTRADICTIONS = `
  SELECT c.key, c.kind, c.post, c.years, c.words,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('year', p.year, 'as', p.listed_as, 'code', p.code, 'note', p.note, 'source', p.source) ORDER BY p.year, p.source), '[]')
       FROM presence p WHERE p.post = c.post AND p.year = ANY(c.years)) AS listed,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id::text, 'decision', s.decision, 'note', s.note, 'by', s.settled_name, 'at', s.settled_at) ORDER BY s.id), '[]')
       FROM presence_settlement s WHERE s.contradiction_key = c.key) AS settlements
  FROM presence_contradiction c WHERE $1::text IS NULL OR c.key = $1 ORDER BY c.post, c.years, c.key`;
const SETTLE = `
  INSERT INTO presence_settlement (contradiction_key, decision, note, settled_by, settled_name, settled_at) VALUES ($1, $2, $3, $4, $5, $6)`;

type Kept = Omit<ListedContradiction, 'name' | 'where'>;

/** Whether the person settles a contradiction: a desk officer who looks after the region. */
export const settlesThis = (actor: Actor, { where }: Pick<ListedContradiction, 'where'>): boolean =>
  actor.assignments.some((a) => a.role === 'deskOfficer' && reaches(a, where));

/** Contradictions between lists of presences, for people to settle. What they settle is only added to, and the posts follow it. */
export class Reconciliation {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {}

  /** Every contradiction, or the one of a key. */
  async all(key: string | null = null): Promise<ListedContradiction[]> {
    const { rows } = await this.pool.query<Kept>(CONTRADICTIONS, [key === null ? null : keepable(key)]);
    return rows.map((row) => ({
      ...row,
      ...this.placed(row.post),
      settlements: row.settlements.map((s) => ({ ...s, at: new Date(s.at) })),
    }));
  }

  /** What a code of the lists stands for: a post of several countries, or a country. */
  private placed(code: string): Pick<ListedContradiction, 'name' | 'where'> {
    const several = POSTS.find((p) => p.code === code);
    if (several)
      return { name: several.title, where: { countries: [...several.countries], regions: [several.region] } };
    const region = this.reference.regionOf(code);
    return {
      name: this.reference.countryName(code),
      where: { countries: [code], regions: region === null ? [] : [region] },
    };
  }

  /** Settles one, and amends the posts that it concerns, in one transaction. */
  async settle(actor: Actor, asked: SettlementAsked): Promise<{ changed: number; leftAlone: string[] } | Refusal> {
    const now = this.clock.now();
    return wholly(
      this.pool,
      async (on) => {
        await alone(on);
        const { rows } = await on.query<Kept>(CONTRADICTIONS, [keepable(asked.key)]);
        const found = rows[0] && { ...rows[0], ...this.placed(rows[0].post) };
        const refused = refusalOf(found, actor, asked);
        if (refused) return refused;
        const last = found!.settlements.at(-1);
        if ((last?.id ?? '') !== asked.after) {
          const same = last?.decision === asked.decision && last.note === asked.note && last.by === actor.name;
          return same ? { changed: 0, leftAlone: [] } : stale();
        }
        await on.query(SETTLE, [asked.key, asked.decision, asked.note, actor.id, actor.name, now]);
        const because = `Settled by ${actor.name}: ${asked.note}`;
        const done = await reconcilePresences({ on, clock: this.clock, reference: this.reference }, because);
        return { changed: done.amended + done.opened, leftAlone: done.leftAlone };
      },
      (done) => !isRefusal(done),
    );
  }
}

const stale = (): Refusal =>
  refuse(
    'stale',
    'Somebody settled this since you opened the page. Read what they wrote, then settle it again if you must.',
  );

function refusalOf(
  found: Omit<ListedContradiction, 'listed'> | undefined,
  actor: Actor,
  { decision, note }: SettlementAsked,
): Refusal | null {
  if (!found) return refuse('notFound', 'The lists do not contradict each other in this any more.');
  if (!settlesThis(actor, found))
    return refuse('notYourRole', 'This is settled by the desk officer who looks after the region of this post.');
  const problems: FieldProblem[] = [
    ...(Object.hasOwn(choicesOf(found.kind), decision)
      ? []
      : [{ path: 'decision', message: 'Choose how it is settled' }]),
    ...(note.trim() ? [] : [{ path: 'note', message: 'Say what your choice rests on' }]),
    ...(note.length > LONGEST_NOTE
      ? [{ path: 'note', message: `Shorten your reason to ${LONGEST_NOTE.toLocaleString('en')} characters` }]
      : []),
  ];
  return refuseFields(problems);
}
