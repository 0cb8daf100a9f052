import type { CaseView, DraftComment } from '#casework';
import {
  CRITERIA,
  criteriaEvidence,
  endorsementsNow,
  LEVEL_NAMES,
  LEVELS,
  progressIn,
  SECTIONS,
  type Criterion,
  type CriterionEvidence,
  type FieldProblem,
  type Framework,
  type Level,
  type RequestContent,
  type RoundCall,
} from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { beforeChange } from '../endorsing/endorsed-notice.js';
import { marksInDispute, withAnswers, type Answers } from './answers.js';
import { placeOf, plural, SECTION_STATUS, type Names, type Status } from './case-words.js';
import { inWordsOfCheck, OWN_SCORES, scoreText } from './check.form.js';
import { corrections } from './corrections.js';
import { evidenceWords } from './evidence.js';
import { errorOf, summaryOf, type Field } from './field-models.js';
import { gapsOf, overlongOf, type Gap } from './gaps.js';
import { passedWarning } from './past-start.js';
import { placeInSection } from './section.form.js';
import { openComments, signaturesMissing, successionField, type Succession } from '../together/check-notes.js';
import { railOf } from './section.presenter.js';

export interface CheckInput {
  view: CaseView;
  content: RequestContent;
  typed?: Answers;
  problems?: FieldProblem[];
  /** Answers that somebody else changed meanwhile, and the marks of the form that was sent. */
  contested?: readonly string[];
  marks?: string;
  framework: Framework | null;
  names: Names;
  now: Date;
  /** The calls whose days were set. */
  calls: readonly RoundCall[];
  /** What the office says about its questions. */
  comments?: readonly DraftComment[];
  /** That the text names a coordinator of before. */
  succession?: Succession | null;
  /** Whether this person signs, or somebody else has to. */
  signs: boolean;
}

interface Missing {
  text: string;
  href: string;
}

/** What is missing in words, each with the way to where it is mended. */
function missingOf({ missing }: CriterionEvidence, ref: string, { language = 'en' }: RequestContent): Missing[] {
  return missing.map(({ kind, path, section, over = 0 }) => {
    if (kind === 'ownScore') return { text: 'Your own score', href: `#${path}` };
    if (kind === 'ownReason') return { text: 'The reason for your own score', href: `#${path}` };
    const label = placeInSection(path)!.question.label[language];
    const long = kind === 'tooLong' ? ` (${over} ${plural(over, 'word', 'words')} too many)` : '';
    return { text: `${label}${long}`, href: `${paths.section(ref, section)}#${path}` };
  });
}

const STANDING: Record<CriterionEvidence['standing'], Status> = {
  ready: { text: 'Ready', tone: 'green' },
  notStarted: { text: 'Not started', tone: 'grey' },
  incomplete: { text: 'Incomplete', tone: 'amber' },
};

function fieldsFor(
  criterion: Criterion,
  drawn: RequestContent,
  problems: readonly FieldProblem[],
): { score: Field; reason: Field } {
  const own = drawn.selfAssessment?.[criterion];
  const at = `selfAssessment.${criterion}`;
  return {
    score: {
      kind: 'radios',
      name: `${at}.score`,
      label: 'How do you score it yourselves?',
      options: LEVELS.map((level) => ({ value: String(level), text: `${level} ${LEVEL_NAMES[level]}` })),
      value: scoreText(own),
      inline: true,
      small: true,
      error: errorOf(problems, `${at}.score`),
    },
    reason: {
      kind: 'long',
      name: `${at}.reason`,
      label: 'Why?',
      value: own?.reason ?? '',
      rows: 3,
      error: errorOf(problems, `${at}.reason`),
    },
  };
}

