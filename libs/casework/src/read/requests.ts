import type { Pool } from 'pg';
import {
  agenciesSaid,
  endorsementTable,
  keysFor,
  tiersFor,
  type Actor,
  type EndorsementLine,
  type RequestContent,
  type RequestFacts,
  type ReviewState,
  type StateName,
} from '#domain';
import { keepable } from '../keepable.js';
import { wordsOf } from '../words.js';
import { readsEachSave, told } from './told.js';

export const LIST_LIMIT = 100;
export interface ListFilter {
  q?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
  /** Concerns one of these countries. */
  countries?: readonly string[] | undefined;
  status?: string | undefined;
  /** Any of several states. */
  states?: readonly StateName[] | undefined;
  type?: string | undefined;
  /** Only what is open, or only what has ended. */
  open?: boolean | undefined;
  sort?: 'newest' | 'oldest' | undefined;
  limit?: number | undefined;
  /** Opaque place to go on from. */
  after?: string | undefined;
}
export interface ListRow {
  ref: string;
  title: string;
  countries: string[];
  regions: string[];
  type: string;
  track: string;
  modality: string;
  /** The form of support that was approved, which may be another than the one asked for; null while there is none. */
  approvedModality: string | null;
  round: string;
  state: StateName;
  review: ReviewState | null;
  consultation: string | null;
  version: number;
  revision: number;
  createdAt: Date;
  submittedAt: Date | null;
  changedAt: Date;
  dueOn: string | null;
  holder: string | null;
  /** The duty station in whose calendar that is counted. */
  station: string | null;
}
export interface ListPage {
  rows: ListRow[];
  next: string | null;
}

const COLUMNS = `r.seq, r.ref, r.title, r.countries, r.regions, r.type, r.track, r.modality, r.round, r.state, r.review, r.consultation, r.version, r.revision,
  r.created_at AS "createdAt", r.submitted_at AS "submittedAt", r.changed_at AS "changedAt", r.id`;

/** What was approved, by the last decision: asked for a page of rows alone, and only where there can be one. */
const APPROVED = `CASE WHEN l.state IN ('awaitingFunds', 'arrangements', 'handedOver', 'lapsed', 'withdrawn') THEN (
  SELECT a.facts #>> '{decisions,-1,modality}' FROM request a WHERE a.id = l.id AND (a.facts #>> '{decisions,-1,action}' = 'APPROVE'
    OR (a.facts #>> '{decisions,-1,action}' = 'OFFER_REGIONAL_OPTION' AND a.facts #>> '{offerAnswer,accepted}' = 'true'))) END`;

/** How far each request of a page has moved for who reads no text in work, in place of what its row says. */
const MOVED = `, coalesce(told.seq, l.revision) AS revision, coalesce(told.at, l."changedAt") AS "changedAt"`;

/** The words of a search as a query: every word, the last one as a beginning. Null when there are none. */
export function searchQuery(q: string | undefined): string | null {
  const words = wordsOf((q ?? '').slice(0, 500)).slice(0, 8);
  return words.length === 0 ? null : words.map((w, i) => (i === words.length - 1 ? `${w}:*` : w)).join(' & ');
}
const encode = (seq: string): string => Buffer.from(seq).toString('base64url');
function decode(cursor: string | undefined): string | null {
  const text = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString();
  return /^\d{1,18}$/.test(text) ? text : null;
}
/** Whether this is a place that a page of a list has named. */
export const isCursor = (text: string): boolean => decode(text) !== null;

/** A search that finds no more than this is driven by what it finds. */
const FEW = 2_000;
// Materialized, so that the limit does not tempt the planner to look through the table instead of the index.
const FOUND = `
  WITH found AS MATERIALIZED (SELECT seq FROM request_search WHERE vector @@ to_tsquery('simple', $1))
  SELECT seq FROM found LIMIT ${FEW + 1}`;

