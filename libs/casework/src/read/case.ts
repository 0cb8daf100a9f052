import type { Pool } from 'pg';
import {
  asInHand,
  asSubmitted,
  CHANGES_OF_TEXT,
  evolveContent,
  lineData,
  mayDeclare,
  maySee,
  readableLines,
  readsDraft,
  readsSeverity,
  tiersFor,
  type Actor,
  type CaseDocument,
  type Entry,
  type Recorded,
  type RequestContent,
  type RequestEventType,
  type RequestFacts,
  type Section,
  type Severity,
  type StateName,
  type Tier,
} from '#domain';
import { keepable } from '../keepable.js';
import { mayBeReference } from '../reference-number.js';
import { severitiesOf } from './severity.js';
import { told } from './told.js';

/** A case as one person may see it. */
export interface CaseView {
  facts: RequestFacts;
  revision: number;
  tiers: Set<Tier>;
  /** The person reads the text in work; others the last version. */
  readsDraft: boolean;
  changedAt: Date;
}
type CaseFacts = Omit<CaseView, 'tiers' | 'readsDraft'>;
/** The case as it is kept, and how far it has moved for those who do not read the text in work. */
interface KeptCase {
  facts: RequestFacts;
  revision: number;
  changedAt: Date;
  toldRevision: number | null;
  toldAt: Date | null;
}
const CASE = `SELECT r.facts, r.revision, r.changed_at AS "changedAt", told.seq AS "toldRevision", told.at AS "toldAt"
  FROM request r ${told('r', 'r.submitted_at')} WHERE r.ref = $1`;

/** The case to one who reads the text in work, or does not. */
const movedFor = (kept: KeptCase, reads: boolean): CaseFacts => ({
  facts: kept.facts,
  revision: reads ? kept.revision : (kept.toldRevision ?? kept.revision),
  changedAt: reads ? kept.changedAt : (kept.toldAt ?? kept.changedAt),
});
export interface HistoryLine {
  seq: number;
  at: Date;
  event: RequestEventType;
  name: string;
  actorId: string;
  actorName: string;
  role: string | null;
  actingFor: string | null;
  data: Recorded[RequestEventType];
}
export interface VersionView {
  number: number;
  content: RequestContent;
  documents: RequestFacts['documents'];
  sections: readonly Section[];
  submittedAt: Date;
  submittedBy: string;
  actingFor: string | null;
  gapsReason: string | null;
}

/** Which lines of a record, and from where on. */
export interface HistoryFilter {
  /** Lines before this number. */
  before?: number | undefined;
  limit?: number | undefined;
  events?: readonly RequestEventType[] | undefined;
  actorId?: string | undefined;
}
/** When a case came to a state. */
export interface Passage {
  state: StateName;
  at: Date;
}

/** Takes out of a text what the reader's tiers do not open. */
export function withinTiers(content: RequestContent, tiers: Set<Tier>): RequestContent {
  if (tiers.has('risk') || !content.sections?.risk) return content;
  const { risk: _risk, ...sections } = content.sections;
  return { ...content, sections };
}

/** $1 the case, $2 and $3 the kinds of line that the person may read, of anybody and of their own, $4 the person, $5 what is said to whom in the discussion, $6 the kinds of which they read what is open to all. */
const READABLE = `case_id = $1 AND (event = ANY($2) OR (event = ANY($3) AND actor_id = $4) OR (event = ANY($6) AND data ->> 'open' = 'true'))
  AND (event <> 'DISCUSS' OR data ->> 'audience' = ANY($5))`;

/** $1 the case, $2 the number of the last line, $3 the kinds of line that change a text. From the last time that the whole of it was kept: of the lines before, none is read. */
const CHANGES_UP_TO = `
  WITH whole AS (SELECT seq, content FROM draft_snapshot WHERE request_id = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1)
  SELECT 'CREATE' AS event, jsonb_build_object('content', content) AS data, seq FROM whole
  UNION ALL SELECT event, data, seq FROM audit_event
    WHERE case_id = $1 AND seq <= $2 AND seq > coalesce((SELECT seq FROM whole), 0) AND event = ANY($3) ORDER BY seq`;

