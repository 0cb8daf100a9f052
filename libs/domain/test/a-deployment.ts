import {
  decideDeployment,
  isRefusal,
  type Actor,
  type DeploymentContext,
  type DeploymentDecision,
  type DeploymentEntry,
  type DeploymentEvent,
  type DeploymentEventOf,
  type DeploymentEventType,
  type DeploymentFacts,
  type Instant,
  type Post,
  type Refusal,
  calendarsOf,
  DEFAULT_CLOCKS,
  type Holiday,
} from '../src/index.js';
import { aPerson, assigned, castFor, type Part } from './cast.js';
import { aContext } from './context.js';
import { aPostEvent, aPost } from './deployment-events.js';

/** Those of the other cast, and whoever has to do with a post alone. Amara is selected and serves; Boris comes after her. */
export const POST_PARTS = [
  'office',
  'coordinator',
  'acting',
  'desk',
  'chair',
  'approver',
  'amara',
  'boris',
  'team',
  'regionalOffice',
  'fund',
  'auditor',
  'administrator',
  'officeElsewhere',
  'officeCovered',
  'deskElsewhere',
  'teamElsewhere',
  'clock',
] as const;
export type PostPart = (typeof POST_PARTS)[number];
export type PostCast = Record<PostPart, Actor>;

/** Everyone concerned with a post in Tanzania that covers Kenya as well, and some who are not. */
export const postCast = (): PostCast => ({
  ...(castFor(['TZA'], ['esa']) as Pick<Record<Part, Actor>, Exclude<PostPart, 'amara' | 'boris' | 'officeCovered'>>),
  amara: aPerson('amara', assigned('adviser')),
  boris: aPerson('boris', assigned('adviser')),
  officeCovered: aPerson('officeCovered', assigned('residentCoordinator', { countries: ['KEN'] })),
});

interface SentToPost {
  by: PostPart;
  event: DeploymentEvent;
  at: Instant;
}
export interface PostOptions {
  at?: Instant;
  post?: Partial<Post>;
  urgent?: boolean;
  cast?: PostCast;
  context?: Partial<DeploymentContext>;
  /** Another way to begin, such as from a table of the past. */
  first?: DeploymentEvent;
}
const MINUTE = 60_000;
const plus = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** A post that came to where it is by sending events through `decideDeployment`, and in no other way. */
export class DeploymentBuilder {
  facts!: DeploymentFacts;
  at: Instant;
  readonly cast: PostCast;
  readonly sent: SentToPost[] = [];
  readonly entries: DeploymentEntry[] = [];
  last: DeploymentDecision | null = null;
  private context: DeploymentContext;

  constructor({ at, post, urgent = false, cast, context, first }: PostOptions = {}) {
    this.at = at ?? '2027-03-01T09:00:00.000Z';
    this.cast = cast ?? postCast();
    this.context = { ...aContext({ persons: Object.values(this.cast), newRef: 'DEP-2027-001' }), ...context };
    this.send('clock', first ?? { ...aPostEvent('OPEN'), post: aPost(post), urgent });
  }

  contextNow(): DeploymentContext {
    return { ...this.context, at: this.at };
  }
  /** From now on these holidays are known, and no others. */
  knowing({ holidays }: { holidays: readonly Holiday[] }): this {
    const { weekends, seats } = DEFAULT_CLOCKS;
    this.context = { ...this.context, calendars: calendarsOf({ holidays, weekends, seats }) };
    return this;
  }
  /** Moves time: to an instant or the morning of a day, or by a number of days. */
  on(when: Instant | number): this {
    this.at =
      typeof when === 'number'
        ? plus(this.at, when * 1440 * MINUTE)
        : when.length > 10
          ? when
          : `${when}T09:00:00.000Z`;
    return this;
  }
  get today(): string {
    return this.at.slice(0, 10);
  }
  /** What an event would come to, without sending it. */
  attempt(by: PostPart, event: DeploymentEvent): DeploymentDecision | Refusal {
    return decideDeployment(this.facts ?? null, this.cast[by], event, this.contextNow());
  }
  /** Sends an event, which must be taken; a minute passes. */
  send(by: PostPart, event: DeploymentEvent): this {
    const decision = this.attempt(by, event);
    if (isRefusal(decision))
      throw new Error(
        `${by} cannot ${event.type} at ${JSON.stringify(this.facts?.state)} on ${this.at}: ${JSON.stringify(decision)}`,
      );
    return this.take(by, event, decision);
  }
  take(by: PostPart, event: DeploymentEvent, decision: DeploymentDecision): this {
    this.facts = decision.facts;
    this.last = decision;
    this.entries.push(decision.entry);
    this.sent.push({ by, event, at: this.at });
    this.at = plus(this.at, MINUTE);
    return this;
  }
  /** Sends the ordinary event of a kind, with changes. */
  go<T extends DeploymentEventType>(by: PostPart, type: T, more: Partial<DeploymentEventOf<T>> = {}): this {
    return this.send(by, { ...aPostEvent(type, { facts: this.facts, today: this.today }), ...more } as DeploymentEvent);
  }
  private has(type: DeploymentEventType): boolean {
    return this.sent.some((s) => s.event.type === type);
  }
  private once<T extends DeploymentEventType>(by: PostPart, type: T, more: Partial<DeploymentEventOf<T>> = {}): this {
    return this.has(type) ? this : this.go(by, type, more);
  }
  get term() {
    return this.facts.incumbencies.at(-1)!;
  }
  get search() {
    return this.facts.recruitments.at(-1)!;
  }

