import {
  calendarsOf,
  decide,
  DEFAULT_CLOCKS,
  evolveTexts,
  isRefusal,
  type Actor,
  type ContentPatch,
  type Decision,
  type DecideContext,
  type Entry,
  type Holiday,
  type Instant,
  type Refusal,
  type RequestContent,
  type RequestEvent,
  type RequestFacts,
  type ScoreSheet,
} from '../src/index.js';
import { aPerson, assigned, castFor, type Cast, type Part } from './cast.js';
import { aContent } from './content.js';
import { aContext, aFramework } from './context.js';
import { anEvent, aSheet } from './events.js';
import { anOptionForFiji } from './option.js';

/** A step that a builder took, to be read or taken again elsewhere. */
export interface Sent {
  by: Part;
  actor: Actor;
  event: RequestEvent;
  at: Instant;
}
interface Options {
  at?: Instant;
  content?: RequestContent;
  cast?: Cast;
  context?: Partial<DecideContext>;
}

const MINUTE = 60_000;
const plus = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/**
 * A case that came to where it is by sending events through `decide`, and in no other way.
 * Each stage first takes the stages before it that are still to be taken: `aCase().scored()` is a whole story.
 */
export class CaseBuilder {
  facts!: RequestFacts;
  content: RequestContent;
  /** The text as it was last submitted. */
  judged: RequestContent | null = null;
  at: Instant;
  readonly cast: Cast;
  readonly sent: Sent[] = [];
  readonly entries: Entry[] = [];
  last: Decision | null = null;
  private context: DecideContext;

  constructor({ at, content, cast, context }: Options = {}) {
    this.at = at ?? '2027-03-01T09:00:00.000Z';
    this.content = content ?? aContent();
    this.cast = cast ?? castFor(['TZA'], ['esa']);
    this.context = aContext({ persons: Object.values(this.cast), ...context });
    this.send('office', { type: 'CREATE', content: this.content });
  }