/** One criterion of the check: what there is, what is missing, and the office's own score. */
function rowOf(found: CriterionEvidence, input: CheckInput, problems: readonly FieldProblem[]) {
  const { criterion } = found;
  const { view, content, typed = {}, framework } = input;
  const section = SECTIONS.find((s) => s.criterion === criterion)!;
  const levels = framework?.criteria.find((c) => c.key === criterion)?.levels ?? [];
  return {
    id: `selfAssessment.${criterion}`,
    number: section.number - 1,
    name: framework?.criteria.find((c) => c.key === criterion)?.name ?? section.title,
    section: { text: `Section ${section.number}`, href: paths.section(view.facts.ref, section.number) },
    status: STANDING[found.standing],
    evidence: evidenceWords(found, content),
    missing: missingOf(found, view.facts.ref, content),
    levels: levels.map((text, level) => ({ name: `${level} ${LEVEL_NAMES[level as Level]}`, text })).reverse(),
    ...fieldsFor(criterion, withAnswers(content, typed), problems),
  };
}

/** The sections that belong to no criterion, with what they lack. */
function restOf({ facts }: CaseView, content: RequestContent, gaps: readonly Gap[]) {
  return SECTIONS.filter((s) => !s.criterion).map((section) => {
    const missing = gaps.filter((g) => g.section === section.number).length;
    const progress = progressIn(facts, section, content);
    return {
      title: `${section.number}. ${section.title}`,
      hint: missing
        ? `${words(missing, true)} ${plural(missing, 'answer is', 'answers are')} missing or too long`
        : section.hint,
      href: paths.section(facts.ref, section.number),
      status: SECTION_STATUS[missing && progress === 'complete' ? 'incomplete' : progress],
    };
  });
}

const crumbsOf = (ref: string, place: string) => [
  { text: 'Your work', href: paths.home() },
  { text: place, href: paths.request(ref) },
  { text: 'Check' },
];

/** What is worth a word before anything is changed here or submitted. */
const warningsOf = ({ view, content, names, now }: CheckInput): string[] => [
  ...passedWarning(content.requestedStart, now.toISOString().slice(0, 10)),
  ...signaturesMissing(view, names),
  ...(beforeChange(view.facts) ? [beforeChange(view.facts)!.text] : []),
];

/** The check of a request against the five criteria, before it is submitted. */
export function checkPage(input: CheckInput) {
  const { view, content, names, signs } = input;
  const { ref, summary } = view.facts;
  const problems = inWordsOfCheck(input.problems ?? []);
  const gaps = [...overlongOf(ref, content), ...gapsOf(view.facts, content)];
  const evidence = criteriaEvidence({
    content,
    documents: view.facts.documents,
    endorsers: endorsementsNow(view.facts),
  });
  const rows = evidence.map((found) => rowOf(found, input, problems));
  const ready = rows.filter((r) => r.status.tone === 'green').length;
  const place = placeOf(summary.countries, names);
  const fields = rows.flatMap((r) => [r.id, r.score.name, r.reason.name]);
  const errors = summaryOf(problems, new Set(fields));
  return {
    title: `Check against the five criteria: ${place}`,
    heading: 'Check against the five criteria',
    eyebrow: `${ref}, ${place}`,
    lead: `${readyWords(ready)} ready. Your own scores go with the request; reviewers see them beside theirs. The check informs: you can submit with something missing, and say why.`,
    breadcrumbs: crumbsOf(ref, place),
    rail: railOf(view, content, input),
    openComments: openComments(ref, input.comments ?? []),
    corrections: corrections(view.facts),
    warnings: warningsOf(input),
    requester: input.succession ? successionField(input.succession, view, names) : null,
    rows,
    rest: restOf(view, content, gaps),
    hidden: [
      ...stepFields(view.revision),
      { kind: 'hidden', name: 'marks', value: marksInDispute([...OWN_SCORES, 'requestedBy'], content, input) },
    ],
    primary: signs ? 'Save and go to submission' : 'Save and continue',
    back: { text: 'Back to the request', href: paths.request(ref) },
    ...(errors.length ? { errors } : {}),
  };
}

const readyWords = (ready: number): string =>
  ready === CRITERIA.length
    ? 'All five criteria are'
    : `${ready ? words(ready, true) : 'None'} of the five criteria ${plural(ready, 'is', 'are')}`;
