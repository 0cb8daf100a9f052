import { randomUUID } from 'node:crypto';
import { Casework, ReferenceData } from '#casework';
import { fundingOf, isRefusal, SYSTEM, type Actor, type RequestEvent } from '#domain';
import type { CaseBuilder } from '../../libs/domain/test/a-case.js';
import type { Cast, Part } from '../../libs/domain/test/cast.js';
import { aContext, aFramework } from '../../libs/domain/test/context.js';
import { anOptionForFiji } from '../../libs/domain/test/option.js';
import { castOfWalk, walk, type Walk } from '../../libs/domain/test/walk.js';
import type { TestDatabase } from './database.js';
import { keepOption } from './options.js';

type StepEvent = Exclude<RequestEvent, { type: 'CREATE' }>;

/** One step of a walk through the domain, taken or refused there. */
interface Played {
  by: Part;
  event: RequestEvent;
  at: string;
  /** `taken`, or the code of the refusal. */
  outcome: string;
}

/** Walks through the domain, and keeps what was sent with what became of it. */
function played(plan: Walk): { steps: Played[]; end: CaseBuilder } {
  const refused: { after: number; step: Played }[] = [];
  const end = walk(plan, ({ by, event, outcome }, { at, sent }) => {
    if (isRefusal(outcome)) refused.push({ after: sent.length, step: { by, event, at, outcome: outcome.code } });
  });
  const steps = end.sent.flatMap(({ by, event, at }, i): Played[] => [
    { by, event, at, outcome: 'taken' },
    ...refused.filter(({ after }) => after === i + 1).map(({ step }) => step),
  ]);
  return { steps, end };
}

/** Puts the people of the walks into the database; their identifiers are those of the database then. */
export async function castInDatabase(db: TestDatabase): Promise<Cast> {
  const cast = Object.entries(castOfWalk()).map(([part, actor]): [string, Actor] => [
    part,
    actor.system ? SYSTEM : { ...actor, id: randomUUID() },
  ]);
  for (const [part, { id, name, assignments }] of cast) {
    if (id === SYSTEM.id) continue;
    await db.pool.query('INSERT INTO person (id, email, name, created_at) VALUES ($1, $2, $3, now())', [
      id,
      `${part.toLowerCase()}@walk.example`,
      name,
    ]);
    for (const a of assignments)
      await db.pool.query(
        `INSERT INTO assignment (person_id, role, regions, countries, valid_from) VALUES ($1, $2, $3, $4, '2020-01-01')`,
        [id, a.role, a.regions, a.countries],
      );
  }
  return Object.fromEntries(cast) as Cast;
}

/** Keeps the option that walks offer. Their other country is of another region here: for this it counts as one of the same. */
export async function keepOptionOfWalks(db: TestDatabase): Promise<void> {
  const { id, ...option } = anOptionForFiji();
  const regionOf = (country: string) => (country === 'FJI' ? option.region : db.reference.regionOf(country));
  const reference = Object.assign(Object.create(db.reference) as ReferenceData, { regionOf });
  await keepOption(Object.assign(Object.create(db) as TestDatabase, { reference }), option, id);
}

/** Replaces the identifiers of one text by others, wherever they stand; a source of money may be called as somebody is. */
function translated(event: RequestEvent, names: Map<string, string>): RequestEvent {
  const named = (id: string): string => names.get(id) ?? id;
  return JSON.parse(JSON.stringify(event), (key, value: unknown) => {
    if (typeof value !== 'string' || key === 'source') return value;
    // The clock of one person has their name behind its own.
    return key === 'clock' ? value.replace(/[^:]+$/, named) : named(value);
  }) as RequestEvent;
}

/** Events that add something with a name to a list of the case. */
const MAKES: Partial<Record<RequestEvent['type'], 'clarifications' | 'funding'>> = {
  ASK: 'clarifications',
  ENTER_FUNDING: 'funding',
  RECORD_COST_SHARE: 'funding',
};

/** Takes a walk of the domain again on the database, step by step; what became of each step is told beside what it was there. */
export async function walkInDatabase(db: TestDatabase, cast: Cast, plan: Walk) {
  const { steps, end } = played(plan);
  // Offices, criteria and calendars are those of the domain’s builder.
  const { officesIn, calendars } = aContext();
  const own = { frameworkFor: () => aFramework(), officesIn, calendars };
  const reference = Object.assign(Object.create(db.reference) as ReferenceData, own);
  const casework = new Casework(db.pool, db.clock, reference);
  const names = new Map((Object.keys(cast) as Part[]).map((part) => [end.cast[part].id, cast[part].id]));
  // What the product names by itself has another name on the database: questions, and entries of money.
  const made = {
    clarifications: end.facts.clarifications.map(({ id }) => id),
    funding: fundingOf(end.facts).map(({ id }) => id),
  };
  const outcomes: { type: string; here: string; there: string }[] = [];
  let ref = '';
  for (const { by, event, at, outcome } of steps) {
    db.clock.set(at);
    const sent = translated(event, names);
    const done =
      ref === '' && sent.type === 'CREATE'
        ? await casework.open(cast[by], sent.content)
        : await casework.advance(ref, cast[by], sent as StepEvent, { revision: 'latest' });
    outcomes.push({ type: event.type, here: isRefusal(done) ? done.code : 'taken', there: outcome });
    if (isRefusal(done)) continue;
    ref = done.ref;
    const list = MAKES[event.type];
    if (!list) continue;
    const { rows } = await db.pool.query<{ id: string }>(
      `SELECT facts -> $2::text -> -1 ->> 'id' AS id FROM request WHERE ref = $1`,
      [ref, list],
    );
    names.set(made[list].shift()!, rows[0]!.id);
  }
  return { ref, outcomes, end };
}
