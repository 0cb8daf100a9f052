import {
  commentProblems,
  commentRefusal,
  readsComments,
  refuse,
  sectionOfQuestion,
  type Actor,
  type Refusal,
} from '#domain';
import type { Clock } from '#platform';
import { keepable } from './keepable.js';
import type { CaseView } from './read/case.js';
import type { Connection } from './transaction.js';

/** What somebody said about a question of a draft. */
export interface Said {
  id: string;
  text: string;
  by: string;
  at: string;
}
/** A comment with what was answered to it, oldest first. */
export interface DraftComment extends Said {
  /** The place of the question in the content, and the number of its section. */
  question: string;
  section: number | null;
  answers: Said[];
  resolved: { by: string; at: string } | null;
}
/** What is said, and to which comment or about which question. */
export interface CommentDraft {
  /** Made by the page or the program that sends it: sent twice, it is kept once. */
  id: string;
  text: string;
  question?: string;
  answers?: string;
}
interface Row extends Said {
  question: string;
  answers: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
}

const MOST = 500;
const ALL = `SELECT id, question, answers, text, person_name AS by, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
    to_char(resolved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "resolvedAt", resolved_name AS "resolvedBy"
  FROM draft_comment WHERE request_id = $1 ORDER BY at, id LIMIT ${MOST + 1}`;
/** An answer stands under an open comment of the same request; it goes to the question of that one. */
const SAY = `INSERT INTO draft_comment (id, request_id, question, answers, text, person_id, person_name, at)
  SELECT $1, $2, coalesce(c.question, $3), c.id, $5, $6, $7, $8
  FROM (SELECT) one LEFT JOIN draft_comment c ON c.id::text = $4 AND c.request_id = $2 AND c.answers IS NULL AND c.resolved_at IS NULL
  WHERE ($4 = '' OR c.id IS NOT NULL) AND (SELECT count(*) FROM draft_comment n WHERE n.request_id = $2) < ${MOST}
  ON CONFLICT (id) DO NOTHING`;
const RESOLVE = `UPDATE draft_comment SET resolved_at = $3, resolved_name = $4
  WHERE request_id = $1 AND id::text = $2 AND answers IS NULL AND resolved_at IS NULL`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the office that writes a request says to itself about its questions: beside the case, never part of what is sent. */
export class DraftComments {
  constructor(
    private readonly pool: Connection,
    private readonly clock: Clock,
  ) {}

  /** Every comment of a request, oldest first; none for whoever does not work in its office. */
  async of({ facts }: Pick<CaseView, 'facts'>, me: Actor): Promise<DraftComment[]> {
    if (!readsComments(me, facts)) return [];
    const { rows } = await this.pool.query<Row>({ name: 'draft-comments', text: ALL, values: [facts.id] });
    const said = ({ id, text, by, at }: Row): Said => ({ id, text, by, at });
    return rows
      .filter((row) => row.answers === null)
      .map((row) => ({
        ...said(row),
        question: row.question,
        section: sectionOfQuestion(row.question),
        answers: rows.filter((r) => r.answers === row.id).map(said),
        resolved: row.resolvedAt ? { by: row.resolvedBy ?? '', at: row.resolvedAt } : null,
      }));
  }

  /** Keeps a comment or an answer to one; null when it is kept. */
  async say({ facts }: Pick<CaseView, 'facts'>, me: Actor, draft: CommentDraft): Promise<Refusal | null> {
    const refusal = commentRefusal(me, facts);
    if (refusal) return refusal;
    const under = draft.answers ?? '';
    const all = await this.of({ facts }, me);
    // Sent twice, by a second click or a line that dropped.
    if (all.some((c) => c.id === draft.id || c.answers.some((a) => a.id === draft.id))) return null;
    const comment = all.find((c) => c.id === under);
    if (under && (!comment || comment.resolved)) return GONE;
    const wrong = commentProblems({ question: comment?.question ?? draft.question ?? '', text: draft.text });
    if (wrong) return wrong;
    if (!UUID.test(draft.id))
      return refuse('invalid', 'The page was not sent whole. Load it again, and send it again.');
    const text = keepable(draft.text).trim();
    const values = [draft.id, facts.id, draft.question ?? '', under, text, me.id, me.name, this.clock.now()];
    const { rowCount } = await this.pool.query(SAY, values);
    return rowCount ? null : all.length >= MOST ? FULL : GONE;
  }

  /** Puts a comment aside as settled; what was said stays to be read. */
  async resolve({ facts }: Pick<CaseView, 'facts'>, me: Actor, id: string): Promise<Refusal | null> {
    const refusal = commentRefusal(me, facts);
    if (refusal) return refusal;
    const { rowCount } = await this.pool.query(RESOLVE, [facts.id, keepable(id), this.clock.now(), me.name]);
    return rowCount ? null : GONE;
  }
}

const GONE = refuse('notFound', 'There is no such open comment on this request. Somebody may have resolved it.');
const FULL = refuse('notReady', `A request has room for ${MOST} comments. Settle the rest by mail.`);

/** How many comments are open in each section, by its number. */
export function openBySection(comments: readonly DraftComment[]): Map<number, number> {
  const open = new Map<number, number>();
  for (const { section, resolved } of comments)
    if (section !== null && !resolved) open.set(section, (open.get(section) ?? 0) + 1);
  return open;
}
