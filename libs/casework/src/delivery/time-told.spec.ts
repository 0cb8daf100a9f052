import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, MONDAY_TO_FRIDAY, type Actor, type NoticeName } from '#domain';
import { aCase, type CaseBuilder } from '../../../domain/test/a-case.js';
import { castFor } from '../../../domain/test/cast.js';
import { reachOf, rolesAsked, type Candidate } from './audience.js';
import { caseTold } from './case-told.js';
import { pathOf } from './notice-paths.js';
import { dayOfClock, type Told } from './told.js';

const NAMES = { countryName: (code: string) => code, regionName: (code: string) => code.toUpperCase() };
const candidate = (actor: Actor): Candidate => ({ ...actor, email: `${actor.id}@x.example`, language: 'en' });
const everybody = Object.values(castFor(['TZA'], ['esa']))
  .filter((a) => !a.system)
  .map(candidate);

const ASK = { type: 'ASK_MORE_TIME', clock: 'returned', until: '2027-03-24', reason: 'A partner is late.' } as const;
const give = (clock: string, until: string) => ({ type: 'EXTEND_CLOCK', clock, until, reason: 'A meeting.' }) as const;

/** What the last step told of the case, as the outbox keeps it. */
function toldLast(story: CaseBuilder, notice: NoticeName): Told {
  const { personId = null, clock = null } = story.last!.notices.find((n) => n.name === notice)!;
  return { notice, personId, clockKey: clock, ledgerKey: null, facts: story.facts };
}
function reached(told: Told, people: readonly Candidate[] = everybody): string[] | null {
  // Nobody is found whose role was not looked up.
  const asked = rolesAsked(told);
  const found = people.filter(
    (p) => p.assignments.some((a) => asked.includes(a.role)) || caseTold(told.facts).group!.ids.includes(p.id),
  );
  const reach = reachOf(told, found, NAMES);
  return reach && reach.to.map(({ person }) => person.id).sort();
}

describe('who is told of more time', () => {
  it('that it is asked for: the desk officer, the chair where there is none who may give it, nobody once it is answered', () => {
    const story = aCase().returned().send('office', ASK);
    const told = toldLast(story, 'moreTimeAsked');
    expect(reached(told)).toEqual(['desk']);
    expect(
      reached(
        told,
        everybody.filter((p) => p.id !== 'desk'),
      ),
    ).toEqual(['chair']);
    story.send('desk', give('returned', '2027-03-23'));
    expect(reached({ ...told, facts: story.facts })).toEqual([]);
  });
  it('that it is given: who holds the clock, and who asked for it', () => {
    const story = aCase().returned().send('coordinator', ASK).send('desk', give('returned', '2027-03-23'));
    const told = toldLast(story, 'moreTimeGiven');
    expect(reached(told)).toEqual(['coordinator', 'office']);
    expect(dayOfClock(told)).toBe('2027-03-23');
  });
  it('that it is not given: who asked; whoever holds the clock where they have left', () => {
    const story = aCase().returned().send('coordinator', ASK);
    story.send('desk', { type: 'REFUSE_MORE_TIME', clock: 'returned', reason: 'The round ends.' });
    const told = toldLast(story, 'moreTimeRefused');
    expect(reached(told)).toEqual(['coordinator']);
    const left = everybody.filter((p) => p.id !== 'coordinator');
    expect(reached(told, left)).toEqual(['office']);
  });
  it('of the clock of a reviewer that reviewer alone, led to their own part', () => {
    const story = aCase().declared();
    const due = story.facts.clocks.find((c) => c.key === 'review:amina')!.dueOn;
    story.send('desk', give('review:amina', addWorkingDays(due, 2, MONDAY_TO_FRIDAY)));
    const told = toldLast(story, 'moreTimeGiven');
    expect(reached(told)).toEqual(['amina']);
    expect(pathOf({ about: 'request', notice: 'moreTimeGiven', task: 'score', ref: 'R', as: 'reviewer' })).toBe(
      '/reviews/R',
    );
    story.send('amina', { type: 'DECLARE', conflict: { declared: true, kind: 'other', reason: 'A friend.' } });
    expect(reached({ ...told, facts: story.facts })).toBeNull();
  });
  it('names no day of a clock that stands still', () => {
    const story = aCase().returned().on('2027-03-08');
    story.send('desk', { type: 'STOP_CLOCK', clock: 'returned', until: '2027-03-15', reason: 'A storm.' });
    const told = toldLast(story, 'clockStopped');
    expect(reached(told)).toEqual(['office']);
    expect(dayOfClock(told)).toBeNull();
  });
});
