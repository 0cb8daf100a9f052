import type { Pool } from 'pg';
import {
  countsPanelAnswers,
  isPanelAnswer,
  isRound,
  namesPanelAnswers,
  panelAnswerCounts,
  readsPanelDate,
  refuse,
  refuseFields,
  type Actor,
  type PanelAnswer,
  type PanelAnswerCounts,
  type Refusal,
} from '#domain';
import type { Clock } from '#platform';
import { keepable } from './keepable.js';

/** What somebody says to their invitation. */
export interface GivenAnswer {
  answer: PanelAnswer;
  note: string;
  /** Which of the invitations to them it answers. */
  sequence: number;
  saidAt: Date | null;
  proposes: Date | null;
}
/** What became of it: it counts, it answers an earlier date, something later was said before, or nobody was invited so. */
export type AnswerKept = 'counts' | 'earlierDate' | 'saidBefore' | 'notInvited';

/** Somebody who is invited to a panel as it stands, with what they said. */
export interface Invitee {
  personId: string;
  name: string;
  answer: PanelAnswer | null;
  note: string;
  proposedAt: Date | null;
  saidAt: Date | null;
  /** Their invitation did not arrive. */
  unreached: boolean;
}
/** What those who are invited have said, as far as somebody may read it. */
export interface PanelAnswersRead {
  counts: PanelAnswerCounts | null;
  people: Omit<Invitee, 'personId'>[] | null;
  /** The reader's own; null where they are not invited. */
  mine: Pick<Invitee, 'answer' | 'note' | 'saidAt'> | null;
}

export const LONGEST_NOTE = 500;
const MOST_PEOPLE = 1_000;
/** What each person was told last of a panel; $1 the round. */
const TOLD = `
  SELECT DISTINCT ON (m.person_id) m.person_id, (m.apart_about ->> 'sequence')::integer AS sequence, m.apart_about ->> 'method' AS method,
    m.status IN ('refused', 'failed', 'bounced') AS unreached
  FROM mail m WHERE m.apart = 'panelDate' AND m.apart_about ->> 'round' = $1::text`;
const INVITED = `
  SELECT t.person_id AS "personId", p.name, a.answer, coalesce(a.note, '') AS note, a.proposed_at AS "proposedAt", a.said_at AS "saidAt", t.unreached
  FROM (${TOLD} ORDER BY m.person_id, m.id DESC) t JOIN person p ON p.id = t.person_id
    LEFT JOIN panel_answer a ON a.round = $1::text AND a.person_id = t.person_id AND a.sequence = t.sequence
  WHERE t.method = 'REQUEST' ORDER BY p.name, p.id LIMIT ${MOST_PEOPLE}`;
/** Nobody's clock is ahead of ours for long: what is said from tomorrow would stand against what is said today. */
const KEEP = `
  WITH last AS (
    ${TOLD} AND m.person_id = $2::uuid ORDER BY m.person_id, m.id DESC
  ), kept AS (
    INSERT INTO panel_answer (round, person_id, sequence, answer, note, proposed_at, said_at)
    SELECT $1::text, $2::uuid, coalesce($3::integer, last.sequence), $4, $5, $6::timestamptz, least(coalesce($7::timestamptz, $8::timestamptz), $8::timestamptz)
    FROM last WHERE CASE WHEN $3::integer IS NULL THEN last.method = 'REQUEST' ELSE $3::integer <= last.sequence END
    ON CONFLICT (round, person_id, sequence) DO UPDATE SET answer = excluded.answer, note = excluded.note, proposed_at = excluded.proposed_at, said_at = excluded.said_at
      WHERE panel_answer.said_at <= excluded.said_at
    RETURNING sequence
  )
  SELECT (SELECT sequence FROM kept) AS kept, last.sequence, last.method FROM last`;
const NO_ROUND = refuse('notFound', 'There is no such round. A round is named like 2027-1.');
const NOT_INVITED = refuse('notNow', 'You are not invited to a panel of this round, so there is nothing to answer.');

/** What those who are invited to a panel answer: each for themselves, to the date as it stands. */
export class PanelAnswers {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** How many come, who, and what the reader said: each as far as they may read it. */
  async read(actor: Actor, round: string): Promise<PanelAnswersRead> {
    const { rows } = await this.pool.query<Invitee>({ name: 'panel-invited', text: INVITED, values: [round] });
    const own = rows.find((row) => row.personId === actor.id);
    return {
      counts: countsPanelAnswers(actor) ? panelAnswerCounts(rows.map((row) => row.answer)) : null,
      people: namesPanelAnswers(actor) ? rows.map(({ personId: _id, ...row }) => row) : null,
      mine: own ? { answer: own.answer, note: own.note, saidAt: own.saidAt } : null,
    };
  }

  /** Keeps what somebody says who is signed in; null when it is kept. */
  async say(actor: Actor, round: string, { answer, note }: { answer: string; note: string }): Promise<Refusal | null> {
    if (!isRound(round)) return NO_ROUND;
    if (!readsPanelDate(actor))
      return refuse('notYourRole', 'When a panel meets is answered by those who are invited.');
    if (!(await this.read(actor, round)).mine) return NOT_INVITED;
    const wrong = refuseFields([
      ...(isPanelAnswer(answer) ? [] : [{ path: 'answer', message: 'Choose whether you come' }]),
      ...(note.trim().length > LONGEST_NOTE
        ? [{ path: 'note', message: `Shorten this to ${LONGEST_NOTE} characters or fewer` }]
        : []),
    ]);
    if (wrong) return wrong;
    const kept = await this.put(round, actor.id, null, { answer, note, saidAt: null, proposes: null });
    return kept === 'notInvited' ? NOT_INVITED : null;
  }

  /** Keeps what a calendar program of an invited person says. */
  keep(round: string, personId: string, { sequence, ...said }: GivenAnswer): Promise<AnswerKept> {
    return this.put(round, personId, sequence, said);
  }

  private async put(
    round: string,
    personId: string,
    sequence: number | null,
    { answer, note, saidAt, proposes }: Omit<GivenAnswer, 'sequence' | 'answer'> & { answer: string },
  ): Promise<AnswerKept> {
    const short = keepable(note.trim()).slice(0, LONGEST_NOTE);
    const values = [round, personId, sequence, answer, short, proposes, saidAt, this.clock.now()];
    const { rows } = await this.pool.query<{ kept: number | null; sequence: number; method: string }>(KEEP, values);
    const [last] = rows;
    if (!last || (sequence ?? 0) > last.sequence) return 'notInvited';
    if (last.method !== 'REQUEST' || (sequence !== null && sequence < last.sequence)) return 'earlierDate';
    return last.kept === null ? 'saidBefore' : 'counts';
  }
}
