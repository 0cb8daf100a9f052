import { Deployments, type Advanced } from '#casework';
import {
  isRefusal,
  SYSTEM,
  type Clock,
  type DeploymentEventType,
  type DeploymentFacts,
  type Refusal,
  type RequestEventType,
  type RequestFacts,
  type Role,
} from '#domain';
import { aContent } from '../../../libs/domain/test/content.js';
import { aPost, aPostEvent } from '../../../libs/domain/test/deployment-events.js';
import { anEvent } from '../../../libs/domain/test/events.js';
import type { TestDatabase } from '../../support/database.js';
import type { Day } from './days.js';
import { actor, type PeopledPlace } from './places.js';
import type { NoNudge, Step, Story, Tell, Who } from './story.js';

/** What has to be done, or is late: whoever stands in is told of it. All else reaches both. */
const TO_BE_DONE = new Set<string>([
  'reminder',
  'due',
  'overdue',
  'escalation',
  'questionAsked',
  'selectionConsultation',
  'workPlanToAgree',
  'nudged',
]);
/** The words with which a nudge is refused. */
const NO_NUDGE: Record<NoNudge, RegExp> = {
  tooSoon: /^They were nudged by .+, which is enough for one day\./,
  standsStill: /^It stands still until /,
  notNow: /^Nobody is waited for while the request is at “Draft”/,
  ownKind: /^Nobody is waited for now whom you could nudge: who reviews presses nobody else who does/,
};
/** As whom each part holds a clock. */
const HOLDS: Partial<Record<string, Role>> = {
  office: 'rcOffice',
  coordinator: 'residentCoordinator',
  desk: 'deskOfficer',
  team: 'regionalTeam',
  chairs: 'panelChair',
  approvers: 'approver',
  adviser: 'adviser',
};

type Outcome = Promise<Advanced | Refusal>;

/** A case whose story is lived in a database. */
export abstract class Lived {
  ref = '';

  constructor(
    protected readonly db: TestDatabase,
    readonly story: Story,
    readonly place: PeopledPlace,
    /** Whoever serves in the post, if it is one. */
    readonly adviser: string,
  ) {}

  /** The addresses of those who hold a part on a day. */
  holders(who: Who, day: Day): string[] {
    const all = this.place.holders(day);
    if (typeof who === 'object') return [all.regionalOffices![who.regionalOffice]!];
    return who === 'adviser' ? [this.adviser] : all[who]!;
  }

  /**
   * The addresses of those who are told of something on a day. While the office signs for its coordinator, it is told what the
   * coordinator is; while the coordinator is away as well, it alone is of what has to be done. Whoever is late does not
   * hear of it as whom it is carried to.
   */
  readers(who: Who, { on, notice, late }: Tell): string[] {
    const holders = this.holders(who, on);
    const { from, until, away } = this.place.acting;
    if (who !== 'coordinator' || on < from || on > until || (notice === 'escalation' && late === 'office'))
      return holders;
    const office = this.holders('office', on);
    return away && TO_BE_DONE.has(notice) ? office : [...holders, ...office];
  }

  async take(step: Step): Promise<void> {
    const [email] = this.holders(step.by, step.on);
    const done = await this.send(step, email!);
    if (step.refused) return this.refused(step, done);
    if (isRefusal(done)) throw new Error(`${email} cannot ${step.type} on ${step.on}: ${JSON.stringify(done)}`);
    this.ref = done.ref;
  }

  private refused(step: Step, done: Advanced | Refusal): void {
    const words = isRefusal(done) ? done.message : 'nothing is said against it';
    if (!NO_NUDGE[step.refused!].test(words)) throw new Error(`Of ${JSON.stringify(step)} on ${this.ref}: ${words}`);
  }

  /** The clock for which somebody is nudged; of several, the one that ends first. To those outside, the review is one. */
  protected async clockOf({ nudged, on }: Step, clocks: readonly Clock[]): Promise<{ clock: string }> {
    const { group, who } = nudged!;
    const person = who === 'first' || who === 'second' ? (await actor(this.db, this.holders(who, on)[0]!)).id : null;
    const theirs = clocks.filter(
      (c) => c.group === group && (person ? c.personId === person : c.holder === HOLDS[String(who)]),
    );
    return { clock: theirs.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]?.key ?? group };
  }

  protected abstract send(step: Step, email: string): Outcome;

  protected async facts<F>(table: 'request' | 'deployment'): Promise<F> {
    const { rows } = await this.db.pool.query<{ facts: F }>(`SELECT facts FROM ${table} WHERE ref = $1`, [this.ref]);
    return rows[0]!.facts;
  }
}

export class LivedRequest extends Lived {
  protected async send(step: Step, email: string): Outcome {
    const { db, place } = this;
    const { type, more, on } = step;
    const by = await actor(db, email);
    if (type === 'CREATE') return db.casework.open(by, aContent({ countries: [place.country] }));
    const reviewers = await Promise.all(
      (['first', 'second'] as const).map(async (who) => (await actor(db, this.holders(who, on)[0]!)).id),
    );
    const facts = await this.facts<RequestFacts>('request');
    const event = anEvent(type as RequestEventType, { facts, reviewers });
    const whom = step.nudged && (await this.clockOf(step, facts.clocks));
    return db.casework.advance(this.ref, by, { ...event, ...whom, ...more } as never, { revision: 'latest' });
  }
}

export class LivedPost extends Lived {
  protected async send(step: Step, email: string): Outcome {
    const { db, place } = this;
    const { type, more, on: today } = step;
    const deployments = new Deployments(db.pool, db.clock, db.reference);
    if (type === 'OPEN') {
      const opening = aPostEvent('OPEN', { today });
      const coverage = [{ country: place.country, from: today, until: null, daysPerMonth: 20 }];
      const post = aPost({ host: place.country, coverage });
      return deployments.open(SYSTEM, { ...opening, post, origin: { ...opening.origin, requestId: null } });
    }
    const facts = await this.facts<DeploymentFacts>('deployment');
    const event = aPostEvent(type as DeploymentEventType, { facts, today });
    const named = step.nudged
      ? await this.clockOf(step, facts.clocks)
      : type === 'SELECT'
        ? { adviser: this.adviser }
        : {};
    const by = await actor(db, email);
    return deployments.advance(this.ref, by, { ...event, ...named, ...more } as never, { revision: 'latest' });
  }
}
