import type { CaseView, VersionView } from '#casework';
import { CRITERIA, type Criterion, type Reviewer } from '#domain';
import type { Names } from '../request/case-words.js';
import { changedSections } from '../request/versions.presenter.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

/** A version that came while somebody was scoring: what differs, and which criteria were scored by the one of before. */
export interface NewVersion {
  heading: string;
  words: string;
  sections: string[];
  href: string;
  /** Criteria that were scored by another version, and whose section reads differently now. */
  criteria: ReadonlySet<Criterion>;
}

/** The oldest version by which a criterion of the draft was scored, where it is not the one that stands. */
export function scoredBefore(own: Reviewer, version: number): number | null {
  if (own.state !== 'cleared' || !own.draft) return null;
  const before = Object.values(own.draftVersions ?? {}).filter((v) => v < version);
  return before.length ? Math.min(...before) : null;
}

/** What a reviewer is told of a version that came after some of their scores were saved. */
export function newVersion(
  view: CaseView,
  { before, after, own }: { before: VersionView; after: VersionView; own: Reviewer },
  names: Names,
): NewVersion {
  const changed = changedSections(view, { before, after }, names).map((s) => s.title);
  // Scores that nobody had seen yet went back to whoever had finished them.
  const finished = view.facts.duties.scored.some((p) => p.id === own.person.id);
  const differs = (key: Criterion) =>
    after.sections.some((s) => s.criterion === key && changed.includes(`${s.number}. ${s.title}`));
  const criteria = CRITERIA.filter((key) => (own.draftVersions?.[key] ?? after.number) < after.number && differs(key));
  return {
    heading: `Version ${after.number} came ${finished ? 'after you had finished' : 'while you were scoring'}`,
    words: `It was submitted on ${date(after.submittedAt)}. What you ${finished ? `finished for version ${before.number} is a draft again: read what changed, then finish it again` : `saved for version ${before.number} is kept`}. When you finish, your scores stand for version ${after.number}.`,
    sections: changed,
    href: paths.changes(view.facts.ref, after.number, before.number),
    criteria: new Set(criteria),
  };
}
