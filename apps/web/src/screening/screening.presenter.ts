import type { CaseView, VersionView } from '#casework';
import {
  agenciesSaid,
  CRITERIA,
  endorsementTable,
  isAnswered,
  mayTake,
  isRefusal,
  progressOf,
  tooLong,
  valueAt,
  withEndorsements,
  type Actor,
  type Refusal,
  type RequestContent,
  type Section,
  type SubmittedEndorsement,
} from '#domain';
import { placeOf, plural, SECTION_STATUS, statusFor, type Names, type Status } from '../request/case-words.js';
import { hasPassed } from '../request/past-start.js';
import { askedFor, requestFacts } from '../request/request-facts.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { noteField, returnFields, screeningErrors, type TypedScreening } from './screening.form.js';

export interface ScreeningInput {
  view: CaseView;
  version: VersionView;
  me: Actor;
  names: Names;
  typed: TypedScreening;
  refusal?: Refusal | undefined;
}

/** The required questions of each section that have no answer, as they were worded on the day. */
function missingIn(content: RequestContent, sections: readonly Section[]): Map<number, string[]> {
  return new Map(
    sections.map((s) => [
      s.number,
      s.questions.filter((q) => q.required && !isAnswered(valueAt(content, q.path))).map((q) => q.label.en),
    ]),
  );
}

interface Check {
  name: string;
  status: Status | string;
  note: string;
}
const there = (done: boolean, missing: string): Status | string => (done ? 'There' : { text: missing, tone: 'amber' });
const counted = (n: number, one: string, many: string): string => `${words(n, true)} ${plural(n, one, many)}`;

function documentsCheck(content: RequestContent, documents: number): Check {
  const expected = content.sections?.documentsExpected?.length ?? 0;
  const named = expected ? `; the request names ${words(expected)}` : '';
  return {
    name: 'Documents',
    status: there(documents > 0 && documents >= expected, documents ? 'Fewer than named' : 'None'),
    note: `${counted(documents, 'document', 'documents')} attached${named}.`,
  };
}

function endorsementsCheck(content: RequestContent, said: readonly SubmittedEndorsement[]): Check {
  const lines = endorsementTable(content, said).filter((e) => /^endorse/i.test(e.position ?? ''));
  const [endorsed, gone] = [lines.filter((e) => !e.void).length, lines.filter((e) => e.void).length];
  const own = lines.filter((e) => !e.void && e.source === 'agency').length;
  return {
    name: 'Endorsements',
    status: there(endorsed > 0, 'None'),
    note: [
      `${counted(endorsed, 'head of agency endorses', 'heads of agency endorse')} it${own ? `, ${words(own)} by a link of their own` : ''}.`,
      gone ? `${counted(gone, 'endorsement is', 'endorsements are')} of an earlier text.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** A start that was over on the day of the submission: the office may have meant another one. */
function startCheck({ requestedStart }: RequestContent, { submittedAt }: VersionView): Check[] {
  if (!hasPassed(requestedStart, submittedAt.toISOString().slice(0, 10))) return [];
  const note = `The adviser should start on ${date(requestedStart)}, before the request was submitted.`;
  return [{ name: 'Start wanted', status: { text: 'Has passed', tone: 'amber' }, note }];
}

/** What is there and what is missing, beyond the questions. */
function checks(content: RequestContent, version: VersionView, said: readonly SubmittedEndorsement[]): Check[] {
  const assessed = CRITERIA.filter((c) => content.selfAssessment?.[c]).length;
  const years = content.sections?.costAndHosting?.years?.length ?? 0;
  const long = tooLong(content).length;
  const length: Check = {
    name: 'Length',
    status: { text: 'Too long', tone: 'amber' },
    note: `${counted(long, 'answer is', 'answers are')} longer than allowed.`,
  };
  return [
    documentsCheck(content, version.documents.length),
    endorsementsCheck(content, said),
    {
      name: 'Cost table',
      status: there(years > 0, 'Missing'),
      note: years ? `${counted(years, 'year', 'years')} with items and payers.` : 'No year is filled in.',
    },
    {
      name: 'Own assessment against the criteria',
      status: there(assessed === CRITERIA.length, assessed ? 'Incomplete' : 'Missing'),
      note: `${words(assessed, true)} of ${words(CRITERIA.length)} criteria.`,
    },
    ...(long ? [length] : []),
    ...startCheck(content, version),
  ];
}

function leadOf(gaps: number, version: VersionView): string {
  const which = version.number > 1 ? `Version ${version.number}` : 'The request';
  const on = `${which} was submitted on ${date(version.submittedAt)} by ${version.submittedBy}`;
  if (gaps === 0) return `${on}. Every required question has an answer.`;
  return `${on}. ${words(gaps, true)} required ${plural(gaps, 'question has', 'questions have')} no answer.`;
}

const sectionRow = (s: Section, content: RequestContent, missing: Map<number, string[]>, full: string) => ({
  title: `${s.number}. ${s.title}`,
  href: `${full}#section-${s.number}`,
  hint: (missing.get(s.number) ?? []).join(' '),
  status: SECTION_STATUS[progressOf(s, content)],
});

/** The completeness check: what is there, what is missing, and the two ways on. */
export function screeningContext({ view, version, me, names, typed, refusal }: ScreeningInput) {
  const { facts, tiers } = view;
  const { content, sections } = version;
  const place = placeOf(facts.summary.countries, names);
  const said = agenciesSaid(facts, false);
  // What agencies answered by their links is no gap.
  const answered = withEndorsements(
    content,
    said.filter(({ answer }) => answer !== null),
  );
  const missing = missingIn(answered, sections);
  const may = mayTake(facts, me, 'ACCEPT');
  const errors = refusal ? screeningErrors(refusal, typed) : [];
  const gaps = [...missing.values()].reduce((sum, list) => sum + list.length, 0);
  return {
    title: `Completeness check: ${place}, ${facts.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(facts.ref) },
      { text: 'Completeness check' },
    ],
    ...(errors.length ? { errors } : {}),
    ref: facts.ref,
    place,
    tag: statusFor(facts, tiers),
    lead: `${leadOf(gaps, version)}${facts.frozen?.unchanged ? ' Nothing was changed since it was returned.' : ''}`,
    asked: askedFor(facts.summary),
    requestTitle: facts.summary.title,
    gapsReason: version.gapsReason,
    sections: sections.map((s) => sectionRow(s, answered, missing, paths.full(facts.ref))),
    checks: checks(content, version, said),
    facts: requestFacts(facts, content, names),
    unavailable: isRefusal(may) && !refusal ? may.message : '',
    note: noteField(typed, errors),
    return: returnFields(typed, sections, missing, errors),
    messages: paths.messages(facts.ref),
    full: paths.full(facts.ref),
  };
}
