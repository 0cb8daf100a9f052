import type { CaseView, EarlierPage, SaveAt } from '#casework';
import { SECTIONS, type Part, type RequestContent, type SavedState } from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { dateTime, words } from '../shell/words.js';
import { marksOf } from '../request/answers.js';
import { caseFrame } from '../request/case-frame.js';
import { listed, plural, type Names } from '../request/case-words.js';
import { DETAILS } from '../request/details.form.js';
import { changedSections } from '../request/versions.presenter.js';
import { wordDifferences, type Run } from './word-differences.js';

/** Answers that are brought back as one: what is asked, and the country team's own assessment. */
export const GROUPS: Record<string, readonly string[]> = {
  'What is asked': DETAILS,
  'The country team’s own assessment': ['selfAssessment'],
};
/** Everything that can be brought back by itself. */
export const BRINGABLE = new Set([
  ...SECTIONS.flatMap((s) => s.questions.map((q) => q.path)),
  ...Object.values(GROUPS).flat(),
]);

const partName = (part: Part): string =>
  part === 'details'
    ? 'Details'
    : part === 'assessment'
      ? 'Own assessment'
      : `Section ${part}, ${SECTIONS[part - 1]!.title}`;

const whose = (
  me: string,
  { actorId, actorName, actingFor }: Pick<SavedState, 'actorId' | 'actorName' | 'actingFor'>,
) => {
  const name = actorId === me ? `${actorName} (you)` : actorName;
  return actingFor ? { text: name, note: `acting for ${actingFor}` } : name;
};

function when({ at, since, saves }: SavedState): string {
  const last = dateTime(at);
  return saves === 1 ? last : `${last}, ${words(saves)} saves since ${dateTime(since).split(', ').at(-1)!}`;
}

interface ListInput {
  view: CaseView;
  me: string;
  page: EarlierPage;
  before: number | undefined;
  names: Names;
  today: string;
}

/** The list of what was saved, newest first: what one person wrote in one go is one line. */
export function draftsPage({ view, me, page, before, names, today }: ListInput) {
  const frame = caseFrame(view, 'history', names);
  const { ref } = frame;
  const named = page.states.map(({ parts, opened }) =>
    opened ? 'The request as it was started' : listed(parts.map(partName)),
  );
  return {
    title: `Earlier texts: ${frame.place}, ${ref}`,
    breadcrumbs: [...frame.breadcrumbs.slice(0, 2), { text: 'Earlier texts' }],
    frame,
    today,
    columns: [
      { key: 'what', text: 'What was written' },
      { key: 'when', text: 'Saved' },
      { key: 'by', text: 'By' },
    ],
    rows: page.states.map((state, i) => ({
      what: {
        text: named[i],
        href: paths.draft(ref, state.seq),
        ...(state.from ? { note: `brought back from the text of ${dateTime(state.from)}` } : {}),
      },
      when: when(state),
      by: whose(me, state),
    })),
    pager: {
      first: before === undefined ? null : paths.drafts(ref),
      next: page.next === null ? null : paths.drafts(ref, page.next),
    },
  };
}

export interface DraftInput {
  view: CaseView;
  me: string;
  save: SaveAt;
  /** The text after that save, and as it is now. */
  former: RequestContent;
  now: RequestContent;
  mayChange: boolean;
  problem?: string;
  names: Names;
  today: string;
}

type Changes = ReturnType<typeof changedSections>[number]['changes'];
/** An answer that was other than it is, with its words compared where it is a text. */
type Compared = Changes[number] & { runs: { before: Run[]; after: Run[] } | null; path: string };

function comparedOf(change: Changes[number]): Compared {
  const { before, after } = change;
  const text = [before, after].every(({ shape }) => shape === 'text' || shape === 'none');
  const compared = text ? wordDifferences(before.text ?? '', after.text ?? '') : null;
  return { ...change, runs: compared, path: after.path || before.path };
}

/** Everything in which the text of then is other than that of now. */
function differencesOf({ view, former, now, names }: DraftInput) {
  const text = (content: RequestContent) => ({ content, sections: SECTIONS, documents: [] }) as never;
  return changedSections(view, { before: text(former), after: text(now) }, names).map(({ title, changes }) => ({
    title,
    group: GROUPS[title] ? title : null,
    changes: changes.map(comparedOf),
  }));
}

function summaryOf(sections: ReturnType<typeof differencesOf>): string {
  const n = sections.reduce((sum, s) => sum + s.changes.length, 0);
  if (n === 0) return 'It is the text as it is now.';
  return `${words(n, true)} ${plural(n, 'answer was', 'answers were')} other than now. What one text has and the other has not is marked.`;
}

function formOf({ view, save, now, mayChange }: DraftInput) {
  if (!mayChange) return null;
  const marks = { kind: 'hidden', name: 'marks', value: marksOf([...BRINGABLE], now) };
  return { action: paths.draft(view.facts.ref, save.seq), hidden: [...stepFields(view.revision), marks] };
}

/** One earlier text beside the one of now, with what can be brought back of it. */
export function draftPage(input: DraftInput) {
  const { view, me, save, now, problem, names, today } = input;
  const frame = caseFrame(view, 'history', names);
  const { ref } = frame;
  const sections = differencesOf(input);
  const by = whose(me, save);
  const linkTo = (seq: number | null) => (seq === null ? null : paths.draft(ref, seq));
  return {
    title: `Earlier text: ${frame.place}, ${ref}`,
    breadcrumbs: [
      ...frame.breadcrumbs.slice(0, 2),
      { text: 'Earlier texts', href: paths.drafts(ref) },
      { text: dateTime(save.at) },
    ],
    frame,
    today,
    heading: `The text of ${dateTime(save.at)}`,
    by: typeof by === 'string' ? by : `${by.text}, ${by.note}`,
    summary: summaryOf(sections),
    beside: { previous: linkTo(save.previous), following: linkTo(save.following) },
    language: now.language ?? 'en',
    sections,
    form: formOf(input),
    ...(problem ? { errors: [{ text: problem }] } : {}),
  };
}
