import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { CaseBuilder } from '../../test/a-case.js';
import { PARTS } from '../../test/cast.js';
import { rulesOfWalks } from '../../test/rules-of-walks.js';
import { walk, walks } from '../../test/walk.js';
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

/** Random people send random events, right and wrong, to a case; some begin shortly before it is decided. */
const always = rulesOfWalks(
  fc.oneof({ weight: 2, arbitrary: walks() }, { weight: 1, arbitrary: walks('withPanel', 'recommended') }),
  walk,
  90,
);
const persons = (c: CaseBuilder): Actor[] => PARTS.map((p) => c.cast[p]).filter((a) => !a.system);

always('no sequence of events leads to a state that the table of states lacks', {
  afterStep: (_, { facts }) => {
    expect(STATE_NAMES).toContain(stateName(facts.state));
    const assessment = assessmentOf(facts.state);
    if (!assessment) return;
    expect(CONSULTATION_STATES).toContain(assessment.consultation);
    expect(REVIEW_STATES).toContain(assessment.review);
    expect(assessment.consultation !== 'awaited' && assessment.review === 'settled').toBe(false);
  },
});

always('a refused event changes nothing, is refused again, and says why in a sentence', {
  // All that decide is given is frozen by the walk: whatever it changed would throw.
  afterStep: ({ by, event, outcome }, c) => {
    if (!isRefusal(outcome)) return;
    expect(c.attempt(by, event)).toEqual(outcome);
    expect(outcome.message).toMatch(/^(\d|\p{Lu}|“).{10,}/u);
    if (outcome.code === 'invalid') expect(outcome.fields).not.toHaveLength(0);
  },
});

always('the record alone, also after a way through JSON, builds the case and its text again', {
  atEnd: ({ facts, content, judged, entries }) => {
    const kept = JSON.parse(JSON.stringify(entries)) as Entry[];
    let [texts, before]: [Texts, RequestFacts | null] = [{ text: {}, submitted: null }, null];
    for (const entry of kept) {
      const after = evolve(before, entry);
      texts = evolveTexts(texts, entry, before, after);
      before = after;
    }
    expect(before).toStrictEqual(facts);
    expect(texts).toStrictEqual({ text: content, submitted: judged });
  },
});

always('an open case always waits for somebody by a day, and that somebody can do something about it', {
  afterStep: (_, c) => {
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
  },
});

always('every notice is one of the product’s, and a notice to one person names them', {
  afterStep: ({ outcome }) => {
    if (isRefusal(outcome)) return;
    for (const notice of outcome.notices) {
      expect(NOTICE_NAMES).toContain(notice.name);
      const { to } = noticeRule(notice.name);
      if (to.includes('person')) expect(notice.personId).toBeDefined();
      // Of time that nobody asked for, nobody is named.
      else if (!to.includes('asker')) expect(notice.personId).toBeUndefined();
    }
  },
});

let decided = 0;
always('nobody decides what they drafted, screened, scored, settled or recommended', {
  afterStep: ({ by, event, outcome }, { cast, facts }) => {
    if (isRefusal(outcome) || !(DECIDING_EVENTS as readonly string[]).includes(event.type)) return;
    decided += 1;
    expect(Object.values(facts.duties).flatMap((p) => p.map((d) => d.id))).not.toContain(cast[by].id);
  },
  overAll: () => expect(decided).toBeGreaterThan(5),
});

let conflicted = 0;
always('who declared a conflict sees nothing of the case from then on, whatever else they are', {
  afterStep: ({ by, outcome }, c) => {
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
  },
  overAll: () => expect(conflicted).toBeGreaterThan(20),
});

always('until the scores are revealed, nobody but the scorer sees a score', {
  afterStep: (_, c) => {
    for (const person of persons(c)) {
      const view = assessmentView(person, c.facts);
      if (!view || view.revealed) continue;
      expect([view.consolidated, view.settled, view.result, view.moderationNote]).toEqual([null, null, null, null]);
      const others = view.reviewers.filter((x) => x.person.id !== person.id);
      expect(others.filter((r) => [r.first, r.revised, r.counting, r.weighted].some((x) => x !== null))).toEqual([]);
      if (view.draft) expect(c.facts.reviewers.find((r) => r.person.id === person.id)?.draft).toEqual(view.draft);
    }
  },
});

always('one rule says who may know of a case: keys against locks', {
  afterStep: ({ by, outcome }, c) => {
    const locks = locksOf(c.facts);
    const otherwise = persons(c).filter((person) => {
      const may = opens(keysFor(person), locks);
      if (maySee(person, c.facts) !== may || tiersFor(person, c.facts).size > 0 !== may) return true;
      return !may && !mayDeclare(person, c.facts) && availableActions(c.facts, person).length > 0;
    });
    expect(otherwise).toEqual([]);
    // A step that was taken had the case before it; what the refusals say depends on the case as it is.
    if (isRefusal(outcome) && outcome.code === 'notFound') expect(maySee(c.cast[by], c.facts)).toBe(false);
  },
});
