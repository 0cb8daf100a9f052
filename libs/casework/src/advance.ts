import { randomUUID } from 'node:crypto';
import type { Clock } from '#platform';
import {
  isRefusal,
  type HowWritten,
  mayTake,
  refuse,
  refuseFields,
  SYSTEM,
  type Actor,
  type Also,
  type BasedOn,
  type ContentPatch,
  type DecideContext,
  type Decision,
  type DeploymentDecision,
  type DeploymentEvent,
  type DeploymentEventOf,
  type DeploymentFacts,
  type Refusal,
  type RequestContent,
  type RequestEvent,
  type RequestFacts,
  type TermElsewhere,
  type Texts,
} from '#domain';
import type { AdvanceOptions, CaseRead, Step, Wording } from './case-read.js';
import { DEPLOYMENT_KIND } from './deployment-kind.js';
import type { CaseDecision, CaseFacts, Kind, KindContext } from './kind.js';
import { movedSince } from './read/told.js';
import { receiptOf, repeated, type Advanced, type Receipt } from './receipts.js';
import { withEndedDelegation } from './ended-delegation.js';
import { mayBeReference, newReference } from './reference-number.js';
import type { ReferenceData } from './reference-data.js';
import { REQUEST_KIND } from './request-kind.js';
import { change, clockChange, entryRow } from './rows.js';
import { statementsOf } from './statements.js';
import { wholly, type Connection } from './transaction.js';

export type { AdvanceOptions };
/** Who may not do a thing at all is told so, whatever they have read of the case. */
const NOT_THEIRS = new Set<Refusal['code']>(['notFound', 'notYourRole', 'separationOfDuties', 'conflictOfInterest']);
/** More than can send their own part of a case at the same moment: nine reviewers, those consulted, the clocks. */
const ATTEMPTS = 30;
const NO_HASH = Buffer.alloc(32);
const DEADLOCK = '40P01';
const json = (value: unknown): string => JSON.stringify(value);
const fieldOf = (error: unknown, field: string): unknown => (error as Record<string, unknown> | null)?.[field];

/** What stands against the other post, said of the answer that names it. */
const asAnswer = (refused: Refusal, path: string): Refusal =>
  ['notFound', 'notYourRole', 'notNow', 'notReady'].includes(refused.code)
    ? refuseFields([{ path, message: refused.message.replace(/\.$/, '') }])!
    : refused;

/**
 * THE write path: every change of a case goes through here, in one transaction of two statements, whatever the event and
 * whatever the kind of case. Where a step of one case brings a step of another, both are in the transaction or neither.
 */
abstract class CaseWriter<F extends CaseFacts, E extends { type: string }, C, D extends CaseDecision<F>> {
  private readonly statements: ReturnType<typeof statementsOf>;
  /** The writer of the posts that a step may bring along. */
  protected abstract readonly posts: Pick<Deployments, 'follow'>;

