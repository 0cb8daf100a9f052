import {
  canonical,
  isCriterion,
  progressIn,
  type SectionProgress,
  SECTIONS,
  CRITERION_NAMES,
  type RequestContent,
  type RequestFacts,
  type Section,
  valueAt,
} from '#domain';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { plural, SECTION_STATUS, type Status } from './case-words.js';
import { corrections } from './corrections.js';
import { tooLongIn } from './section.form.js';

/** How far a text in work has come, section by section and criterion by criterion. */
export interface DraftProgress {
  complete: number;
  total: number;
  /** The first section that is not complete; null when all are. */
  next: Section | null;
  sections: { title: string; hint: string; href: string; status: Status | string }[];
  criteria: { name: string; href: string | null; status: Status; note: string }[];
}

/** What was submitted last: to see which corrections have been begun. */
export interface Submitted {
  content: RequestContent;
  documents: RequestFacts['documents'];
}

interface Standing {
  section: Section;
  progress: SectionProgress;
  tooLong: number;
  asked: number;
  changed: boolean;
}

const answersToCorrect = (n: number): string =>
  `${words(n, true)} ${plural(n, 'answer is', 'answers are')} longer than allowed.`;

/** Whether anything of a section is other than it was submitted. */
function changedSince(section: Section, facts: RequestFacts, content: RequestContent, before: Submitted): boolean {
  const answers = (c: RequestContent) => canonical(section.questions.map((q) => valueAt(c, q.path) ?? null));
  const files = (all: RequestFacts['documents']) =>
    canonical(all.filter((d) => d.section === section.number).map((d) => d.id));
  return answers(content) !== answers(before.content) || files(facts.documents) !== files(before.documents);
}

function standingOf(
  section: Section,
  facts: RequestFacts,
  content: RequestContent,
  before: Submitted | undefined,
): Standing {
  const tooLong = tooLongIn(section, content).length;
  const progress = progressIn(facts, section, content);
  const asked = corrections(facts)?.items.filter((i) => i.section?.href === paths.section(facts.ref, section.number));
  return {
    section,
    progress: tooLong ? 'incomplete' : progress,
    tooLong,
    asked: asked?.length ?? 0,
    changed: before !== undefined && changedSince(section, facts, content, before),
  };
}

function statusOf({ progress, asked, changed }: Standing): Status | string {
  if (progress !== 'complete') return SECTION_STATUS[progress];
  if (asked && !changed) return { text: 'To correct', tone: 'amber' };
  return changed ? 'Changed' : SECTION_STATUS.complete;
}

function hintOf({ section, tooLong, asked }: Standing): string {
  const more = [
    tooLong ? answersToCorrect(tooLong) : '',
    asked ? `${words(asked, true)} ${plural(asked, 'correction is', 'corrections are')} asked for.` : '',
  ].filter(Boolean);
  return [more.length ? `${section.hint}.` : section.hint, ...more].join(' ');
}

function criterionOf({ section, progress, tooLong }: Standing, facts: RequestFacts, content: RequestContent) {
  const key = section.criterion!;
  const scored = content.selfAssessment?.[key]?.score !== undefined;
  const ready = progress === 'complete' && scored;
  const status: Status =
    progress === 'notStarted'
      ? { text: 'Not started', tone: 'grey' }
      : ready
        ? { text: 'Ready', tone: 'green' }
        : { text: 'Incomplete', tone: 'amber' };
  const note =
    progress === 'incomplete'
      ? tooLong
        ? answersToCorrect(tooLong)
        : `Section ${section.number} has questions without an answer.`
      : progress === 'complete' && !scored
        ? 'Your own score is missing.'
        : '';
  return {
    name: isCriterion(key) ? CRITERION_NAMES[key] : section.title,
    // What is ready needs no way to it; the eye goes to what is left.
    href: ready ? null : progress === 'complete' ? paths.check(facts.ref) : paths.section(facts.ref, section.number),
    status,
    note,
  };
}

/** The sections of a text in work and the check against the five criteria, as the home page and the request show them. */
export function draftProgress(facts: RequestFacts, content: RequestContent, before?: Submitted): DraftProgress {
  const standings = SECTIONS.map((section) => standingOf(section, facts, content, before));
  const left = standings.filter((s) => s.progress !== 'complete' || (s.asked > 0 && !s.changed));
  return {
    complete: standings.filter((s) => s.progress === 'complete').length,
    total: standings.length,
    next: left[0]?.section ?? null,
    sections: standings.map((s) => ({
      title: `${s.section.number}. ${s.section.title}`,
      hint: hintOf(s),
      href: paths.section(facts.ref, s.section.number),
      status: statusOf(s),
    })),
    criteria: standings.filter((s) => s.section.criterion).map((s) => criterionOf(s, facts, content)),
  };
}
