import { expect } from '@jest/globals';
import { POST_PARTS, type DeploymentBuilder } from '../../test/a-deployment.js';
import { rulesOfWalks } from '../../test/rules-of-walks.js';
import { postWalks, walkOfPost } from '../../test/walk-of-post.js';
import { NOTICE_NAMES } from '../notices.js';
import { keysFor, opens } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import { addDays } from '../time/working-days.js';
import { deploymentLocksOf, deploymentTiersFor, maySeeDeployment } from './access.js';
import { availableDeploymentActions } from './decide-deployment.js';
import { overlap, presentSearch, presentTerm } from './current.js';
import { RECRUITMENT_STAGES, type DeploymentFacts } from './facts.js';
import { gapAhead, gapNow, postCoverOf } from './gaps.js';
import { recruitmentMedians } from './medians.js';
import { evolveDeployment, type DeploymentEntry } from './record.js';
import { TENURES } from './states.js';
import { postTaskOf, postTodosFor } from './tasks.js';
import { threadOf } from './thread.js';
import { deploymentView } from './view.js';
import { DEFAULT_CLOCKS } from '../time/clock-settings.js';

const always = rulesOfWalks(postWalks(), walkOfPost, 60);
const persons = (d: DeploymentBuilder) => POST_PARTS.map((p) => d.cast[p]).filter((a) => !a.system);

always('no sequence of events leads to a state that the table of states lacks', {
  afterStep: (_, { facts }) => {
    if (facts.state === 'ended') return expect(facts.ending).not.toBeNull();
    expect(TENURES).toContain(facts.state.active.tenure);
    expect(['idle', ...Object.keys(RECRUITMENT_STAGES)]).toContain(facts.state.active.recruitment);
    expect(facts.state.active.recruitment === 'idle').toBe(presentSearch(facts) === null);
    return expect(facts.ending).toBeNull();
  },
});

always('a refused event changes nothing, is refused again, and says why in a sentence', {
  afterStep: ({ by, event, outcome }, d) => {
    if (!isRefusal(outcome)) return;
    expect(d.attempt(by, event)).toEqual(outcome);
    expect(outcome.message).toMatch(/^(\d|\p{Lu}|“).{10,}/u);
    expect(outcome.message).not.toMatch(/undefined|null|NaN/);
    if (outcome.code === 'invalid') expect(outcome.fields).not.toHaveLength(0);
  },
});

always('the record alone, also after a way through JSON, builds the post again', {
  atEnd: ({ facts, entries }) => {
    const kept = JSON.parse(JSON.stringify(entries)) as DeploymentEntry[];
    expect(kept.reduce<DeploymentFacts | null>(evolveDeployment, null)).toStrictEqual(facts);
  },
});

always('terms of a post never overlap, none ends before it starts, and bridges lie beside them', {
  afterStep: (_, { facts }) => {
    const terms = facts.incumbencies.map((t) => ({ from: t.from, until: t.until ?? t.endsOn }));
    for (const [i, t] of terms.entries()) {
      expect(t.until === null || t.from <= t.until).toBe(true);
      for (const other of terms.slice(i + 1)) expect(overlap(t, other)).toBe(false);
      for (const b of facts.bridges) expect({ ...b, hit: overlap(t, b), t }).toMatchObject({ hit: false });
    }
    for (const [i, b] of facts.bridges.entries())
      for (const other of facts.bridges.slice(i + 1)) expect(overlap(b, other)).toBe(false);
    for (const t of facts.incumbencies.slice(0, -1)) expect(t.left).not.toBeNull();
  },
});

always('a country is never covered twice on one day, the host always is, and at least one remains', {
  afterStep: (_, { facts, today }) => {
    const { coverage, host } = facts.post;
    for (const [i, c] of coverage.entries())
      for (const other of coverage.slice(i + 1)) expect(c.country === other.country && overlap(c, other)).toBe(false);
    expect(coverage.some((c) => c.country === host && (c.until === null || c.until >= today))).toBe(true);
    expect(facts.post.regions.length).toBeGreaterThan(0);
  },
});

always('a post waits for somebody by a day, and that somebody can do something about it', {
  afterStep: (_, d) => {
    const { facts } = d;
    if (facts.state === 'ended') return expect(facts.clocks).toEqual([]);
    expect(facts.clocks.length).toBeGreaterThan(0);
    expect(new Set(facts.clocks.map((c) => c.key)).size).toBe(facts.clocks.length);
    for (const clock of facts.clocks) {
      expect(clock.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(clock.steps.map((s) => s.at)).toEqual(clock.steps.map((s) => s.at).sort());
      if (postTaskOf(clock) === 'schedule') continue;
      const able = persons(d).filter((p) => postTodosFor(facts, p).some((t) => t.clock.key === clock.key));
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
      if (!['moreTimeGiven', 'moreTimeRefused'].includes(notice.name))
        expect(notice.name === 'adviserExpected').toBe(notice.personId !== undefined);
    }
  },
});

always('one rule says who may know of a post: keys against locks; who has left has no key any more', {
  afterStep: (_, { facts, cast, ...d }) => {
    const locks = deploymentLocksOf(facts);
    const otherwise = persons({ facts, cast, ...d } as DeploymentBuilder).filter((person) => {
      const opened = [
        maySeeDeployment(person, facts),
        deploymentView(facts, person) !== null,
        deploymentTiersFor(person, facts).size > 0,
        availableDeploymentActions(facts, person).length > 0,
      ];
      return opened.some((one) => one !== opens(keysFor(person), locks));
    });
    expect(otherwise).toEqual([]);
    const holder = presentTerm(facts)?.person.id;
    const next = facts.state !== 'ended' && facts.state.active.recruitment === 'onboarding';
    const expected = next ? presentSearch(facts)?.selected?.id : null;
    for (const id of ['amara', 'boris'] as const)
      expect(maySeeDeployment(cast[id], facts)).toBe(id === holder || id === expected);
  },
});

always('nobody outside OHCHR reads a confidential word, a score or a reason about a candidate', {
  afterStep: (_, d) => {
    for (const person of persons(d)) {
      const view = deploymentView(d.facts, person);
      if (!view || deploymentTiersFor(person, d.facts).has('assessment')) continue;
      expect(view.origin.scores).toEqual([]);
      expect(view.notes.filter((n) => n.by.id !== person.id)).toEqual([]);
      const reports = view.incumbencies.flatMap((t) => t.reports).filter((r) => r.by.id !== person.id);
      expect(reports.map((r) => r.confidential).join('')).toBe('');
      expect(view.recruitments.flatMap((r) => r.notArrived.map((n) => n.reason)).join('')).toBe('');
      expect(threadOf(view).every((row) => row.settled === null)).toBe(true);
    }
  },
});

always('cover is told for each day once, without a hole', {
  afterStep: (_, { facts, today }) => {
    const spans = postCoverOf(facts, '2026-01-01', addDays(today, 400), today);
    for (const [i, s] of spans.entries()) {
      expect(s.from <= s.until).toBe(true);
      if (i > 0) expect(s.from).toBe(addDays(spans[i - 1]!.until, 1));
    }
    const now = gapNow(facts, today);
    expect(now === null).toBe(facts.state === 'ended' || presentTerm(facts) !== null);
    const ahead = gapAhead(facts, today, recruitmentMedians(facts.recruitments, DEFAULT_CLOCKS));
    if (ahead?.until) expect(ahead.from <= ahead.until).toBe(true);
  },
});