  constructor(
    private readonly kind: Kind<F, E, C, D>,
    protected readonly pool: Connection,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {
    this.statements = statementsOf(kind.row);
  }

  /** Takes one step of a case: reads it, lets the domain decide, writes row, record, outbox and clocks together, or nothing. */
  async advance(ref: string, actor: Actor, event: E, options: AdvanceOptions): Promise<Advanced | Refusal> {
    return this.take(this.pool, ref, actor, event, options);
  }

  /** What a step would come to if it were taken now; nothing is written. For pages that show it before a final act. */
  async foresee(ref: string, actor: Actor, event: E): Promise<D | Refusal> {
    const read = await this.read(this.pool, ref, actor, event, { revision: 'latest' });
    return read ? this.kind.decide(read.facts, actor, event, this.context(read), read.content) : this.kind.unknown();
  }

  /** The same on facts in hand, where neither text nor persons are needed: for pages that show it for many cases at once. */
  foreseeOn(facts: F, actor: Actor, event: E): D | Refusal {
    return this.kind.decide(facts, actor, event, this.context(null), null);
  }

  /** Opens a new case. */
  protected async begin(
    actor: Actor,
    event: E,
    once?: AdvanceOptions['once'],
    on: Connection = this.pool,
  ): Promise<Advanced | Refusal> {
    const known = once && (await receiptOf(this.pool, actor, once));
    if (known) return known;
    const decided = (newRef: string) => this.kind.decide(null, actor, event, { ...this.context(null), newRef }, null);
    // Asked once without a number, so that a refused form does not use one up.
    const tried = decided(this.kind.reference('0000', 0));
    if (isRefusal(tried)) return tried;
    const decision = decided(await newReference(on, this.kind, this.now().slice(0, 4)));
    return isRefusal(decision) ? decision : (await this.write(on, { read: null, decision, actor, once }))!;
  }

  /** A step that follows from one of another case, in its transaction. */
  async follow(on: Connection, ref: string | null, event: E): Promise<Advanced | Refusal> {
    return ref === null
      ? this.begin(SYSTEM, event, undefined, on)
      : this.take(on, ref, SYSTEM, event, { revision: 'latest' });
  }

  /** With `word`, the step is what that makes of the case as it is read; `asked` is then of the same kind and says nothing. */
  protected async take(
    on: Connection,
    ref: string,
    actor: Actor,
    asked: E,
    options: AdvanceOptions,
    word?: Wording<F, C, E>,
  ): Promise<Advanced | Refusal> {
    for (let attempt = 1; ; attempt += 1) {
      const read = await this.read(on, ref, actor, asked, options);
      const event = read && word ? word(read.facts, read.content) : asked;
      const known = read?.receipt && repeated(read.receipt, options.once);
      if (known) return known;
      if (!read) return this.kind.unknown();
      const decision = this.kind.decide(read.facts, actor, event, this.context(read), read.content);
      if (isRefusal(decision) && NOT_THEIRS.has(decision.code))
        return withEndedDelegation(on, decision, { actor, type: asked.type, at: this.now() });
      const moved = await movedSince(on, read, options.revision, () => this.kind.holdsBack(actor, read.facts));
      if (moved !== null) return this.stale(moved);
      if (isRefusal(decision)) return decision;
      const written = await this.write(on, { read, decision, actor, once: options.once });
      if (written) return written;
      // Somebody else's step came between: decide again on what is there now.
      if (attempt >= ATTEMPTS) return this.stale(read.revision);
    }
  }

  private async read(
    on: Connection,
    ref: string,
    actor: Actor,
    event: E,
    options: AdvanceOptions,
  ): Promise<CaseRead<F, C> | null> {
    if (!mayBeReference(ref)) return null;
    const values = [
      ref,
      this.kind.readsContent(event),
      this.kind.personsNamed(event).filter((name) => !name.includes('\u0000')),
      actor.id,
      options.once?.key ?? '',
      this.now().slice(0, 10),
      this.kind.optionNamed(event),
    ];
    const { rows } = await on.query<CaseRead<F, C>>({ ...this.statements.read, values });
    return rows[0] ?? null;
  }

  private now = (): string => this.clock.now().toISOString();

  private context(read: CaseRead<F, C> | null): KindContext {
    const { calendars, clocks, regionOf, countryName, officesIn, frameworkFor, letterFor, calls, agencies } =
      this.reference;
    // Asked by whatever name a sender gives: it must not know "constructor".
    const people = Object.create(null) as DecideContext['people'];
    for (const p of read?.people ?? []) people[p.id] = people[p.email] = p;
    return {
      at: this.now(),
      calendars,
      clocks,
      newId: randomUUID,
      regionOf,
      regionsAlso: this.reference.regionsAlso,
      countryName,
      officesIn,
      frameworkFor,
      letterFor,
      calls,
      agencies,
      zoneOf: this.reference.zoneOf,
      people,
      option: read?.option ?? null,
      newRef: null,
    };
  }

  /** Writes one step, and with it those that follow from it; null when the case has moved on since it was read. */
  private async write(on: Connection, step: Step<F, C, D>): Promise<Advanced | Refusal | null> {
    const { also } = step.decision;
    if (also.length === 0) return this.put(on, step);
    const kept = (done: Advanced | Refusal | null) => done !== null && !isRefusal(done) && !done.repeated;
    try {
      return await wholly(on, (client) => this.together(client, step, also), kept);
    } catch (error) {
      // Two such steps waited for each other, and the database let the other one go first.
      if (fieldOf(error, 'code') === DEADLOCK) return null;
      throw error;
    }
  }

  private async together(on: Connection, step: Step<F, C, D>, also: Also[]): Promise<Advanced | Refusal | null> {
    const done = await this.put(on, step);
    if (done === null || isRefusal(done) || done.repeated) return done;
    for (const { ref, event, namedAt } of also) {
      const followed = await this.posts.follow(on, ref, event);
      if (isRefusal(followed)) return namedAt ? asAnswer(followed, namedAt) : followed;
    }
    return done;
  }

  private async put(on: Connection, step: Step<F, C, D>): Promise<Advanced | Refusal | null> {
    const { read, decision, actor, once } = step;
    const revision = (read?.revision ?? 0) + 1;
    const receipt: Receipt = { ref: decision.facts.ref, revision, ...this.kind.standing(decision.facts, actor) };
    try {
      const statement = read ? this.statements.step : this.statements.opening;
      const { rowCount } = await on.query({ ...statement, values: this.values(step, receipt) });
      return rowCount ? { ...receipt, repeated: false } : null;
    } catch (error) {
      // A second click with the same key came first: answer what it was answered.
      const known =
        once && fieldOf(error, 'constraint') === 'receipt_pkey' ? await receiptOf(this.pool, actor, once) : null;
      if (known) return known;
      throw error;
    }
  }

  /** What the statements are given, in their order. */
  private values({ read, decision, actor, once }: Step<F, C, D>, answer: Receipt): unknown[] {
    const { facts, entry } = decision;
    const before = read?.facts ?? null;
    const [eleventh, twelfth] = this.kind.following(before, decision, read?.content ?? null, this.reference);
    return [
      facts.id,
      read?.revision ?? 0,
      json(facts),
      json(this.kind.columns(facts, entry.at, this.reference)),
      read?.previous_hash ?? NO_HASH,
      json(entryRow(entry)),
      entry.at,
      json(decision.notices),
      json(change(before ? this.kind.locks(before) : [], this.kind.locks(facts))),
      json(clockChange(before?.clocks ?? [], facts.clocks)),
      json(eleventh),
      json(twelfth),
      json(once ? [{ person_id: actor.id, key: once.key, fingerprint: once.fingerprint, answer }] : []),
      ...(read ? [] : [facts.ref]),
    ];
  }

  private stale(revision: number): Refusal {
    const words = `This ${this.kind.noun} has changed since you opened it, by somebody else or by you in another window. Read what changed, then try again; nothing of yours was saved.`;
    return { ...refuse('stale', words), revision };
  }
}

/** Writes posts. */
export class Deployments extends CaseWriter<DeploymentFacts, DeploymentEvent, TermElsewhere[], DeploymentDecision> {
  protected readonly posts = this;

