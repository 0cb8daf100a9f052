import type { CaseView, HistoryLine, Passage, SignedIn, VersionView, WorkItem } from '#casework';
import {
  DEFAULT_CLOCKS,
  lineData,
  calendarsOf,
  readableLines,
  readsDraft,
  SECTIONS,
  stateName,
  tiersFor,
  todosFor,
  type Actor,
  type DiscussionMessage,
} from '#domain';
import type { CaseBuilder } from '../../libs/domain/test/a-case.js';
import type { Part } from '../../libs/domain/test/cast.js';
import type { Names } from '../../apps/web/src/request/case-words.js';
import type { Times } from '../../apps/web/src/request/progress.presenter.js';

// What the reads of casework would give of a case that a builder brought to where it is, so that presenters need no database.

const COUNTRIES: Record<string, string> = { TZA: 'Tanzania', KEN: 'Kenya', NER: 'Niger', AZE: 'Azerbaijan' };
export const names: Names = {
  countryName: (code) => COUNTRIES[code] ?? code,
  regionName: (code) => (code === 'esa' ? 'Eastern and Southern Africa' : code),
};
export const timesOn = (today: string): Times => ({
  today,
  calendars: calendarsOf(),
  clocks: DEFAULT_CLOCKS,
  calls: [],
});

export const signedIn = (actor: Actor): SignedIn => ({
  ...actor,
  email: `${actor.id}@example.org`,
  title: '',
  language: 'en',
  scopes: [],
  kind: 'session',
});
export const me = (it: CaseBuilder, part: Part): SignedIn => signedIn(it.cast[part]);

/** The case as a person sees it. */
export const seenBy = (it: CaseBuilder, part: Part): CaseView => ({
  facts: it.facts,
  revision: it.entries.length,
  tiers: tiersFor(it.cast[part], it.facts),
  readsDraft: readsDraft(it.cast[part], it.facts),
  changedAt: new Date(it.entries.at(-1)!.at),
});

/** The record as a person may read it, newest first. */
export function recordFor(it: CaseBuilder, part: Part): HistoryLine[] {
  const actor = it.cast[part];
  const { events, ownEvents, audiences } = readableLines(actor, it.facts);
  return it.entries
    .map((e, i) => ({
      seq: i + 1,
      at: new Date(e.at),
      event: e.event,
      name: e.name,
      actorId: e.actor.id,
      actorName: e.actor.name,
      role: e.role,
      actingFor: e.actingFor,
      data: e.data,
    }))
    .filter((l) => events.includes(l.event) || (ownEvents.includes(l.event) && l.actorId === actor.id))
    .filter((l) => l.event !== 'DISCUSS' || audiences.includes((l.data as DiscussionMessage).audience))
    .map((l) => ({ ...l, data: lineData(actor, it.facts, l) as HistoryLine['data'] }))
    .reverse();
}

/** The states that the case came through. */
export const passagesOf = (it: CaseBuilder): Passage[] =>
  it.entries
    .map((e) => ({ state: stateName(e.state), at: new Date(e.at) }))
    .filter((p, i, all) => p.state !== all[i - 1]?.state);

/** The version that would be frozen now. */
export const versionOf = (it: CaseBuilder, more: Partial<VersionView> = {}): VersionView => ({
  number: it.facts.version,
  content: it.content,
  documents: it.facts.documents,
  sections: SECTIONS,
  submittedAt: new Date(it.facts.submittedAt ?? it.at),
  submittedBy: 'Person coordinator',
  actingFor: null,
  gapsReason: null,
  ...more,
});

/** What waits for a person in some cases, soonest first. */
export const todosOf = (actor: Actor, ...cases: CaseBuilder[]): WorkItem[] =>
  cases
    .flatMap(({ facts, entries }) => todosFor(facts, actor).map((t) => ({ ...t, facts, revision: entries.length })))
    .sort((a, b) => (a.clock.dueOn < b.clock.dueOn ? -1 : 1));
