import type { Pool } from 'pg';
import type { Clock } from '#platform';
import { maySee, ownReview, refuse, type Actor, type Refusal } from '#domain';
import type { CaseView } from './read/case.js';
import { keepable } from './keepable.js';

const LONGEST = 20_000;

/** Whether this person has notes of a case at all: as its reviewer, while it is open to them. */
const mayNote = (view: CaseView, me: Actor): boolean => ownReview(me, view.facts) !== null && maySee(me, view.facts);

/**
 * What reviewers note for themselves: read and written by them alone. It stands beside the case and not in its record, so
 * neither auditors nor the parties read it, and no figure, list or mail is made from it.
 */
export class ReviewNotes {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The person’s own notes of a case; null for everybody who has none to keep. */
  async of(view: CaseView, me: Actor): Promise<string | null> {
    if (!mayNote(view, me)) return null;
    const text = 'SELECT text FROM review_note WHERE request_id = $1 AND person_id = $2';
    const { rows } = await this.pool.query<{ text: string }>({
      name: 'review-note',
      text,
      values: [view.facts.id, me.id],
    });
    return rows[0]?.text ?? '';
  }

  /** Keeps the person’s notes of a case in place of those of before; null when they are kept. */
  async keep(view: CaseView, me: Actor, text: string): Promise<Refusal | null> {
    if (!mayNote(view, me)) return refuse('notYourRole', 'Only a reviewer of this request keeps notes of it.');
    const given = keepable(text).trim();
    if (given.length > LONGEST) {
      const message = `Shorten your notes to ${LONGEST.toLocaleString('en')} characters or fewer`;
      return refuse('invalid', `${message}.`, [{ path: 'notes', message }]);
    }
    const insert = `INSERT INTO review_note (request_id, person_id, text, changed_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (request_id, person_id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at
      WHERE review_note.text <> excluded.text`;
    await this.pool.query(insert, [view.facts.id, me.id, given, this.clock.now()]);
    return null;
  }
}
