import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseBuilder } from '../../test/a-case.js';
import { PARTS } from '../../test/cast.js';
import { walk, walks, type Step, type Walk } from '../../test/walk.js';
import { linkHolder } from '../consultation/consultee.js';
import { endorserHolder, listedEndorsers } from '../endorsing/endorser.js';
import { availableActions } from '../decide.js';
import { noticeRule, NOTICE_NAMES } from '../notices.js';
import { keysFor, locksOf, mayDeclare, maySee, opens, tiersFor } from '../people/access.js';
import type { Actor } from '../people/roles.js';
import type { Clock } from '../time/deadlines.js';
import { isRefusal } from '../refusal.js';
import { assessmentView } from '../review/view.js';
import { todosFor } from '../time/todo.js';
import { DECIDING_EVENTS, type RequestFacts } from './facts.js';
import { evolve, type Entry } from './record.js';
import { evolveTexts, type Texts } from './record-texts.js';
import { assessmentOf, CONSULTATION_STATES, isOpen, REVIEW_STATES, STATE_NAMES, stateName } from './states.js';

/** Random people send random events, right and wrong, to a case that begins as a draft; each rule is looked at after every step. */
const onEveryWalk = (look: (step: Step, c: CaseBuilder) => void, from: Walk['start'][] = []) => {
  fc.assert(
    fc.property(walks(...from), (taken) => {
      walk(taken, look);
    }),
    { numRuns: 30, interruptAfterTimeLimit: 40_000 },
  );
};
const persons = (c: CaseBuilder): Actor[] => PARTS.map((p) => c.cast[p]).filter((a) => !a.system);

it('no sequence of events leads to a state that the table of states lacks', () => {
  onEveryWalk((_, { facts }) => {
    expect(STATE_NAMES).toContain(stateName(facts.state));
    const assessment = assessmentOf(facts.state);
    if (!assessment) return;
    expect(CONSULTATION_STATES).toContain(assessment.consultation);
    expect(REVIEW_STATES).toContain(assessment.review);
    expect(assessment.consultation !== 'awaited' && assessment.review === 'settled').toBe(false);
  });
});

it('a refused event changes nothing, is refused again, and says why in a sentence', () => {
  // All that decide is given is frozen by the walk: whatever it changed would throw.
  onEveryWalk(({ by, event, outcome }, c) => {
    if (!isRefusal(outcome)) return;
    expect(c.attempt(by, event)).toEqual(outcome);
    expect(outcome.message).toMatch(/^(\d|\p{Lu}|“).{10,}/u);
    if (outcome.code === 'invalid') expect(outcome.fields).not.toHaveLength(0);
  });
});

it('the record alone, also after a way through JSON, builds the case and its text again', () => {
  fc.assert(
    fc.property(walks(), (taken) => {
      const { facts, content, judged, entries } = walk(taken);
      const kept = JSON.parse(JSON.stringify(entries)) as Entry[];
      let [texts, before]: [Texts, RequestFacts | null] = [{ text: {}, submitted: null }, null];
      for (const entry of kept) {
        const after = evolve(before, entry);
        texts = evolveTexts(texts, entry, before, after);
        before = after;
      }
      expect(before).toStrictEqual(facts);
      expect(texts).toStrictEqual({ text: content, submitted: judged });
    }),
    { numRuns: 100 },
  );
});