/** The text in work of a request as it stood after a line of its record. */
export async function textAfterLine(pool: Pick<Pool, 'query'>, id: string, seq: number): Promise<RequestContent> {
  const values = [id, seq, CHANGES_OF_TEXT];
  const { rows } = await pool.query<Pick<Entry, 'event' | 'data'>>({ name: 'text-at', text: CHANGES_UP_TO, values });
  return rows.reduce<RequestContent>(evolveContent, {});
}

/** Reads one case; everything else about it is read through this, so that the policy is asked once and first. */
export class Cases {
  constructor(private readonly pool: Pool) {}

  private async load(ref: string): Promise<KeptCase | null> {
    if (!mayBeReference(ref)) return null;
    const { rows } = await this.pool.query<KeptCase>({ name: 'case', text: CASE, values: [ref] });
    return rows[0] ?? null;
  }

  /** The case, or null where the person may not know of it. */
  async find(ref: string, actor: Actor): Promise<CaseView | null> {
    const found = await this.load(ref);
    if (!found || !maySee(actor, found.facts)) return null;
    const reads = readsDraft(actor, found.facts);
    const facts = reads ? asInHand(found.facts) : asSubmitted(found.facts);
    return { ...movedFor(found, reads), facts, tiers: tiersFor(actor, found.facts), readsDraft: reads };
  }

  /** The case for a reviewer who has yet to declare: the page shows country, type and office, nothing else. */
  async forDeclaration(ref: string, actor: Actor): Promise<CaseFacts | null> {
    const found = await this.load(ref);
    if (!found || (!mayDeclare(actor, found.facts) && !maySee(actor, found.facts))) return null;
    return movedFor(found, readsDraft(actor, found.facts));
  }

  /** The text of the request: in work for the office that writes it, else as it was last submitted. */
  async content(view: CaseView): Promise<RequestContent> {
    if (!view.readsDraft) return (await this.version(view))?.content ?? {};
    const text = 'SELECT content FROM request_content WHERE request_id = $1';
    const { rows } = await this.pool.query<{ content: RequestContent }>({
      name: 'content',
      text,
      values: [view.facts.id],
    });
    return withinTiers(rows[0]?.content ?? {}, view.tiers);
  }

  /** The text in work as it stood after a step of the record; null where there is no such step, or it is not theirs to read. */
  async textAt(view: CaseView, seq: number): Promise<RequestContent | null> {
    if (!view.readsDraft || seq < 1 || seq > view.revision) return null;
    return withinTiers(await textAfterLine(this.pool, view.facts.id, seq), view.tiers);
  }

  /** A frozen version with the wording of its day; the last one when no number is given. */
  async version(view: CaseView, number = view.facts.version): Promise<VersionView | null> {
    const text = `SELECT v.number, v.content, v.documents, q.sections, v.submitted_at AS "submittedAt", v.submitted_by AS "submittedBy", v.acting_for AS "actingFor", v.gaps_reason AS "gapsReason"
      FROM request_version v JOIN questionnaire q ON q.id = v.questionnaire_id WHERE v.request_id = $1 AND v.number = $2`;
    const { rows } = await this.pool.query<VersionView>({ name: 'version', text, values: [view.facts.id, number] });
    const version = rows[0];
    if (!version) return null;
    return {
      ...version,
      content: withinTiers(version.content, view.tiers),
      documents: version.documents.filter((d) => view.tiers.has(d.tier)),
    };
  }

  /** A document of any frozen version that the person may open, as the newest version that holds it has it. */
  async frozenDocument(view: CaseView, id: string): Promise<CaseDocument | null> {
    const text = `SELECT d.document FROM request_version v CROSS JOIN LATERAL jsonb_array_elements(v.documents) AS d(document)
      WHERE v.request_id = $1 AND v.number <= $2 AND d.document ->> 'id' = $3 ORDER BY v.number DESC LIMIT 1`;
    const { rows } = await this.pool.query<{ document: CaseDocument }>({
      name: 'frozen-document',
      text,
      values: [view.facts.id, view.facts.version, keepable(id)],
    });
    const found = rows[0]?.document;
    return found && view.tiers.has(found.tier) ? found : null;
  }

