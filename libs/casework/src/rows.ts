import {
  assessmentOf,
  canonical,
  changesText,
  isOpen,
  locksOf,
  putAside,
  MACHINE_VERSION,
  stateName,
  submittedSummary,
  type Clock,
  type Decision,
  type Recorded,
  type RequestContent,
  type RequestFacts,
} from '#domain';
import type { RecordLine } from './kind.js';
import { wordsOf } from './words.js';

/** What lists show and narrow by: what was submitted. A correction in hand is nobody's to find before it is sent. */
function listed(facts: RequestFacts) {
  const { title, language, type, track, modality, round, countries, regions } = submittedSummary(facts);
  return { title, language, type, track, modality, round, countries, regions };
}

/** What a case comes to in rows. A pure projection of the facts: replaying the record gives the same rows. */
export const requestRow = (facts: RequestFacts, changedAt: string) => ({
  machine_version: MACHINE_VERSION,
  state: stateName(facts.state),
  consultation: assessmentOf(facts.state)?.consultation ?? null,
  review: assessmentOf(facts.state)?.review ?? null,
  is_open: isOpen(facts.state),
  ...listed(facts),
  version: facts.version,
  created_at: facts.createdAt,
  submitted_at: facts.submittedAt,
  changed_at: changedAt,
});

/** A line of the record. */
export const entryRow = (entry: RecordLine) => ({
  at: entry.at,
  event: entry.event,
  name: entry.name,
  actor_id: entry.actor.id,
  actor_name: entry.actor.name,
  role: entry.role,
  acting_for: entry.actingFor,
  data: entry.data,
  state: entry.state,
  clocks: entry.clocks,
});

export const appointmentRows = (facts: RequestFacts) =>
  facts.reviewers.map((r) => ({ person_id: r.person.id, state: r.state, appointed_at: r.appointedAt }));

/** What a step adds to a set and takes away from it. */
export const change = (before: readonly string[], after: readonly string[]): { add: string[]; remove: string[] } => ({
  add: after.filter((l) => !before.includes(l)),
  remove: before.filter((l) => !after.includes(l)),
});

/** Rows that a step sets anew, and the keys of those that it ends. A row that a step did not touch is the same object still. */
export function changedRows<R extends { key: string }>(before: readonly R[], after: readonly R[]) {
  const was = new Map(before.map((row) => [row.key, row]));
  const same = (old: R | undefined, now: R): boolean =>
    old !== undefined && (old === now || canonical(old) === canonical(now));
  return {
    set: after.filter((row) => !same(was.get(row.key), row)),
    remove: before.filter((row) => !after.some((a) => a.key === row.key)).map((row) => row.key),
  };
}

/** Clocks that a step starts or changes, and those it ends. */
export const clockChange = (before: Clock[], after: Clock[]): { set: Clock[]; remove: string[] } =>
  changedRows(before, after);

/** The database indexes no more than a megabyte of words of one text. */
const MOST_SEARCHED = 200_000;

/** The words of a request that may be searched: no risk note, no score. */
function searchable(content: RequestContent): string {
  const { risk: _risk, ...sections } = content.sections ?? {};
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk([content.dutyStation, sections, content.mechanismRecommendations]);
  return wordsOf(texts.join(' ').slice(0, MOST_SEARCHED)).join(' ');
}

/** Locks that stay as long as the text does; they narrow a search, the lock rows decide it. */
const LASTING = /^(rc|desk|team):/;

export interface Texts {
  content?: RequestContent;
  version?: object;
  search?: object;
  aside?: object;
}

/** The version that a step freezes, if it does. */
export function frozenVersion(
  before: RequestFacts | null,
  { facts, entry }: Pick<Decision, 'facts' | 'entry'>,
  content: RequestContent,
) {
  if (facts.version === (before?.version ?? 0)) return null;
  return {
    number: facts.version,
    content,
    documents: facts.documents,
    submitted_by: entry.actor.name,
    acting_for: entry.actingFor,
    gaps_reason: (entry.data as Recorded['SUBMIT']).gapsReason,
  };
}

/** Text that a step writes: the draft, the frozen version, the words to search by. */
export function texts(
  before: RequestFacts | null,
  decision: Decision,
  content: RequestContent | null,
  names: string,
  questionnaireId: string,
): Texts {
  const { facts, entry } = decision;
  if (!content) return {};
  const changed = changesText(entry.event) || putAside(before, facts);
  const frozen = frozenVersion(before, decision, content);
  // What was submitted is what is searched: a correction in hand is nobody's to find before it is sent.
  const searched = frozen !== null || (changed && facts.version === 0);
  return {
    ...(changed ? { content } : {}),
    // From here on an earlier text is read anew: what was put aside is in none of the lines after.
    ...(putAside(before, facts) ? { aside: {} } : {}),
    ...(frozen ? { version: { ...frozen, questionnaire_id: questionnaireId } } : {}),
    ...(searched
      ? {
          search: {
            title: wordsOf(`${facts.ref} ${facts.summary.title} ${names}`).join(' '),
            body: searchable(content),
            locks: locksOf(facts).filter((l) => LASTING.test(l)),
          },
        }
      : {}),
  };
}
