import type { CaseView } from '#casework';
import {
  progressIn,
  SECTIONS,
  type FieldProblem,
  type Framework,
  type RequestContent,
  type RoundCall,
  type Section,
} from '#domain';
import { UPLOAD_ACCEPT } from '#platform';
import { stepFields } from '../shell/act.js';
import { dueWhileWriting } from '../calls/call-words.js';
import { paths } from '../shell/paths.js';
import { DOCUMENTS, mayRestrict } from './attachments.js';
import { marksInDispute, toCompare, withAnswers, type Answers } from './answers.js';
import { beforeChange, beforeCosts, byLink, type EndorsedNotice } from '../endorsing/endorsed-notice.js';
import { placeOf, type Names } from './case-words.js';
import { correctionsFor } from './corrections.js';
import { commentsOn, openWords, presentWords, type Beside } from '../together/beside.js';
import { errorOf, inWordsOfRows, summaryOf } from './field-models.js';
import { savedLine } from './saved-line.js';
import { QUESTION_GUIDES, type QuestionGuide } from './question-guides.js';
import { blockOf, placesOf, type Block } from './section-blocks.js';
import { guideOf } from './section-guides.js';
import { questionsFor, tooLongIn } from './section.form.js';

export interface SectionInput {
  view: CaseView;
  section: Section;
  /** What is stored. */
  content: RequestContent;
  /** What was typed and is not stored: shown in place of what is. */
  typed?: Answers;
  problems?: FieldProblem[];
  /** Answers that somebody else changed meanwhile. */
  contested?: string[];
  /** The marks that the form carried that was sent. */
  marks?: string;
  /** The place where one more row was asked for. */
  add?: string;
  /** What the office says about its questions, and who else is in the draft. */
  beside?: Beside;
  framework: Framework | null;
  names: Names;
  now: Date;
  /** The calls whose days were set. */
  calls: readonly RoundCall[];
  uploadLimit: string;
}

/** By what the rail of the form says how far it has come, and what is next. */
export type RailInput = Pick<SectionInput, 'now' | 'calls' | 'beside'> & { section?: Section };

/** The sections at the side of the form, with how far each has come. */
export function railOf(view: CaseView, content: RequestContent, { now, calls, section: current, beside }: RailInput) {
  const state = (section: Section): 'done' | 'part' | 'none' => {
    const progress = progressIn(view.facts, section, content);
    if (progress === 'notStarted') return 'none';
    return progress === 'complete' && tooLongIn(section, content).length === 0 ? 'done' : 'part';
  };
  return {
    summary: current ? `Section ${current.number} of ${SECTIONS.length}` : 'Sections',
    saved: savedLine(view.changedAt, now),
    due: dueWhileWriting(view.facts, now.toISOString().slice(0, 10), calls),
    items: SECTIONS.map((section) => ({
      text: section.title,
      href: paths.section(view.facts.ref, section.number),
      state: state(section),
      current: section === current,
      note: openWords(beside?.comments ?? [], section.number),
    })),
  };
}

function uploadOf({ view, section, problems = [], uploadLimit }: SectionInput) {
  const { ref, documents } = view.facts;
  return {
    title: 'Supporting documents',
    label: 'Add documents',
    name: DOCUMENTS,
    files: documents
      .filter((d) => d.section === section.number)
      .map((d) => ({
        name: d.name,
        href: paths.document(ref, d.id),
        note: d.tier === 'risk' ? 'your office and OHCHR only' : '',
        size: d.size,
        remove: d.id,
      })),
    hint: `PDF, Word, Excel, PowerPoint, OpenDocument, pictures or text, up to ${uploadLimit.replace(' ', '\u00a0')} each and ten at a time. On a slow link, add documents last: your text is saved first.`,
    accept: UPLOAD_ACCEPT,
    error: errorOf(problems, DOCUMENTS),
  };
}

/** The questions of a section, each with its answer. */
function blocksOf(
  input: SectionInput,
): (Block & { help: QuestionGuide | null; comments: ReturnType<typeof commentsOn>; about: string })[] {
  const { view, section, content, typed = {}, problems = [], contested = [], add = '', names, now } = input;
  const page = paths.section(view.facts.ref, section.number);
  const drawn = withAnswers(content, typed);
  return questionsFor(section, content).map((question) => ({
    ...blockOf(question, { drawn, content, problems, contested, add, names, now, page }),
    help: QUESTION_GUIDES[question.path] ?? null,
    comments: commentsOn(view.facts.ref, input.beside?.comments ?? [], question.path),
    about: question.path,
  }));
}

/** What the form carries to tell later what it was drawn from. */
function hiddenOf({ view, section, content, contested, marks }: SectionInput) {
  const shown = questionsFor(section, content).map((q) => q.path);
  return [
    ...stepFields(view.revision),
    { kind: 'hidden', name: 'marks', value: marksInDispute(shown, content, { contested, marks }) },
  ];
}

/** Where a section is about what agencies give or say: what they said by their links. */
function aboutEndorsing(section: Section, { facts }: CaseView, content: RequestContent): EndorsedNotice | null {
  if (section.key === 'costAndHosting') return beforeCosts(facts, content);
  return section.key === 'documentsAndEndorsements' ? byLink(facts) : null;
}

/** The page of one section of the form. */
export function sectionPage(given: SectionInput) {
  const input = { ...given, problems: inWordsOfRows(toCompare(given.problems ?? [])) };
  const { view, section, content, problems } = input;
  const { ref, summary } = view.facts;
  const blocks = blocksOf(input);
  const place = placeOf(summary.countries, input.names);
  const errors = summaryOf(problems, placesOf(blocks));
  const position = `Section ${section.number} of ${SECTIONS.length}`;
  return {
    title: `${section.title}: ${place}`,
    heading: section.title,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: `Section ${section.number}` },
    ],
    eyebrow: section.criterion ? `${position}, ${section.hint.toLowerCase()}` : position,
    rail: railOf(view, content, input),
    // What section 9 says can change.
    endorsed: section.number < SECTIONS.length ? beforeChange(view.facts) : null,
    confirmed: aboutEndorsing(section, view, content),
    present: presentWords(input.beside?.present ?? [], section.number),
    guide: guideOf(section, input.framework),
    corrections: correctionsFor(view.facts, section),
    blocks,
    /** Without the place of the page that was looked at: a browser would carry it over to the next page. */
    action: paths.section(ref, section.number),
    earlier: paths.drafts(ref),
    autosave: paths.autosave(ref, section.number),
    /** Answers that stand in the form and are not saved. */
    unsaved: Object.keys(input.typed ?? {}).join(' '),
    upload: uploadOf(input),
    mayRestrict: mayRestrict(section),
    hidden: hiddenOf(input),
    last: section.number === SECTIONS.length,
    back: { text: 'Back to the request', href: paths.request(ref) },
    ...(errors.length ? { errors } : {}),
  };
}