  /** Every frozen version, newest first, without the text. */
  async versions(view: CaseView): Promise<Omit<VersionView, 'content' | 'sections' | 'documents'>[]> {
    const text = `SELECT number, submitted_at AS "submittedAt", submitted_by AS "submittedBy", acting_for AS "actingFor", gaps_reason AS "gapsReason"
      FROM request_version WHERE request_id = $1 ORDER BY number DESC LIMIT 100`;
    return (await this.pool.query<VersionView>(text, [view.facts.id])).rows;
  }

  /** The lines that a person may read, of those asked for. Whose question or nudge it was is not told by a filter on its sender either. */
  private readable(view: CaseView, actor: Actor, { events, actorId }: HistoryFilter): unknown[] {
    const may = readableLines(actor, view.facts);
    const wanted = (type: RequestEventType) =>
      (!events || events.includes(type)) &&
      (!actorId || (type !== 'ASK' && type !== 'NUDGE') || view.tiers.has('assessment'));
    const [all, own, open] = [may.events, may.ownEvents, may.openEvents].map((types) => types.filter(wanted));
    return [view.facts.id, all, own, actor.id, may.audiences, open];
  }

  /** Lines of the record that the person may read, newest first, before a number. */
  async history(view: CaseView, actor: Actor, options: HistoryFilter = {}): Promise<HistoryLine[]> {
    const text = `SELECT seq, at, event, name, actor_id AS "actorId", actor_name AS "actorName", role, acting_for AS "actingFor", data
      FROM audit_event WHERE ${READABLE} AND seq < $7 AND ($8::text IS NULL OR actor_id::text = $8) ORDER BY seq DESC LIMIT $9`;
    const limit = Math.min(options.limit ?? 50, 200);
    const values = [
      ...this.readable(view, actor, options),
      options.before ?? 2_000_000_000,
      options.actorId ?? null,
      limit,
    ];
    const { rows } = await this.pool.query<HistoryLine>(text, values);
    return rows.map((line) => ({ ...line, data: lineData(actor, view.facts, line) as HistoryLine['data'] }));
  }

  /** How the reviewers of a case score against others on what both scored; of nobody, for whoever is not its panel chair. */
  async severities({ facts }: CaseView, actor: Actor): Promise<Severity[]> {
    if (!readsSeverity(actor, facts)) return [];
    const scored = facts.reviewers.filter((r) => r.state === 'scored').map((r) => r.person.id);
    return severitiesOf(this.pool, actor, scored);
  }

  /** Who took the steps that the person may read, for a filter of the record. */
  async peopleOfHistory(view: CaseView, actor: Actor): Promise<{ id: string; name: string }[]> {
    const text = `SELECT actor_id AS id, max(actor_name) AS name FROM audit_event WHERE ${READABLE} GROUP BY actor_id ORDER BY name LIMIT 200`;
    const values = this.readable(view, actor, { actorId: 'anybody' });
    return (await this.pool.query<{ id: string; name: string }>(text, values)).rows;
  }

  /** The states that the case came through, in order, with when: all parties may know where a case stands. */
  async passages(view: CaseView): Promise<Passage[]> {
    const text = `SELECT state, at FROM (
        SELECT seq, at, state, lag(state) OVER (ORDER BY seq) AS before FROM (
          SELECT seq, at, CASE jsonb_typeof(state) WHEN 'string' THEN state #>> '{}' ELSE 'assessment' END AS state
          FROM audit_event WHERE case_id = $1) named) told
      WHERE before IS DISTINCT FROM state ORDER BY seq`;
    return (await this.pool.query<Passage>({ name: 'passages', text, values: [view.facts.id] })).rows;
  }
}