  /** What decide would be given now. */
  contextNow(): DecideContext {
    return { ...this.context, at: this.at, content: this.content, submitted: this.judged };
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
  /** What an event would come to, without sending it. */
  attempt(by: Part, event: RequestEvent): Decision | Refusal {
    return decide(this.facts ?? null, this.cast[by], event, this.contextNow());
  }
  /** Sends an event, which must be taken; a minute passes. */
  send(by: Part, event: RequestEvent): this {
    const decision = this.attempt(by, event);
    if (isRefusal(decision))
      throw new Error(
        `${by} cannot ${event.type} at ${JSON.stringify(this.facts?.state)}: ${JSON.stringify(decision)}`,
      );
    return this.take(by, event, decision);
  }
  /** Takes a step that was decided. */
  take(by: Part, event: RequestEvent, decision: Decision): this {
    const texts = { text: this.content, submitted: this.judged };
    const { text, submitted } = evolveTexts(texts, decision.entry, this.facts ?? null, decision.facts);
    this.facts = decision.facts;
    this.content = text;
    this.judged = submitted;
    this.last = decision;
    this.entries.push(decision.entry);
    this.sent.push({ by, actor: this.cast[by], event, at: this.at });
    this.at = plus(this.at, MINUTE);
    return this;
  }
  private has(event: RequestEvent['type']): boolean {
    return this.sent.some((s) => s.event.type === event);
  }
  /** Sends the ordinary event of a kind, unless one of the kind was sent before. */
  private once(by: Part, type: RequestEvent['type'], more: Partial<Record<string, unknown>> = {}): this {
    if (this.has(type)) return this;
    return this.send(by, { ...anEvent(type, { facts: this.facts, content: this.content }), ...more } as RequestEvent);
  }

  drafted(): this {
    return this;
  }
  submitted(): this {
    return this.once('coordinator', 'SUBMIT');
  }
  returned(): this {
    return this.submitted().once('desk', 'RETURN');
  }
  accepted(): this {
    return this.submitted().once('desk', 'ACCEPT');
  }
  /** The regional team and the regional office have advised. */
  advised(): this {
    this.accepted();
    if (this.has('ADVISE')) return this;
    const advice = anEvent('ADVISE', { facts: this.facts });
    return this.send('team', advice).send('regionalOffice', advice);
  }
  appointed(...reviewers: Part[]): this {
    return this.accepted().once('desk', 'APPOINT', {
      reviewers: (reviewers.length ? reviewers : (['amina', 'bruno'] as const)).map((p) => this.cast[p].id),
    });
  }
  /** Those appointed have declared that they have no conflict of interest. */
  declared(): this {
    this.appointed();
    return this.eachReviewer('appointed', (by) => this.send(by, { type: 'DECLARE', conflict: { declared: false } }));
  }
  /** Those appointed have scored: with the sheets given, in order, or alike. */
  scored(...sheets: ScoreSheet[]): this {
    this.declared();
    return this.eachReviewer('cleared', (by, i) => this.send(by, { type: 'SCORE', scores: sheets[i] ?? aSheet() }));
  }
  revealed(): this {
    return this.scored().once('desk', 'REVEAL');
  }
  /** Revealed with a spread that makes moderation obligatory. */
  inModeration(): this {
    return this.scored(aSheet(4, 3, 3, 4, 3), aSheet(4, 3, 3, 1, 3)).revealed();
  }
  settled(): this {
    return this.revealed().once('chair', 'SETTLE');
  }
  /** Settled and advised: with the panel. */
  withPanel(): this {
    return this.advised().settled();
  }
  recommended(): this {
    return this.withPanel().once('chair', 'RECOMMEND');
  }
  approved(): this {
    return this.recommended().once('approver', 'APPROVE');
  }
  offered(): this {
    return this.recommended().once('approver', 'OFFER_REGIONAL_OPTION');
  }
  /** One adviser is offered for its country and another, Fiji, whose coordinator has to sign first. */
  offeredToSeveral(): this {
    if (this.has('OFFER_REGIONAL_OPTION')) return this;
    this.context.option = anOptionForFiji();
    const option = this.context.option.id;
    this.accepted().send('team', { type: 'ADVISE', position: 'prefers a regional option', text: 'For both.', option });
    this.settled().once('chair', 'RECOMMEND');
    return this.send('approver', {
      type: 'OFFER_REGIONAL_OPTION',
      reasons: 'A shared adviser serves better.',
      option: 'regionalTeam:esa',
    });
  }
  deferred(): this {
    return this.recommended().once('approver', 'DEFER');
  }
  /** The first period is covered by an allocation and by a share of the cost: the arrangements begin. */
  funded(): this {
    return this.approved().once('fund', 'ENTER_FUNDING').once('fund', 'RECORD_COST_SHARE').once('fund', 'FUND');
  }
  /** Everything is arranged but the hosting. */
  arranged(): this {
    this.funded();
    if (!this.has('PROPOSE_TOR')) this.once('desk', 'PROPOSE_TOR').signed();
    return this.once('coordinator', 'CONFIRM_COST_SHARE');
  }
  /** Both sides sign the terms of reference that stand. */
  signed(): this {
    const sign = anEvent('SIGN_TOR', { facts: this.facts });
    return this.send('coordinator', sign).send('desk', sign);
  }
  handedOver(): this {
    return this.arranged().once('office', 'CONFIRM_HOSTING');
  }
  declined(): this {
    return this.recommended().once('approver', 'DECLINE');
  }
  /** A question to the country office is open. */
  asked(by: Part = 'desk'): this {
    return this.accepted().send(by, anEvent('ASK', { facts: this.facts }));
  }
  /** A question that the office may answer by changing the request is open, and the office has changed it. */
  changed(patch: ContentPatch = { title: 'An adviser for three years' }): this {
    this.accepted().send('desk', { type: 'ASK', question: 'For how long?', mayChange: true });
    return this.send('office', { type: 'EDIT', patch });
  }
  /** The change is submitted as the next version. */
  amended(patch?: ContentPatch): this {
    return this.changed(patch).send('coordinator', anEvent('AMEND', { facts: this.facts }));
  }
  withdrawn(): this {
    return this.submitted().once('coordinator', 'WITHDRAW');
  }

  private eachReviewer(state: string, act: (by: Part, i: number) => unknown): this {
    const parts = Object.entries(this.cast) as [Part, Actor][];
    const waiting = this.facts.reviewers.filter((r) => r.state === state);
    waiting.forEach((r, i) => act(parts.find(([, a]) => a.id === r.person.id)![0], i));
    return this;
  }
}

/** A case in the hands of the country office; name a stage to let it go on. */
export const aCase = (options?: Options): CaseBuilder => new CaseBuilder(options);

/** Criteria by which two approvers have to decide the same. */
export const BY_TWO = { frameworkFor: () => ({ ...aFramework(), approvals: 2 }) };

/** A case that several approvers decide: two of those that there are. */
export const aCaseOfTwo = (options: Options = {}): CaseBuilder => {
  const cast = options.cast ?? castFor(['TZA'], ['esa']);
  const approvers = { spare: aPerson('spare', assigned('approver')), dina: aPerson('dina', assigned('approver')) };
  return aCase({ ...options, cast: { ...cast, ...approvers }, context: { ...BY_TWO, ...options.context } });
};

/** A request for urgent surge support, approved as such. */
export const aSurge = (options: Options = {}): CaseBuilder => {
  const surge = { track: 'urgent', urgentReason: 'The election is in May.', modality: 'surge' } as const;
  const c = aCase({ ...options, content: aContent({ ...surge, ...options.content }) }).withPanel();
  c.send('chair', { ...anEvent('RECOMMEND', { facts: c.facts }), modality: 'surge' });
  return c;
};
/** An extension of a post that there is. */
export const anExtension = (options: Options = {}): CaseBuilder =>
  aCase({ ...options, content: aContent({ type: 'extension', ...options.content }) });