/** Each shape of a list has a name, under which a connection keeps its plan: planning costs more than reading a page. */
const names = new Map<string, string>();
function named(text: string, values: unknown[]): { name: string; text: string; values: unknown[] } {
  const name = names.get(text) ?? `list-${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

/** The conditions of a list, each with its value; the scope is not one of them: it is what the list is driven by. */
function conditions(filter: ListFilter, found: string[] | null, values: unknown[]): string {
  // The database takes no text with a character of code zero, and no case has one.
  const add = (sql: (n: string) => string, value: string | readonly string[]) =>
    sql(`$${values.push(typeof value === 'string' ? keepable(value) : value)}`);
  const query = found ? null : searchQuery(filter.q);
  return [
    found ? add((n) => `s.seq = ANY(${n}::bigint[])`, found) : '',
    filter.status ? add((n) => `r.state = ${n}`, filter.status) : '',
    filter.states ? add((n) => `r.state = ANY(${n})`, filter.states) : '',
    filter.region ? add((n) => `r.regions @> ARRAY[${n}::text]`, filter.region) : '',
    filter.country ? add((n) => `r.countries @> ARRAY[${n}::text]`, filter.country) : '',
    filter.countries ? add((n) => `r.countries && ${n}::text[]`, filter.countries) : '',
    filter.type ? add((n) => `r.type = ${n}`, filter.type) : '',
    filter.open === undefined ? '' : filter.open ? 'r.is_open' : 'NOT r.is_open',
    query
      ? add(
          (n) => `(SELECT w.vector @@ to_tsquery('simple', ${n}) FROM request_search w WHERE w.request_id = r.id)`,
          query,
        )
      : '',
  ]
    .filter(Boolean)
    .map((c) => ` AND ${c}`)
    .join('');
}

/** Lists of requests: one query definition behind page, API, export and count, scoped by the one policy. */
export class Requests {
  constructor(private readonly pool: Pool) {}

  /** The rows of one scope after another, each already limited, so that a page costs the same at any size. */
  private async scoped(actor: Actor, filter: ListFilter, limit: number): Promise<{ text: string; values: unknown[] }> {
    const found = await this.found(filter);
    const keys = keysFor(actor);
    const values: unknown[] = [keys.any, keys.none, limit];
    const [direction, compare] = filter.sort === 'oldest' ? ['ASC', '>'] : ['DESC', '<'];
    const after = decode(filter.after);
    const from = after === null ? '' : ` AND s.seq ${compare} $${values.push(after)}`;
    const text = `
      SELECT DISTINCT ON (x.seq) x.* FROM unnest($1::text[]) AS k(scope) CROSS JOIN LATERAL (
        SELECT ${COLUMNS} FROM request_scope s JOIN request r ON r.id = s.request_id
        WHERE s.scope = k.scope${from}${conditions(filter, found, values)}
          AND NOT EXISTS (SELECT FROM request_scope n WHERE n.scope = ANY($2) AND n.seq = s.seq)
        ORDER BY s.seq ${direction} LIMIT $3) x
      ORDER BY x.seq ${direction} LIMIT $3`;
    return { text, values };
  }

  /** The requests with the words of a search, when they are few; with many, a list that looks at each soon has a page. */
  private async found({ q }: ListFilter): Promise<string[] | null> {
    const query = searchQuery(q);
    if (!query) return null;
    const { rows } = await this.pool.query<{ seq: string }>({ name: 'found', text: FOUND, values: [keepable(query)] });
    return rows.length > FEW ? null : rows.map(({ seq }) => seq);
  }

  /** One page of what the person may see, newest first. */
  async page(actor: Actor, filter: ListFilter): Promise<ListPage> {
    const limit = Math.min(Math.max(filter.limit ?? 25, 1), LIST_LIMIT);
    const { text, values } = await this.scoped(actor, filter, limit + 1);
    const direction = filter.sort === 'oldest' ? 'ASC' : 'DESC';
    const kept = readsEachSave(actor);
    const { rows } = await this.pool.query<ListRow & { seq: string; id: string }>(
      named(
        `SELECT l.*, d.due_on::text AS "dueOn", d.holder, d.station, ${APPROVED} AS "approvedModality"${kept ? '' : MOVED} FROM (${text}) l ${kept ? '' : told('l', 'l."submittedAt"')}
       LEFT JOIN LATERAL (SELECT due_on, holder, station FROM deadline WHERE case_id = l.id ORDER BY stopped_with IS NOT NULL, holder IN ('regionalOffice', 'endorser'), due_on, key LIMIT 1) d ON true ORDER BY l.seq ${direction}`,
        values,
      ),
    );
    const shown = rows.slice(0, limit);
    return {
      rows: shown.map(({ seq: _seq, id: _id, ...row }) => row),
      next: rows.length > limit ? encode(shown.at(-1)!.seq) : null,
    };
  }

  /** Who endorses each of some requests of a page, as they were last submitted; of those whose content the person reads. */
  async endorsements(actor: Actor, refs: readonly string[]): Promise<Map<string, EndorsementLine[]>> {
    const { rows } = await this.pool.query<{ facts: RequestFacts; typed: RequestContent['endorsements'] | null }>({
      name: 'endorsed',
      text: `SELECT r.facts, v.content -> 'endorsements' AS typed FROM request r
        JOIN request_version v ON v.request_id = r.id AND v.number = r.version WHERE r.ref = ANY($1)`,
      values: [refs],
    });
    const read = rows.filter(({ facts }) => tiersFor(actor, facts).has('case'));
    return new Map(
      read.map(({ facts, typed }) => [
        facts.ref,
        endorsementTable(typed ? { endorsements: typed } : {}, agenciesSaid(facts, false)),
      ]),
    );
  }

  /** How many there are, counted up to a bound: at a million rows nobody needs the last digit. */
  async count(actor: Actor, filter: ListFilter, bound = 1_000): Promise<{ count: number; more: boolean }> {
    const { text, values } = await this.scoped(actor, { ...filter, after: undefined }, bound + 1);
    const { rows } = await this.pool.query<{ count: number }>(
      named(`SELECT count(*)::int AS count FROM (${text}) l`, values),
    );
    const found = rows[0]!.count;
    return { count: Math.min(found, bound), more: found > bound };
  }
}
