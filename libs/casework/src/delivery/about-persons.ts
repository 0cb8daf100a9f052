import { tiersFor, type Day } from '#domain';
import type { Addressee, Candidate } from './audience.js';
import { isPost } from './case-told.js';
import { inPlaceOf, type Absent } from './stand-ins.js';
import { lateWith, type Told } from './told.js';

/** How many are late with the same, or with how much one is; names, for whoever may know who reviews. */
export interface Late {
  count: number;
  of: 'people' | 'steps';
  names: string[];
}

/** What a mail says of persons. */
export interface AboutPersons {
  /** For whom of those who are away its reader gets it. */
  inPlaceOf?: Absent[];
  /** Until when whoever holds the step is away, where it tells that. */
  awayUntil?: Day | null;
  /** Where it is late with several, or one is with several steps. */
  late?: Late;
}

/** How much is late of what a mail carries higher, and with whom; null where it is one thing with one person. */
function lateFor(told: Told, { person }: Addressee): Late | null {
  const late = lateWith(told);
  if (late.length < 2) return null;
  const { facts } = told;
  const known =
    isPost(facts) || !tiersFor(person, facts).has('assessment')
      ? []
      : late.flatMap((c) => facts.reviewers.find((r) => r.person.id === c.personId)?.person.name ?? []);
  const people = new Set(late.map((c) => c.personId)).size;
  return people > 1
    ? { count: people, of: 'people', names: known.length === late.length ? [...new Set(known)] : [] }
    : { count: late.length, of: 'steps', names: [] };
}

/** What a mail says of persons: for whom its reader gets it, until when somebody is away, who is late. */
export function aboutPersons(told: Told, first: Addressee, among: readonly Candidate[]): AboutPersons {
  const late = lateFor(told, first);
  const away = inPlaceOf(first);
  return {
    ...(away.length ? { inPlaceOf: away } : {}),
    ...(told.notice === 'holderAway' ? { awayUntil: among.find(({ id }) => id === told.personId)?.away ?? null } : {}),
    ...(late ? { late } : {}),
  };
}
