import { Absences, Delegations } from '#casework';
import type { Refusal } from '#domain';
import type { TestDatabase } from '../../support/database.js';
import type { Lived } from './cases.js';
import { plus, type Day } from './days.js';
import { actor, FIRST_AWAY, type PeopledPlace } from './places.js';

/** Something that happens in the year and in none of its cases. */
export interface Happening {
  on: Day;
  happens: () => Promise<void>;
}
interface Days {
  from: Day;
  until: Day;
}

/** On these days somebody is away, or lets somebody sign for them, and is back. */
export function happenings(db: TestDatabase, places: readonly PeopledPlace[]): Happening[] {
  const absences = new Absences(db.pool, db.clock, db.reference);
  const delegations = new Delegations(db.pool, db.clock, db.reference);
  const taken = (refusal: Refusal | null): void => {
    if (refusal) throw new Error(JSON.stringify(refusal));
  };
  const away = async (email: string, { from, until }: Days) =>
    taken(await absences.set(await actor(db, email), { from, until, note: '' }));
  const reviewer = places[0]!.holders(FIRST_AWAY.from).first![0]!;
  const acting = places.map(({ acting: days, holders }): Happening => {
    const [coordinator, office] = [holders(days.from).coordinator![0]!, holders(days.from).office![0]!];
    return {
      on: plus(days.from, -1),
      happens: async () => {
        const { id: to } = await actor(db, office);
        taken(await delegations.give(await actor(db, coordinator), { to, from: days.from, until: days.until }));
        if (days.away) await away(coordinator, days);
      },
    };
  });
  // On the day after, nothing else need happen for the year to come to the morning of it.
  const back = [FIRST_AWAY, ...places.map(({ acting: days }) => days)].map(({ until }): Happening => ({
    on: plus(until, 1),
    happens: async () => undefined,
  }));
  return [{ on: FIRST_AWAY.from, happens: () => away(reviewer, FIRST_AWAY) }, ...acting, ...back];
}

/** What is told because somebody is away or back, beside what their cases tell: day, notice, case and address. */
export function toldOfAbsences(lives: readonly Lived[]): { on: Day; notice: string; ref: string; to: string }[] {
  // Who reviews is asked again by the office's answer, and has until these days, on which they are away; each once.
  const missed = lives.filter(({ story }) =>
    story.waiting.some(
      ({ who, from, due, done }) =>
        who === 'first' &&
        from < FIRST_AWAY.from &&
        due >= FIRST_AWAY.from &&
        due <= FIRST_AWAY.until &&
        (done === undefined || done > FIRST_AWAY.from),
    ),
  );
  const desk = missed.map((life) => ({
    on: FIRST_AWAY.from,
    notice: 'holderAway',
    ref: life.ref,
    to: life.holders('desk', FIRST_AWAY.from)[0]!,
  }));
  const places = [...new Set(lives.map(({ place }) => place))];
  const returned = [
    { until: FIRST_AWAY.until, email: places[0]!.holders(FIRST_AWAY.until).first![0]! },
    ...places
      .filter(({ acting }) => acting.away)
      .map(({ acting: { until }, holders }) => ({ until, email: holders(until).coordinator![0]! })),
  ];
  // For each of them something waits: a review that is late, a draft of the office.
  return [
    ...desk,
    ...returned.map(({ until, email }) => ({ on: plus(until, 1), notice: 'digest', ref: '', to: email })),
  ];
}