  opened(): this {
    return this;
  }
  advertised(): this {
    return this.once('desk', 'ADVERTISE');
  }
  shortlisted(): this {
    return this.search.skipped.length ? this : this.advertised().once('desk', 'SHORTLIST');
  }
  selected(): this {
    return this.shortlisted().once('desk', 'SELECT');
  }
  onboarding(): this {
    return this.selected().once('coordinator', 'CONSULTED');
  }
  /** Amara is in post, for two years from the day. */
  arrived(): this {
    return this.has('ARRIVE') ? this : this.onboarding().once('desk', 'ARRIVE');
  }
  planned(): this {
    return this.arrived().once('amara', 'PLAN');
  }
  serving(): this {
    if (this.has('AGREE_WORK_PLAN')) return this;
    return this.planned().send('coordinator', { type: 'AGREE_WORK_PLAN' }).send('desk', { type: 'AGREE_WORK_PLAN' });
  }
  /** The day of a step that the system takes by itself. */
  clockDay(kind: string): Instant {
    const step = this.facts.clocks.flatMap((c) => c.steps).find((s) => s.kind === kind);
    if (!step) throw new Error(`no ${kind} among ${JSON.stringify(this.facts.clocks.map((c) => c.key))}`);
    return step.at;
  }
  private byClock(type: 'START_MID_TERM' | 'OPEN_RENEWAL' | 'START_CLOSING'): this {
    if (this.has(type)) return this;
    const at = this.clockDay(type);
    return this.on(at > this.at ? at : this.at).send('clock', { type });
  }
  inMidTerm(): this {
    return this.serving().byClock('START_MID_TERM');
  }
  reviewed(): this {
    if (this.has('REVIEW')) return this;
    return this.inMidTerm().go('coordinator', 'REVIEW').go('desk', 'REVIEW');
  }
  inRenewal(): this {
    return this.reviewed().byClock('OPEN_RENEWAL');
  }
  wished(): this {
    return this.inRenewal().once('coordinator', 'ASK_EXTENSION');
  }
  extended(): this {
    return this.wished().once('desk', 'EXTEND');
  }
  /** A successor is to come, and is being sought. */
  succeeding(): this {
    return this.wished().once('desk', 'PLAN_SUCCESSION');
  }
  toEnd(): this {
    return this.wished().once('desk', 'CLOSE');
  }
  closing(): this {
    return this.wished().byClock('START_CLOSING');
  }
  endReported(): this {
    this.closing();
    if (this.term.reports.some((r) => r.kind === 'end')) return this;
    const obligation = this.term.obligations.find((o) => o.kind === 'end')!;
    const { kind, period, id: obligationId } = obligation;
    return this.go('amara', 'FILE_REPORT', { kind, period, obligationId });
  }
  /** Both checklists are finished. */
  checked(): this {
    this.endReported();
    for (const [by, side] of [
      ['amara', 'adviser'],
      ['office', 'rc'],
    ] as const)
      if (!this.term.exit!.finished.some((f) => f.side === side)) this.go(by, 'CHECK', aPostEvent('CHECK', { side }));
    return this;
  }
  handedOver(): this {
    return this.checked().once('amara', 'HAND_OVER');
  }
  left(): this {
    return this.arrived().on(90).once('desk', 'LEAVE');
  }
  ended(): this {
    return this.once('desk', 'CLOSE');
  }
}

/** A new post, for which an adviser is to be found; name a stage to let it go on. */
export const aDeployment = (options?: PostOptions): DeploymentBuilder => new DeploymentBuilder(options);

/** What is said against an event, with the field that it is said of. */
export const against = (d: DeploymentBuilder, by: PostPart, event: DeploymentEvent): unknown => {
  const outcome = d.attempt(by, event);
  if (!isRefusal(outcome)) return 'taken';
  return outcome.fields ? outcome.fields.map((f) => `${f.path}: ${f.message}`) : `${outcome.code}: ${outcome.message}`;
};
