import type { CaseView, VersionView } from '#casework';
import { canonical, CRITERIA, CRITERION_NAMES, valueAt, type RequestContent } from '#domain';
import { paths } from '../shell/paths.js';
import { date, dateTime, words } from '../shell/words.js';
import { caseFrame } from './case-frame.js';
import { plural, type Names } from './case-words.js';
import { readRequest, levelOf, type ReadAnswer } from './reading.presenter.js';
import { requestFacts } from './request-facts.js';

type Listed = Omit<VersionView, 'content' | 'sections' | 'documents'>;

/** The list of frozen versions, the last one first. */
export function versionsPage(view: CaseView, versions: Listed[], names: Names, today: string) {
  const { ref } = view.facts;
  const frame = caseFrame(view, 'versions', names);
  const rows = versions.map((v) => ({
    version: { text: `Version ${v.number}`, href: paths.version(ref, v.number) },
    submitted: dateTime(v.submittedAt),
    by: v.actingFor ? { text: v.submittedBy, note: `acting for ${v.actingFor}` } : v.submittedBy,
    changes:
      v.number > 1
        ? { text: `What changed since version ${v.number - 1}`, href: paths.changes(ref, v.number, v.number - 1) }
        : 'First version',
    gaps: v.gapsReason ?? '',
  }));
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    earlier: view.readsDraft ? paths.drafts(ref) : null,
    rows,
    columns: [
      { key: 'version', text: 'Version' },
      { key: 'submitted', text: 'Submitted' },
      { key: 'by', text: 'By' },
      { key: 'changes', text: 'Changes' },
      ...(rows.some((r) => r.gaps) ? [{ key: 'gaps', text: 'Why answers are missing' }] : []),
    ],
  };
}

/** Something that differs between two versions: both texts, so that nobody has to look for the difference. */
interface Change {
  label: string;
  before: ReadAnswer;
  after: ReadAnswer;
}
interface ChangedSection {
  title: string;
  changes: Change[];
}

const plain = (label: string, text: string): ReadAnswer =>
  text
    ? { path: '', label, restricted: false, shape: 'text', text }
    : { path: '', label, restricted: false, shape: 'none' };

function changedFacts(view: CaseView, before: RequestContent, after: RequestContent, names: Names): Change[] {
  const of = (content: RequestContent) => {
    // The summary of a case is that of its last version: what a version said of itself stands in its content.
    const summary = { ...view.facts.summary, round: '', ...stated(content) };
    const rows = requestFacts({ summary }, content, names).map((f) => [f.label, f.value ?? f.lines?.join('\n') ?? '']);
    return new Map([['Title', content.title ?? ''], ...rows] as [string, string][]);
  };
  const [was, is] = [of(before), of(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((label) => was.get(label) !== is.get(label))
    .map((label) => ({ label, before: plain(label, was.get(label) ?? ''), after: plain(label, is.get(label) ?? '') }));
}
/** What a text says of itself; the summary of a case is that of its last version, and says nothing of one before. */
export const stated = (c: RequestContent) => ({
  type: c.type ?? 'initial',
  track: c.track ?? 'ordinary',
  modality: c.modality ?? 'inCountry',
  language: c.language ?? 'en',
  countries: c.countries ?? [],
  dutyStation: c.dutyStation ?? '',
  requestedStart: c.requestedStart ?? null,
  durationMonths: c.durationMonths ?? null,
});

function changedScores(before: RequestContent, after: RequestContent): Change[] {
  const text = (c: RequestContent, key: (typeof CRITERIA)[number]) => {
    const own = c.selfAssessment?.[key];
    return own ? `${levelOf(own.score)}. ${own.reason ?? ''}`.trim() : '';
  };
  return CRITERIA.filter((key) => text(before, key) !== text(after, key)).map((key) => ({
    label: CRITERION_NAMES[key],
    before: plain('', text(before, key)),
    after: plain('', text(after, key)),
  }));
}

/** A text with the wording of its day and its documents. */
type ReadText = Pick<VersionView, 'content' | 'sections' | 'documents'>;
interface Pair {
  before: ReadText;
  after: ReadText;
}

function changedDocuments({ before, after }: Pair, section: number): Change[] {
  const label = 'Documents';
  const files = (v: ReadText) =>
    v.documents
      .filter((d) => d.section === section)
      .map((d) => d.name)
      .sort()
      .join('\n');
  const [was, is] = [files(before), files(after)];
  return was === is ? [] : [{ label, before: plain(label, was), after: plain(label, is) }];
}

/** What changed between two versions, question by question. */
export function changedSections(view: CaseView, pair: Pair, names: Names): ChangedSection[] {
  const { before, after } = pair;
  const { ref } = view.facts;
  const read = ({ content, sections, documents }: ReadText) =>
    readRequest({ ref, content, sections, documents, tiers: view.tiers, names }).sections;
  const was = new Map(read(before).flatMap((s) => s.answers.map((a) => [a.path, a] as const)));
  const differs = ({ path }: ReadAnswer) =>
    canonical(valueAt(before.content, path) ?? null) !== canonical(valueAt(after.content, path) ?? null);
  const sections = read(after).map((s) => ({
    title: `${s.number}. ${s.title}`,
    changes: [
      ...s.answers
        .filter(differs)
        .map((a) => ({ label: a.label, before: was.get(a.path) ?? plain(a.label, ''), after: a })),
      ...changedDocuments(pair, s.number),
    ],
  }));
  return [
    { title: 'What is asked', changes: changedFacts(view, before.content, after.content, names) },
    ...sections,
    { title: 'The country team’s own assessment', changes: changedScores(before.content, after.content) },
  ].filter((s) => s.changes.length > 0);
}

/** The page of what changed between two versions. */
export function changesPage(view: CaseView, before: VersionView, after: VersionView, names: Names, today: string) {
  const frame = caseFrame(view, 'versions', names);
  const sections = changedSections(view, { before, after }, names);
  const n = sections.reduce((sum, s) => sum + s.changes.length, 0);
  return {
    title: `What changed in version ${after.number}: ${frame.place}, ${frame.ref}`,
    breadcrumbs: [
      ...frame.breadcrumbs.slice(0, 2),
      { text: 'Versions', href: paths.versions(frame.ref) },
      { text: 'What changed' },
    ],
    frame,
    today,
    heading: `From version ${before.number} to version ${after.number}`,
    summary:
      n === 0
        ? 'Nothing was changed between these two versions.'
        : `${words(n, true)} ${plural(n, 'answer differs', 'answers differ')}. Version ${before.number} is of ${date(before.submittedAt)}, version ${after.number} of ${date(after.submittedAt)}.`,
    beforeTitle: `Version ${before.number}`,
    afterTitle: `Version ${after.number}`,
    language: after.content.language ?? 'en',
    sections,
  };
}

/** The page of what the office has changed since the version that is judged, before it is submitted. */
export function changeInHandPage(view: CaseView, before: VersionView, after: VersionView, names: Names, today: string) {
  const page = changesPage(view, before, { ...after, number: before.number + 1 }, names, today);
  return {
    ...page,
    title: page.title.replace(`What changed in version ${before.number + 1}`, 'What would be submitted'),
    heading: `What differs from version ${before.number}`,
    summary: `This is not submitted: nobody but your office reads it. Version ${before.number} of ${date(before.submittedAt)} is what is judged.`,
    afterTitle: 'Changed',
    links: [
      { text: 'Questions and answers', href: paths.messages(view.facts.ref) },
      { text: `Check and submit version ${before.number + 1}`, href: paths.check(view.facts.ref) },
    ],
  };
}
