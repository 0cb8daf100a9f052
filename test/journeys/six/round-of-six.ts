import { randomUUID } from 'node:crypto';
import { DatabaseClock, FrameworkPublisher, Frameworks, inForce, RegionalOptions, type Story } from '#casework';
import {
  addDays,
  dayOf,
  isRefusal,
  type Day,
  type EventOf,
  type RequestContent,
  type RequestEvent,
  type RequestEventType,
  type RequestFacts,
} from '#domain';
import { anEvent } from '../../../libs/domain/test/events.js';
import { anOptionContent } from '../../../libs/domain/test/option.js';
import { emailOf, type Product } from '../../support/product.js';
import { storyOfEach } from './stories.js';

type StepEvent = Exclude<RequestEvent, { type: 'CREATE' }>;
export type Key = keyof ReturnType<typeof storyOfEach>;
export const KEYS: readonly Key[] = ['tza', 'aze', 'ner', 'brb', 'ecu', 'jor'];

/** A post and a little more of what is asked for, as it would be asked for now. */
function inOurTime(content: RequestContent, start: Day): RequestContent {
  const years = Number(start.slice(0, 4)) - Number(content.requestedStart!.slice(0, 4));
  const { sections } = content;
  const costs = sections?.costAndHosting;
  const moved = { ...costs, years: (costs?.years ?? []).map((y) => ({ ...y, year: y.year + years })) };
  return { ...content, requestedStart: start, sections: { ...sections, costAndHosting: moved } };
}

/** One round of six requests, and the time in which it happens. */
export class RoundOfSix {
  stories!: Record<Key, Story>;
  readonly refs = {} as Record<Key, string>;
  /** How far the clock of the product is before that of the machine. */
  private ahead = 0;

  constructor(readonly product: Product) {}

  private get db() {
    return this.product.db;
  }

  /** Two of three approvers decide; six Resident Coordinators submit, and their requests are complete. */
  async begins(): Promise<void> {
    this.stories = storyOfEach(this.db.reference.regionOf);
    await this.twoOfThreeDecide();
    for (const key of KEYS) await this.isSubmitted(key);
  }

  private async twoOfThreeDecide(): Promise<void> {
    this.now();
    const { pool, clock, cast } = this.db;
    const third = await this.db.person('do-ap');
    await pool.query(`INSERT INTO assignment (person_id, role, valid_from) VALUES ($1, 'approver', '2020-01-01')`, [
      third.id,
    ]);
    const publisher = new FrameworkPublisher(pool, clock);
    for (const appliesTo of [null, 'regional'] as const) {
      const all = await new Frameworks(pool, clock).all();
      const { id: _, version: __, publishedAt: ___, publishedBy: ____, ...draft } = inForce(all, appliesTo)!;
      const made = await publisher.publish(cast.administrator, { ...draft, approvals: 2 }, all[0]!.version);
      if (isRefusal(made)) throw new Error(JSON.stringify(made));
    }
    await this.db.reference.load(dayOf(clock.now().toISOString()));
  }

  private async isSubmitted(key: Key): Promise<void> {
    const { content, openedBy, steps } = this.stories[key];
    const today = dayOf(this.now());
    const start = addDays(today, 200);
    const opened = await this.db.casework.open(await this.db.person(openedBy), inOurTime(content, start));
    if (isRefusal(opened)) throw new Error(`${key}: ${JSON.stringify(opened)}`);
    this.refs[key] = opened.ref;
    for (const { by, event } of steps.filter((s) => ['SUBMIT', 'ACCEPT'].includes(s.event.type)))
      await this.sends(key, by, () => event);
  }

  /** What somebody says in the story of a request. */
  said<T extends RequestEventType>(key: Key, type: T, by?: string): EventOf<T> {
    const found = this.stories[key].steps.find((s) => s.event.type === type && (!by || s.by === by));
    if (!found) throw new Error(`Nobody says ${type} in the story of ${key}.`);
    return found.event as EventOf<T>;
  }

  /** Who says something of a kind in the story of a request. */
  whoSays = (key: Key, type: RequestEventType): string[] =>
    this.stories[key].steps.filter((s) => s.event.type === type).map((s) => s.by);