  constructor(pool: Connection, clock: Clock, reference: ReferenceData) {
    super(DEPLOYMENT_KIND, pool, clock, reference);
  }

  /** Opens a post that no request here leads to: one of the past from the tables of the time, or one that came from elsewhere. */
  open = (actor: Actor, event: DeploymentEventOf<'RECORD_HISTORY' | 'OPEN'>) => this.begin(actor, event);
}

/** Writes requests. */
export class Casework extends CaseWriter<RequestFacts, RequestEvent, Texts, Decision> {
  protected readonly posts: Deployments;

  constructor(pool: Connection, clock: Clock, reference: ReferenceData) {
    super(REQUEST_KIND, pool, clock, reference);
    this.posts = new Deployments(pool, clock, reference);
  }

  /** Opens a new case as a draft. */
  open(actor: Actor, content: RequestContent, once?: AdvanceOptions['once'], basedOn?: BasedOn) {
    return this.begin(actor, { type: 'CREATE', content, ...(basedOn && { basedOn }) }, once);
  }

  /** Changes a draft by what `word` makes of its text as it is stored at that moment: it is asked only for who may change it. */
  edit(
    ref: string,
    actor: Actor,
    word: (content: RequestContent) => ContentPatch,
    { once, ...how }: { once?: AdvanceOptions['once'] } & HowWritten = {},
  ) {
    const said = (patch: ContentPatch) => ({ type: 'EDIT' as const, patch, ...how });
    const worded = (facts: RequestFacts, texts: Texts | null) =>
      said(isRefusal(mayTake(facts, actor, 'EDIT')) ? {} : word(texts?.text ?? {}));
    return this.take(this.pool, ref, actor, said({}), { revision: 'latest', once }, worded);
  }
}