it('an open case always waits for somebody by a day, and that somebody can do something about it', () => {
  onEveryWalk((_, c) => {
    const { facts } = c;
    if (!isOpen(facts.state)) return expect(facts.clocks).toEqual([]);
    expect(facts.clocks.length).toBeGreaterThan(0);
    // One that a person stopped goes on by itself on its day.
    const goesOn = ({ byHand, steps }: Clock) => byHand === true && steps.some((s) => s.kind === 'RESUME_CLOCKS');
    expect(facts.clocks.some((clock) => clock.stoppedWith === null || goesOn(clock))).toBe(true);
    for (const clock of facts.clocks) {
      expect(clock.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(clock.steps.map((s) => s.at)).toEqual(clock.steps.map((s) => s.at).sort());
      const { stoppedWith, group } = clock;
      expect(clock.steps.length > 0 || stoppedWith !== null || group === 'review').toBe(true);
      // Whoever has an appointment to answer is asked for that, and for the scores afterwards.
      if (stoppedWith !== null || facts.clocks.some((c) => c.key === `appointment:${clock.personId}` && c !== clock))
        continue;
      const byLink = facts.consultation.flatMap(({ named }) => (named ? [linkHolder(named)] : []));
      const endorsing = listedEndorsers(facts).map((e) => endorserHolder(e));
      const able = [...persons(c), ...byLink, ...endorsing].filter((p) =>
        todosFor(facts, p).some((t) => t.clock.key === clock.key),
      );
      expect({ state: facts.state, clock, able: able.length > 0 }).toMatchObject({ able: true });
    }
    return undefined;
  });
});

it('every notice is one of the product’s, and a notice to one person names them', () => {
  onEveryWalk(({ outcome }) => {
    if (isRefusal(outcome)) return;
    for (const notice of outcome.notices) {
      expect(NOTICE_NAMES).toContain(notice.name);
      const { to } = noticeRule(notice.name);
      if (to.includes('person')) expect(notice.personId).toBeDefined();
      // Of time that nobody asked for, nobody is named.
      else if (!to.includes('asker')) expect(notice.personId).toBeUndefined();
    }
  });
});

it('nobody decides what they drafted, screened, scored, settled or recommended', () => {
  let decided = 0;
  onEveryWalk(
    ({ by, event, outcome }, { cast, facts }) => {
      if (isRefusal(outcome) || !(DECIDING_EVENTS as readonly string[]).includes(event.type)) return;
      decided += 1;
      expect(Object.values(facts.duties).flatMap((p) => p.map((d) => d.id))).not.toContain(cast[by].id);
    },
    ['withPanel', 'recommended'],
  );
  expect(decided).toBeGreaterThan(5);
});

it('who declared a conflict sees nothing of the case from then on, whatever else they are', () => {
  let conflicted = 0;
  onEveryWalk(({ by, outcome }, c) => {
    for (const r of c.facts.reviewers.filter((x) => x.state === 'conflicted')) {
      conflicted += 1;
      const person = persons(c).find((p) => p.id === r.person.id)!;
      expect(maySee(person, c.facts) || mayDeclare(person, c.facts)).toBe(false);
      expect(availableActions(c.facts, person)).toEqual([]);
      expect(todosFor(c.facts, person)).toEqual([]);
      expect(tiersFor(person, c.facts).size).toBe(0);
      expect(assessmentView(person, c.facts)).toBeNull();
      if (c.cast[by].id === person.id && isRefusal(outcome)) expect(outcome.code).toBe('notFound');
    }
  });
  expect(conflicted).toBeGreaterThan(20);
});

it('until the scores are revealed, nobody but the scorer sees a score', () => {
  onEveryWalk((_, c) => {
    for (const person of persons(c)) {
      const view = assessmentView(person, c.facts);
      if (!view || view.revealed) continue;
      expect([view.consolidated, view.settled, view.result, view.moderationNote]).toEqual([null, null, null, null]);
      for (const r of view.reviewers.filter((x) => x.person.id !== person.id))
        expect([r.first, r.revised, r.counting, r.weighted]).toEqual([null, null, null, null]);
      if (view.draft) expect(c.facts.reviewers.find((r) => r.person.id === person.id)?.draft).toEqual(view.draft);
    }
  });
});

it('one rule says who may know of a case: keys against locks', () => {
  onEveryWalk(({ by, outcome }, c) => {
    const locks = locksOf(c.facts);
    for (const person of persons(c)) {
      const may = opens(keysFor(person), locks);
      expect(maySee(person, c.facts)).toBe(may);
      expect(tiersFor(person, c.facts).size > 0).toBe(may);
      if (!may && !mayDeclare(person, c.facts)) expect(availableActions(c.facts, person)).toEqual([]);
    }
    // A step that was taken had the case before it; what the refusals say depends on the case as it is.
    if (isRefusal(outcome) && outcome.code === 'notFound') expect(maySee(c.cast[by], c.facts)).toBe(false);
  });
});
