import { Deployments, type Advanced } from '#casework';
import { isRefusal, SYSTEM, type DeploymentEventType, type Refusal, type RequestEventType } from '#domain';
import { aContent } from '../../../libs/domain/test/content.js';
import { aPost, aPostEvent } from '../../../libs/domain/test/deployment-events.js';
import { anEvent } from '../../../libs/domain/test/events.js';
import type { TestDatabase } from '../../support/database.js';
import type { Day } from './days.js';
import { actor, type PeopledPlace } from './places.js';
import type { Step, Story, Tell, Who } from './story.js';

/** What has to be done, or is late: whoever stands in is told of it. All else reaches both. */
const TO_BE_DONE = new Set<string>([
  'reminder',
  'due',
  'overdue',
  'escalation',
  'questionAsked',
  'selectionConsultation',
  'workPlanToAgree',
]);

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
    if (isRefusal(done)) throw new Error(`${email} cannot ${step.type} on ${step.on}: ${JSON.stringify(done)}`);
    this.ref = done.ref;
  }

  protected abstract send(step: Step, email: string): Outcome;

  protected async facts<F>(table: 'request' | 'deployment'): Promise<F> {
    const { rows } = await this.db.pool.query<{ facts: F }>(`SELECT facts FROM ${table} WHERE ref = $1`, [this.ref]);
    return rows[0]!.facts;
  }
}

export class LivedRequest extends Lived {
  protected async send({ type, more, on }: Step, email: string): Outcome {
    const { db, place } = this;
    const by = await actor(db, email);
    if (type === 'CREATE') return db.casework.open(by, aContent({ countries: [place.country] }));
    const reviewers = await Promise.all(
      (['first', 'second'] as const).map(async (who) => (await actor(db, this.holders(who, on)[0]!)).id),
    );
    const event = anEvent(type as RequestEventType, { facts: await this.facts('request'), reviewers });
    return db.casework.advance(this.ref, by, { ...event, ...more } as never, { revision: 'latest' });
  }
}

export class LivedPost extends Lived {
  protected async send({ type, more, on: today }: Step, email: string): Outcome {
    const { db, place } = this;
    const deployments = new Deployments(db.pool, db.clock, db.reference);
    if (type === 'OPEN') {
      const opening = aPostEvent('OPEN', { today });
      const coverage = [{ country: place.country, from: today, until: null, daysPerMonth: 20 }];
      const post = aPost({ host: place.country, coverage });
      return deployments.open(SYSTEM, { ...opening, post, origin: { ...opening.origin, requestId: null } });
    }
    const event = aPostEvent(type as DeploymentEventType, { facts: await this.facts('deployment'), today });
    const named = type === 'SELECT' ? { adviser: this.adviser } : {};
    const by = await actor(db, email);
    return deployments.advance(this.ref, by, { ...event, ...named, ...more } as never, { revision: 'latest' });
  }
}