  /** Does what is no page of this story, through the write path. */
  async sends(key: Key, by: string, event: (facts: RequestFacts) => StepEvent): Promise<void> {
    this.now();
    const done = await this.db.casework.advance(
      this.refs[key],
      await this.db.person(by),
      event(await this.facts(key)),
      { revision: 'latest' },
    );
    if (isRefusal(done)) throw new Error(`${key}: ${by} cannot do this: ${JSON.stringify(done)}`);
  }

  /** Does the ordinary thing of a kind, with what is said of it here. */
  does = <T extends StepEvent['type']>(key: Key, by: string, type: T, more: object = {}): Promise<void> =>
    this.sends(key, by, (facts) => ({ ...anEvent(type, { facts }), ...more }) as unknown as StepEvent);

  /** Everybody who is asked for advice and has not answered, but for some, says what the story has of them. */
  async advise(key: Key, but: string[] = []): Promise<void> {
    const { consultation } = await this.facts(key);
    const waiting = consultation.filter((c) => c.state === 'awaited' && !c.named);
    const people = waiting.map((c) => (c.office ? `ro-${c.office.code}` : `rt-${c.region}`));
    const told = this.whoSays(key, 'ADVISE');
    for (const by of people.filter((p) => !but.includes(p)))
      await this.does(key, by, 'ADVISE', told.includes(by) ? this.said(key, 'ADVISE', by) : {});
  }

  /** Appoints by event those who were not appointed on a page. */
  async appoints(key: Key, ...reviewers: string[]): Promise<void> {
    const [desk] = this.whoSays(key, 'ACCEPT');
    await this.sends(key, desk!, () => ({ type: 'APPOINT', reviewers: reviewers.map(emailOf) }));
  }

  /** Keeps the recommendation of the story ready. */
  async prepared(key: Key, by: string): Promise<void> {
    await this.sends(key, by, () => ({ ...this.said(key, 'RECOMMEND'), type: 'PREPARE_RECOMMENDATION' }));
  }

  /** Approves as the panel recommends; the first of two only says so. */
  async approves(key: Key, by: string, reasons: string, { first = false } = {}): Promise<void> {
    const said = { reasons, conditions: (await this.facts(key)).recommendation!.conditions };
    await this.sends(key, by, () =>
      first ? { type: 'DECIDE_WITH_OTHERS', action: 'APPROVE', ...said } : { type: 'APPROVE', ...said },
    );
  }

  async facts(key: Key): Promise<RequestFacts> {
    const { rows } = await this.db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request WHERE ref = $1', [
      this.refs[key],
    ]);
    return rows[0]!.facts;
  }

  /** The time of the product, for who works on the database beside it. */
  now(): string {
    const now = new Date(Date.now() + this.ahead).toISOString();
    this.db.clock.set(now);
    return now;
  }

  /** Time passes, until noon of a day. */
  async untilNoonOf(day: Day): Promise<void> {
    this.ahead = Date.parse(`${day}T12:00:00.000Z`) - Date.now();
    await DatabaseClock.move(this.db.pool, this.ahead, true);
    this.now();
  }

  /** The regional team of Western and Central Africa has an option ready: cover of Niger from Dakar. */
  async hasAnOptionForNiger(): Promise<string> {
    const year = Number(dayOf(this.now()).slice(0, 4)) + 1;
    const options = new RegionalOptions(this.db.pool, this.db.clock, this.db.reference);
    const content = anOptionContent({
      name: 'Appui au Niger depuis Dakar',
      modality: 'regionalOfficeCover',
      host: 'SEN',
      dutyStation: 'Dakar',
      start: `${year}-07-01`,
      months: 18,
      countries: [
        {
          country: 'NER',
          daysPerMonth: 4,
          travel: [
            { year, amount: '6000' },
            { year: year + 1, amount: '12000' },
          ],
          inCountryPerYear: '300000',
        },
      ],
      adviser: [
        { year, amount: '10000' },
        { year: year + 1, amount: '20000' },
      ],
      split: { by: 'percent', payers: [{ name: 'OHCHR', source: 'ohchr', value: '100' }] },
      why: 'Quatre missions par an suivent la CNDH et l’examen de 2016.',
    });
    const kept = await options.open(await this.db.person('rt-wca'), randomUUID(), 'wca', content);
    if (isRefusal(kept)) throw new Error(JSON.stringify(kept));
    return kept.name;
  }
}
