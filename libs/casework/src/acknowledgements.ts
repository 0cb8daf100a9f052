import type { Pool } from 'pg';
import { servesOneOf, type Actor, type RequestDecision, type RequestFacts, type Reviewer } from '#domain';
import type { Clock } from '#platform';

/** That somebody has opened what they must know. */
export interface Seen {
  at: Date;
  by: string;
}
type What = 'appointment' | 'decision';

const NOTE = `
  INSERT INTO acknowledgement (case_id, what, subject, at, by_name) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`;
const READ = 'SELECT subject, at, by_name AS by FROM acknowledgement WHERE case_id = $1 AND what = $2';

/** A second appointment of the same person is seen anew. */
const appointmentOf = ({ person, appointedAt }: Reviewer): string => `${person.id} ${appointedAt}`;

/**
 * Who has seen what they must know, computed from their opening of it. No step of the case: nothing follows from it, and
 * it must not make stale the pages that others have open.
 */
export class Acknowledgements {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Notes that a reviewer has opened their appointment. */
  async appointmentOpened(facts: RequestFacts, own: Reviewer): Promise<void> {
    await this.note(facts, 'appointment', appointmentOf(own), own.person.name);
  }

  /** Which reviewers have opened their appointment, by their id. */
  async appointments(facts: RequestFacts): Promise<Map<string, Seen>> {
    const seen = await this.seen(facts, 'appointment');
    return new Map(
      facts.reviewers.flatMap((r) => {
        const one = seen.get(appointmentOf(r));
        return one ? [[r.person.id, one] as const] : [];
      }),
    );
  }

  /** Notes that the side of the country has opened a decision; nobody else is waited for. */
  async decisionOpened(facts: RequestFacts, { at }: RequestDecision, reader: Actor): Promise<void> {
    if (reader.assignments.some((a) => servesOneOf(a, facts.summary.countries)))
      await this.note(facts, 'decision', at, reader.name);
  }

  /** Who of the country’s side opened a decision first; null where nobody has. */
  async decision(facts: RequestFacts, { at }: RequestDecision): Promise<Seen | null> {
    return (await this.seen(facts, 'decision')).get(at) ?? null;
  }

  private async note({ id }: RequestFacts, what: What, subject: string, by: string): Promise<void> {
    const values = [id, what, subject, this.clock.now(), by];
    await this.pool.query({ name: 'acknowledge', text: NOTE, values });
  }

  private async seen({ id }: RequestFacts, what: What): Promise<Map<string, Seen>> {
    const { rows } = await this.pool.query<Seen & { subject: string }>({
      name: 'seen',
      text: READ,
      values: [id, what],
    });
    return new Map(rows.map(({ subject, at, by }) => [subject, { at, by }]));
  }
}
