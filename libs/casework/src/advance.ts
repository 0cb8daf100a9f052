import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  decide,
  eventRule,
  evolveContent,
  isRefusal,
  notFound,
  personsNamedIn,
  refuse,
  stateLabelFor,
  stateName,
  type Actor,
  type DecideContext,
  type Decision,
  type Refusal,
  type RequestContent,
  type RequestEvent,
  type RequestFacts,
} from '#domain';
import { mayBeReference } from './reference-number.js';
import { QUESTIONNAIRE, type ReferenceData } from './reference-data.js';
import { appointmentRows, clockChange, entryRow, requestRow, scopeChange, texts } from './rows.js';
import { READ_CASE, WRITE_OPENING, WRITE_STEP } from './statements.js';

export interface AdvanceOptions {
  /** The revision that the sender has read; `latest` only where the step is the sender's own part, or the system's. */
  revision: number | 'latest';
  /** The same key and body give the same answer, done once. */
  once?: { key: string; fingerprint: string } | undefined;
}
/** What a program is told of a step; kept with the sender's key, so that it can be told again. */
export interface Receipt {
  ref: string;
  revision: number;
  state: string;
  label: string;
}
export interface Advanced extends Receipt {
  repeated: boolean;
}
/** The same key was used for something else. */
export const KEY_REUSED = 'This key was used for another request body. Use a new key for a new step.';

interface CaseRead {
  id: string;
  seq: string;
  revision: number;
  facts: RequestFacts;
  previous_hash: Buffer | null;
  content: RequestContent | null;
  receipt: { fingerprint: string; answer: Receipt } | null;
  people: (Actor & { email: string })[] | null;
}
interface Step {
  read: Pick<CaseRead, 'id' | 'revision' | 'facts' | 'previous_hash' | 'content'> | null;
  decision: Decision;
  actor: Actor;
  once: AdvanceOptions['once'];
}

/** Who may not do a thing at all is told so, whatever they have read of the case. */
const NOT_THEIRS = new Set<Refusal['code']>(['notFound', 'notYourRole', 'separationOfDuties', 'conflictOfInterest']);
/** More than can send their own part of a case at the same moment: nine reviewers, those consulted, the clocks. */
const ATTEMPTS = 30;
const NO_HASH = Buffer.alloc(32);
const json = (value: unknown): string => JSON.stringify(value);
const fieldOf = (error: unknown, field: string): unknown => (error as Record<string, unknown> | null)?.[field];

/** THE write path: every change of a case goes through here, in one transaction of two statements, whatever the event. */
export class Casework {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {}

  /** Takes one step of a case: reads it, lets the domain decide, writes row, record, outbox and clocks together, or nothing. */
  async advance(ref: string, actor: Actor, event: RequestEvent, options: AdvanceOptions): Promise<Advanced | Refusal> {
    for (let attempt = 1; ; attempt += 1) {
      const read = await this.read(ref, actor, event, options);
      const known = read?.receipt && this.repeated(read.receipt, options.once);
      if (known) return known;
      if (!read) return notFound();
      const decision = decide(read.facts, actor, event, this.context(read));
      if (isRefusal(decision) && NOT_THEIRS.has(decision.code)) return decision;
      if (options.revision !== 'latest' && read.revision !== options.revision) return stale(read.revision);
      if (isRefusal(decision)) return decision;
      const written = await this.write({ read, decision, actor, once: options.once });
      if (written) return written;
      // Somebody else's step came between: decide again on what is there now.
      if (attempt >= ATTEMPTS) return stale(read.revision);
    }
  }

  /** What a step would come to if it were taken now; nothing is written. For pages that show it before a final act. */
  async foresee(ref: string, actor: Actor, event: RequestEvent): Promise<Decision | Refusal> {
    const read = await this.read(ref, actor, event, { revision: 'latest' });
    return read ? decide(read.facts, actor, event, this.context(read)) : notFound();
  }

  /** Opens a new case as a draft. */
  async open(actor: Actor, content: RequestContent, once?: AdvanceOptions['once']): Promise<Advanced | Refusal> {
    const known = once && (await this.receipt(actor, once));
    if (known) return known;
    const event = { type: 'CREATE', content } as const;
    // Asked once without a number, so that a refused form does not use one up.
    const tried = decide(null, actor, event, { ...this.context(null), newRef: 'HRA-0000-000' });
    if (isRefusal(tried)) return tried;
    const decision = decide(null, actor, event, { ...this.context(null), newRef: await this.newRef() });
    return isRefusal(decision) ? decision : (await this.write({ read: null, decision, actor, once }))!;
  }

