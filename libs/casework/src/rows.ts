import {
  assessmentOf,
  canonical,
  isOpen,
  locksOf,
  MACHINE_VERSION,
  stateName,
  submittedSummary,
  type Clock,
  type Decision,
  type Entry,
  type Recorded,
  type RequestContent,
  type RequestFacts,
} from '#domain';
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
export const entryRow = (entry: Entry) => ({
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

/** Locks that a step adds and takes away. */
export function scopeChange(before: RequestFacts | null, after: RequestFacts): { add: string[]; remove: string[] } {
  const [old, now] = [before ? locksOf(before) : [], locksOf(after)];
  return { add: now.filter((l) => !old.includes(l)), remove: old.filter((l) => !now.includes(l)) };
}

/** Clocks that a step starts or changes, and those it ends. */
export function clockChange(before: Clock[], after: Clock[]): { set: Clock[]; remove: string[] } {
  const was = new Map(before.map((c) => [c.key, canonical(c)]));
  return {
    set: after.filter((c) => was.get(c.key) !== canonical(c)),
    remove: before.filter((c) => !after.some((a) => a.key === c.key)).map((c) => c.key),
  };
}

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
  const changed = entry.event === 'CREATE' || entry.event === 'EDIT';
  const frozen = frozenVersion(before, decision, content);
  // What was submitted is what is searched: a correction in hand is nobody's to find before it is sent.
  const searched = frozen !== null || (changed && facts.version === 0);
  return {
    ...(changed ? { content } : {}),
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
