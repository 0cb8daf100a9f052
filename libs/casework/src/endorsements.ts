import type { Clock } from '#platform';
import {
  endorserState,
  endorsersOf,
  roundOfEndorser,
  type Endorser,
  type RequestContent,
  type RequestFacts,
} from '#domain';
import { newsOf, noteRead, wentOut, type PartyMails, type PartyReading } from './consultation-states.js';
import { textAfterLine, withinTiers } from './read/case.js';
import type { Connection } from './transaction.js';

/** How far one head of agency is, from the mail on its way to the answer. */
export const ENDORSER_STANDINGS = [
  'notSent',
  'sent',
  'bounced',
  'read',
  'endorsed',
  'declined',
  'voided',
  'expired',
  'withdrawn',
  'replaced',
] as const;
export type EndorserStandingName = (typeof ENDORSER_STANDINGS)[number];
export interface EndorserStanding {
  state: EndorserStandingName;
  /** When it came to that, where that is known. */
  at: Date | null;
  /** Who opened the request by the link. */
  readBy: string | null;
  /** The words of the mail server. */
  problem: string | null;
}

/** Where one head of agency stands: what the record says comes before what became of the mail. */
export function endorserStandingOf(
  e: Endorser,
  facts: RequestFacts,
  now: Date,
  mails: PartyMails | undefined,
  reading: PartyReading | undefined,
): EndorserStanding {
  const is = (state: EndorserStandingName, at: string | Date | null | undefined, problem: string | null = null) => ({
    state,
    at: at ? new Date(at) : null,
    readBy: reading?.by ?? null,
    problem,
  });
  const state = endorserState(e, facts, now.toISOString());
  switch (state) {
    case 'asked':
      if (reading) return is('read', reading.at);
      // What became of the mails of before says nothing of the one that is on its way since somebody was asked again.
      if (!mails || mails.at.toISOString() < (e.again?.at(-1)?.at ?? '')) return is('notSent', null);
      return wentOut(mails) === 'bounced'
        ? is('bounced', mails.at, mails.problem)
        : is(wentOut(mails), wentOut(mails) === 'sent' ? mails.at : null);
    case 'unreached':
      return is('bounced', e.unreached!.at, e.unreached!.problem);
    case 'expired':
      return is('expired', `${e.until}T23:59:59.999Z`);
    case 'withdrawn':
    case 'replaced':
      return is(state, e.ended?.at);
    default:
      return is(state, e.answer!.at);
  }
}

/** The text before the last answer of somebody; $2 their key. */
const ANSWERED_AT = `
  SELECT max(seq) AS seq FROM audit_event
  WHERE case_id = $1 AND event IN ('ENDORSE', 'DECLINE_ENDORSEMENT') AND data ->> 'key' = $2`;

/** How far those are who are asked to endorse a request, and what they read. */
export class Endorsements {
  constructor(
    private readonly pool: Connection,
    private readonly clock: Clock,
  ) {}

  /** The standing of each, by key. */
  async of(facts: RequestFacts): Promise<Map<string, EndorserStanding>> {
    const all = endorsersOf(facts);
    if (all.length === 0) return new Map();
    const { mails, readings } = await newsOf(this.pool, facts.id);
    const now = this.clock.now();
    return new Map(
      all.map((e) => {
        const sent = mails.find((m) => m.party === e.key);
        const read = readings.find((r) => r.party === e.key && r.round === roundOfEndorser(e));
        return [e.key, endorserStandingOf(e, facts, now, sent, read)];
      }),
    );
  }

  /** Notes that somebody has read what they are asked; once for each time of asking. */
  noteReading(facts: RequestFacts, e: Endorser, by: string): Promise<void> {
    return noteRead(this.pool, facts.id, [{ party: e.key, round: roundOfEndorser(e) }], this.clock.now(), by);
  }

  /** The text that somebody answered on, as they may read it; null where they have not answered yet. */
  async textRead(facts: RequestFacts, e: Endorser): Promise<RequestContent | null> {
    const found = await this.pool.query<{ seq: number | null }>({
      name: 'answer-of-endorser',
      text: ANSWERED_AT,
      values: [facts.id, e.key],
    });
    const seq = found.rows[0]?.seq;
    if (!seq) return null;
    return withinTiers(await textAfterLine(this.pool, facts.id, Number(seq) - 1), new Set(['case']));
  }
}