  private async read(
    ref: string,
    actor: Actor,
    event: RequestEvent,
    options: AdvanceOptions,
  ): Promise<CaseRead | null> {
    if (!mayBeReference(ref)) return null;
    const values = [
      ref,
      eventRule(event.type).needsContent === true,
      personsNamedIn(event).filter((name) => !name.includes('\u0000')),
      actor.id,
      options.once?.key ?? '',
      this.now().slice(0, 10),
    ];
    const { rows } = await this.pool.query<CaseRead>({ name: 'read-case', text: READ_CASE, values });
    return rows[0] ?? null;
  }

  private now = (): string => this.clock.now().toISOString();

  private context(read: CaseRead | null): DecideContext {
    const { calendar, clocks, regionOf, countryName, frameworkFor } = this.reference;
    // Asked by whatever name a sender gives: it must not know "constructor".
    const people = Object.create(null) as DecideContext['people'];
    for (const p of read?.people ?? []) people[p.id] = people[p.email] = p;
    return {
      at: this.now(),
      calendar,
      clocks,
      newId: randomUUID,
      regionOf,
      countryName,
      frameworkFor,
      content: read?.content ?? null,
      people,
      newRef: null,
    };
  }

  private async newRef(): Promise<string> {
    const year = this.now().slice(0, 4);
    const { rows } = await this.pool.query<{ last: number }>({
      name: 'new-ref',
      text: 'INSERT INTO reference_counter AS c (year, last) VALUES ($1, 1) ON CONFLICT (year) DO UPDATE SET last = c.last + 1 RETURNING last',
      values: [year],
    });
    return `HRA-${year}-${String(rows[0]!.last).padStart(3, '0')}`;
  }

  /** Writes one step; null when the case has moved on since it was read. */
  private async write(step: Step): Promise<Advanced | Refusal | null> {
    const { read, decision, actor, once } = step;
    const { ref, state } = decision.facts;
    const revision = (read?.revision ?? 0) + 1;
    const label = stateLabelFor(actor, decision.facts);
    const receipt: Receipt = { ref, revision, state: stateName(state), label };
    const [name, text] = read ? ['write-step', WRITE_STEP] : ['write-opening', WRITE_OPENING];
    try {
      const { rowCount } = await this.pool.query({ name, text, values: this.values(step, receipt) });
      return rowCount ? { ...receipt, repeated: false } : null;
    } catch (error) {
      // A second click with the same key came first: answer what it was answered.
      const known = once && fieldOf(error, 'constraint') === 'receipt_pkey' ? await this.receipt(actor, once) : null;
      if (known) return known;
      throw error;
    }
  }

  /** What the statements are given, in their order. */
  private values({ read, decision, actor, once }: Step, answer: Receipt): unknown[] {
    const { facts, entry } = decision;
    const before = read?.facts ?? null;
    const content = read?.content || entry.event === 'CREATE' ? evolveContent(read?.content ?? {}, entry) : null;
    const names = facts.summary.countries.map((c) => this.reference.countryName(c)).join(' ');
    return [
      facts.id,
      read?.revision ?? 0,
      json(facts),
      json(requestRow(facts, entry.at)),
      read?.previous_hash ?? NO_HASH,
      json(entryRow(entry)),
      entry.at,
      json(decision.notices),
      json(scopeChange(before, facts)),
      json(clockChange(before?.clocks ?? [], facts.clocks)),
      json(appointmentRows(facts)),
      json(texts(before, decision, content, names, QUESTIONNAIRE.id)),
      json(once ? [{ person_id: actor.id, key: once.key, fingerprint: once.fingerprint, answer }] : []),
      ...(read ? [] : [facts.ref]),
    ];
  }

  private async receipt(actor: Actor, once: NonNullable<AdvanceOptions['once']>): Promise<Advanced | Refusal | null> {
    const { rows } = await this.pool.query<NonNullable<CaseRead['receipt']>>({
      name: 'read-receipt',
      text: `SELECT encode(fingerprint, 'hex') AS fingerprint, answer FROM receipt WHERE person_id = $1 AND key = $2`,
      values: [actor.id, once.key],
    });
    return rows[0] ? this.repeated(rows[0], once) : null;
  }

  private repeated(receipt: NonNullable<CaseRead['receipt']>, once: AdvanceOptions['once']): Advanced | Refusal {
    if (receipt.fingerprint !== once?.fingerprint)
      return refuse('invalid', KEY_REUSED, [{ path: 'Idempotency-Key', message: KEY_REUSED }]);
    return { ...receipt.answer, repeated: true };
  }
}

const stale = (revision: number): Refusal => ({
  ...refuse(
    'stale',
    'Somebody changed this request since you opened it. Read what changed, then try again; nothing of yours was saved.',
  ),
  revision,
});
